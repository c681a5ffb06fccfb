/** How the outcomes of a VM spread over the hosts it could move to, and of all VMs over the plan. */
import type { Host, Vm } from '../../../shared/model/estate';
import {
  type MoveKind,
  OUTCOMES,
  type Outcome,
  type PlanTotals,
  PORTABILITIES,
  type Portability,
  type VmSummary,
} from '../../../shared/model/verdict';
import { type Judge, worstPath } from './judge';
import type { Matrix } from './matrix';

/** The hosts a VM is counted over: the others of its cluster, or of the plan when it has none. */
export function targetsOf(judge: Judge, vm: Vm): readonly Host[] {
  const source = vm.hostId === null ? null : judge.host(vm.hostId);
  return judge.estate.hosts.filter(
    (host) =>
      host.id !== vm.hostId &&
      (source === null || source.clusterId === null || host.clusterId === source.clusterId),
  );
}

/** @param targets  the hosts to count, as `targetsOf` gives them unless told */
export function summarise(
  matrix: Matrix,
  vm: Vm,
  kind: MoveKind,
  targets?: readonly Host[],
): VmSummary {
  const counts = matrix.counts(vm, kind, targets && matrix.hostSet(targets));
  const now = matrix.presentPaths(vm);
  const worst = worstPath(now);
  return {
    vmId: vm.id,
    counts,
    nowPaths: now.find((paths) => paths[0] === worst) ?? [],
    portability: portabilityOf(counts),
  };
}

export function portabilityOf(counts: Readonly<Record<Outcome, number>>): Portability {
  const all = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  if (all === 0) return 'alone';
  if (0 < counts.keeps + counts.improves) return 'portable';
  if (0 < counts.undecided) return 'undecided';
  return 0 < counts['falls-back'] ? 'falls-back' : 'blocked';
}

/** Adds summaries up for the status bar. */
export function totalsOf(hosts: number, summaries: readonly VmSummary[]): PlanTotals {
  const byPortability = Object.fromEntries(PORTABILITIES.map((one) => [one, 0])) as Record<
    Portability,
    number
  >;
  for (const { portability } of summaries) byPortability[portability] += 1;
  return { hosts, vms: summaries.length, byPortability };
}
