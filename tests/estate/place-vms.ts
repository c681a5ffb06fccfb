/**
 * VMs with their adapters, placed on hosts. What a placed adapter gets there follows from the host,
 * so that the counters of hosts and what VMs report of themselves agree.
 */
import { idOf } from '../../shared/ids';
import type { vmFields } from '../../shared/model/hyperv/vm-fields';
import type { vnicFields } from '../../shared/model/hyperv/vnic-fields';
import { type AdapterDraft, digits, type HostDraft, type SwitchDraft, vfsOf } from './draft-hosts';
import { GUESTS, type Guest, ROLES } from './guests';
import type { Random } from './random';
import type { ValuesOf } from './shared-facts';

type VmValues = ValuesOf<typeof vmFields>;
type VnicValues = ValuesOf<typeof vnicFields>;

export interface PlacedVm {
  readonly id: ReturnType<typeof idOf<'vm'>>;
  readonly name: string;
  readonly host: HostDraft;
  readonly values: VmValues;
  readonly vnics: readonly {
    readonly name: string;
    readonly values: VnicValues;
  }[];
}

const GIBIBYTE = 2 ** 30;
const FIRST_BUILD_WITH_LINUX_VF = 14393;
const TEN_GIGABIT = 10;

/** Places one VM and takes what it gets from the host's pools and memory. */
export function placeVm(index: number, hosts: readonly HostDraft[], random: Random): PlacedVm {
  const guest = random.weigh(GUESTS);
  const memoryBytes =
    random.weigh([
      [30, 4],
      [35, 8],
      [25, 16],
      [10, 32],
    ] as const) * GIBIBYTE;
  const host = hostWithRoom(hosts, memoryBytes, random);
  const state = stateOn(host, memoryBytes, random);
  if (state === 'running' || state === 'paused') host.memoryFreeBytes -= memoryBytes;
  const traits: Traits = {
    guest,
    state,
    memoryBytes,
    isMetered: random.chance(0.03),
    isNested: random.chance(0.01),
  };
  const count = random.weigh([
    [80, 1],
    [14, 2],
    [4, 3],
    [2, 4],
  ] as const);
  const vnics = Array.from({ length: count }, (_, nth) => ({
    name: nth === 0 ? 'Network Adapter' : `Network Adapter ${nth + 1}`,
    values: vnicValues(index, nth, host, traits, random),
  }));
  return {
    id: idOf<'vm'>(`vm-${digits(index + 1, 5)}`),
    name: `${random.pick(ROLES)}-${digits(index + 1, 5)}`,
    host,
    values: vmValues(index, host, traits, random),
    vnics,
  };
}

interface Traits {
  readonly guest: Guest;
  readonly state: VmValues['state'];
  readonly memoryBytes: number;
  readonly isMetered: boolean;
  readonly isNested: boolean;
}

function hostWithRoom(hosts: readonly HostDraft[], bytes: number, random: Random): HostDraft {
  let host = random.pick(hosts);
  for (let attempt = 0; attempt < 4 && host.memoryFreeBytes < bytes; attempt += 1) {
    host = random.pick(hosts);
  }
  return host;
}

function stateOn(host: HostDraft, bytes: number, random: Random): VmValues['state'] {
  const wanted = random.weigh([
    [88, 'running'],
    [8, 'off'],
    [3, 'saved'],
    [0.6, 'paused'],
    [0.4, 'other'],
  ] as const);
  const needsMemory = wanted === 'running' || wanted === 'paused';
  return needsMemory && host.memoryFreeBytes < bytes ? 'off' : wanted;
}

function vmValues(index: number, host: HostDraft, traits: Traits, random: Random): VmValues {
  const { guest, state, memoryBytes } = traits;
  const cluster = host.cluster;
  const nodes = cluster?.hosts.map(({ name }) => name) ?? null;
  const clustered = nodes !== null && random.chance(0.97);
  const owners =
    clustered && nodes !== null && random.chance(0.06) ? someOf(nodes, host.name) : nodes;
  const generation =
    host.release.build === 9600 ? guest.generation : random.chance(0.1) ? 1 : guest.generation;
  const isRunning = state === 'running' || state === 'paused';
  const volume = clustered ? `C:\\ClusterStorage\\Volume${1 + (index % 4)}` : 'D:\\Hyper-V';
  return {
    state,
    generation,
    configurationVersion: configurationVersionOn(host, random),
    processorCount: random.pick([1, 2, 2, 4, 4, 8, 16]),
    processorsPerNumaNode: random.pick([8, 16, 32]),
    memoryPerNumaNodeBytes: random.pick([64, 256]) * 2 ** 30,
    memoryAssignedBytes: isRunning ? memoryBytes : 0,
    memoryStartupBytes: memoryBytes,
    dynamicMemory: random.chance(0.4),
    dirtyBytesPerSecond: random.pick([1, 4, 16, 64, 256]) * 2 ** 20,
    processorCompatibility: random.chance(0.15),
    processorCompatibilityMode: random.chance(0.2)
      ? 'common-cluster-feature-set'
      : 'minimum-feature-set',
    processorFeatures: host.processor.features,
    // Without a draw, so that all other values are what they were.
    retpoline: index % 8 === 0,
    exposesVirtualization: traits.isNested,
    guestOs: guest.name,
    guestArchitecture: guest.architecture,
    guestVfDrivers: guest.canUseVf ? driversIn(host, random) : [],
    resourceMetering: traits.isMetered,
    assignedDevices: !clustered && random.chance(0.05) ? ['PCIROOT(16)#PCI(0000)#PCI(0000)'] : [],
    gpuPartitionCount: 26100 <= host.release.build && random.chance(0.03) ? 1 : 0,
    possibleOwners: clustered ? owners : null,
    configurationPossibleOwners: clustered ? (random.chance(0.98) ? owners : nodes) : null,
    clustered,
    dvdImages: random.chance(0.04) ? [`${random.pick(['C:\\ISO', volume])}\\install.iso`] : [],
    diskPaths: [`${volume}\\vm-${digits(index + 1, 5)}\\disk0.vhdx`],
    passThroughDisks: random.chance(0.01) ? ['Disk 2'] : [],
    sharedDisks: random.chance(0.01),
    fibreChannelAdapterCount: random.chance(0.01) ? 2 : 0,
    virtualSans: random.chance(0.01) ? ['Fabric A'] : [],
    secureBoot: generation === 2 && random.chance(0.9),
    vtpmEnabled: generation === 2 && random.chance(0.1),
    shielded: generation === 2 && random.chance(0.01),
    keyProtectorGuardians: random.chance(0.9) ? ['UntrustedGuardian'] : ['HGS'],
    replicationMode: random.weigh([
      [90, 'none'],
      [6, 'primary'],
      [4, 'replica'],
    ] as const),
  };
}

/** Most VMs were made on the host's release, some came along from older ones. */
function configurationVersionOn(host: HostDraft, random: Random): string {
  const versions = host.release.configurationVersions;
  const usual = versions.at(-1) ?? '5.0';
  return random.chance(0.75) ? usual : random.pick(versions);
}

function someOf(nodes: readonly string[], mustHave: string): readonly string[] {
  return nodes.filter((name, place) => name === mustHave || place % 2 === 0);
}

function driversIn(host: HostDraft, random: Random): readonly string[] {
  const make = host.hardware.nic.make;
  return random.weigh([
    [60, [make]],
    [35, ['intel', 'nvidia']],
    [5, []],
  ]);
}

function vnicValues(
  index: number,
  nth: number,
  host: HostDraft,
  traits: Traits,
  random: Random,
): VnicValues {
  const network = random.chance(0.015) ? null : switchFor(nth, host, random);
  const isLegacy = traits.guest.generation === 1 && random.chance(0.03);
  const policies = policiesOf(traits, random);
  const wish = {
    iovWeight:
      isLegacy || random.chance(0.3)
        ? 0
        : random.weigh([
            [95, 100],
            [5, 50],
          ] as const),
    vmqWeight: isLegacy || random.chance(0.03) ? 0 : 100,
    queuePairs: random.weigh([
      [80, 1],
      [20, 4],
    ] as const),
  };
  const got =
    network === null || traits.state !== 'running' || isLegacy
      ? NOTHING
      : takeFrom(network, host, traits.guest, wish, policies, random);
  const isBusy = traits.state === 'running' && network !== null;
  const megabits = isBusy ? random.pick([0.2, 3, 40, 250, 1800]) : 0;
  return {
    switchName: network?.name ?? null,
    connected: network !== null,
    isLegacy,
    macAddress: macOf(index, nth),
    dynamicMacAddress: random.chance(0.85),
    iovWeight: wish.iovWeight,
    iovUsage: got.hasVf ? 1 : 0,
    vfDataPathActive: got.hasVf && !got.isIdle,
    iovQueuePairsRequested: wish.queuePairs,
    vmqWeight: wish.vmqWeight,
    vmqUsage: got.hasQueue ? 1 : 0,
    vrssEnabled: random.chance(0.95),
    vmmqEnabled: got.hasQueue && 17763 <= host.release.build && random.chance(0.9),
    vmmqQueuePairs: got.hasQueue && 14393 <= host.release.build ? random.pick([4, 8, 16]) : 0,
    ...policies,
    mandatoryFeatures: random.chance(0.005) ? ['Ethernet Switch Port Security Settings'] : [],
    resourcePool: random.chance(0.02) ? 'Gold' : random.chance(0.5) ? 'Primordial' : null,
    vfBindFailure: got.isIdle ? random.pick(['Cannot open VF adapter.', 'VF MTU mismatch.']) : null,
    receiveBitsPerSecond: Math.round(megabits * 1e6),
    sendBitsPerSecond: Math.round(megabits * 4e5),
    receivePacketsPerSecond: Math.round(megabits * 140),
    sendPacketsPerSecond: Math.round(megabits * 90),
  };
}

type Policies = Pick<
  VnicValues,
  | 'macAddressSpoofing'
  | 'dhcpGuard'
  | 'routerGuard'
  | 'allowTeaming'
  | 'portMirroring'
  | 'aclActions'
  | 'extendedAclCount'
  | 'virtualSubnetId'
  | 'isolationMode'
  | 'vlanMode'
  | 'accessVlanId'
  | 'stormLimit'
  | 'dynamicIpAddressLimit'
  | 'maximumBandwidthBitsPerSecond'
  | 'minimumBandwidthBitsPerSecond'
  | 'minimumBandwidthWeight'
>;

function policiesOf({ isMetered, isNested }: Traits, random: Random): Policies {
  const subnet = random.chance(0.01) ? random.between(4096, 16777215) : 0;
  const vlanMode = random.weigh([
    [30, 'untagged'],
    [66, 'access'],
    [3, 'trunk'],
    [1, 'private'],
  ] as const);
  return {
    macAddressSpoofing: isNested || random.chance(0.02),
    dhcpGuard: random.chance(0.02),
    routerGuard: random.chance(0.015),
    allowTeaming: random.chance(0.04),
    portMirroring: random.weigh([
      [98, 'none'],
      [1, 'source'],
      [1, 'destination'],
    ] as const),
    aclActions: isMetered
      ? ['meter']
      : random.weigh([
          [96, []],
          [1, ['meter']],
          [1, ['deny']],
          [2, ['allow', 'deny']],
        ]),
    extendedAclCount: random.chance(0.015) ? random.between(1, 6) : 0,
    virtualSubnetId: subnet,
    isolationMode: subnet > 0 ? 'native-virtual-subnet' : vlanMode === 'untagged' ? 'none' : 'vlan',
    vlanMode: subnet > 0 ? 'untagged' : vlanMode,
    accessVlanId: subnet === 0 && vlanMode === 'access' ? random.pick([10, 20, 120, 121, 200]) : 0,
    stormLimit: random.chance(0.005) ? 100 : 0,
    dynamicIpAddressLimit: random.chance(0.005) ? 4 : 0,
    maximumBandwidthBitsPerSecond: random.chance(0.03) ? random.pick([1e8, 5e8, 1e9]) : 0,
    minimumBandwidthBitsPerSecond: random.chance(0.005) ? 1e8 : 0,
    minimumBandwidthWeight: random.chance(0.02) ? random.pick([10, 50]) : 0,
  };
}

/** Policies that need the switch, and so take the VF away. */
function needsSwitch(policies: Policies): boolean {
  return (
    policies.macAddressSpoofing ||
    policies.dhcpGuard ||
    policies.routerGuard ||
    policies.portMirroring !== 'none' ||
    policies.aclActions.length > 0 ||
    policies.extendedAclCount > 0 ||
    policies.virtualSubnetId > 0 ||
    policies.stormLimit > 0 ||
    policies.dynamicIpAddressLimit > 0 ||
    policies.maximumBandwidthBitsPerSecond > 0 ||
    policies.minimumBandwidthBitsPerSecond > 0 ||
    policies.minimumBandwidthWeight > 0
  );
}

function switchFor(nth: number, host: HostDraft, random: Random): SwitchDraft {
  const first = host.switches[0];
  if (first === undefined) throw new Error(`${host.name} has no switch`);
  if (nth === 0 && random.chance(0.9)) return first;
  return random.pick(host.switches);
}

interface Wish {
  readonly iovWeight: number;
  readonly vmqWeight: number;
  readonly queuePairs: number;
}
interface Got {
  readonly hasVf: boolean;
  /** A VF is assigned and the guest does not use it. */
  readonly isIdle: boolean;
  readonly hasQueue: boolean;
}
const NOTHING: Got = { hasVf: false, isIdle: false, hasQueue: false };

function takeFrom(
  network: SwitchDraft,
  host: HostDraft,
  guest: Guest,
  wish: Wish,
  policies: Policies,
  random: Random,
): Got {
  const guestCan =
    guest.canUseVf && (!guest.isLinux || FIRST_BUILD_WITH_LINUX_VF <= host.release.build);
  const wantsVf = wish.iovWeight > 0 && guestCan && !needsSwitch(policies);
  if (wantsVf && network.vfCapacity > 0) {
    const giver = leastUsed(network.members, (port) =>
      Math.min(vfsOf(port) - port.vfsAllocated, freeVports(port, host)),
    );
    const pairs = Math.min(wish.queuePairs, network.queuePairCapacity - network.queuePairsInUse);
    if (giver !== null && pairs > 0) {
      giver.vfsAllocated += 1;
      network.queuePairsInUse += pairs;
      const isIdle = random.chance(0.03);
      return { hasVf: true, isIdle, hasQueue: false };
    }
  }
  const { nic } = host.hardware;
  const isTooSlow = nic.gigabits < TEN_GIGABIT && !host.allowsSlowVmq;
  if (wish.vmqWeight === 0 || isTooSlow) return NOTHING;
  const giver = leastUsed(network.members, (port) => {
    if (!port.vmqEnabled) return 0;
    return network.iovEnabled ? freeVports(port, host) : nic.queues - port.queuesAllocated;
  });
  const inUse = network.members.reduce((sum, port) => sum + port.queuesAllocated, 0);
  const isFull = network.queueCapacity > 0 && network.queueCapacity <= inUse;
  if (giver === null || isFull) return NOTHING;
  giver.queuesAllocated += 1;
  return { hasVf: false, isIdle: false, hasQueue: true };
}

function freeVports(port: AdapterDraft, host: HostDraft): number {
  return host.hardware.nic.vports - 1 - port.vfsAllocated - port.queuesAllocated;
}

function leastUsed(
  ports: readonly AdapterDraft[],
  freeOn: (port: AdapterDraft) => number,
): AdapterDraft | null {
  let best: AdapterDraft | null = null;
  let most = 0;
  for (const port of ports) {
    const free = freeOn(port);
    if (free > most) {
      best = port;
      most = free;
    }
  }
  return best;
}

/** Microsoft's prefix, then a number that no other adapter has. */
function macOf(index: number, nth: number): string {
  return `00155D${(index * 4 + nth).toString(16).toUpperCase().padStart(6, '0')}`;
}
