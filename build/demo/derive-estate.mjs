/**
 * Fills in what the description leaves out: GUIDs, addresses, defaults, who holds which VF, and
 * what is left in pools and memory, so that all files tell one story.
 */
import { createHash } from 'node:crypto';
import { clusters, domain, hosts } from './estate-hosts.mjs';
import { guests, nics, processors, releases } from './estate-parts.mjs';
import { vms as vmDescriptions } from './estate-vms.mjs';

const GIBIBYTE = 2 ** 30;
const HOST_RESERVE_BYTES = 11 * GIBIBYTE;

/**
 * Hosts in order, each with its adapters, switches and VMs.
 * @returns {import('./types').Estate}
 */
export function deriveEstate() {
  return { hosts: hosts.map(deriveHost) };
}

/**
 * @param {import('./types').HostDescription} host
 * @param {number} index
 * @returns {import('./types').Host}
 */
function deriveHost(host, index) {
  const release = named(releases, host.release);
  const processor = named(processors, host.processor);
  const ports = host.nics.flatMap((card, bus) => derivePorts(host, card, bus));
  const switches = host.switches.map((one) => deriveSwitch(host, one, ports));
  const vms = vmDescriptions
    .filter((vm) => vm.host === host.name)
    .map((vm, nth) => deriveVm(vm, nth, host, index, release, switches));
  const assigned = vms.reduce((sum, vm) => sum + vm.assignedBytes, 0);
  const totalBytes = host.gib * GIBIBYTE;
  const { name, form, computer, sockets, iovReasons = [] } = host;
  return {
    name,
    index,
    form,
    computer,
    release,
    processor,
    sockets,
    logicalProcessors: processor.cores * sockets * 2,
    cluster: clusters.find((one) => one.name === host.cluster) ?? null,
    nodes: hosts.filter(({ cluster }) => cluster !== undefined && cluster === host.cluster),
    domain,
    iovReasons,
    ports,
    switches,
    vms,
    totalBytes,
    freeBytes: totalBytes - HOST_RESERVE_BYTES - assigned,
    macPrefix: `00155D${hex(10 + index, 2)}`,
    // Collected one after the other on one evening.
    collectedAt: `2026-02-10T21:${String(4 + index).padStart(2, '0')}:11.1834620Z`,
  };
}

/**
 * @param {import('./types').HostDescription} host
 * @param {import('./types').HostDescription['nics'][number]} card
 * @param {number} cardIndex
 * @returns {import('./types').Port[]}
 */
function derivePorts(host, card, cardIndex) {
  const model = named(nics, card.model);
  return Array.from({ length: card.ports }, (_, index) => {
    const number = index + 1;
    const name = card.slot.startsWith('SLOT')
      ? `${card.slot} Port ${number}`
      : `${card.slot} ${number}`;
    const inSwitch = host.switches.some(({ ports }) => ports.includes(name));
    return {
      name,
      model,
      index,
      bus: 59 + cardIndex * 12,
      // Windows numbers the copies of one
      description: index === 0 ? model.description : `${model.description} #${number}`,
      guid: guid(host.name, name),
      mac: macOfPort(host.name, name),
      support: card.support ?? 'Supported',
      vfs: card.vfs ?? model.vfs,
      numaNode: host.sockets === 1 ? 0 : cardIndex % 2,
      isUp: inSwitch || index === 0,
      inSwitch,
      isUntuned: card.isUntuned ?? !inSwitch,
      network: null,
      vfHolders: [],
      queueHolders: [],
    };
  });
}

/**
 * @param {import('./types').HostDescription} host
 * @param {import('./types').SwitchDescription} one
 * @param {readonly import('./types').Port[]} ports
 * @returns {import('./types').Switch}
 */
function deriveSwitch(host, one, ports) {
  const members = ports.filter(({ name }) => one.ports.includes(name));
  if (members.length !== one.ports.length) throw new Error(`${host.name}: no such port`);
  /** @type {import('./types').Switch} */
  const network = {
    name: one.name,
    id: guid(host.name, 'switch', one.name),
    hostName: host.name,
    type: one.type ?? 'External',
    team: one.team ?? null,
    teamName: one.teamName ?? '',
    mode: one.mode ?? 'SwitchIndependent',
    balancing: one.balancing ?? 'HyperVPort',
    iov: one.iov ?? false,
    reasons: [...new Set([...(one.reasons ?? []), ...(host.iovReasons ?? [])])],
    forwarding: one.forwarding ?? null,
    members,
    hostVnic: {
      id: guid(host.name, 'host vnic', one.name),
      interfaceGuid: guid(host.name, 'vEthernet', one.name),
      mac: macOfPort(host.name, `vEthernet ${one.name}`),
    },
  };
  for (const port of members) port.network = network;
  // The host's own adapter on the switch has a queue like a VM.
  const [first] = members;
  if (first !== undefined && isFast(network)) {
    first.queueHolders.push({ vm: null, vnic: null, id: network.hostVnic.id });
  }
  return network;
}

/**
 * VM queues are used from 10 Gbit/s on.
 * @param {import('./types').Switch} network
 */
export function isFast({ members }) {
  return members.length > 0 && members.every(({ model }) => 10 <= model.gigabits);
}

/**
 * @param {import('./types').VmDescription} vm
 * @param {number} nth
 * @param {import('./types').HostDescription} host
 * @param {number} hostIndex
 * @param {import('./types').Release} release
 * @param {readonly import('./types').Switch[]} switches
 * @returns {import('./types').Vm}
 */
function deriveVm(vm, nth, host, hostIndex, release, switches) {
  const state = vm.state ?? 'Running';
  const isClustered = vm.isClustered ?? host.cluster !== undefined;
  /** @type {import('./types').Vnic[]} */
  const vnics = [];
  /** @type {import('./types').Vm} */
  const derived = {
    name: vm.name,
    id: guid('vm', vm.name),
    host: host.name,
    guest: named(guests, vm.guest),
    cpus: vm.cpus,
    generation: vm.generation ?? 2,
    version: vm.version ?? release.versions.at(-1) ?? '',
    state,
    isClustered,
    compatible: vm.compatible ?? false,
    isNested: vm.isNested ?? false,
    isMetered: vm.isMetered ?? false,
    hidesGuest: vm.hidesGuest ?? false,
    iso: vm.iso ?? null,
    dda: vm.dda ?? null,
    owners: vm.owners ?? null,
    startupBytes: vm.gib * GIBIBYTE,
    assignedBytes: state === 'Running' ? vm.gib * GIBIBYTE : 0,
    folder: isClustered
      ? `C:\\ClusterStorage\\Volume${1 + (nth % 2)}\\${vm.name}`
      : `D:\\Hyper-V\\${vm.name}`,
    vnics,
  };
  for (const [index, vnic] of vm.vnics.entries()) {
    const mac = `00155D${hex(10 + hostIndex, 2)}${hex(nth + 1, 2)}${hex(index, 2)}`;
    vnics.push(deriveVnic(vnic, index, derived, mac, switches));
  }
  return derived;
}

/**
 * @param {import('./types').VnicDescription} vnic
 * @param {number} index
 * @param {import('./types').Vm} vm
 * @param {string} mac
 * @param {readonly import('./types').Switch[]} switches
 * @returns {import('./types').Vnic}
 */
function deriveVnic(vnic, index, vm, mac, switches) {
  const switchName = vnic.switch === undefined ? 'vs-prod' : vnic.switch;
  const network = switches.find(({ name }) => name === switchName) ?? null;
  if (switchName !== null && network === null) throw new Error(`${vm.name}: no ${switchName}`);
  /** @type {import('./types').Vnic} */
  const derived = {
    name: index === 0 ? 'Network Adapter' : `Network Adapter ${index + 1}`,
    id: guid('vnic', vm.name, String(index)),
    mac: vnic.neverStarted === true ? '000000000000' : mac,
    network,
    path: vm.state === 'Running' ? (vnic.path ?? 'none') : 'none',
    iov: vnic.iov ?? 0,
    vmqWeight: vnic.vmqWeight ?? 100,
    pairs: vnic.pairs ?? 1,
    vlan: vnic.vlan ?? null,
    trunk: vnic.trunk ?? null,
    subnet: vnic.subnet ?? 0,
    mirror: vnic.mirror ?? 'None',
    spoofing: vnic.spoofing ?? false,
    dhcpGuard: vnic.dhcpGuard ?? false,
    routerGuard: vnic.routerGuard ?? false,
    teaming: vnic.teaming ?? false,
    isLegacy: vnic.isLegacy ?? false,
    maximumBandwidth: vnic.maximumBandwidth ?? 0,
    acls: vnic.acls ?? [],
    extendedAcls: vnic.extendedAcls ?? 0,
  };
  hold(derived, vm);
  return derived;
}

/**
 * Takes the VF or the queue from the member that has given the fewest.
 * @param {import('./types').Vnic} vnic
 * @param {import('./types').Vm} vm
 */
function hold(vnic, vm) {
  const { network, path } = vnic;
  if (network === null || path === 'none' || path === 'default') return;
  if (path !== 'vmq') take('vfHolders', network, vnic, vm);
  // A guest that leaves its VF idle still receives on the synthetic path.
  if (path !== 'vf') take('queueHolders', network, vnic, vm);
}

/**
 * @param {'vfHolders' | 'queueHolders'} list
 * @param {import('./types').Switch} network
 * @param {import('./types').Vnic} vnic
 * @param {import('./types').Vm} vm
 */
function take(list, network, vnic, vm) {
  const [port] = [...network.members].sort((a, b) => a[list].length - b[list].length);
  if (port === undefined || (list === 'vfHolders' && port.vfs <= port.vfHolders.length)) {
    throw new Error(`${vm.name}: nothing is left on ${network.hostName}`);
  }
  port[list].push({ vm, vnic, id: vnic.id });
}

/**
 * A GUID in lower case that depends on nothing but its parts.
 * @param {string[]} parts
 */
export function guid(...parts) {
  const digest = createHash('sha256').update(parts.join('\n')).digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `a${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

/**
 * Locally administered, so that it is nobody's.
 * @param {string} hostName
 * @param {string} portName
 */
function macOfPort(hostName, portName) {
  const digest = createHash('sha256').update(`${hostName}/${portName}`).digest('hex');
  return `02${digest.slice(0, 10)}`.toUpperCase();
}

/**
 * @param {number} number
 * @param {number} digits
 */
function hex(number, digits) {
  return number.toString(16).toUpperCase().padStart(digits, '0');
}

/**
 * @template T
 * @param {Readonly<Record<string, T>>} table
 * @param {string} name
 * @returns {T}
 */
function named(table, name) {
  const found = table[name];
  if (found === undefined) throw new Error(`no such entry: ${name}`);
  return found;
}

/**
 * What a switch counts of its pools.
 * @param {import('./types').Switch} network
 */
export function poolsOf(network) {
  const { members, iov, reasons, team, mode } = network;
  const [first] = members;
  if (first === undefined) return NO_POOLS;
  const { model } = first;
  const vfHolders = members.flatMap((port) => port.vfHolders);
  const queueHolders = members.flatMap((port) => port.queueHolders);
  const hidesQueues = iov && model.reportsQueues !== true;
  const isMinQueues = team === 'lbfo' && mode !== 'SwitchIndependent';
  // One pair per queue of a VM, the pairs of each VF, and four of the default queue per member.
  const pairsInUse =
    vfHolders.reduce((sum, { vnic }) => sum + (vnic?.pairs ?? 0), 0) +
    queueHolders.length +
    members.length * 4;
  return {
    vfs: iov && reasons.length === 0 ? members.reduce((sum, port) => sum + port.vfs, 0) : 0,
    vfsInUse: vfHolders.length,
    queues: hidesQueues ? 0 : model.queues * (isMinQueues ? 1 : members.length),
    queuesInUse: hidesQueues ? 0 : queueHolders.length,
    queuePairs: team === 'lbfo' ? 0 : members.length * (model.vports * 2 - 1),
    queuePairsInUse: team === 'lbfo' ? 0 : pairsInUse,
  };
}

const NO_POOLS = {
  vfs: 0,
  vfsInUse: 0,
  queues: 0,
  queuesInUse: 0,
  queuePairs: 0,
  queuePairsInUse: 0,
};
