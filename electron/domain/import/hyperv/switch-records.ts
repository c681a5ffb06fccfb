/** Virtual switches of a host, followed down to the physical adapters behind them. */
import { type Fact, known, unknown } from '../../../../shared/fact';
import { idOf } from '../../../../shared/ids';
import type { Adapter, VirtualSwitch } from '../../../../shared/model/estate';
import type { PartialFacts } from '../../../../shared/model/field';
import { switchFields } from '../../../../shared/model/hyperv/switch-fields';
import type { ProblemLog } from '../problems';
import { isPhysical } from './adapter-records';
import { bool, count, emptyMeans, enumOf, guidIn, textList } from './decoders';
import { derived, factValue, sameName } from './derived';
import {
  bandwidthMode,
  lbfoLoadBalancing,
  lbfoTeamingMode,
  setLoadBalancing,
  setTeamingMode,
  switchType,
} from './enums';
import { completeFacts, type MappingRow, preferFacts, readMapped, readProperty } from './mapping';
import { isCutText, listOf, type RecordView, scalarOf } from './record-view';
import type { Snapshot } from './snapshot';
import { vmqRejectedBySwitch } from './switch-events';
import { extensionFacts } from './switch-extensions';

type Fields = typeof switchFields;
type Facts = PartialFacts<Fields>;

/** Fact, command, property, how to read it. `AvailableVMQueues` is the capacity, not what is free. */
const SWITCH_TABLE: readonly MappingRow<Fields>[] = [
  ['switchType', 'Get-VMSwitch', 'SwitchType', enumOf(switchType)],
  ['iovEnabled', 'Get-VMSwitch', 'IovEnabled', bool],
  ['iovSupport', 'Get-VMSwitch', 'IovSupport', bool],
  ['iovSupportReasons', 'Get-VMSwitch', 'IovSupportReasons', emptyMeans([], textList)],
  ['vfCapacity', 'Get-VMSwitch', 'IovVirtualFunctionCount', count],
  ['vfsInUse', 'Get-VMSwitch', 'IovVirtualFunctionsInUse', count],
  ['queuePairCapacity', 'Get-VMSwitch', 'IovQueuePairCount', count],
  ['queuePairsInUse', 'Get-VMSwitch', 'IovQueuePairsInUse', count],
  ['vmqCapacity', 'Get-VMSwitch', 'AvailableVMQueues', count],
  ['vmqsInUse', 'Get-VMSwitch', 'NumberVmqAllocated', count],
  ['bandwidthMode', 'Get-VMSwitch', 'BandwidthReservationMode', enumOf(bandwidthMode)],
  ['defaultQueueVrssEnabled', 'Get-VMSwitch', 'DefaultQueueVrssEnabled', bool],
  ['defaultQueueVmmqEnabled', 'Get-VMSwitch', 'DefaultQueueVmmqEnabled', bool],
  ['defaultQueueVmmqQueuePairs', 'Get-VMSwitch', 'DefaultQueueVrssMaxQueuePairs', count],
  ['defaultQueueVmmqQueuePairs', 'Get-VMSwitch', 'DefaultQueueVmmqQueuePairs', count],
  ['softwareRscEnabled', 'Get-VMSwitch', 'SoftwareRscEnabled', bool],
  ['teamingMode', 'Get-VMSwitchTeam', 'TeamingMode', enumOf(setTeamingMode)],
  ['loadBalancing', 'Get-VMSwitchTeam', 'LoadBalancingAlgorithm', enumOf(setLoadBalancing)],
  ['teamingMode', 'Get-NetLbfoTeam', 'TeamingMode', enumOf(lbfoTeamingMode)],
  ['loadBalancing', 'Get-NetLbfoTeam', 'LoadBalancingAlgorithm', enumOf(lbfoLoadBalancing)],
];

export function switchesOf(
  snapshot: Snapshot,
  adapters: readonly Adapter[],
  log: ProblemLog,
): VirtualSwitch[] {
  const byName = new Map<string, VirtualSwitch>();
  for (const record of snapshot.records('Get-VMSwitch')) {
    const name = record.text('Name');
    if (name === null) {
      log.add(record.place.file, {
        place: record.field('Name'),
        found: 'no name',
        expected: 'the name of the switch',
        severity: 'lost',
        message: 'A virtual switch without a name was left out; select Name as well.',
      });
      continue;
    }
    byName.set(name.toLowerCase(), {
      id: idOf<'switch'>(`${snapshot.hostId}/switch/${name}`),
      name,
      facts: completeFacts(switchFields, factsOf(name, record, snapshot, adapters, log)),
    });
  }
  return [...byName.values()];
}

function factsOf(
  name: string,
  record: RecordView,
  snapshot: Snapshot,
  adapters: readonly Adapter[],
  log: ProblemLog,
): Facts {
  const bound = boundAdapters(name, record, snapshot, log);
  const team = lbfoTeamBehind(bound, snapshot);
  const records = new Map([['Get-VMSwitch', record]]);
  const embedded = snapshot.records('Get-VMSwitchTeam').find((one) => isNamed(one, name));
  if (embedded) records.set('Get-VMSwitchTeam', embedded);
  if (team) records.set('Get-NetLbfoTeam', team);
  const read = readMapped(SWITCH_TABLE, records, log);
  const isExternal = factValue(read.switchType) === 'external';
  const isInner = read.switchType?.state === 'known' && !isExternal;
  const rejected = vmqRejectedBySwitch(snapshot, name, record.text('Id'));
  return preferFacts(read, {
    memberAdapters: isInner
      ? derived([], 'an internal or private switch has no physical adapter')
      : memberAdapters(bound, team, snapshot, adapters),
    teaming: isInner
      ? derived('none', 'an internal or private switch has no physical adapter')
      : teamingOf(record, bound, team, snapshot),
    ...extensionFacts(name, record, snapshot, log),
    ...(rejected === null ? {} : { vmqRejectedByDriver: rejected }),
  });
}

interface Bound {
  readonly description: string | null;
  readonly guid: string | null;
  /** The adapter record, physical or team interface; `null` when none fits. */
  readonly record: RecordView | null;
}

/** What the switch is bound to, by GUID where there is one, else by interface description. */
function boundAdapters(
  name: string,
  record: RecordView,
  snapshot: Snapshot,
  log: ProblemLog,
): Bound[] {
  const team = snapshot.records('Get-VMSwitchTeam').find((one) => isNamed(one, name));
  const sources = [record, ...(team ? [team] : [])];
  const guids = sources.map((one) => listOf(one.get('NetAdapterInterfaceGuid')).flatMap(guidsIn));
  const descriptions = sources.map((one) => {
    const many = readProperty(one, 'NetAdapterInterfaceDescriptions', textList, log);
    const single = readProperty(one, 'NetAdapterInterfaceDescription', textList, log);
    return factValue(many ?? undefined) ?? factValue(single ?? undefined) ?? [];
  });
  const listed = snapshot.records('Get-NetAdapter');
  const foundGuids = guids.find((list) => list.length > 0) ?? [];
  if (foundGuids.length > 0 && listed.length > 0) {
    return foundGuids.map((guid) => ({
      guid,
      description: null,
      record: listed.find((one) => guidIn(one.text('InterfaceGuid') ?? '') === guid) ?? null,
    }));
  }
  const others = ['Get-NetAdapter', 'Get-NetAdapterSriov', 'Get-NetAdapterVmq'];
  return (descriptions.find((list) => list.length > 0) ?? []).map((description) => ({
    guid: null,
    description,
    record:
      others
        .flatMap((cmdlet) => snapshot.records(cmdlet))
        .find((one) => sameName(one.text('InterfaceDescription') ?? '', description)) ?? null,
  }));
}

function guidsIn(value: unknown): string[] {
  const text = String(scalarOf(value as never) ?? '');
  return text.split(/[\s,;]+/).flatMap((part) => guidIn(part) ?? []);
}

/** The LBFO team whose interface the switch is bound to. */
function lbfoTeamBehind(bound: readonly Bound[], snapshot: Snapshot): RecordView | null {
  const names = bound.flatMap(({ record }) => record?.text('Name') ?? []);
  for (const team of snapshot.records('Get-NetLbfoTeam')) {
    const interfaces = listOf(team.get('TeamNics')).flatMap((one) => {
      const text = scalarOf(one);
      return typeof text === 'string' && !isCutText(text) ? [text] : [];
    });
    const own = [team.text('Name') ?? '', ...interfaces];
    if (names.some((name) => own.some((one) => sameName(one, name)))) return team;
  }
  return null;
}

function teamMembers(team: RecordView, snapshot: Snapshot): readonly string[] {
  const name = team.text('Name') ?? '';
  const byMember = snapshot
    .records('Get-NetLbfoTeamMember')
    .filter((one) => sameName(one.text('Team') ?? '', name))
    .flatMap((one) => one.text('Name') ?? []);
  if (byMember.length > 0) return byMember;
  return listOf(team.get('Members')).flatMap((one) => {
    const text = scalarOf(one);
    return typeof text === 'string' && !isCutText(text) ? [text] : [];
  });
}

function memberAdapters(
  bound: readonly Bound[],
  team: RecordView | null,
  snapshot: Snapshot,
  adapters: readonly Adapter[],
): Fact<readonly string[]> {
  if (team) {
    const members = teamMembers(team, snapshot);
    return members.length > 0
      ? derived(members, `members of the LBFO team ${team.text('Name') ?? ''}`)
      : unknown('not-collected', `LBFO team ${team.text('Name') ?? ''}`);
  }
  if (bound.length === 0) return unknown('not-collected');
  const lost = bound.find(({ record }) => record === null);
  if (lost) return unknown('not-collected', lost.description ?? lost.guid ?? '');
  const names = bound.flatMap(({ record }) => record?.text('Name') ?? []);
  const arePhysical = names.every((name) => adapters.some((one) => sameName(one.name, name)));
  // A team interface without its team: which ports are behind it is not known.
  if (!arePhysical) return unknown('not-collected', names.join(', '));
  return derived(
    names,
    'the adapters with the interface GUID or description that Get-VMSwitch names',
  );
}

function teamingOf(
  record: RecordView,
  bound: readonly Bound[],
  team: RecordView | null,
  snapshot: Snapshot,
): Fact<'none' | 'set' | 'lbfo'> {
  const embedded = scalarOf(record.get('EmbeddedTeamingEnabled'));
  if (String(embedded).toLowerCase() === 'true') {
    return known('set', {
      kind: 'import',
      file: record.place.file,
      field: record.field('EmbeddedTeamingEnabled'),
    });
  }
  if (team) return derived('lbfo', `bound to the LBFO team ${team.text('Name') ?? ''}`);
  const isBoundToHardware =
    bound.length > 0 && bound.every((one) => one.record !== null && isHardware(one.record));
  const hasNoLbfo =
    snapshot.isComplete('Get-NetLbfoTeam') && snapshot.records('Get-NetLbfoTeam').length === 0;
  if (isBoundToHardware || hasNoLbfo) {
    return derived(
      'none',
      isBoundToHardware
        ? 'bound to a physical adapter'
        : 'no embedded team, and the host has no LBFO team',
    );
  }
  return unknown('not-collected');
}

/** The commands other than `Get-NetAdapter` list physical adapters only. */
function isHardware(adapter: RecordView): boolean {
  return adapter.place.cmdlet !== 'Get-NetAdapter' || isPhysical(adapter);
}

function isNamed(record: RecordView, name: string): boolean {
  return sameName(record.text('Name') ?? '', name);
}
