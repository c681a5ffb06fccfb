/** What an import says about the files that it was given. */

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

export interface ImportedFile {
  readonly name: string;
  readonly format: 'collector' | 'cmdlet-json' | 'inventory' | 'unrecognised';
  readonly host: string | null;
  readonly cmdlets: readonly string[];
  readonly recordCount: number;
  readonly sizeBytes: number;
}
