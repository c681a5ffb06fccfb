/** Every VM in one row: where it is, how its moves come out, and which rules stand in its way. */
import type { NamedRecord, ReportVm } from '../../../shared/model/report';
import type { Judge } from '../verdict/judge';
import { named, type VmAssessment } from './assess-vm';
import { listed, type ReportLimits } from './limits';

export class VmRows {
  readonly #limits: ReportLimits;
  readonly #clusters: ReadonlyMap<string, NamedRecord>;
  readonly #rows: ReportVm[] = [];

  constructor(judge: Judge, limits: ReportLimits) {
    this.#limits = limits;
    this.#clusters = new Map(judge.estate.clusters.map((one) => [one.id, named(one)]));
  }

  add({ vm, host, summary, targets }: VmAssessment): void {
    const good = targets.filter(
      ({ cell }) => cell.outcome === 'keeps' || cell.outcome === 'improves',
    );
    const clusterId = host?.clusterId ?? null;
    this.#rows.push({
      vm: named(vm),
      host: host === null ? null : named(host),
      cluster:
        clusterId === null
          ? null
          : (this.#clusters.get(clusterId) ?? { id: clusterId, name: clusterId }),
      now: summary.nowPaths,
      portability: summary.portability,
      counts: summary.counts,
      goodHosts: listed(
        good.map(({ host }) => named(host)),
        this.#limits.goodHostsPerVm,
      ),
      ruleIds: ruleIdsOf(targets),
    });
  }

  list(): readonly ReportVm[] {
    return this.#rows;
  }
}

function ruleIdsOf(targets: VmAssessment['targets']): string[] {
  const hostCounts = new Map<string, number>();
  for (const { reasons } of targets) {
    for (const id of new Set(reasons.map(({ rule }) => rule.id))) {
      hostCounts.set(id, (hostCounts.get(id) ?? 0) + 1);
    }
  }
  return [...hostCounts].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
