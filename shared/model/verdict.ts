/** What Portolan answers: datapaths, outcomes, and every reason behind them. */
import type { Origin, UnknownReason } from '../fact';
import type { HostId, VmId, VnicId } from '../ids';
import type { RecordKind } from './estate';
import type { Waiver } from './waiver';

/** Best first; a fallback is a step to the right. `none`: no connection at all. */
export const DATAPATHS = ['sriov', 'vmdq', 'software', 'none'] as const;
export type Datapath = (typeof DATAPATHS)[number];

/**
 * The datapaths that are possible with what is known, best first, never empty.
 * One element: decided. More: undecided between exactly these.
 */
export type PathSet = readonly Datapath[];

/** `live`: running. `quick`: saved, moved, resumed. `offline`: export/import, stopped role, failover. */
export const MOVE_KINDS = ['live', 'quick', 'offline'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

export const OUTCOMES = ['keeps', 'improves', 'falls-back', 'blocked', 'undecided'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How sure the statement behind a rule is: see the rule's sources. */
export const CONFIDENCES = ['documented', 'reported', 'inferred'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The part of the machine that a rule speaks of, in the order in which causes are named. */
export const RULE_SCOPES = [
  'host',
  'nic',
  'switch',
  'pool',
  'vnic',
  'guest',
  'vmq',
  'migration',
] as const;
export type RuleScope = (typeof RULE_SCOPES)[number];

/**
 * What a violated rule does.
 * `lowers`: the paths that it takes away. `disconnects`: no path is left. `blocks`: the moves it
 * refuses. `queues`: the move waits. `warns`: allowed, with something to know. `slows`: same path,
 * less of it. `bypasses`: on that path something that the switch enforces is not enforced.
 */
export interface RuleEffect {
  readonly lowers?: readonly ('sriov' | 'vmdq')[];
  readonly disconnects?: true;
  readonly blocks?: BlockedMoves;
  readonly queues?: true;
  readonly warns?: true;
  readonly slows?: 'sriov' | 'vmdq';
  readonly bypasses?: 'sriov';
}
export type BlockedMoves = 'live' | 'live-and-saved' | 'all';

/** Which kinds of move each degree of blocking refuses: the one table for code, screen and docs. */
export const KINDS_BLOCKED: Readonly<Record<BlockedMoves, readonly MoveKind[]>> = {
  live: ['live'],
  'live-and-saved': ['live', 'quick'],
  all: ['live', 'quick', 'offline'],
};

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly where: string;
}

/** A fact that a rule looked at, for "show me". */
export interface Evidence {
  /** `switch.iovEnabled` */
  readonly path: string;
  readonly title: string;
  readonly recordKind: RecordKind | 'derived';
  readonly recordId: string;
  readonly recordName: string;
  /** The value for people: "off", "32", "10 Gbit/s". */
  readonly value: string;
  readonly origin: Origin;
}

/** A fact that would have decided, and how to get it. */
export interface MissingFact {
  readonly path: string;
  readonly title: string;
  readonly recordKind: RecordKind | 'derived';
  readonly recordId: string;
  readonly recordName: string;
  readonly reason: UnknownReason;
  readonly collect: string;
}

/** What a rule says before it is asked; names of things stand as `<host>`, `<vm>`. */
export type RuleDescription = Pick<
  Finding,
  'ruleId' | 'title' | 'scope' | 'effect' | 'remediation' | 'confidence' | 'limits' | 'sources'
>;

/** One rule's answer about one VM (or vNIC) in one place or on one move. */
export interface Finding {
  readonly ruleId: string;
  readonly title: string;
  readonly scope: RuleScope;
  readonly result: 'violated' | 'undecided' | 'holds';
  readonly effect: RuleEffect;
  /** `source`: true where the VM is now. `target`: true at the target. `move`: of the move itself. */
  readonly at: 'source' | 'target' | 'move';
  /** The vNICs it concerns; empty when it concerns the VM as a whole. */
  readonly vnicIds: readonly VnicId[];
  /** Names the thing first; for `undecided` it says what is not known. */
  readonly message: string;
  /** What to do about it, with the exact command where there is one. */
  readonly remediation: string;
  readonly confidence: Confidence;
  readonly limits: string;
  readonly sources: readonly Source[];
  readonly evidence: readonly Evidence[];
  readonly missing: readonly MissingFact[];
  /** Set when somebody set it aside: it is told, and counts for nothing. */
  readonly waived?: Waiver;
}

/** The datapath of one vNIC in one place. */
export interface PathVerdict {
  readonly paths: PathSet;
  /** `host`: the host itself reports it (VF active, queue in use). `rules`: predicted. */
  readonly decidedBy: 'host' | 'rules';
  /** Set when the host reports something else than the rules predict. */
  readonly disagreement?: string;
}

export interface VnicVerdict {
  readonly vnicId: VnicId;
  readonly name: string;
  readonly now: PathVerdict;
  readonly there: PathVerdict;
}

export interface KindVerdict {
  readonly outcome: Outcome;
  /** All outcomes that are possible with what is known; one unless undecided. */
  readonly possible: readonly Outcome[];
  /** True when the move has to wait for others first. */
  readonly queued: boolean;
  /** The rule that names the cause best, or `null` when there is nothing to name. */
  readonly primaryRuleId: string | null;
  /** The answer in one sentence, the thing first. */
  readonly sentence: string;
  /** What it would be if nothing were set aside; only when that is something else. */
  readonly withoutWaivers?: Outcome;
}

/** Everything about moving one VM to one host, as if it alone moved now. */
export interface PairVerdict {
  readonly vmId: VmId;
  readonly vmName: string;
  readonly sourceHostId: HostId | null;
  readonly sourceHostName: string | null;
  readonly targetHostId: HostId;
  readonly targetHostName: string;
  readonly kinds: Readonly<Record<MoveKind, KindVerdict>>;
  readonly vnics: readonly VnicVerdict[];
  /** Violated and undecided, worst first. Reasons at the source stand with `at: 'source'`. */
  readonly findings: readonly Finding[];
  /** What was checked and holds at the target and for the move. */
  readonly fine: readonly Finding[];
}

/** One cell of the matrix, as small as it can cross between processes. See `cell.ts`. */
export interface Cell {
  readonly outcome: Outcome | 'here';
  /** Worst path there over the vNICs, best case where undecided; `null` for a VM without vNIC. */
  readonly path: Datapath | null;
  readonly warned: boolean;
  /** Some reason that would count here is set aside. */
  readonly waived?: true;
}

/** How the outcomes of one VM spread over the other hosts of its cluster (or of the plan). */
export interface VmSummary {
  readonly vmId: VmId;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Worst path now over the vNICs; several when undecided; empty for a VM without vNIC. */
  readonly nowPaths: PathSet;
  readonly portability: Portability;
}

/**
 * `portable`: some host gives `keeps` or `improves`. `falls-back`: hosts allow it, none keeps the
 * path. `blocked`: no host allows it. `undecided`: cannot be told. `alone`: no other host to go to.
 */
export const PORTABILITIES = ['portable', 'falls-back', 'blocked', 'undecided', 'alone'] as const;
export type Portability = (typeof PORTABILITIES)[number];

export interface PlanTotals {
  readonly hosts: number;
  readonly vms: number;
  readonly byPortability: Readonly<Record<Portability, number>>;
}
