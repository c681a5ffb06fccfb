/** Failover clusters: which host is in which, and the settings of each. */
import { type Fact, known } from '../../../../shared/fact';
import { type ClusterId, type HostId, idOf } from '../../../../shared/ids';
import type { Cluster } from '../../../../shared/model/estate';
import type { PartialFacts } from '../../../../shared/model/field';
import { clusterFields } from '../../../../shared/model/hyperv/host-fields';
import type { ProblemLog } from '../problems';
import { count } from './decoders';
import { derived, sameName } from './derived';
import { hostIdOf } from './host-name';
import { completeFacts, type MappingRow, readMapped } from './mapping';
import type { Snapshot } from './snapshot';

export interface Membership {
  readonly clusterId: ClusterId | null;
  /** `null` in the fact: the host is in no cluster. */
  readonly clusterName: Fact<string | null> | null;
}

/** Fact, command, property, how to read it. */
const CLUSTER_TABLE: readonly MappingRow<typeof clusterFields>[] = [
  ['functionalLevel', 'Get-Cluster', 'ClusterFunctionalLevel', count],
  ['parallelMigrations', 'Get-Cluster', 'MaximumParallelMigrations', count],
];

export function clusterIdOf(name: string): ClusterId {
  return idOf<'cluster'>(name.toLowerCase());
}

export function clustersOf(snapshots: readonly Snapshot[], log: ProblemLog): Cluster[] {
  const clusters = new Map<ClusterId, Cluster>();
  for (const snapshot of snapshots) {
    const record = snapshot.first('Get-Cluster');
    const name = record?.text('Name') ?? null;
    if (record === null || name === null) continue;
    const read = readMapped(CLUSTER_TABLE, new Map([['Get-Cluster', record]]), log);
    clusters.set(clusterIdOf(name), {
      platform: 'hyperv',
      id: clusterIdOf(name),
      name,
      facts: completeFacts(clusterFields, { ...read, ...networkFacts(snapshot) }),
    });
  }
  return [...clusters.values()];
}

/** Networks whose role lets the cluster talk over them; 0, or None, is a network it leaves alone. */
function networkFacts(snapshot: Snapshot): PartialFacts<typeof clusterFields> {
  const networks = snapshot.records('Get-ClusterNetwork');
  if (!snapshot.isComplete('Get-ClusterNetwork') || networks.length === 0) return {};
  const usable = networks.filter((one) => !/^(?:0|none)$/i.test(one.text('Role') ?? '0'));
  return {
    migrationNetworks: derived(
      usable.flatMap((one) => one.text('Name') ?? []),
      'listed by Get-ClusterNetwork',
    ),
  };
}

/** Which cluster the nodes are in that clusters list: of each host, the first that lists it. */
export function nodesListedBy(all: readonly Snapshot[]): ReadonlyMap<HostId, Membership> {
  const listed = new Map<HostId, Membership>();
  for (const snapshot of all) {
    const cluster = snapshot.first('Get-Cluster')?.text('Name') ?? null;
    if (cluster === null) continue;
    for (const node of snapshot.records('Get-ClusterNode')) {
      const name = node.text('Name');
      if (name === null || listed.has(hostIdOf(name))) continue;
      listed.set(hostIdOf(name), {
        clusterId: clusterIdOf(cluster),
        clusterName: derived(cluster, `Get-ClusterNode on ${snapshot.hostName} lists this host`),
      });
    }
  }
  return listed;
}

/** What the host itself says, else what another node of its cluster lists. */
export function membershipOf(
  snapshot: Snapshot,
  listed: ReadonlyMap<HostId, Membership>,
): Membership {
  const own = snapshot.first('Get-Cluster');
  const name = own?.text('Name') ?? null;
  if (own !== null && name !== null) {
    const origin = { kind: 'import', file: own.place.file, field: own.field('Name') } as const;
    return { clusterId: clusterIdOf(name), clusterName: known(name, origin) };
  }
  const told = listed.get(snapshot.hostId);
  if (told !== undefined) return told;
  const none = noClusterBecause(snapshot);
  return { clusterId: null, clusterName: none === null ? null : derived(null, none) };
}

function noClusterBecause(snapshot: Snapshot): string | null {
  if (snapshot.isComplete('Get-Cluster')) return 'Get-Cluster answered that there is none';
  const services = snapshot.records('Get-Service');
  const hasClusterService = services.some((one) => sameName(one.text('Name') ?? '', 'ClusSvc'));
  return snapshot.isComplete('Get-Service') && services.length > 0 && !hasClusterService
    ? 'the host has no Cluster service'
    : null;
}
