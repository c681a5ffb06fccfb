/** From what inventories say, and from what their format assumes, to an estate. */
import { type Fact, known, unknown } from '../../../../shared/fact';
import { type HostId, idOf } from '../../../../shared/ids';
import type { Cluster, Estate, Host, Vm } from '../../../../shared/model/estate';
import type { PartialFacts } from '../../../../shared/model/field';
import { clusterFields, hostFields } from '../../../../shared/model/hyperv/host-fields';
import { clusterIdOf } from '../hyperv/cluster-records';
import { hostIdOf, shortHostName } from '../hyperv/host-name';
import { completeFacts } from '../hyperv/mapping';
import type { ProblemLog } from '../problems';
import { assumed, factsOfDefaults, knownValue, type LooseFacts } from './apply-defaults';
import { HOST_DEFAULTS } from './constant-defaults';
import { hostShorthandFacts } from './host-shorthands';
import type { InventoryDocument } from './inventory-document';
import { type InventoryAdapter, inventoryAdapter, inventorySwitch } from './inventory-switches';
import { inventoryVm, type VmSurroundings } from './inventory-vms';
import {
  type HostEntry,
  type InventoryEntries,
  readInventories,
  type VmEntry,
} from './read-inventory';
import { textsShorthand } from './read-record';

/** More than any host has: memory is not looked at unless the file gives it. */
const PLENTY_BYTES = 2 ** 50;

const RECORDS_PER_STEP = 50;

/**
 * @param hostsElsewhere  hosts that other files of the import describe: a VM may run there
 */
export function* buildInventory(
  documents: readonly InventoryDocument[],
  hostsElsewhere: readonly Host[],
  log: ProblemLog,
): Generator<void, Estate> {
  const entries = yield* readInventories(documents, log);
  const hostFacts = new Map<HostId, LooseFacts>();
  const clusterOfNode = clustersOfNodes(entries, hostsElsewhere, log);
  for (const host of entries.hosts) {
    const id = hostIdOf(host.name);
    hostFacts.set(id, {
      clusterName: clusterOfNode.get(id) ?? assumed(null, 'in no cluster'),
      ...factsOfDefaults(HOST_DEFAULTS),
      ...reasonsFact(host),
      ...hostShorthandFacts(host.record, log),
      ...host.record.facts,
    });
    yield;
  }
  const surroundings = surroundingsOf(hostFacts, entries, hostsElsewhere);
  const vmsByHost = new Map<HostId | null, Vm[]>();
  const vms: Vm[] = [];
  for (const entry of entries.vms) {
    const hostId = hostOfVm(entry, surroundings, log);
    const vm = inventoryVm(entry, hostId, surroundings, log);
    vms.push(vm);
    const onHost = vmsByHost.get(hostId);
    if (onHost) onHost.push(vm);
    else vmsByHost.set(hostId, [vm]);
    if (vms.length % RECORDS_PER_STEP === 0) yield;
  }
  const hosts: Host[] = [];
  const vfHolders = new Set<string>();
  for (const entry of entries.hosts) {
    const id = hostIdOf(entry.name);
    const built = inventoryHost(entry, hostFacts.get(id) ?? {}, vmsByHost.get(id) ?? [], log);
    hosts.push(built.host);
    for (const vnicId of built.vfHolders) vfHolders.add(vnicId);
    yield;
  }
  return {
    clusters: clustersOf(entries, hosts),
    hosts,
    vms: vms.map((vm) => withCountedVfs(vm, vfHolders)),
  };
}

/** What clusters say of their nodes; a host that names its cluster itself is not overruled. */
function clustersOfNodes(
  { clusters, hosts }: InventoryEntries,
  hostsElsewhere: readonly Host[],
  log: ProblemLog,
): ReadonlyMap<HostId, Fact<string>> {
  const found = new Map<HostId, Fact<string>>();
  const listed = new Set([...hosts, ...hostsElsewhere].map(({ name }) => hostIdOf(name)));
  for (const { name, record } of clusters) {
    const nodes = textsShorthand(record, 'nodes', log);
    for (const node of nodes ?? []) {
      const id = hostIdOf(node);
      const place = `${record.place}.nodes`;
      if (listed.has(id))
        found.set(id, known(name, { kind: 'import', file: record.file, field: place }));
      else {
        log.add(record.file, {
          place,
          found: node,
          expected: 'a host of the import',
          severity: 'doubt',
          message: `The cluster ${name} has the node ${node}, which no file describes; list the host, or correct its name.`,
        });
      }
    }
  }
  return found;
}

/** No reasons are needed where SR-IOV is supported. */
function reasonsFact(host: HostEntry): LooseFacts {
  return knownValue(host.record.facts.iovSupport) === true
    ? { iovSupportReasons: assumed([], 'the platform supports SR-IOV') }
    : {};
}

function inventoryHost(
  entry: HostEntry,
  given: LooseFacts,
  vms: readonly Vm[],
  log: ProblemLog,
): { readonly host: Host; readonly vfHolders: readonly string[] } {
  const id = hostIdOf(entry.name);
  const adapters: InventoryAdapter[] = entry.adapters.map((one) => inventoryAdapter(id, one, log));
  const hostBuild = knownValue<number>(given.osBuild);
  const switches = entry.switches.map((one) =>
    inventorySwitch(id, one, { adapters, vms, hostBuild }, log),
  );
  const facts: LooseFacts = {
    memoryFreeBytes: memoryFree(given, vms),
    dynamicMacAddressesInUse: macAddressesInUse(vms),
    ...given,
  };
  const cluster = knownValue<string | null>(facts.clusterName) ?? null;
  const host: Host = {
    platform: 'hyperv',
    id,
    name: shortHostName(entry.name),
    clusterId: cluster === null ? null : clusterIdOf(cluster),
    facts: completeFacts(hostFields, facts as PartialFacts<typeof hostFields>),
    adapters: adapters.map(({ adapter }) => adapter),
    switches: switches.map(({ virtualSwitch }) => virtualSwitch),
    switchesKnown: entry.speaksOfSwitches,
  };
  return { host, vfHolders: switches.flatMap((one) => [...one.vfHolders]) };
}

/** A VF that was counted for a vNIC is one that it holds itself, unless the file says otherwise. */
function withCountedVfs(vm: Vm, vfHolders: ReadonlySet<string>): Vm {
  const isCounted = ({ id, facts }: Vm['vnics'][number]) =>
    vfHolders.has(id) &&
    facts.iovUsage.state === 'unknown' &&
    facts.vfDataPathActive.state === 'unknown';
  if (!vm.vnics.some(isCounted)) return vm;
  const iovUsage = assumed(1, 'counted among the VFs in use');
  return {
    ...vm,
    vnics: vm.vnics.map((vnic) =>
      isCounted(vnic) ? { ...vnic, facts: { ...vnic.facts, iovUsage } } : vnic,
    ),
  };
}

/** What the running VMs of the file leave; plenty when the file does not speak of memory. */
function memoryFree(given: LooseFacts, vms: readonly Vm[]): Fact<number> {
  const { memoryBytes } = given;
  if (memoryBytes === undefined) {
    return assumed(PLENTY_BYTES, 'memory is not looked at unless the file gives it');
  }
  const total = knownValue<number>(memoryBytes);
  if (total === undefined) return unknown('not-collected');
  let left = total;
  for (const vm of vms) {
    if (knownValue(vm.facts.state) !== 'running') continue;
    const used = knownValue<number>(vm.facts.memoryAssignedBytes);
    if (used === undefined) return unknown('not-collected');
    left -= used;
  }
  return assumed(Math.max(0, left), 'the memory of the host without that of its running VMs');
}

function macAddressesInUse(vms: readonly Vm[]): Fact<number> {
  const vnics = vms.flatMap((vm) => vm.vnics);
  return assumed(
    vnics.filter(({ facts }) => knownValue(facts.dynamicMacAddress) === true).length,
    'counted from the VMs of this file',
  );
}

function surroundingsOf(
  hostFacts: ReadonlyMap<HostId, LooseFacts>,
  entries: InventoryEntries,
  hostsElsewhere: readonly Host[],
): VmSurroundings {
  const facts = new Map<HostId, LooseFacts>(hostsElsewhere.map((host) => [host.id, host.facts]));
  for (const [id, own] of hostFacts) facts.set(id, own);
  const nodes = new Map<string, string[]>();
  const namesById = new Map<HostId, string>([
    ...hostsElsewhere.map((host) => [host.id, host.name] as const),
    ...entries.hosts.map((host) => [hostIdOf(host.name), shortHostName(host.name)] as const),
  ]);
  for (const [id, name] of namesById) {
    const cluster = knownValue<string | null>(facts.get(id)?.clusterName) ?? null;
    if (cluster === null) continue;
    const list = nodes.get(cluster.toLowerCase());
    if (list) list.push(name);
    else nodes.set(cluster.toLowerCase(), [name]);
  }
  return { hostFacts: facts, nodesOfCluster: nodes };
}

function hostOfVm(entry: VmEntry, { hostFacts }: VmSurroundings, log: ProblemLog): HostId | null {
  if (entry.hostName === null) {
    log.add(entry.record.file, {
      place: entry.record.place,
      found: 'no host',
      expected: '"host"',
      severity: 'doubt',
      message: `${entry.name} names no host, so it is in the plan without a place; add "host".`,
    });
    return null;
  }
  const id = hostIdOf(entry.hostName);
  if (hostFacts.has(id)) return id;
  log.add(entry.record.file, {
    place: `${entry.record.place}.host`,
    found: entry.hostName,
    expected: 'a host of the import',
    severity: 'lost',
    message: `${entry.name} runs on ${entry.hostName}, which no file describes, so it is in the plan without a place; list the host, or correct its name.`,
  });
  return null;
}

/** Those that are listed, and those that hosts name. */
function clustersOf(entries: InventoryEntries, hosts: readonly Host[]): Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const { name, record } of entries.clusters) {
    clusters.set(name.toLowerCase(), cluster(name, record.facts));
  }
  for (const host of hosts) {
    const name = knownValue<string | null>(host.facts.clusterName) ?? null;
    if (name !== null && !clusters.has(name.toLowerCase())) {
      clusters.set(name.toLowerCase(), cluster(name, {}));
    }
  }
  return [...clusters.values()];
}

function cluster(name: string, facts: LooseFacts): Cluster {
  return {
    platform: 'hyperv',
    id: idOf<'cluster'>(name.toLowerCase()),
    name,
    facts: completeFacts(clusterFields, facts as PartialFacts<typeof clusterFields>),
  };
}
