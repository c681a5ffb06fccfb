/**
 * A seeded estate of any size, with the variety and the drift of real ones, for tests and
 * benchmarks. The same wish gives the same estate, fact for fact.
 */
import { idOf } from '../../shared/ids';
import type { Adapter, Cluster, Estate, Host, VirtualSwitch, Vm } from '../../shared/model/estate';
import { adapterFields } from '../../shared/model/hyperv/adapter-fields';
import { clusterFields, hostFields } from '../../shared/model/hyperv/host-fields';
import { switchFields } from '../../shared/model/hyperv/switch-fields';
import { vmFields } from '../../shared/model/hyperv/vm-fields';
import { vnicFields } from '../../shared/model/hyperv/vnic-fields';
import {
  type AdapterDraft,
  type ClusterDraft,
  digits,
  draftHosts,
  type HostDraft,
  type SwitchDraft,
} from './draft-hosts';
import { type PlacedVm, placeVm } from './place-vms';
import { type Random, seededRandom } from './random';
import { FactMaker } from './shared-facts';

export interface EstateWish {
  readonly seed: number;
  readonly hosts: number;
  readonly vms: number;
  /** How often a host differs from the plan of its cluster, 0 to 1. Default 0.15. */
  readonly drift?: number;
  /** How often what one command prints is missing for a record, 0 to 1. Default 0.03. */
  readonly unknowns?: number;
}

/** @throws RangeError for a count below 1 or a share outside 0 to 1 */
export function generateEstate(wish: EstateWish): Estate {
  const { seed, hosts: hostCount, vms: vmCount, drift = 0.15, unknowns = 0.03 } = wish;
  for (const count of [hostCount, vmCount]) {
    if (!Number.isInteger(count) || count < 1) throw new RangeError(`not a count: ${count}`);
  }
  for (const share of [drift, unknowns]) {
    if (!(0 <= share && share <= 1)) throw new RangeError(`not a share: ${share}`);
  }
  const random = seededRandom(seed);
  const drafts = draftHosts(hostCount, drift, random);
  const placed = Array.from({ length: vmCount }, (_, index) =>
    placeVm(index, drafts.hosts, random),
  );
  const maker = new FactMaker(random, unknowns);
  return {
    clusters: drafts.clusters.map((draft) => clusterRecord(draft, maker, random)),
    hosts: drafts.hosts.map((draft) => hostRecord(draft, maker, random, unknowns)),
    vms: placed.map((vm) => vmRecord(vm, maker, random, unknowns)),
  };
}

/** Records whose lists nobody collected are rarer than single gaps. */
const WHOLE_LIST_MISSING = 0.2;

function clusterRecord(draft: ClusterDraft, maker: FactMaker, random: Random): Cluster {
  return {
    platform: 'hyperv',
    id: draft.id,
    name: draft.name,
    facts: maker.facts(clusterFields, {
      functionalLevel: draft.release.functionalLevel,
      parallelMigrations: random.weigh([
        [60, 1],
        [30, 2],
        [10, 4],
      ] as const),
      migrationNetworks: random.weigh([
        [60, ['Cluster Network 1', 'Live Migration']],
        [38, ['Cluster Network 1']],
        [2, []],
      ]),
    }),
  };
}

function hostRecord(draft: HostDraft, maker: FactMaker, random: Random, unknowns: number): Host {
  const { hardware, processor, release, cluster } = draft;
  const iovSupport = draft.iovReasons.length === 0 && hardware.nic.vfs > 0;
  const sockets = hardware.isStandaloneOnly === true ? 1 : 2;
  const cores = sockets * processor.coresPerSocket;
  const facts = maker.facts(hostFields, {
    osName: release.name,
    osBuild: release.build,
    osKind: release.kind,
    osEdition: draft.edition,
    systemDrive: random.chance(0.96) ? 'C:' : 'D:',
    computerVendor: hardware.computer[0],
    computerModel: hardware.computer[1],
    firmwareVersion: hardware.firmware[draft.hasOutdatedFirmware ? 1 : 0],
    processorModel: processor.model,
    processorVendor: processor.vendor,
    processorGeneration: processor.generation,
    processorFeatures: processor.features,
    microcodeRevision: processor.microcode[draft.hasOutdatedFirmware ? 1 : 0],
    processorMitigations: draft.hasOutdatedFirmware ? ['IBRS'] : ['IBRS', 'SSBD'],
    socketCount: sockets,
    coreCount: cores,
    logicalProcessorCount: random.chance(0.95) ? cores * 2 : cores,
    clockMegahertz: processor.megahertz,
    numaNodeCount: sockets,
    numaNodeProcessorCount: (cores / sockets) * 2,
    numaNodeMemoryBytes: Math.floor(draft.memoryBytes / sockets),
    numaSpanningEnabled: random.chance(0.9),
    memoryBytes: draft.memoryBytes,
    memoryFreeBytes: draft.memoryFreeBytes,
    iovSupport,
    iovSupportReasons: draft.iovReasons,
    iovEnableOverride: random.chance(0.03),
    belowTenGigVmqEnabled: draft.allowsSlowVmq,
    tenGigVmqEnabled: random.chance(0.95),
    configurationVersions: release.configurationVersions,
    migrationEnabled: release.kind !== 'client' && random.chance(0.97),
    migrationLimit: random.pick([2, 2, 2, 4]),
    migrationsRunning: random.weigh([
      [94, 0],
      [4, 1],
      [2, 2],
    ] as const),
    migrationAuthentication: random.chance(0.7) ? 'kerberos' : 'credssp',
    migrationTransport: draft.migrationTransport,
    migrationPortsOpen: random.chance(0.95),
    migrationCredentials: random.chance(0.95),
    virtualSans: random.chance(0.3) ? ['Fabric A', 'Fabric B'] : [],
    partitionableGpus: 26100 <= release.build && random.chance(0.3) ? ['NVIDIA A16'] : [],
    guarded: random.chance(0.1),
    guardians: random.chance(0.5) ? ['UntrustedGuardian', 'HGS'] : ['UntrustedGuardian'],
    ethernetResourcePools: random.chance(0.95) ? ['Primordial'] : ['Primordial', 'Gold'],
    macAddressMinimum: `00155D${macBlock(draft.id)}00`,
    macAddressMaximum: `00155D${macBlock(draft.id)}FF`,
    // The range has 256, which every 16th host has used up.
    dynamicMacAddressesInUse: macBlock(draft.id).endsWith('0') ? 256 : 64,
    clusterName: cluster?.name ?? null,
    collectedAt: `2026-03-${digits(random.between(1, 28), 2)}T02:15:00Z`,
  });
  return {
    platform: 'hyperv',
    id: draft.id,
    name: draft.name,
    clusterId: cluster?.id ?? null,
    facts,
    adapters: draft.adapters.map((port) => adapterRecord(port, draft, maker, random)),
    switches: draft.switches.map((one) => switchRecord(one, draft, maker, random)),
    switchesKnown: !random.chance(unknowns * WHOLE_LIST_MISSING),
  };
}

function adapterRecord(
  port: AdapterDraft,
  host: HostDraft,
  maker: FactMaker,
  random: Random,
): Adapter {
  const { nic } = host.hardware;
  const listsSriov = nic.vfs > 0;
  return {
    id: idOf<'adapter'>(`${host.id}/nic/${port.name}`),
    name: port.name,
    facts: maker.facts(adapterFields, {
      description: port.name.endsWith('1') ? nic.description : `${nic.description} #2`,
      interfaceGuid: `{${guidFor(host.id, port.name)}}`,
      pciVendorId: nic.vendorId,
      pciDeviceId: nic.deviceId,
      make: nic.make,
      catalogueModel: nic.catalogueModel,
      driverVersion: nic.driverVersion,
      driverProvider: port.sriovSupport === 'missing-pf-driver' ? 'Microsoft' : nic.driverProvider,
      firmwareVersion: nic.firmwareVersion,
      linkUp: port.linkUp,
      linkBitsPerSecond: port.linkUp ? nic.gigabits * 1e9 : 0,
      numaNode: port.name.startsWith('SLOT 2') ? 0 : 1,
      pcieGigatransfersPerSecond: nic.gigatransfers,
      pcieLanes: random.chance(0.97) ? nic.lanes : Math.max(1, nic.lanes / 2),
      sriovListed: listsSriov,
      sriovEnabled: port.sriovEnabled,
      sriovSupport: port.sriovSupport,
      vfCount: port.vfCount,
      vfsAllocated: port.vfsAllocated,
      vportCount: nic.vports,
      vportsActive: nic.vports === 0 ? 0 : 1 + port.vfsAllocated + port.queuesAllocated,
      singleVportPool: nic.hasSingleVportPool,
      vfRssSupported: nic.hasVfRss,
      vmqListed: nic.queues > 0,
      vmqEnabled: port.vmqEnabled,
      vmqQueueCount: nic.queues,
      vmqBaseProcessor: random.weigh([
        [70, 2],
        [30, 0],
      ] as const),
      vmqMaxProcessor: host.processor.coresPerSocket * 2 - 2,
      vmqMaxProcessors: random.pick([8, 16]),
      lbfoTeam: port.lbfoTeam,
      vendorTeamOrVlan: host.release.build < 17763 && random.chance(0.1),
      receiveBuffers: random.pick([512, 512, 1024, 4096]),
      transmitBuffers: random.pick([512, 512, 2048]),
      jumboPacketBytes: random.pick([1514, 1514, 9014]),
    }),
  };
}

function switchRecord(
  one: SwitchDraft,
  host: HostDraft,
  maker: FactMaker,
  random: Random,
): VirtualSwitch {
  const isExternal = one.type === 'external';
  const hasForwarding = isExternal && random.chance(0.03);
  const extensions = hasForwarding
    ? ['Microsoft Windows Filtering Platform', 'Microsoft Azure VFP Switch Extension']
    : random.chance(0.9)
      ? ['Microsoft Windows Filtering Platform']
      : [];
  const isModern = 17763 <= host.release.build;
  return {
    id: idOf<'switch'>(`${host.id}/switch/${one.name}`),
    name: one.name,
    facts: maker.facts(switchFields, {
      switchType: one.type,
      memberAdapters: one.members.map(({ name }) => name),
      teaming: one.teaming,
      teamingMode: one.teamingMode,
      loadBalancing:
        one.teaming === 'lbfo' && one.teamingMode !== 'switch-independent'
          ? 'transport-ports'
          : random.pick(['hyper-v-port', 'dynamic'] as const),
      iovEnabled: one.iovEnabled,
      iovSupport: isExternal && host.iovReasons.length === 0 && one.teaming !== 'lbfo',
      iovSupportReasons: isExternal ? host.iovReasons : [],
      vfCapacity: one.vfCapacity,
      vfsInUse: total(one.members, ({ vfsAllocated }) => vfsAllocated),
      queuePairCapacity: one.queuePairCapacity,
      queuePairsInUse: one.queuePairsInUse,
      vmqCapacity: one.queueCapacity,
      vmqsInUse: total(one.members, ({ queuesAllocated }) => queuesAllocated),
      bandwidthMode: one.iovEnabled
        ? random.chance(0.97)
          ? 'none'
          : 'absolute'
        : random.pick(['weight', 'weight', 'absolute'] as const),
      forwardingExtensions: hasForwarding ? ['Microsoft Azure VFP Switch Extension'] : [],
      enabledExtensions: extensions,
      portFeatures: random.chance(0.9) ? ['Ethernet Switch Port Security Settings'] : [],
      defaultQueueVrssEnabled: isModern,
      defaultQueueVmmqEnabled: isModern && isExternal,
      defaultQueueVmmqQueuePairs: isModern && isExternal ? random.pick([4, 8, 16]) : 0,
      softwareRscEnabled: isModern,
      portsRejectedByExtension: isExternal && random.chance(0.04),
      vmqRejectedByDriver: isExternal && random.chance(0.01),
    }),
  };
}

function vmRecord(vm: PlacedVm, maker: FactMaker, random: Random, unknowns: number): Vm {
  // Only VMs that hold nothing lose their place or their adapters, so that pools still add up.
  const isWhole = vm.values.state !== 'off';
  const isHostKnown = isWhole || !random.chance(unknowns * WHOLE_LIST_MISSING);
  const vnicsKnown = isWhole || !random.chance(unknowns * WHOLE_LIST_MISSING);
  return {
    platform: 'hyperv',
    id: vm.id,
    name: vm.name,
    hostId: isHostKnown ? vm.host.id : null,
    facts: maker.facts(vmFields, vm.values),
    vnics: (vnicsKnown ? vm.vnics : []).map(({ name, values }, nth) => ({
      id: idOf<'vnic'>(`${vm.id}/vnic/${nth + 1}`),
      name,
      facts: maker.facts(vnicFields, values),
    })),
    vnicsKnown,
  };
}

function total<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((sum, one) => sum + of(one), 0);
}

/** Four hex digits that are the host's own. */
function macBlock(hostId: string): string {
  const number = Number.parseInt(hostId.replace(/\D/g, ''), 10);
  return number.toString(16).toUpperCase().padStart(4, '0');
}

/** A GUID that names a port; made by a plain hash, since nothing depends on its quality. */
function guidFor(...parts: readonly string[]): string {
  let hash = 0x811c9dc5;
  const words = [1, 2, 3, 4].map((salt) => {
    for (const letter of `${salt}${parts.join('/')}`) {
      hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  });
  const hex = words.join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
