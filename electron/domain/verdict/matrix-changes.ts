/** What changed between the states of the estate that two judges hold. */
import type { Cluster, Host, Vm } from '../../../shared/model/estate';
import type { Judge } from './judge';

/** Places of records in the estate. */
export interface Changes {
  readonly hosts: readonly number[];
  readonly vms: readonly number[];
}

/** Beyond so many changed records, or this share of all, starting anew is quicker. */
const SOME_CHANGES = 16;
const MANY_CHANGES = 0.1;

/**
 * Records are told apart by identity: an edit leaves all others as they are. A changed cluster
 * changes its hosts.
 * @returns `null` when more than some records changed: their number or order, or what they are
 *          judged by
 */
export function changesBetween(before: Judge, after: Judge): Changes | null {
  if (!before.judgesLike(after)) return null;
  const { clusters, hosts, vms } = after.estate;
  const clusterPlaces = changedPlaces<Cluster>(before.estate.clusters, clusters);
  const hostPlaces = changedPlaces<Host>(before.estate.hosts, hosts);
  const vmPlaces = changedPlaces<Vm>(before.estate.vms, vms);
  if (clusterPlaces === null || hostPlaces === null || vmPlaces === null) return null;
  const changed = new Set(hostPlaces);
  if (0 < clusterPlaces.length) {
    const ids = new Set<string | null>(clusterPlaces.map((at) => clusters[at]?.id ?? null));
    for (const [at, { clusterId }] of hosts.entries()) {
      if (clusterId !== null && ids.has(clusterId)) changed.add(at);
    }
  }
  const isMuch = isMany(changed.size, hosts.length) || isMany(vmPlaces.length, vms.length);
  return isMuch ? null : { hosts: [...changed], vms: vmPlaces };
}

function isMany(some: number, all: number): boolean {
  return Math.max(SOME_CHANGES, all * MANY_CHANGES) < some;
}

/** Where the records differ; `null` when they are not the same records in the same order. */
function changedPlaces<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): number[] | null {
  if (before === after) return [];
  if (before.length !== after.length) return null;
  const places: number[] = [];
  for (let at = 0; at < after.length; at += 1) {
    const one = after[at] as T;
    const was = before[at] as T;
    if (one === was) continue;
    if (one.id !== was.id) return null;
    places.push(at);
  }
  return places;
}
