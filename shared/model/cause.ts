/**
 * Findings by root cause: one rule about things of one kind (hosts, adapters, switches, or the VMs
 * themselves), with what it does in numbers and what would be left after its fix, for all of the
 * things together and for each. For one kind of move, over the hosts that each VM is counted over.
 */
import type { Listed, MissingGroup, NamedRecord, PlacedRecord } from './report';
import type {
  Confidence,
  Datapath,
  Finding,
  MoveKind,
  Outcome,
  RuleEffect,
  RuleScope,
  Source,
} from './verdict';

/**
 * What a cause does to a move (VM × host). `behind`: the move is refused by something else; this
 * would lower its path, or leave it open, once that is mended. `waits` and `warned` go beside the
 * others.
 */
export const CAUSE_EFFECTS = [
  'blocked',
  'falls-back',
  'undecided',
  'behind',
  'waits',
  'warned',
] as const;
export type CauseEffect = (typeof CAUSE_EFFECTS)[number];

/** The effects that exclude one another; a fix may turn these moves. */
export const TURNABLE = ['blocked', 'falls-back', 'undecided', 'behind'] as const;

export interface CauseCount {
  /** VMs with at least one such move. */
  readonly vms: number;
  readonly moves: number;
  /** Moves for which nothing else has this effect. */
  readonly aloneMoves: number;
}

/** What a cause can blame: a kind of thing, or the VMs themselves. */
export const CAUSE_KINDS = ['host', 'switch', 'adapter', 'vm'] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** One of the things that a cause blames. */
export interface CauseThing {
  readonly subject: PlacedRecord;
  readonly counts: Readonly<Record<CauseEffect, CauseCount>>;
  /** The VMs concerned, by name. */
  readonly vms: Listed<NamedRecord>;
  /** What would be left if this thing alone were mended. */
  readonly after: AfterFix;
}

/** One rule about things of one kind, or about the VMs themselves. */
export interface Cause {
  /** Rule, result and kind; the same in every count. */
  readonly id: string;
  readonly ruleId: string;
  readonly title: string;
  readonly scope: RuleScope;
  /** `undecided`: the facts are known, and no document says what follows from them. */
  readonly result: Exclude<Finding['result'], 'holds'>;
  readonly effect: RuleEffect;
  readonly confidence: Confidence;
  readonly kind: CauseKind;
  /** The one thing at fault; `null` when there are several, and when it is the VMs themselves. */
  readonly subject: PlacedRecord | null;
  /** All things at fault, the worst first; none when it is the VMs themselves. */
  readonly things: Listed<CauseThing>;
  /** Other rules that only say that there is such a cause: they go when it goes. */
  readonly symptoms: readonly Symptom[];
  /** The cause without any VM: "SR-IOV is off in the firmware of HV07", "… (37 hosts)". */
  readonly statement: string;
  /** As it reads for `example`. */
  readonly message: string;
  readonly remediation: string;
  readonly limits: string;
  readonly sources: readonly Source[];
  /** The first move concerned. */
  readonly example: { readonly vm: NamedRecord; readonly host: NamedRecord };
  /** True when message and fix name the VM or the thing of the example, and there are others. */
  readonly isToldForExample: boolean;
  readonly counts: Readonly<Record<CauseEffect, CauseCount>>;
  /** The VMs concerned, by name. */
  readonly vms: Listed<NamedRecord>;
  readonly after: AfterFix;
}

export interface Symptom {
  readonly ruleId: string;
  readonly title: string;
}

/**
 * What the moves that it blocks, lowers, leaves open or stands behind of would come to if the cause
 * were gone, and for a move to a host what is at fault there, and all else stayed.
 */
export interface AfterFix {
  readonly moves: Readonly<Record<Outcome, number>>;
  /** The path of those that still fall back: the worst over the vNICs. */
  readonly fallsBackTo: Readonly<Record<Datapath, number>>;
  /** Each VM by the worst of its moves. */
  readonly vms: Readonly<Record<Outcome, number>>;
}

/** All findings of a plan, or what was counted so far. */
export interface Findings {
  readonly kind: MoveKind;
  /** Of the plan that was judged. */
  readonly revision: number;
  /** Worst first. */
  readonly causes: Listed<Cause>;
  /** What is not known and leaves moves undecided, the most VMs first. */
  readonly missing: Listed<MissingGroup>;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly vmsDone: number;
  readonly vmCount: number;
}
