/** Network adapters of VMs. Those of the host itself are not here. */
import { type Fact, unknown } from '../../../../shared/fact';
import { idOf } from '../../../../shared/ids';
import type { Vnic } from '../../../../shared/model/estate';
import type { PartialFacts } from '../../../../shared/model/field';
import { vnicFields } from '../../../../shared/model/hyperv/vnic-fields';
import { isJsonArray, isJsonObject, type JsonValue } from '../json-value';
import type { ProblemLog } from '../problems';
import { bool, count, emptyMeans, enumOf, guidIn, mac, text, textList } from './decoders';
import { derived, factValue, sameName } from './derived';
import { aclAction, isolationMode, onOffState, portMirroring, vlanMode } from './enums';
import {
  completeFacts,
  cutFact,
  type MappingRow,
  preferFacts,
  readMapped,
  readProperty,
} from './mapping';
import { listOf, memberOf, type RecordView, unwrap, viewOf } from './record-view';
import type { Snapshot } from './snapshot';
import type { TrafficByAdapter } from './traffic-records';
import { parentOf, type VmRecords } from './vm-index';

type Fields = typeof vnicFields;
type Facts = PartialFacts<Fields>;

const onOff = enumOf(onOffState);
const nothing: Readonly<Record<string, never>> = {};

/** Fact, command, property, how to read it. */
const VNIC_TABLE: readonly MappingRow<Fields>[] = [
  ['switchName', 'Get-VMNetworkAdapter', 'SwitchName', emptyMeans<string | null>(null, text)],
  ['connected', 'Get-VMNetworkAdapter', 'Connected', bool],
  ['isLegacy', 'Get-VMNetworkAdapter', 'IsLegacy', bool],
  ['macAddress', 'Get-VMNetworkAdapter', 'MacAddress', mac],
  ['dynamicMacAddress', 'Get-VMNetworkAdapter', 'DynamicMacAddressEnabled', bool],
  ['iovWeight', 'Get-VMNetworkAdapter', 'IovWeight', count],
  ['iovUsage', 'Get-VMNetworkAdapter', 'IovUsage', count],
  ['vfDataPathActive', 'Get-VMNetworkAdapter', 'VFDataPathActive', bool],
  ['iovQueuePairsRequested', 'Get-VMNetworkAdapter', 'IovQueuePairsRequested', count],
  ['vmqWeight', 'Get-VMNetworkAdapter', 'VmqWeight', count],
  ['vmqUsage', 'Get-VMNetworkAdapter', 'VmqUsage', count],
  ['vrssEnabled', 'Get-VMNetworkAdapter', 'VrssEnabled', bool],
  ['vmmqEnabled', 'Get-VMNetworkAdapter', 'VmmqEnabled', bool],
  ['vmmqQueuePairs', 'Get-VMNetworkAdapter', 'VrssMaxQueuePairs', count],
  ['vmmqQueuePairs', 'Get-VMNetworkAdapter', 'VmmqQueuePairs', count],
  ['macAddressSpoofing', 'Get-VMNetworkAdapter', 'MacAddressSpoofing', onOff],
  ['dhcpGuard', 'Get-VMNetworkAdapter', 'DhcpGuard', onOff],
  ['routerGuard', 'Get-VMNetworkAdapter', 'RouterGuard', onOff],
  ['allowTeaming', 'Get-VMNetworkAdapter', 'AllowTeaming', onOff],
  ['portMirroring', 'Get-VMNetworkAdapter', 'PortMirroringMode', enumOf(portMirroring)],
  ['virtualSubnetId', 'Get-VMNetworkAdapter', 'VirtualSubnetId', count],
  ['isolationMode', 'Get-VMNetworkAdapterIsolation', 'IsolationMode', enumOf(isolationMode)],
  [
    'isolationMode',
    'Get-VMNetworkAdapter',
    'IsolationSetting.IsolationMode',
    enumOf(isolationMode),
  ],
  ['isolationMode', 'Get-VMNetworkAdapter', 'CurrentIsolationMode', enumOf(isolationMode)],
  ['vlanMode', 'Get-VMNetworkAdapterVlan', 'OperationMode', enumOf(vlanMode)],
  ['vlanMode', 'Get-VMNetworkAdapter', 'VlanSetting.OperationMode', enumOf(vlanMode)],
  ['accessVlanId', 'Get-VMNetworkAdapterVlan', 'AccessVlanId', count],
  ['accessVlanId', 'Get-VMNetworkAdapter', 'VlanSetting.AccessVlanId', count],
  ['stormLimit', 'Get-VMNetworkAdapter', 'StormLimit', count],
  ['dynamicIpAddressLimit', 'Get-VMNetworkAdapter', 'DynamicIPAddressLimit', count],
  // Without a bandwidth policy the setting is null.
  [
    'maximumBandwidthBitsPerSecond',
    'Get-VMNetworkAdapter',
    'BandwidthSetting.MaximumBandwidth',
    emptyMeans(0, count),
  ],
  [
    'minimumBandwidthBitsPerSecond',
    'Get-VMNetworkAdapter',
    'BandwidthSetting.MinimumBandwidthAbsolute',
    emptyMeans(0, count),
  ],
  [
    'minimumBandwidthWeight',
    'Get-VMNetworkAdapter',
    'BandwidthSetting.MinimumBandwidthWeight',
    emptyMeans(0, count),
  ],
  ['mandatoryFeatures', 'Get-VMNetworkAdapter', 'MandatoryFeatureName', emptyMeans([], textList)],
  ['mandatoryFeatures', 'Get-VMNetworkAdapter', 'MandatoryFeatureId', emptyMeans([], textList)],
  ['resourcePool', 'Get-VMNetworkAdapter', 'PoolName', emptyMeans<string | null>(null, text)],
];

export function vnicsOf(
  vm: VmRecords,
  snapshot: Snapshot,
  traffic: TrafficByAdapter,
  needsGuestDriver: boolean,
  log: ProblemLog,
): Vnic[] {
  const byId = new Map<string, Vnic>();
  for (const [index, record] of vm.all('Get-VMNetworkAdapter').entries()) {
    const guid = nicGuidOf(record);
    const id = `${vm.id}/nic/${guid ?? index}`;
    const name = record.text('Name') ?? `Network adapter ${index + 1}`;
    const settings = new Map([['Get-VMNetworkAdapter', record]]);
    for (const cmdlet of ['Get-VMNetworkAdapterVlan', 'Get-VMNetworkAdapterIsolation']) {
      const own = settingsOf(vm, cmdlet, record, guid);
      const [only] = own;
      if (only && own.length === 1) settings.set(cmdlet, only);
    }
    const read = readMapped(VNIC_TABLE, settings, log);
    const given: Facts = {
      ...aclFacts(vm, snapshot, record, guid, log),
      ...bindFailureFact(read, needsGuestDriver),
      ...(guid === null || factValue(read.vfDataPathActive) === true ? nothing : traffic.get(guid)),
    };
    byId.set(id, {
      id: idOf<'vnic'>(id),
      name,
      facts: completeFacts(vnicFields, preferFacts(read, given)),
    });
  }
  return [...byId.values()];
}

/** `Microsoft:<VM GUID>\<NIC GUID>`: the second GUID is the adapter's. */
function nicGuidOf(record: RecordView): string | null {
  return nicGuidIn(record.text('Id') ?? '') ?? nicGuidIn(record.text('AdapterId') ?? '');
}

function nicGuidIn(id: string): string | null {
  return guidIn(id.split('\\').at(-1) ?? '') ?? null;
}

/** Records of another command that belong to this adapter, by adapter id, else by its name. */
function settingsOf(
  vm: VmRecords,
  cmdlet: string,
  adapter: RecordView,
  guid: string | null,
): readonly RecordView[] {
  const name = adapter.text('Name') ?? '';
  return vm.all(cmdlet).filter((one) => {
    const parent = parentOf(one);
    const parentGuid = parent.adapterId === null ? null : nicGuidIn(parent.adapterId);
    if (parentGuid !== null && guid !== null) return parentGuid === guid;
    return sameName(parent.adapterName ?? one.text('VMNetworkAdapterName') ?? '', name);
  });
}

function aclFacts(
  vm: VmRecords,
  snapshot: Snapshot,
  adapter: RecordView,
  guid: string | null,
  log: ProblemLog,
): Facts {
  const acls = aclsOf('AclList', 'Get-VMNetworkAdapterAcl', vm, snapshot, adapter, guid, log);
  const extended = aclsOf(
    'ExtendedAclList',
    'Get-VMNetworkAdapterExtendedAcl',
    vm,
    snapshot,
    adapter,
    guid,
    log,
  );
  const facts: Record<string, Fact<unknown>> = {};
  if (extended?.kind === 'list')
    facts.extendedAclCount = derived(extended.records.length, extended.from);
  if (extended?.kind === 'unknown') facts.extendedAclCount = extended.fact;
  if (acls?.kind === 'unknown') facts.aclActions = acls.fact;
  if (acls?.kind === 'list') {
    const actions = acls.records.map((one) => readProperty(one, 'Action', enumOf(aclAction), log));
    const bad = actions.find((one) => one?.state !== 'known');
    facts.aclActions =
      actions.length > 0 && bad !== undefined
        ? (bad ?? unknown('not-collected'))
        : derived(
            [...new Set(actions.flatMap((one) => factValue(one ?? undefined) ?? []))],
            acls.from,
          );
  }
  return facts as Facts;
}

type Acls =
  | { readonly kind: 'list'; readonly records: readonly RecordView[]; readonly from: string }
  | { readonly kind: 'unknown'; readonly fact: Fact<never> };

/** The command of the ACLs says most; without it the list inside the adapter has to do. */
function aclsOf(
  property: string,
  cmdlet: string,
  vm: VmRecords,
  snapshot: Snapshot,
  adapter: RecordView,
  guid: string | null,
  log: ProblemLog,
): Acls | null {
  const own = settingsOf(vm, cmdlet, adapter, guid);
  if (snapshot.isComplete(cmdlet) || own.length > 0) {
    return { kind: 'list', records: own, from: `listed by ${cmdlet}` };
  }
  const raw = adapter.get(property);
  if (raw === undefined) return null;
  const inner = unwrap(raw);
  if (inner === null || inner === undefined) return { kind: 'unknown', fact: unknown('empty') };
  // A list that lay too deep was joined to one text: none, or "there are some".
  if (inner === '') return { kind: 'list', records: [], from: adapter.field(property) };
  if (typeof inner === 'string')
    return { kind: 'unknown', fact: cutFact(adapter, property, raw, log) };
  const items = listOf(raw);
  if (items.some((item) => typeof item === 'string')) {
    return { kind: 'unknown', fact: cutFact(adapter, property, raw, log) };
  }
  return {
    kind: 'list',
    records: items.flatMap((item, index) => nestedView(item, adapter, property, index)),
    from: `${adapter.place.file}: ${adapter.field(property)}`,
  };
}

function nestedView(
  item: JsonValue,
  adapter: RecordView,
  property: string,
  index: number,
): RecordView[] {
  const inner = unwrap(item);
  if (!isJsonObject(inner) || isJsonArray(inner)) return [];
  if (memberOf(inner, 'Action') === undefined && property === 'AclList') return [];
  return [
    viewOf(inner, {
      ...adapter.place,
      cmdlet: `${adapter.place.cmdlet}[${adapter.place.index}].${property}`,
      index,
    }),
  ];
}

/** What can be said of the guest's attempt to use a VF without looking into the guest. */
function bindFailureFact(read: Facts, needsGuestDriver: boolean): Facts {
  if (factValue(read.vfDataPathActive) === true) {
    return { vfBindFailure: derived(null, 'the VF data path is active') };
  }
  if (needsGuestDriver) {
    return {
      vfBindFailure: derived('Guest drivers needed.', 'the operational status of the VM'),
    };
  }
  return factValue(read.iovUsage) === 0
    ? { vfBindFailure: derived(null, 'no VF is assigned now, so none failed to bind') }
    : {};
}
