/** What an import says about the files that it was given. */
import type { Origin } from '../fact';
import type { RecordKind } from './estate';

/** How much a problem costs: data lost, data taken with doubt, or only worth knowing. */
export const PROBLEM_SEVERITIES = ['lost', 'doubt', 'note'] as const;

export interface ImportProblem {
  readonly file: string;
  /** "line 12" or "Get-VMSwitch[0].IovEnabled". */
  readonly place: string;
  readonly found: string;
  readonly expected: string;
  readonly severity: (typeof PROBLEM_SEVERITIES)[number];
  /** One sentence for people: what it is and what to do. */
  readonly message: string;
}

export const FILE_FORMATS = [
  'collector',
  'cmdlet-json',
  'cmdlet-clixml',
  'cmdlet-csv',
  'cmdlet-list',
  'inventory',
  'unrecognised',
] as const;

export interface ImportedFile {
  readonly name: string;
  readonly format: (typeof FILE_FORMATS)[number];
  readonly host: string | null;
  readonly cmdlets: readonly string[];
  readonly recordCount: number;
  readonly sizeBytes: number;
}

/** What one of two sources says. */
export interface ConflictSide {
  /** The value for people. */
  readonly text: string;
  readonly value: unknown;
  readonly origin: Origin;
}

/** A fact that two sources disagree about, neither of them clearly newer. */
export interface ImportConflict {
  readonly recordKind: RecordKind;
  readonly recordId: string;
  readonly recordName: string;
  readonly field: string;
  /** Of the field, for people. */
  readonly title: string;
  /** What counts until somebody decides. */
  readonly kept: ConflictSide;
  readonly other: ConflictSide;
}
