/** Physical adapters of a host: one record per port, joined over the commands by name. */
import { type Fact, known } from '../../../../shared/fact';
import { idOf } from '../../../../shared/ids';
import type { Adapter } from '../../../../shared/model/estate';
import type { PartialFacts } from '../../../../shared/model/field';
import { adapterFields } from '../../../../shared/model/hyperv/adapter-fields';
import { findNic } from '../../catalogue/find-nic';
import { pciIdsOf } from '../../catalogue/pci-ids';
import type { ProblemLog } from '../problems';
import {
  bitRate,
  bool,
  count,
  type Decoder,
  enumOf,
  guid,
  linkSpeedText,
  numaNode,
  pciId,
  text,
  truthOf,
} from './decoders';
import { derived, factValue, sameName } from './derived';
import { interfaceOperationalStatus, mediaConnectState, sriovSupport } from './enums';
import { completeFacts, type MappingRow, preferFacts, readMapped } from './mapping';
import { listOf, type RecordView, scalarOf } from './record-view';
import type { Snapshot } from './snapshot';

type Fields = typeof adapterFields;
type Facts = PartialFacts<Fields>;

/** Texts of the view, in English: `Up`, `Disconnected`. The numbers below it come first. */
const linkStatus: Decoder<boolean> = {
  expects: 'Up, Disconnected or Disabled',
  decode: (raw) => {
    const status = String(scalarOf(raw) ?? '').toLowerCase();
    if (status === 'up') return { ok: true, value: true };
    return /^(?:disconnected|disabled|down|not present)$/.test(status)
      ? { ok: true, value: false }
      : { ok: false, reason: 'empty', expected: 'Up, Disconnected or Disabled' };
  },
};

/** PCIe signalling rate by its code (1 is 2.5 GT/s), or as a text such as `8.0 GT/s`. */
const pcieSpeed: Decoder<number> = {
  expects: 'a PCIe speed code from 1 to 6, or a text such as 8.0 GT/s',
  decode: (raw) => {
    const value = scalarOf(raw);
    const found = /^(\d+(?:[.,]\d+)?)\s*GT\/s/i.exec(String(value ?? ''))?.[1];
    const gigatransfers =
      found === undefined ? PCIE_SPEEDS[Number(value) - 1] : Number(found.replace(',', '.'));
    if (gigatransfers !== undefined && Number.isFinite(gigatransfers)) {
      return { ok: true, value: gigatransfers };
    }
    const isNothing = value === null || value === '' || Number(value) === 0 || value === 'Unknown';
    return {
      ok: false,
      reason: isNothing ? 'empty' : 'not-understood',
      expected: 'a PCIe speed code from 1 to 6',
    };
  },
};
const PCIE_SPEEDS = [2.5, 5, 8, 16, 32, 64];

/** Fact, command, property, how to read it. */
const ADAPTER_TABLE: readonly MappingRow<Fields>[] = [
  ['description', 'Get-NetAdapter', 'InterfaceDescription', text],
  ['description', 'Get-NetAdapterSriov', 'InterfaceDescription', text],
  ['description', 'Get-NetAdapterVmq', 'InterfaceDescription', text],
  ['description', 'Get-NetLbfoTeamMember', 'InterfaceDescription', text],
  ['interfaceGuid', 'Get-NetAdapter', 'InterfaceGuid', guid],
  ['pciVendorId', 'PortolanPciIds', 'VendorId', pciId],
  ['pciDeviceId', 'PortolanPciIds', 'DeviceId', pciId],
  ['driverVersion', 'Get-NetAdapter', 'DriverVersion', text],
  ['driverVersion', 'Get-NetAdapter', 'DriverVersionString', text],
  ['driverProvider', 'Get-NetAdapter', 'DriverProvider', text],
  ['linkUp', 'Get-NetAdapter', 'MediaConnectState', enumOf(mediaConnectState)],
  ['linkUp', 'Get-NetAdapter', 'MediaConnectionState', enumOf(mediaConnectState)],
  ['linkUp', 'Get-NetAdapter', 'InterfaceOperationalStatus', enumOf(interfaceOperationalStatus)],
  ['linkUp', 'Get-NetAdapter', 'Status', linkStatus],
  ['linkBitsPerSecond', 'Get-NetAdapter', 'ReceiveLinkSpeed', bitRate],
  ['linkBitsPerSecond', 'Get-NetAdapter', 'Speed', bitRate],
  ['linkBitsPerSecond', 'Get-NetAdapter', 'LinkSpeed', linkSpeedText],
  ['numaNode', 'Get-NetAdapterHardwareInfo', 'NumaNode', numaNode],
  [
    'pcieGigatransfersPerSecond',
    'Get-NetAdapterHardwareInfo',
    'PciExpressCurrentLinkSpeedEncoded',
    pcieSpeed,
  ],
  ['pcieGigatransfersPerSecond', 'Get-NetAdapterHardwareInfo', 'PcieLinkSpeed', pcieSpeed],
  ['pcieLanes', 'Get-NetAdapterHardwareInfo', 'PciExpressCurrentLinkWidth', count],
  ['pcieLanes', 'Get-NetAdapterHardwareInfo', 'PcieLinkWidth', count],
  ['sriovEnabled', 'Get-NetAdapterSriov', 'Enabled', bool],
  ['sriovSupport', 'Get-NetAdapterSriov', 'SriovSupport', enumOf(sriovSupport)],
  ['vfCount', 'Get-NetAdapterSriov', 'NumVFs', count],
  ['vfsAllocated', 'Get-NetAdapterSriov', 'NumAllocatedVFs', count],
  ['vportCount', 'Get-NetAdapterSriov', 'NumVPorts', count],
  ['vportsActive', 'Get-NetAdapterSriov', 'NumActiveVPorts', count],
  ['singleVportPool', 'Get-NetAdapterSriov', 'CurrentCapabilities.SingleVportPoolSupported', bool],
  ['vfRssSupported', 'Get-NetAdapterSriov', 'CurrentCapabilities.VfRssSupported', bool],
  ['vmqEnabled', 'Get-NetAdapterVmq', 'Enabled', bool],
  ['vmqQueueCount', 'Get-NetAdapterVmq', 'NumberOfReceiveQueues', count],
  ['vmqBaseProcessor', 'Get-NetAdapterVmq', 'BaseProcessorNumber', count],
  ['vmqMaxProcessor', 'Get-NetAdapterVmq', 'MaxProcessorNumber', count],
  ['vmqMaxProcessors', 'Get-NetAdapterVmq', 'MaxProcessors', count],
  ['lbfoTeam', 'Get-NetLbfoTeamMember', 'Team', text],
];

/** Commands with one record per adapter. */
const PER_ADAPTER = [
  'Get-NetAdapter',
  'Get-NetAdapterSriov',
  'Get-NetAdapterVmq',
  'Get-NetAdapterHardwareInfo',
  'Get-NetLbfoTeamMember',
];

/** Standard keywords of the driver, and the facts they give. */
const KEYWORDS = [
  ['receiveBuffers', '*receivebuffers'],
  ['transmitBuffers', '*transmitbuffers'],
  ['jumboPacketBytes', '*jumbopacket'],
] as const;

export function adaptersOf(snapshot: Snapshot, log: ProblemLog): Adapter[] {
  const names = adapterNames(snapshot);
  const byName = new Map(
    PER_ADAPTER.map((cmdlet) => [
      cmdlet,
      new Map(snapshot.records(cmdlet).map((one) => [lowerName(one), one] as const)),
    ]),
  );
  const keywords = snapshot.records('Get-NetAdapterAdvancedProperty');
  return names.map((name): Adapter => {
    const records = new Map<string, RecordView>();
    for (const [cmdlet, ofCmdlet] of byName) {
      const record = ofCmdlet.get(name.toLowerCase());
      if (record) records.set(cmdlet, record);
    }
    const ids = pciRecordOf(snapshot, records.get('Get-NetAdapter'));
    if (ids) records.set('PortolanPciIds', ids);
    const read = readMapped(ADAPTER_TABLE, records, log);
    const facts: Facts = preferFacts(read, {
      ...listedFacts(snapshot, records),
      ...pciFactsOf(records.get('Get-NetAdapter'), read),
      ...keywordFacts(keywords, name),
    });
    return {
      id: idOf<'adapter'>(`${snapshot.hostId}/nic/${name}`),
      name,
      facts: completeFacts(adapterFields, preferFacts(facts, catalogueFacts(facts, ids))),
    };
  });
}

/** Names of the physical ports. Team interfaces, host vNICs and tunnels are left out. */
function adapterNames(snapshot: Snapshot): readonly string[] {
  const listed = snapshot.records('Get-NetAdapter');
  const sources =
    listed.length > 0
      ? listed.filter(isPhysical)
      : ['Get-NetAdapterSriov', 'Get-NetAdapterVmq', 'Get-NetLbfoTeamMember'].flatMap((cmdlet) =>
          snapshot.records(cmdlet),
        );
  const names = new Map<string, string>();
  for (const record of sources) {
    const name = record.text('Name');
    if (name !== null && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()];
}

export function isPhysical(adapter: RecordView): boolean {
  const hardware = truthOf(adapter.get('HardwareInterface') ?? adapter.get('ConnectorPresent'));
  if (hardware !== undefined) return hardware;
  const device = adapter.text('PnPDeviceID');
  if (device !== null) return /^(?:PCI|USB|VMBUS)\\/i.test(device);
  const isVirtual = truthOf(adapter.get('Virtual'));
  if (isVirtual !== undefined) return !isVirtual;
  const component = adapter.text('ComponentID') ?? '';
  const description = adapter.text('InterfaceDescription') ?? '';
  return (
    !/^(?:vms_mp|ms_implat|root\\)/i.test(component) &&
    !/hyper-v virtual|multiplexor/i.test(description)
  );
}

/** An adapter that a complete list lacks is one the command does not show. */
function listedFacts(snapshot: Snapshot, records: ReadonlyMap<string, RecordView>): Facts {
  const facts: Record<string, Fact<unknown>> = {};
  const lists = [
    ['sriovListed', 'Get-NetAdapterSriov'],
    ['vmqListed', 'Get-NetAdapterVmq'],
  ] as const;
  for (const [field, cmdlet] of lists) {
    const record = records.get(cmdlet);
    if (record) {
      facts[field] = known(true, {
        kind: 'import',
        file: record.place.file,
        field: `${cmdlet}[${record.place.index}]`,
      });
    } else if (snapshot.isComplete(cmdlet)) {
      facts[field] = derived(false, `${cmdlet} does not list this adapter`);
    }
  }
  if (!records.has('Get-NetLbfoTeamMember') && snapshot.isComplete('Get-NetLbfoTeamMember')) {
    facts.lbfoTeam = derived(null, 'Get-NetLbfoTeamMember does not list this adapter');
  }
  return facts as Facts;
}

/** By device id, or by the name of the device, which is the interface description. */
function pciRecordOf(snapshot: Snapshot, adapter: RecordView | undefined): RecordView | undefined {
  if (adapter === undefined) return undefined;
  const device = adapter.text('PnPDeviceID');
  const description = adapter.text('InterfaceDescription');
  const records = snapshot.records('PortolanPciIds');
  return (
    records.find((one) => device !== null && sameName(one.text('PNPDeviceID') ?? '', device)) ??
    records.find(
      (one) => device === null && one.text('Name') === description && description !== null,
    )
  );
}

function pciFactsOf(adapter: RecordView | undefined, read: Facts): Facts {
  if (adapter === undefined || read.pciDeviceId?.state === 'known') return {};
  const ids = pciIdsOf(adapter.text('PnPDeviceID') ?? '');
  if (ids === null) return {};
  const origin = {
    kind: 'import',
    file: adapter.place.file,
    field: adapter.field('PnPDeviceID'),
  } as const;
  return { pciVendorId: known(ids.vendorId, origin), pciDeviceId: known(ids.deviceId, origin) };
}

function keywordFacts(records: readonly RecordView[], adapterName: string): Facts {
  const facts: Record<string, Fact<number>> = {};
  for (const [field, keyword] of KEYWORDS) {
    const record = records.find(
      (one) =>
        (one.text('RegistryKeyword') ?? '').toLowerCase() === keyword &&
        sameName(one.text('Name') ?? '', adapterName),
    );
    const value = record
      ? Number(scalarOf(listOf(record.get('RegistryValue'))[0]) ?? Number.NaN)
      : Number.NaN;
    if (!record || !Number.isSafeInteger(value) || value < 0) continue;
    facts[field] = known(value, {
      kind: 'import',
      file: record.place.file,
      field: record.field('RegistryValue'),
    });
  }
  return facts as Facts;
}

/** Make and model, when the catalogue is sure of them. */
export function catalogueFacts(facts: Facts, ids?: RecordView): Facts {
  const match = findNic({
    vendorId: factValue(facts.pciVendorId),
    deviceId: factValue(facts.pciDeviceId),
    subsystemId: ids?.text('SubsystemId')?.slice(0, 4) ?? null,
    interfaceDescription: factValue(facts.description),
  });
  const [row] = match.rows;
  const by = match.by === 'pci-id' || match.by === 'vf-pci-id' ? 'PCI ids' : 'description';
  return {
    ...(match.make === null
      ? {}
      : { make: derived(match.make, `catalogue, by the ${by} of the adapter`) }),
    ...(row && match.rows.length === 1
      ? { catalogueModel: derived(row.id, `catalogue: ${row.model}, by the ${by} of the adapter`) }
      : {}),
  };
}

function lowerName(record: RecordView): string {
  return (record.text('Name') ?? '').toLowerCase();
}
