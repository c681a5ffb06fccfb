/**
 * What is different between two states of a plan: records, facts, and the verdicts that follow
 * from them. Lists are bounded, because a new switch setting may turn a million verdicts; the
 * totals count all.
 */
import type { HostId, VmId } from '../ids';
import type { RecordKind } from './estate';
import type { Cell, MoveKind } from './verdict';

export interface Comparison {
  readonly kind: MoveKind;
  readonly records: RecordDifferences;
  readonly facts: FactDifferences;
  readonly verdicts: VerdictDifferences;
}

/** Which records came, went, or changed their place. */
export interface RecordDifferences {
  readonly added: number;
  readonly gone: number;
  readonly moved: number;
  readonly entries: readonly RecordDifference[];
}

export interface RecordDifference {
  readonly change: 'added' | 'gone' | 'moved';
  readonly record: ComparedRecord;
  /** Of what moved, and of VMs: the host; of hosts: the cluster. `null`: in none. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A record and the host or VM that shows it when it is selected. */
export interface ComparedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly name: string;
  /** The host of an adapter or a switch, the VM of a virtual adapter. */
  readonly owner: {
    readonly kind: 'host' | 'vm';
    readonly id: string;
    readonly name: string;
  } | null;
  /** False for what only the state before has. */
  readonly isThere: boolean;
}

/** Facts with another value, or known in one state only. */
export interface FactDifferences {
  readonly total: number;
  readonly entries: readonly FactDifference[];
}

export interface FactDifference {
  readonly record: ComparedRecord;
  readonly field: string;
  readonly title: string;
  readonly before: FactSide;
  readonly after: FactSide;
}

export interface FactSide {
  /** For people; `null` when unknown. */
  readonly value: string | null;
  /** Where it came from, or why it is unknown. */
  readonly origin: string;
}

/** Pairs of VM and host, both in both states, with another outcome or another path. */
export interface VerdictDifferences {
  /** All pairs that were looked at. */
  readonly compared: number;
  readonly total: number;
  readonly better: number;
  readonly worse: number;
  /** How often each change occurs; what got worse first. */
  readonly groups: readonly VerdictChangeGroup[];
  /** What got worse first; some of every group. */
  readonly entries: readonly VerdictDifference[];
}

/** Whether an administrator would be glad of it; `open`: one of the two is undecided. */
export type VerdictTrend = 'better' | 'worse' | 'open' | 'level';

export interface VerdictChangeGroup {
  readonly before: VerdictSide;
  readonly after: VerdictSide;
  readonly trend: VerdictTrend;
  readonly count: number;
}

export type VerdictSide = Pick<Cell, 'outcome' | 'path'>;

export interface VerdictDifference {
  readonly vmId: VmId;
  readonly vmName: string;
  readonly hostId: HostId;
  readonly hostName: string;
  readonly before: VerdictSide;
  readonly after: VerdictSide;
  readonly trend: VerdictTrend;
}

/** At most so many records and facts are listed. */
export const DIFFERENCES_LISTED = 5000;
/** At most so many verdicts of each change are listed. */
export const VERDICTS_LISTED_PER_CHANGE = 500;
