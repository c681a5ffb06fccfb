/** Which verdicts are different in two states, and which way they went. */

import { packCell } from '../../../shared/model/cell';
import {
  VERDICTS_LISTED_PER_CHANGE,
  type VerdictChangeGroup,
  type VerdictDifference,
  type VerdictDifferences,
  type VerdictSide,
  type VerdictTrend,
} from '../../../shared/model/comparison';
import type { Host, Vm } from '../../../shared/model/estate';
import { type Cell, DATAPATHS, type MoveKind } from '../../../shared/model/verdict';
import type { Judge } from '../verdict/judge';
import type { Matrix } from '../verdict/matrix';
import type { EstateDifferences } from './compare-estates';
import { matchVms } from './match-vms';

/** One of the two states. */
export interface JudgedState {
  readonly judge: Judge;
  readonly matrix: Matrix;
}

/**
 * Judges every pair of VM and host that is in both states, in both of them. Pairs of which
 * nothing changed are not judged again: their verdicts read only the VM, the hosts and their
 * clusters. Yields how much is done, 0…1.
 * @param touched  `null` when something that bears on all verdicts changed (an assumption)
 */
export function* compareVerdicts(
  before: JudgedState,
  after: JudgedState,
  kind: MoveKind,
  touched: EstateDifferences['touched'] | null,
): Generator<number, VerdictDifferences> {
  const hosts = after.judge.estate.hosts.flatMap((host) => {
    const was = before.judge.host(host.id);
    return was === null ? [] : [{ was, is: host, isTouched: isTouched(touched, host) }];
  });
  const { vms } = after.judge.estate;
  const former = matchVms(before.judge.estate, after.judge.estate);
  const found = new Found();
  let compared = 0;
  let judged = 0;
  for (const [index, vm] of vms.entries()) {
    const was = former.get(vm.id);
    if (was === undefined) continue;
    const ownHost = vm.hostId === null ? null : after.judge.host(vm.hostId);
    const all =
      touched === null ||
      touched.vms.has(vm.id) ||
      (ownHost !== null && isTouched(touched, ownHost));
    compared += hosts.length;
    for (const host of hosts) {
      if (!all && !host.isTouched) continue;
      found.note(
        { vm, host: host.is },
        before.matrix.cell(was, host.was, kind),
        after.matrix.cell(vm, host.is, kind),
      );
      if (++judged % 500 === 0) yield (index + 1) / vms.length;
    }
  }
  return { compared, ...found.result() };
}

/** Better, worse, or not to be said. Of two blocked ones the path says nothing. */
export function trendOf(before: VerdictSide, after: VerdictSide): VerdictTrend {
  if (before.outcome === 'undecided' || after.outcome === 'undecided') return 'open';
  const [was, is] = [RANK[before.outcome], RANK[after.outcome]];
  if (was !== is) return was < is ? 'worse' : 'better';
  if (before.outcome === 'blocked') return 'level';
  const [from, to] = [pathRank(before), pathRank(after)];
  return from === to ? 'level' : from < to ? 'worse' : 'better';
}

/** The best first. */
const RANK: Readonly<Record<Cell['outcome'], number>> = {
  here: 0,
  improves: 1,
  keeps: 1,
  'falls-back': 2,
  undecided: 3,
  blocked: 4,
};

function pathRank({ path }: VerdictSide): number {
  return path === null ? 0 : DATAPATHS.indexOf(path);
}

interface Group extends VerdictChangeGroup {
  count: number;
  readonly entries: VerdictDifference[];
}

class Found {
  readonly #groups = new Map<number, Group>();

  note({ vm, host }: { vm: Vm; host: Host }, before: Cell, after: Cell): void {
    if (before.outcome === after.outcome && before.path === after.path) return;
    // That a VM moved is said with the records; to stay and to come have no order.
    if ((before.outcome === 'here') !== (after.outcome === 'here')) return;
    const [was, is] = [sideOf(before), sideOf(after)];
    const key = packCell({ ...was, warned: false }) * 256 + packCell({ ...is, warned: false });
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { before: was, after: is, trend: trendOf(was, is), count: 0, entries: [] };
      this.#groups.set(key, group);
    }
    group.count += 1;
    if (VERDICTS_LISTED_PER_CHANGE <= group.entries.length) return;
    group.entries.push({
      vmId: vm.id,
      vmName: vm.name,
      hostId: host.id,
      hostName: host.name,
      before: was,
      after: is,
      trend: group.trend,
    });
  }

  result(): Omit<VerdictDifferences, 'compared'> {
    const groups = [...this.#groups.values()].sort(
      (a, b) => TRENDS.indexOf(a.trend) - TRENDS.indexOf(b.trend) || b.count - a.count,
    );
    const sum = (trend?: VerdictTrend) =>
      groups.reduce(
        (all, one) => all + (trend === undefined || one.trend === trend ? one.count : 0),
        0,
      );
    return {
      total: sum(),
      better: sum('better'),
      worse: sum('worse'),
      groups: groups.map(({ before, after, trend, count }) => ({ before, after, trend, count })),
      entries: groups.flatMap(({ entries }) => entries),
    };
  }
}

const TRENDS: readonly VerdictTrend[] = ['worse', 'open', 'better', 'level'];

function sideOf({ outcome, path }: Cell): VerdictSide {
  return { outcome, path };
}

function isTouched(touched: EstateDifferences['touched'] | null, host: Host): boolean {
  return (
    touched === null ||
    touched.hosts.has(host.id) ||
    (host.clusterId !== null && touched.clusters.has(host.clusterId))
  );
}
