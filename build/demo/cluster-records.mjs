/** What the commands about a failover cluster print, and what the collector concludes from them. */
import { guid } from './derive-estate.mjs';
import {
  clusterGroupState,
  clusterGroupType,
  clusterNetworkRole,
  clusterNetworkState,
  clusterNodeState,
  clusterResourceState,
  drainStatus,
} from './powershell-values.mjs';

/**
 * @param {import('./types').Host} host
 */
export function cluster(host) {
  const { name, functionalLevel, upgradeVersion, parallelMigrations } = clusterOf(host);
  return [
    {
      Name: name,
      Domain: host.domain,
      Id: guid('cluster', name),
      ClusterFunctionalLevel: functionalLevel,
      ClusterUpgradeVersion: upgradeVersion,
      MaximumParallelMigrations: parallelMigrations,
      DrainOnShutdown: 1,
      ClusterEnforcedAntiAffinity: 0,
      AutoBalancerMode: 2,
      AutoBalancerLevel: 1,
      PlacementOptions: 0,
      S2DEnabled: 0,
    },
  ];
}

/**
 * @param {import('./types').Host} host
 */
export function clusterNodes(host) {
  const { nodes, release } = host;
  const [major, minor] = release.version.split('.').map(Number);
  return nodes.map((node, index) => ({
    Name: node.name,
    Id: String(index + 1),
    Cluster: clusterOf(host).name,
    State: clusterNodeState('Up'),
    StatusInformation: 0,
    DrainStatus: drainStatus('NotInitiated'),
    NodeWeight: 1,
    DynamicWeight: 1,
    MajorVersion: major,
    MinorVersion: minor,
    BuildNumber: release.build,
    Manufacturer: node.computer[0],
    Model: node.computer[1],
  }));
}

/**
 * The roles of the whole cluster: any node knows them all.
 * @param {import('./types').Host} host
 * @param {readonly import('./types').Vm[]} vms
 */
export function clusterGroups(host, vms) {
  return vms.map((vm) => ({
    Name: vm.name,
    Id: guid('group', vm.name),
    Cluster: clusterOf(host).name,
    GroupType: clusterGroupType('VirtualMachine'),
    State: clusterGroupState(vm.state === 'Running' ? 'Online' : 'Offline'),
    OwnerNode: vm.host,
    Priority: vm.name.startsWith('dc-') ? 3000 : 2000,
    AutoFailbackType: 0,
    StatusInformation: 0,
  }));
}

/** Types of resource; the resource of a VM is named after its type. */
const TYPES = ['Virtual Machine', 'Virtual Machine Configuration'];

/**
 * @param {readonly import('./types').Vm[]} vms
 */
export function clusterResources(vms) {
  return vms.flatMap((vm) =>
    TYPES.map((type) => ({
      Name: `${type} ${vm.name}`,
      Id: guid('resource', type, vm.name),
      ResourceType: type,
      OwnerGroup: vm.name,
      OwnerNode: vm.host,
      State: clusterResourceState(
        vm.state === 'Running' || type !== 'Virtual Machine' ? 'Online' : 'Offline',
      ),
    })),
  );
}

/**
 * Only of the VMs that this node owns.
 * @param {import('./types').Host} host
 */
export function clusterOwners(host) {
  const all = host.nodes.map(({ name }) => name);
  return host.vms
    .filter(({ isClustered }) => isClustered)
    .flatMap((vm) =>
      TYPES.map((type) => ({
        Resource: `${type} ${vm.name}`,
        ResourceType: type,
        OwnerGroup: vm.name,
        VmId: vm.id,
        Owners: vm.owners ?? all,
      })),
    );
}

export function clusterDrain() {
  return [{ ClusterObject: 'Virtual Machine', Name: 'MoveTypeThreshold', Value: 2000 }];
}

export function clusterNetworks() {
  return NETWORKS.map(({ name, role, address }, index) => ({
    Name: name,
    Id: guid('network', name),
    Role: clusterNetworkRole(role),
    State: clusterNetworkState('Up'),
    Metric: 30384 + index * 16,
    AutoMetric: true,
    Address: address,
    AddressMask: '255.255.255.0',
  }));
}

const NETWORKS = [
  { name: 'Cluster Network 1', role: 'ClusterAndClient', address: '203.0.113.0' },
  { name: 'Live Migration', role: 'Cluster', address: '192.0.2.0' },
];

/** @param {import('./types').Host} host */
function clusterOf(host) {
  if (host.cluster === null) throw new Error(`${host.name} is in no cluster`);
  return host.cluster;
}
