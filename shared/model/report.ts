/**
 * The report as data: one model for every form it is written in. The JSON form is this very
 * record; `formatVersion` counts up when a reader of the old form would misread the new one.
 */
import type { AssumptionName } from './assumptions';
import type { RecordKind } from './estate';
import type { ImportedFile, ImportProblem } from './import';
import type {
  Cell,
  Confidence,
  Finding,
  MissingFact,
  MoveKind,
  Outcome,
  PathSet,
  PathVerdict,
  PlanTotals,
  Portability,
  RuleEffect,
  RuleScope,
  Source,
} from './verdict';
import type { NamedWaiver } from './waiver';

export const REPORT_FORMAT = 'portolan-report';
export const REPORT_FORMAT_VERSION = 1;

export interface Report {
  readonly format: typeof REPORT_FORMAT;
  readonly formatVersion: typeof REPORT_FORMAT_VERSION;
  readonly planName: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly madeBy: ReportMaker;
  /** Every outcome in the report is that of this kind of move. */
  readonly kind: MoveKind;
  readonly assumptions: readonly ReportAssumption[];
  readonly inputs: readonly ReportInput[];
  /** Reasons that somebody set aside; they count for nothing above and below. */
  readonly waivers: readonly NamedWaiver[];
  readonly totals: PlanTotals;
  /** How the single moves (VM × other host) come out. */
  readonly moves: Readonly<Record<Outcome, number>>;
  /** Every VM, by name: nothing is left out, so that totals can be checked against it. */
  readonly vms: readonly ReportVm[];
  readonly groups: readonly ReportGroup[];
  /** What stands in the way: what is certain before what is in doubt, the most VMs first. */
  readonly obstacles: Listed<Obstacle>;
  /** What is not known and would decide, the most VMs first. */
  readonly missing: Listed<MissingGroup>;
  /** VM by VM: blocked, falling back and undecided ones first. */
  readonly stories: Listed<VmStory>;
  readonly problems: Listed<ImportProblem>;
  /** The rules that are named anywhere above, with the documents behind them. */
  readonly rules: readonly ReportRule[];
}

/** A list that may stop before its end; `total` is what there is. The rest is never left out silently. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface ReportMaker {
  readonly appVersion: string;
  readonly rulesVersion: string;
  readonly ruleCount: number;
  readonly catalogueVersion: string;
}

/** How an open question was answered for this report. */
export interface ReportAssumption {
  readonly name: AssumptionName;
  readonly title: string;
  readonly choice: string;
  /** The choice in a sentence. */
  readonly meaning: string;
  readonly isPreset: boolean;
  readonly reason: string;
}

export interface ReportInput extends ImportedFile {
  readonly sha256: string;
  /** ISO 8601, UTC; `null` when the file was read for this report only. */
  readonly importedAt: string | null;
  readonly problemCount: number;
}

export interface NamedRecord {
  readonly id: string;
  readonly name: string;
}

/** One VM, counted over the other hosts of its cluster (or of the plan). */
export interface ReportVm {
  readonly vm: NamedRecord;
  readonly host: NamedRecord | null;
  readonly cluster: NamedRecord | null;
  /** As in `VmSummary.nowPaths`. */
  readonly now: PathSet;
  readonly portability: Portability;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Hosts where it keeps or improves its paths. */
  readonly goodHosts: Listed<NamedRecord>;
  /** Rules that stand in its way on some host, those of the most hosts first. */
  readonly ruleIds: readonly string[];
}

/** The VMs × hosts of a cluster, or those of VMs outside any cluster over all hosts of the plan. */
export interface ReportGroup {
  /** `null`: the VMs outside any cluster. */
  readonly cluster: NamedRecord | null;
  readonly vmCount: number;
  readonly hosts: Listed<NamedRecord>;
  readonly rows: Listed<ReportRow>;
}

/** VMs of one host that have the same answer everywhere. */
export interface ReportRow {
  readonly vms: readonly NamedRecord[];
  readonly host: NamedRecord | null;
  readonly portability: Portability;
  /** As in `VmSummary.nowPaths`. */
  readonly now: PathSet;
  /** One per host of the group, in its order. */
  readonly cells: readonly Cell[];
}

/**
 * One rule about one thing, over all the moves that it stands in the way of. Doubts are gathered by
 * rule only: what is missing, and of which records, stands in `missing`.
 */
export interface Obstacle {
  readonly ruleId: string;
  readonly title: string;
  readonly scope: RuleScope;
  readonly result: Exclude<Finding['result'], 'holds'>;
  readonly effect: RuleEffect;
  readonly confidence: Confidence;
  /** The host, adapter or switch at fault; `null` when it is the VMs themselves, and for a doubt. */
  readonly subject: PlacedRecord | null;
  /** As it reads for the first VM concerned. */
  readonly message: string;
  readonly remediation: string;
  readonly vms: Listed<NamedRecord>;
  /** Moves (VM × host) concerned. */
  readonly moveCount: number;
}

export interface PlacedRecord extends NamedRecord {
  readonly kind: RecordKind | 'derived';
  /** The host that an adapter or a switch belongs to; `null` for other records. */
  readonly host: NamedRecord | null;
}

/** One fact that is missing on one or more records. */
export interface MissingGroup {
  readonly path: string;
  readonly title: string;
  readonly reason: MissingFact['reason'];
  /** The command that prints it; with `<vm>` in it when several VMs are concerned. */
  readonly collect: string;
  readonly records: Listed<PlacedRecord>;
  readonly vmCount: number;
  readonly moveCount: number;
  readonly ruleIds: readonly string[];
}

/** VMs of one host whose adapters and answers are the same, told once. */
export interface VmStory {
  readonly vms: readonly NamedRecord[];
  readonly host: NamedRecord | null;
  readonly portability: Portability;
  /** Of each of the VMs, over the other hosts of its cluster (or of the plan). */
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly vnics: readonly StoryVnic[];
  /** The best first; maybe not all of `hostCount` hosts. */
  readonly targets: readonly StoryTarget[];
  /** Hosts that each VM is counted over. */
  readonly hostCount: number;
}

export interface StoryVnic {
  readonly name: string;
  readonly now: PathVerdict;
}

/** Hosts on which the answer and its cause are the same. */
export interface StoryTarget {
  readonly hosts: Listed<NamedRecord>;
  readonly outcome: Outcome;
  readonly possible: readonly Outcome[];
  readonly queued: boolean;
  readonly warned: boolean;
  /** One per vNIC, in the order of `vnics`. */
  readonly there: readonly PathSet[];
  readonly primaryRuleId: string | null;
  /** As it reads for the first VM on the first host. */
  readonly sentence: string;
  /** Whether the primary rule is violated or in doubt; `null` when there is none. */
  readonly primaryResult: Obstacle['result'] | null;
  /** Of the primary rule, on the first host; `null` when there is none. */
  readonly remediation: string | null;
  /** What to know although the move is allowed, as it reads for the first VM on the first host. */
  readonly warnings: readonly string[];
}

export interface ReportRule {
  readonly id: string;
  readonly title: string;
  readonly scope: RuleScope;
  readonly confidence: Confidence;
  readonly limits: string;
  readonly sources: readonly Source[];
}
