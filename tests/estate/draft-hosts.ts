/**
 * Hosts before they are records: the counters of pools and memory still move while VMs are placed.
 */
import { type ClusterId, type HostId, idOf } from '../../shared/ids';
import type { adapterFields } from '../../shared/model/hyperv/adapter-fields';
import type { switchFields } from '../../shared/model/hyperv/switch-fields';
import { HARDWARE, type Hardware, type HostRelease, IOV_REASONS, type Processor } from './hardware';
import type { Random } from './random';
import type { ValuesOf } from './shared-facts';

type SwitchValues = ValuesOf<typeof switchFields>;
type AdapterValues = ValuesOf<typeof adapterFields>;

export interface ClusterDraft {
  readonly id: ClusterId;
  readonly name: string;
  readonly hardware: Hardware;
  readonly release: HostRelease;
  readonly edition: string;
  readonly switches: readonly SwitchWish[];
  readonly memoryGibibytes: number;
  readonly migrationTransport: 'tcpip' | 'compression' | 'smb';
  readonly hosts: HostDraft[];
}

interface SwitchWish {
  readonly name: string;
  readonly type: SwitchValues['switchType'];
  readonly withIov: boolean;
}

export interface AdapterDraft {
  readonly name: string;
  readonly sriovSupport: AdapterValues['sriovSupport'];
  readonly sriovEnabled: boolean;
  readonly vmqEnabled: boolean;
  readonly vfCount: number;
  readonly lbfoTeam: string | null;
  readonly linkUp: boolean;
  vfsAllocated: number;
  queuesAllocated: number;
}

export interface SwitchDraft {
  readonly name: string;
  readonly type: SwitchValues['switchType'];
  readonly teaming: SwitchValues['teaming'];
  readonly iovEnabled: boolean;
  readonly members: readonly AdapterDraft[];
  readonly vfCapacity: number;
  readonly queueCapacity: number;
  readonly queuePairCapacity: number;
  readonly teamingMode: SwitchValues['teamingMode'];
  queuePairsInUse: number;
}

export interface HostDraft {
  readonly id: HostId;
  readonly name: string;
  readonly cluster: ClusterDraft | null;
  readonly hardware: Hardware;
  readonly processor: Processor;
  readonly hasOutdatedFirmware: boolean;
  readonly release: HostRelease;
  readonly edition: string;
  readonly iovReasons: readonly string[];
  readonly adapters: readonly AdapterDraft[];
  readonly switches: readonly SwitchDraft[];
  readonly memoryBytes: number;
  readonly migrationTransport: 'tcpip' | 'compression' | 'smb';
  /** Registry override that allows VM queues on slow links. */
  readonly allowsSlowVmq: boolean;
  memoryFreeBytes: number;
}

const GIBIBYTE = 2 ** 30;
const HOST_RESERVE_BYTES = 8 * GIBIBYTE;
const STANDALONE_SHARE = 0.1;

/** @param drift  how often a host differs from the plan of its cluster, 0 to 1 */
export function draftHosts(
  count: number,
  drift: number,
  random: Random,
): {
  readonly clusters: readonly ClusterDraft[];
  readonly hosts: readonly HostDraft[];
} {
  const clusters: ClusterDraft[] = [];
  const hosts: HostDraft[] = [];
  const standalone = Math.max(1, Math.round(count * STANDALONE_SHARE));
  while (hosts.length < count) {
    const left = count - hosts.length;
    const size = Math.min(random.between(4, 16), left - standalone);
    if (size < 4) {
      hosts.push(draftHost(hosts.length, null, drift, random));
      continue;
    }
    const cluster = draftCluster(clusters.length, random);
    clusters.push(cluster);
    for (let node = 0; node < size; node += 1) {
      const host = draftHost(hosts.length, cluster, drift, random);
      cluster.hosts.push(host);
      hosts.push(host);
    }
  }
  return { clusters, hosts };
}

function draftCluster(index: number, random: Random): ClusterDraft {
  const hardware = random.weigh(
    HARDWARE.filter(({ isStandaloneOnly }) => isStandaloneOnly !== true).map(
      (one) => [one.weight, one] as const,
    ),
  );
  const release = random.pick(hardware.releases);
  return {
    id: idOf<'cluster'>(`cluster-${digits(index + 1, 3)}`),
    name: `CL-${random.pick(['PROD', 'SQL', 'VDI', 'DMZ', 'TEST', 'EDGE'])}-${digits(index + 1, 2)}`,
    hardware,
    release,
    edition: random.pick(release.editions),
    switches: draftSwitchPlan(hardware, random),
    memoryGibibytes: random.pick(hardware.memoryGibibytes),
    migrationTransport: random.pick(['compression', 'compression', 'smb', 'tcpip']),
    hosts: [],
  };
}

/** Names are those of the cluster, so that its VMs find them on every node. */
function draftSwitchPlan(hardware: Hardware, random: Random): readonly SwitchWish[] {
  const withIov = hardware.teaming !== 'lbfo' && random.chance(0.8);
  const name = random.pick([
    'vs-prod',
    'vSwitch',
    hardware.teaming === 'set' ? 'SETswitch' : 'LAN',
  ]);
  const plan: SwitchWish[] = [{ name, type: 'external', withIov }];
  if (random.chance(0.5)) {
    plan.push({
      name: random.pick(['vs-dmz', 'vs-backup', 'vs-storage']),
      type: 'external',
      withIov: random.chance(0.4) && hardware.teaming !== 'lbfo',
    });
  }
  if (random.chance(0.12)) {
    plan.push({
      name: 'vs-internal',
      type: random.pick(['internal', 'private']),
      withIov: false,
    });
  }
  return plan;
}

function draftHost(
  index: number,
  cluster: ClusterDraft | null,
  drift: number,
  random: Random,
): HostDraft {
  const hardware = cluster?.hardware ?? hardwareOfStandalone(index, random);
  const differs = (): boolean => random.chance(drift);
  const processor = random.pick(
    cluster !== null && differs() ? hardware.processors : hardware.processors.slice(0, 1),
  );
  const release =
    cluster !== null && !(differs() && random.chance(0.3))
      ? cluster.release
      : random.pick(hardware.releases);
  const plan = cluster?.switches ?? draftSwitchPlan(hardware, random);
  const teaming = teamingOn(hardware, release, differs(), random);
  const iovReasons = differs() && random.chance(0.4) ? [random.weigh(IOV_REASONS)] : [];
  const present = plan.filter(
    ({ type }, place) => place === 0 || type !== 'external' || !differs(),
  );
  const adapters = present
    .filter(({ type }) => type === 'external')
    .flatMap((_, pair) => draftPorts(pair, teaming, hardware, iovReasons, differs, random));
  const memoryBytes =
    (cluster?.memoryGibibytes ?? random.pick(hardware.memoryGibibytes)) * GIBIBYTE;
  let port = 0;
  const switches = present.map((wish) => {
    if (wish.type !== 'external') return innerSwitch(wish);
    const members = adapters.slice(port, port + PORTS_PER_SWITCH);
    port += PORTS_PER_SWITCH;
    const withIov = differs() && random.chance(0.5) ? !wish.withIov : wish.withIov;
    return externalSwitch(
      wish.name,
      teaming === 'none' ? members.slice(0, 1) : members,
      teaming,
      withIov && hardware.nic.vfs > 0,
      hardware,
      iovReasons.length === 0,
      random,
    );
  });
  return {
    id: idOf<'host'>(`host-${digits(index + 1, 4)}`),
    name: `HV${digits(index + 1, 4)}`,
    cluster,
    hardware,
    processor,
    hasOutdatedFirmware: differs(),
    release,
    edition: cluster?.edition ?? random.pick(release.editions),
    iovReasons,
    adapters,
    switches,
    memoryBytes,
    migrationTransport: cluster?.migrationTransport ?? random.pick(['compression', 'tcpip']),
    allowsSlowVmq: random.chance(0.05),
    memoryFreeBytes: memoryBytes - HOST_RESERVE_BYTES,
  };
}

/** Every second standalone host is one of the small machines that no cluster is made of, in turn. */
function hardwareOfStandalone(index: number, random: Random): Hardware {
  if (index % 2 === 0) {
    const small = HARDWARE.filter(({ isStandaloneOnly }) => isStandaloneOnly === true);
    const next = small[(index / 2) % small.length];
    if (next !== undefined) return next;
  }
  return random.weigh(HARDWARE.map((one) => [one.weight, one] as const));
}

function teamingOn(
  hardware: Hardware,
  release: HostRelease,
  differs: boolean,
  random: Random,
): SwitchDraft['teaming'] {
  if (release.kind === 'client') return 'none';
  if (hardware.teaming === 'set' && !release.hasSet) return 'lbfo';
  if (!differs) return hardware.teaming;
  return random.pick(release.hasSet ? ['set', 'lbfo', 'none'] : ['lbfo', 'none']);
}

const PORTS_PER_SWITCH = 2;
const QUEUE_PAIRS_PER_VF = 2;

function draftPorts(
  pair: number,
  teaming: SwitchDraft['teaming'],
  { nic }: Hardware,
  iovReasons: readonly string[],
  differs: () => boolean,
  random: Random,
): readonly AdapterDraft[] {
  const isBad = nic.vfs > 0 && differs() && random.chance(0.2);
  const sriovSupport = isBad
    ? random.pick([
        'missing-acs',
        'missing-pf-driver',
        'no-vf-bar-space',
        'no-bus-resources',
        'unknown',
      ] as const)
    : iovReasons.length > 0
      ? 'no-iommu-support'
      : 'supported';
  const isOff = differs() && random.chance(0.15);
  const hasFewVfs = differs() && random.chance(0.3);
  const vmqEnabled = nic.queues > 0 && !(differs() && random.chance(0.2));
  return [1, 2].map((port) => ({
    name: `SLOT ${pair + 2} Port ${port}`,
    sriovSupport,
    sriovEnabled: nic.vfs > 0 && !isOff,
    vmqEnabled,
    vfCount: isOff ? 0 : hasFewVfs ? Math.ceil(nic.vfs / 8) : nic.vfs,
    lbfoTeam: teaming === 'lbfo' ? `Team${pair + 1}` : null,
    linkUp: teaming !== 'none' || port === 1,
    vfsAllocated: 0,
    queuesAllocated: 0,
  }));
}

function innerSwitch({ name, type }: SwitchWish): SwitchDraft {
  return {
    name,
    type,
    teaming: 'none',
    iovEnabled: false,
    members: [],
    vfCapacity: 0,
    queueCapacity: 0,
    queuePairCapacity: 0,
    teamingMode: 'switch-independent',
    queuePairsInUse: 0,
  };
}

function externalSwitch(
  name: string,
  members: readonly AdapterDraft[],
  teaming: SwitchDraft['teaming'],
  iovEnabled: boolean,
  { nic }: Hardware,
  platformCan: boolean,
  random: Random,
): SwitchDraft {
  const teamingMode =
    teaming === 'lbfo'
      ? random.pick(['switch-independent', 'static', 'lacp'] as const)
      : 'switch-independent';
  const canGiveVfs = iovEnabled && platformCan && teaming !== 'lbfo';
  const vfCapacity = canGiveVfs ? sum(members, vfsOf) : 0;
  const sharesQueues = teamingMode !== 'switch-independent';
  return {
    name,
    type: 'external',
    teaming,
    iovEnabled,
    members,
    vfCapacity,
    queuePairCapacity: vfCapacity * QUEUE_PAIRS_PER_VF,
    queueCapacity:
      iovEnabled && nic.hidesQueuesInSriovMode
        ? 0
        : nic.queues * (sharesQueues ? 1 : members.length),
    teamingMode,
    queuePairsInUse: 0,
  };
}

/** How many VFs a port can give. */
export function vfsOf(adapter: AdapterDraft): number {
  return adapter.sriovSupport === 'supported' && adapter.sriovEnabled ? adapter.vfCount : 0;
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}

export function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
