/** Adapters and virtual switches of a host in an inventory, with what their format assumes. */
import { type Fact, known, unknown } from '../../../../shared/fact';
import { type HostId, idOf } from '../../../../shared/ids';
import type { Adapter, VirtualSwitch, Vm, Vnic } from '../../../../shared/model/estate';
import type { PartialFacts } from '../../../../shared/model/field';
import { adapterFields } from '../../../../shared/model/hyperv/adapter-fields';
import { switchFields } from '../../../../shared/model/hyperv/switch-fields';
import { guestFacts } from '../../capability/guest-facts';
import { takesVf } from '../../capability/vf-takers';
import { type Catalogue, SHIPPED_CATALOGUE } from '../../catalogue/catalogue';
import { sameName } from '../hyperv/derived';
import { completeFacts } from '../hyperv/mapping';
import type { ProblemLog } from '../problems';
import { adapterModelFacts } from './adapter-model';
import { assumed, factsOfDefaults, knownValue, type LooseFacts } from './apply-defaults';
import { ADAPTER_DEFAULTS, SWITCH_DEFAULTS } from './constant-defaults';
import type { NamedRecord } from './read-inventory';
import { shorthandFact } from './read-record';

export interface InventoryAdapter {
  readonly adapter: Adapter;
  readonly facts: LooseFacts;
}

/** What a switch's assumptions are made of. */
export interface SwitchSurroundings {
  readonly adapters: readonly InventoryAdapter[];
  /** The VMs of the host. */
  readonly vms: readonly Vm[];
  /** Of the system of the host; `undefined` when not known. */
  readonly hostBuild: number | undefined;
}

export function inventoryAdapter(
  hostId: HostId,
  entry: NamedRecord,
  log: ProblemLog,
): InventoryAdapter {
  const given: LooseFacts = {
    ...factsOfDefaults(ADAPTER_DEFAULTS),
    ...adapterModelFacts(entry.record, log),
    ...entry.record.facts,
  };
  const facts: LooseFacts = {
    ...impliedSriov(given),
    ...given,
    ...withoutQueues(given, entry.record.facts),
  };
  return {
    facts,
    adapter: {
      id: idOf<'adapter'>(`${hostId}/nic/${entry.name}`),
      name: entry.name,
      facts: completeFacts(adapterFields, facts as PartialFacts<typeof adapterFields>),
    },
  };
}

/**
 * What Get-NetAdapterSriov prints of an adapter it prints because the adapter has SR-IOV, and
 * Windows turns that on.
 */
function impliedSriov(given: LooseFacts): LooseFacts {
  const { sriovListed, sriovEnabled, sriovSupport, vfCount } = given;
  const isListed =
    knownValue(sriovListed) === true ||
    knownValue(sriovSupport) !== undefined ||
    knownValue(sriovEnabled) !== undefined ||
    0 < (knownValue<number>(vfCount) ?? 0);
  if (!isListed || knownValue(sriovListed) === false) return {};
  const why = 'the file says more of its SR-IOV';
  return {
    sriovListed: assumed(true, why),
    sriovEnabled: assumed(true, 'what Windows sets'),
    sriovSupport: assumed('supported', why),
  };
}

/** An adapter that Get-NetAdapterVmq does not list has no such setting. */
function withoutQueues(given: LooseFacts, written: LooseFacts): LooseFacts {
  return knownValue(given.vmqListed) === false && written.vmqEnabled === undefined
    ? { vmqEnabled: unknown('not-collected') }
    : {};
}

export interface InventorySwitch {
  readonly virtualSwitch: VirtualSwitch;
  /** The vNICs that are counted among the VFs in use, where the file does not give the number. */
  readonly vfHolders: ReadonlySet<string>;
}

export function inventorySwitch(
  hostId: HostId,
  entry: NamedRecord,
  surroundings: SwitchSurroundings,
  log: ProblemLog,
): InventorySwitch {
  const { record } = entry;
  const written: LooseFacts = {
    ...factsOfDefaults(SWITCH_DEFAULTS),
    ...shorthandMembers(entry, log),
    ...forwardingFact(record.facts),
    ...record.facts,
  };
  const isInner = ['internal', 'private'].includes(knownValue<string>(written.switchType) ?? '');
  const base: LooseFacts = {
    ...(isInner ? { memberAdapters: assumed([], 'an inner switch has no physical adapter') } : {}),
    ...written,
    ...soundMembers(entry, written, surroundings, log),
  };
  const members = membersOf(base, surroundings);
  const facts: LooseFacts = {
    ...teamingFacts(base, members, surroundings.hostBuild),
    ...iovFacts(base),
    ...poolFacts(entry.name, base, members, isInner, surroundings.vms),
    ...base,
  };
  return {
    virtualSwitch: {
      id: idOf<'switch'>(`${hostId}/switch/${entry.name}`),
      name: entry.name,
      facts: completeFacts(switchFields, facts as PartialFacts<typeof switchFields>),
    },
    vfHolders:
      base.vfsInUse === undefined
        ? poolUse(
            entry.name,
            surroundings.vms,
            knownValue<boolean>(facts.iovEnabled) === true,
            knownValue<number>(facts.vfCapacity),
            0,
            SHIPPED_CATALOGUE,
          ).vfHolders
        : new Set(),
  };
}

/** Both come with every switch, and forward nothing. */
const USUAL_EXTENSIONS = ['microsoft windows filtering platform', 'microsoft ndis capture'];

/** Of extensions that are only named nobody knows whether they forward. */
function forwardingFact({ enabledExtensions }: LooseFacts): LooseFacts {
  if (enabledExtensions === undefined) return {};
  const names = knownValue<readonly string[]>(enabledExtensions);
  const isUsual = names?.every((name) => USUAL_EXTENSIONS.includes(name.trim().toLowerCase()));
  return isUsual === true ? {} : { forwardingExtensions: unknown('not-collected') };
}

function shorthandMembers({ record }: NamedRecord, log: ProblemLog): LooseFacts {
  const members = shorthandFact('switch', record, 'adapters', 'memberAdapters', log);
  return members === null ? {} : { memberAdapters: members };
}

/** Names of adapters that the host does not list are told and left out, as long as others stay. */
function soundMembers(
  { name, record }: NamedRecord,
  facts: LooseFacts,
  { adapters }: SwitchSurroundings,
  log: ProblemLog,
): LooseFacts {
  const fact = facts.memberAdapters;
  const names = knownValue<readonly string[]>(fact);
  if (names === undefined || fact?.state !== 'known') return {};
  const sound = names.flatMap((one) => {
    const adapter = adapters.find((other) => sameName(other.adapter.name, one));
    return adapter === undefined ? [] : [adapter.adapter.name];
  });
  const missing = names.filter(
    (one) => !adapters.some((other) => sameName(other.adapter.name, one)),
  );
  if (missing.length === 0) return { memberAdapters: known(sound, fact.origin) };
  for (const one of missing) {
    log.add(record.file, {
      place: `${record.place}.adapters`,
      found: one,
      expected: adapters.map(({ adapter }) => adapter.name).join(', ') || 'an adapter of the host',
      severity: 'lost',
      message: `The switch ${name} is on the adapter ${one}, which its host does not list, so that adapter was left out of the switch; list it, or correct the name.`,
    });
  }
  return {
    memberAdapters:
      sound.length > 0
        ? known(sound, fact.origin)
        : unknown('not-understood', missing.join(', '), fact.origin),
  };
}

/** `null` when it is not known which adapters are behind the switch. */
function membersOf(
  facts: LooseFacts,
  { adapters }: SwitchSurroundings,
): readonly InventoryAdapter[] | null {
  const names = knownValue<readonly string[]>(facts.memberAdapters);
  if (names === undefined) return null;
  return adapters.filter(({ adapter }) => names.some((one) => sameName(one, adapter.name)));
}

function teamingFacts(
  facts: LooseFacts,
  members: readonly InventoryAdapter[] | null,
  hostBuild: number | undefined,
): LooseFacts {
  const isLbfo = (members ?? []).some(
    (one) => typeof knownValue<string | null>(one.facts.lbfoTeam) === 'string',
  );
  const teaming = isLbfo
    ? assumed('lbfo', 'an adapter of the switch is in an LBFO team')
    : (members?.length ?? 0) > 1
      ? hostBuild !== undefined && hostBuild < FIRST_BUILD_WITH_SET
        ? assumed('lbfo', 'several adapters behind one switch, before Windows Server 2016')
        : assumed('set', 'several adapters behind one switch')
      : members === null
        ? unknown('not-collected')
        : assumed('none', 'one adapter at most behind the switch');
  const actual = knownValue<string>(facts.teaming ?? teaming);
  if (actual !== 'set') return { teaming };
  return {
    teaming,
    teamingMode: assumed('switch-independent', 'the only mode of an embedded team'),
    loadBalancing: assumed('hyper-v-port', 'what an embedded team has'),
  };
}

/** Windows Server 2016; before, a switch had several adapters by way of an LBFO team only. */
const FIRST_BUILD_WITH_SET = 14393;

/**
 * Nothing stands against SR-IOV at the switch itself; what platform and adapters lack is told of
 * them, and not a second time here.
 */
function iovFacts(facts: LooseFacts): LooseFacts {
  const isOn = knownValue<boolean>(facts.iovEnabled);
  return {
    iovSupport: assumed(true, 'platform and adapters decide'),
    iovSupportReasons: assumed([], 'platform and adapters decide'),
    ...(isOn === undefined
      ? {}
      : {
          bandwidthMode: assumed(
            isOn ? 'none' : 'weight',
            isOn ? 'what a switch with SR-IOV has' : 'what a switch without SR-IOV has',
          ),
        }),
  };
}

/** VM queues of an adapter of which nothing is known. */
const USUAL_QUEUES = 64;

/** Capacities from the adapters, use counted from the VMs of the file. */
export function poolFacts(
  switchName: string,
  facts: LooseFacts,
  members: readonly Pick<InventoryAdapter, 'facts'>[] | null,
  isInner: boolean,
  vms: readonly Vm[],
  catalogue: Catalogue = SHIPPED_CATALOGUE,
): LooseFacts {
  const isIov = knownValue<boolean>(facts.iovEnabled);
  const vfs = members?.map((one) => knownValue<number>(one.facts.vfCount)) ?? [];
  const vfCapacity: Fact<number> =
    isIov === false || isInner
      ? assumed(0, 'the switch is without SR-IOV')
      : members === null || vfs.includes(undefined)
        ? unknown('not-collected')
        : assumed(sum(vfs), 'the VFs of the adapters behind the switch');
  const queues = members?.map((one) => knownValue<number>(one.facts.vmqQueueCount) ?? USUAL_QUEUES);
  const isGuessed =
    members?.some((one) => knownValue(one.facts.vmqQueueCount) === undefined) ?? true;
  const vmqCapacity = isInner
    ? assumed(0, 'an inner switch has no physical adapter')
    : assumed(
        queues === undefined || queues.length === 0 ? USUAL_QUEUES : sum(queues),
        isGuessed
          ? `${USUAL_QUEUES} queues for an adapter of which nothing is known`
          : 'the VM queues of the adapters behind the switch',
      );
  const use = poolUse(
    switchName,
    vms,
    isIov === true,
    knownValue<number>(facts.vfCapacity ?? vfCapacity),
    knownValue<number>(facts.vmqCapacity) ?? vmqCapacity.value,
    catalogue,
  );
  return {
    vfCapacity,
    vmqCapacity,
    vfsInUse: assumed(use.vfs, 'counted from the VMs of this file'),
    vmqsInUse: assumed(use.queues, 'counted from the VMs of this file'),
  };
}

interface PoolUse {
  readonly vfs: number;
  readonly vfHolders: ReadonlySet<string>;
  readonly queues: number;
}

/** Running VMs in their order; a vNIC that gets a VF takes no queue. */
function poolUse(
  switchName: string,
  vms: readonly Vm[],
  isIov: boolean,
  vfCapacity: number | undefined,
  vmqCapacity: number,
  catalogue: Catalogue,
): PoolUse {
  const vfHolders = new Set<string>();
  let queues = 0;
  for (const vm of vms) {
    if (knownValue(vm.facts.state) !== 'running') continue;
    const { vfSupport } = guestFacts(vm, catalogue);
    for (const vnic of vm.vnics.filter((one) => isOn(one, switchName))) {
      const wantsVf =
        (knownValue<number>(vnic.facts.iovWeight) ?? 0) > 0 &&
        takesVf(vm, vnic, vfSupport, { portPolicy: 'unsure' }) !== 'no';
      if (isIov && wantsVf && vfHolders.size < (vfCapacity ?? Number.POSITIVE_INFINITY)) {
        vfHolders.add(vnic.id);
      } else if ((knownValue<number>(vnic.facts.vmqWeight) ?? 0) > 0) queues += 1;
    }
  }
  return { vfs: vfHolders.size, vfHolders, queues: Math.min(queues, vmqCapacity) };
}

function isOn(vnic: Vnic, switchName: string): boolean {
  const name = knownValue<string | null>(vnic.facts.switchName);
  return (
    typeof name === 'string' &&
    sameName(name, switchName) &&
    knownValue(vnic.facts.connected) !== false &&
    knownValue(vnic.facts.isLegacy) !== true
  );
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, one) => total + (one ?? 0), 0);
}
