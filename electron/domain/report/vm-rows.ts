/** Every VM in one row: where it is, how its moves come out, and which rules stand in its way. */
import type { NamedRecord, ReportVm } from '../../../shared/model/report';
import { sizeOf } from '../findings/cause-counts';
import { addAll, isEmpty } from '../findings/host-sets';
import type { MoveSurvey, VmMoves } from '../findings/vm-moves';
import type { Bits } from '../verdict/bits';
import { type HostOrder, named } from './assess-vm';
import { listed, type ReportLimits } from './limits';
import { listOf, type SurveyedVm } from './survey-vm';

export class VmRows {
  readonly #survey: MoveSurvey;
  readonly #order: HostOrder;
  readonly #limits: ReportLimits;
  readonly #clusters: ReadonlyMap<string, NamedRecord>;
  readonly #rows: ReportVm[] = [];

  constructor(survey: MoveSurvey, order: HostOrder, limits: ReportLimits) {
    const { judge } = survey;
    this.#survey = survey;
    this.#order = order;
    this.#limits = limits;
    this.#clusters = new Map(judge.estate.clusters.map((one) => [one.id, named(one)]));
  }

  add({ vm, host, summary, moves }: SurveyedVm): void {
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
      goodHosts: this.#goodHosts(moves),
      ruleIds: moves === null ? [] : ruleIdsOf(moves.reasons),
    });
  }

  #goodHosts(moves: VmMoves | null): ReportVm['goodHosts'] {
    if (moves === null) return { items: [], total: 0 };
    const { keeps, improves } = moves.outcomes;
    const { things } = this.#survey;
    const hosts = [...listOf(keeps), ...listOf(improves)]
      .map((at) => things.hostAt(at))
      .sort((a, b) => (this.#order.get(a.id) ?? 0) - (this.#order.get(b.id) ?? 0));
    return listed(hosts.map(named), this.#limits.goodHostsPerVm);
  }

  list(): readonly ReportVm[] {
    return this.#rows;
  }
}

function ruleIdsOf(reasons: VmMoves['reasons']): string[] {
  const hosts = new Map<string, Bits>();
  for (const { compiled, way } of reasons) {
    if (isEmpty(way)) continue;
    const { id } = compiled.rule;
    const known = hosts.get(id);
    if (known === undefined) hosts.set(id, way.slice());
    else addAll(known, way);
  }
  return [...hosts]
    .map(([id, some]) => [id, sizeOf(some)] as const)
    .sort(([, a], [, b]) => b - a)
    .map(([id]) => id);
}
