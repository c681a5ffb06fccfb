/**
 * An estate as the plan's own catalogue rows describe it. What the import concluded from the
 * shipped tables is concluded anew where an own row fits; what a source or the user says stays.
 * The estate that is handed in is not changed, so that without the row all is as before.
 */
import { type Fact, unknown } from '../../../shared/fact';
import type { Adapter, Estate, Host, VirtualSwitch, Vm } from '../../../shared/model/estate';
import { derived, sameName } from '../import/hyperv/derived';
import { assumptionsFrom } from '../import/inventory/adapter-model';
import { knownValue, type LooseFacts } from '../import/inventory/apply-defaults';
import { isDefault } from '../import/inventory/defaults-origin';
import { poolFacts } from '../import/inventory/inventory-switches';
import type { Catalogue } from './catalogue';
import type { NicRow } from './records';

/** The same estate where no own row fits anything. */
export function withOwnRows(estate: Estate, catalogue: Catalogue): Estate {
  if (catalogue.ownCount === 0) return estate;
  const byHost = new Map<string, Vm[]>();
  for (const vm of estate.vms) {
    if (vm.hostId === null) continue;
    const there = byHost.get(vm.hostId);
    if (there === undefined) byHost.set(vm.hostId, [vm]);
    else there.push(vm);
  }
  let isChanged = false;
  const hosts = estate.hosts.map((host) => {
    const next = hostWithOwnRows(host, byHost.get(host.id) ?? [], catalogue);
    isChanged ||= next !== host;
    return next;
  });
  return isChanged ? { ...estate, hosts } : estate;
}

/** The own row that an adapter is; `null` when none, or several, fit. */
function ownNicOf(adapter: Adapter, catalogue: Catalogue): NicRow | null {
  if (catalogue.own.nics.length === 0) return null;
  const { rows } = catalogue.findNic(nicQueryOf(adapter));
  const [row] = rows;
  return row !== undefined && rows.length === 1 && catalogue.own.nics.includes(row) ? row : null;
}

/** What an adapter is looked up by. */
export function nicQueryOf({ facts }: Adapter) {
  return {
    vendorId: knownValue<string>(facts.pciVendorId) ?? null,
    deviceId: knownValue<string>(facts.pciDeviceId) ?? null,
    interfaceDescription: knownValue<string>(facts.description) ?? null,
  };
}

function hostWithOwnRows(host: Host, vms: readonly Vm[], catalogue: Catalogue): Host {
  const adapters = host.adapters.map((adapter) => adapterWithOwnRow(adapter, catalogue));
  const areAdaptersNew = adapters.some((adapter, index) => adapter !== host.adapters[index]);
  const facts = factsByPlatform(host, catalogue);
  const hasOwnGuest = vms.some((vm) => isOwnGuest(vm, catalogue));
  if (!areAdaptersNew && facts === host.facts && !hasOwnGuest) return host;
  const switches =
    areAdaptersNew || hasOwnGuest
      ? host.switches.map((one) => switchAnew(one, adapters, vms, catalogue))
      : host.switches;
  return { ...host, facts, adapters, switches };
}

function isOwnGuest(vm: Vm, catalogue: Catalogue): boolean {
  const os = vm.facts.guestOs;
  if (catalogue.own.guests.length === 0 || os.state === 'unknown') return false;
  const { row } = catalogue.guestSupport(os.value);
  return row !== null && catalogue.own.guests.includes(row);
}

function adapterWithOwnRow(adapter: Adapter, catalogue: Catalogue): Adapter {
  const row = ownNicOf(adapter, catalogue);
  if (row === null) return adapter;
  const facts: Record<string, Fact<unknown>> = { ...adapter.facts };
  const from = `own catalogue row: ${row.vendor} ${row.model}`;
  if (isConcluded(facts.make)) facts.make = derived(row.make, from);
  if (isConcluded(facts.catalogueModel)) facts.catalogueModel = derived(row.id, from);
  if (Object.values(adapter.facts).some(isDefault)) {
    // Only an inventory assumes things of a model; a collected adapter has told them itself.
    const assumed: LooseFacts = assumptionsFrom([row]);
    for (const name of OF_THE_MODEL) {
      const before = facts[name];
      if (before === undefined || !isOpen(before)) continue;
      const now = assumed[name];
      if (now !== undefined) facts[name] = now;
      else if (isByModel(before)) facts[name] = unknown('not-collected');
    }
  }
  return { ...adapter, facts: facts as unknown as Adapter['facts'] };
}

/** Facts that `assumptionsFrom` may speak of. */
const OF_THE_MODEL = [
  'linkBitsPerSecond',
  'sriovListed',
  'sriovEnabled',
  'sriovSupport',
  'vfCount',
  'vmqQueueCount',
  'vmqListed',
] as const;

/** An assumption that comes from a row of the catalogue, and falls with it. */
function isByModel(fact: Fact<unknown>): boolean {
  return (
    fact.state === 'known' &&
    fact.origin.kind === 'derived' &&
    /by the catalogue$|the highest speed of /.test(fact.origin.from)
  );
}

/** Nobody has said anything: not known for want of a source, or assumed by the format. */
function isOpen(fact: Fact<unknown>): boolean {
  return fact.state === 'unknown' ? fact.origin === undefined : isDefault(fact);
}

/** What the catalogue concluded, or could not. */
function isConcluded(fact: Fact<unknown> | undefined): boolean {
  if (fact === undefined || fact.state === 'unknown') return true;
  return fact.origin.kind === 'derived';
}

function factsByPlatform(host: Host, catalogue: Catalogue): Host['facts'] {
  const model = host.facts.processorModel;
  if (catalogue.own.platforms.length === 0 || model.state === 'unknown') return host.facts;
  const row = catalogue.findPlatform(model.value);
  if (row === null || !catalogue.own.platforms.includes(row)) return host.facts;
  const from = `own catalogue row: ${row.name}`;
  const { processorGeneration, processorVendor } = host.facts;
  return {
    ...host.facts,
    ...(isConcluded(processorGeneration) ? { processorGeneration: derived(row.id, from) } : {}),
    ...(isConcluded(processorVendor)
      ? { processorVendor: derived(row.vendor === 'Intel' ? 'intel' : 'amd', from) }
      : {}),
  };
}

const POOLS = ['vfCapacity', 'vmqCapacity', 'vfsInUse', 'vmqsInUse'] as const;

/** The pools that an inventory concluded from its adapters and VMs, concluded from the new ones. */
function switchAnew(
  one: VirtualSwitch,
  adapters: readonly Adapter[],
  vms: readonly Vm[],
  catalogue: Catalogue,
): VirtualSwitch {
  if (!POOLS.some((name) => isDefault(one.facts[name]))) return one;
  const names = knownValue<readonly string[]>(one.facts.memberAdapters);
  const members =
    names === undefined
      ? null
      : adapters.filter((adapter) => names.some((name) => sameName(name, adapter.name)));
  const type = knownValue<string>(one.facts.switchType);
  const written: Record<string, Fact<unknown>> = { ...one.facts };
  for (const name of POOLS) if (isOpen(one.facts[name])) delete written[name];
  const isInner = type === 'internal' || type === 'private';
  const anew = poolFacts(one.name, written, members, isInner, vms, catalogue);
  return { ...one, facts: { ...one.facts, ...anew, ...written } as VirtualSwitch['facts'] };
}
