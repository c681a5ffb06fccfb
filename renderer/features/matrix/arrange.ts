/** Which VMs and hosts the matrix shows, and in which order. */
import type { EstateIndex, HostEntry, VmEntry } from '../../../shared/model/plan';
import type { Portability, VmSummary } from '../../../shared/model/verdict';
import type { MatrixChoices } from '../../app/state/matrix-choices';

export interface Arrangement {
  readonly vms: readonly VmEntry[];
  readonly hosts: readonly HostEntry[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly columnOf: ReadonlyMap<string, number>;
  readonly clusters: readonly ClusterBand[];
}

/** Neighbouring columns of one cluster; `name` is `null` for hosts in none. */
export interface ClusterBand {
  readonly name: string | null;
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** Worst first. What cannot be told stands before what is merely alone. */
const WORST_FIRST: Readonly<Record<Portability, number>> = {
  blocked: 0,
  'falls-back': 1,
  undecided: 2,
  alone: 3,
  portable: 4,
};
const NOT_COUNTED = 5;

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/**
 * @param summaries  counts of the last complete run; `null`: none yet, so nothing is left out by
 *                   portability and the order "worst first" is that by name
 */
export function arrange(
  index: EstateIndex,
  choices: MatrixChoices,
  summaries: ReadonlyMap<string, VmSummary> | null,
): Arrangement {
  const wanted = choices.text.trim().toLowerCase();
  const found = <T extends { readonly name: string }>(entries: readonly T[]) =>
    entries.filter(({ name }) => name.toLowerCase().includes(wanted));
  const foundVms = wanted === '' ? index.vms : found(index.vms);
  const foundHosts = wanted === '' ? index.hosts : found(index.hosts);
  // The text names VMs or hosts: where it names only one of them, the other side stays whole.
  const vms = foundVms.length > 0 || foundHosts.length === 0 ? foundVms : index.vms;
  const hosts = foundHosts.length > 0 || foundVms.length === 0 ? foundHosts : index.hosts;

  const { portabilities } = choices;
  const shown =
    portabilities.length === 0 || summaries === null
      ? vms
      : vms.filter(({ id }) => {
          const summary = summaries.get(id);
          return summary !== undefined && portabilities.includes(summary.portability);
        });

  const rows = orderRows(shown, index, choices, summaries);
  const columns = hosts.toSorted(byClusterThenName);
  return {
    vms: rows,
    hosts: columns,
    rowOf: new Map(rows.map(({ id }, row) => [id, row])),
    columnOf: new Map(columns.map(({ id }, column) => [id, column])),
    clusters: bandsOf(columns),
  };
}

function orderRows(
  vms: readonly VmEntry[],
  index: EstateIndex,
  { order }: MatrixChoices,
  summaries: ReadonlyMap<string, VmSummary> | null,
): readonly VmEntry[] {
  const byName = vms.toSorted((a, b) => byText.compare(a.name, b.name));
  if (order === 'portability' && summaries !== null) {
    const rank = ({ id }: VmEntry) => {
      const summary = summaries.get(id);
      return summary === undefined ? NOT_COUNTED : WORST_FIRST[summary.portability];
    };
    return byName.sort((a, b) => rank(a) - rank(b));
  }
  if (order === 'host') {
    const place = new Map(
      index.hosts.toSorted(byClusterThenName).map(({ id }, at) => [id as string, at]),
    );
    const at = ({ hostId }: VmEntry) =>
      (hostId === null ? undefined : place.get(hostId)) ?? place.size;
    return byName.sort((a, b) => at(a) - at(b));
  }
  return byName;
}

/** Clusters by name, then the hosts in none. */
function byClusterThenName(a: HostEntry, b: HostEntry): number {
  if ((a.clusterId === null) !== (b.clusterId === null)) return a.clusterId === null ? 1 : -1;
  return (
    byText.compare(a.clusterName ?? '', b.clusterName ?? '') ||
    byText.compare(a.clusterId ?? '', b.clusterId ?? '') ||
    byText.compare(a.name, b.name)
  );
}

function bandsOf(hosts: readonly HostEntry[]): ClusterBand[] {
  const bands: ClusterBand[] = [];
  let first = 0;
  for (let column = 1; column <= hosts.length; column += 1) {
    const before = hosts[column - 1];
    if (before === undefined || hosts[column]?.clusterId === before.clusterId) continue;
    bands.push({ name: before.clusterName, firstColumn: first, endColumn: column });
    first = column;
  }
  return bands;
}
