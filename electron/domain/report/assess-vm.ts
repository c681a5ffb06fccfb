/** One VM over the hosts it is counted over: what the report's sections are gathered from. */
import type { Host, Vm } from '../../../shared/model/estate';
import type { NamedRecord } from '../../../shared/model/report';
import {
  type Cell,
  type MoveKind,
  OUTCOMES,
  type Outcome,
  type PathSet,
  type VmSummary,
} from '../../../shared/model/verdict';
import { certainty } from '../rules/tally';
import { type Judge, type PairJudgement, worstPath } from '../verdict/judge';
import { verdictOf } from '../verdict/outcome';
import { portabilityOf, targetsOf } from '../verdict/summary';
import { byName } from './by-name';
import { inTheWay, type Reason, reasonsOf } from './reasons';

export interface VmAssessment {
  readonly vm: Vm;
  /** `null` when no source says where it is. */
  readonly host: Host | null;
  readonly summary: VmSummary;
  /** The worst present path; `null` for a VM without vNIC. */
  readonly pathHere: Cell['path'];
  /** Equal texts: the same answers about where the VM is now. */
  readonly presence: string;
  readonly targets: readonly TargetAssessment[];
}

export interface TargetAssessment {
  readonly host: Host;
  readonly cell: Cell & { readonly outcome: Outcome };
  readonly possible: readonly Outcome[];
  readonly queued: boolean;
  readonly there: readonly PathSet[];
  /** What makes the move worse than staying. */
  readonly reasons: readonly Reason[];
}

/** Hosts by the place that they have in every list of the report. */
export type HostOrder = ReadonlyMap<string, number>;

export function hostOrder(hosts: readonly Host[]): HostOrder {
  return new Map([...hosts].sort(byName).map(({ id }, index) => [id, index]));
}

/** @param kind  the kind of move that the outcomes are of */
export function assessVm(judge: Judge, vm: Vm, kind: MoveKind, order: HostOrder): VmAssessment {
  const host = vm.hostId === null ? null : judge.host(vm.hostId);
  const targets = [...targetsOf(judge, vm)]
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .map((target) => assessTarget(judge, vm, target, kind));
  const counts = countOutcomes(targets.map(({ cell }) => cell.outcome));
  const here = host === null ? null : judge.judge(vm, host);
  const now = here?.vnics.map(({ outlook }) => outlook.now) ?? [];
  const pathHere = worstPath(now);
  return {
    vm,
    host,
    summary: {
      vmId: vm.id,
      counts,
      nowPaths: now.find((paths) => paths[0] === pathHere) ?? [],
      portability: portabilityOf(counts),
    },
    pathHere,
    presence: presenceKey(vm, here),
    targets,
  };
}

export function countOutcomes(outcomes: readonly Outcome[]): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    Outcome,
    number
  >;
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}

export function named({ id, name }: NamedRecord): NamedRecord {
  return { id, name };
}

/** One move, as the report tells it. */
export function assessTarget(judge: Judge, vm: Vm, host: Host, kind: MoveKind): TargetAssessment {
  const pair = judge.judge(vm, host);
  const possible = pair.possible[kind];
  const outcome = verdictOf(possible);
  const warned = certainty(pair.effects, 'warn') === 'yes';
  const queued = kind !== 'offline' && certainty(pair.effects, 'queue') === 'yes';
  const isPlain = (outcome === 'keeps' || outcome === 'improves') && !queued;
  const all = isPlain ? [] : reasonsOf(pair);
  const there = pair.vnics.map(({ outlook }) => outlook.there);
  return {
    host,
    cell: { outcome, path: worstPath(there), warned },
    possible,
    queued,
    there,
    reasons: inTheWay(all, outcome, kind),
  };
}

/** Equal texts: the same answers about where the VM is now. */
export function presenceKey(vm: Vm, here: PairJudgement | null): string {
  return JSON.stringify([vm.hostId, vm.vnics.map(({ name }) => name), presenceOf(here)]);
}

/** What the host reports of each vNIC and what the rules say of it there. */
function presenceOf(here: PairJudgement | null): unknown {
  return here?.vnics.map(({ outlook, reported, now }) => [
    outlook.now,
    reported,
    now?.own.aboutPath,
    now?.own.rest,
    now?.there.aboutPath,
    now?.there.rest,
  ]);
}
