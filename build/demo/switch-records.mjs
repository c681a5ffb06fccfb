/** What the commands about virtual switches and teams print. */
import { guid, isFast, poolsOf } from './derive-estate.mjs';
import { commonMembers } from './host-records.mjs';
import {
  bandwidthMode,
  extensionType,
  lbfoAdministrativeMode,
  lbfoLoadBalancing,
  lbfoOperationalMode,
  lbfoStatus,
  lbfoTeamingMode,
  queueScheduling,
  setLoadBalancing,
  setTeamingMode,
  switchType,
} from './powershell-values.mjs';

const MULTIPLEXOR = 'Microsoft Network Adapter Multiplexor Driver';

/**
 * @param {import('./types').Host} host
 */
export function vmSwitches(host) {
  return host.switches.map((network) => vmSwitch(host, network));
}

/**
 * @param {import('./types').Host} host
 * @param {import('./types').Switch} network
 */
function vmSwitch(host, network) {
  const { team, iov } = network;
  const pools = poolsOf(network);
  const isExternal = network.type === 'External';
  const under = below(network);
  const { build } = host.release;
  const reasons = team === 'lbfo' ? [] : network.reasons;
  const since2016 = {
    EmbeddedTeamingEnabled: team === 'set',
    PacketDirectEnabled: false,
    PacketDirectInUse: false,
  };
  const since2019 = {
    DefaultQueueVrssEnabledRequested: true,
    DefaultQueueVrssEnabled: isExternal,
    DefaultQueueVmmqEnabledRequested: true,
    DefaultQueueVmmqEnabled: isFast(network) && team !== 'lbfo',
    DefaultQueueVrssMaxQueuePairsRequested: 16,
    DefaultQueueVrssMaxQueuePairs: isExternal ? 4 : 0,
    DefaultQueueVrssMinQueuePairsRequested: 1,
    DefaultQueueVrssMinQueuePairs: isExternal ? 1 : 0,
    DefaultQueueVrssQueueSchedulingModeRequested: queueScheduling('StaticVrss'),
    DefaultQueueVrssQueueSchedulingMode: queueScheduling('StaticVrss'),
    DefaultQueueVrssExcludePrimaryProcessorRequested: false,
    DefaultQueueVrssExcludePrimaryProcessor: false,
    SoftwareRscEnabled: true,
  };
  return {
    Name: network.name,
    Id: network.id,
    SwitchType: switchType(network.type),
    AllowManagementOS: true,
    BandwidthReservationMode: bandwidthMode(iov ? 'None' : 'Absolute'),
    ...(14393 <= build ? since2016 : {}),
    ...(20348 <= build ? { AllowNetLbfoTeams: false } : {}),
    IovEnabled: iov,
    IovSupport: isExternal && team !== 'lbfo' && reasons.length === 0,
    IovSupportReasons: isExternal && reasons.length > 0 ? reasons : null,
    IovVirtualFunctionCount: pools.vfs,
    IovVirtualFunctionsInUse: pools.vfsInUse,
    IovQueuePairCount: pools.queuePairs,
    IovQueuePairsInUse: pools.queuePairsInUse,
    AvailableVMQueues: pools.queues,
    NumberVmqAllocated: pools.queuesInUse,
    AvailableIPSecSA: 0,
    NumberIPSecSAAllocated: 0,
    BandwidthPercentage: 0,
    DefaultFlowMinimumBandwidthAbsolute: 0,
    DefaultFlowMinimumBandwidthWeight: 0,
    NetAdapterInterfaceDescription: isExternal ? under.description : null,
    ...(14393 <= build
      ? { NetAdapterInterfaceDescriptions: isExternal ? under.descriptions : null }
      : {}),
    ...(14393 <= build ? { NetAdapterInterfaceGuid: isExternal ? under.guids : null } : {}),
    ...(17763 <= build ? since2019 : {}),
    ...commonMembers(host),
  };
}

/**
 * What the switch itself names as lying below it: its NIC, its SET members, or an LBFO team.
 * @param {import('./types').Switch} network
 */
function below({ members, team, teamName, hostName }) {
  if (team === 'lbfo') {
    const description = MULTIPLEXOR;
    return { description, descriptions: [description], guids: [guid(hostName, 'team', teamName)] };
  }
  const descriptions = members.map((port) => port.description);
  return {
    description: team === 'set' ? 'Teamed-Interface' : (descriptions[0] ?? null),
    descriptions,
    guids: members.map((port) => port.guid),
  };
}

const EXTENSIONS = [
  {
    name: 'Microsoft NDIS Capture',
    id: 'EA24CD6C-D17A-4348-9190-09F0D5BE83DD',
    type: 'Capture',
    enabled: false,
  },
  {
    name: 'Microsoft Windows Filtering Platform',
    id: 'E7C3B2F0-F3C5-48DF-AF2B-10FED6D72E7A',
    type: 'Filter',
    enabled: true,
  },
];

/** @param {import('./types').Host} host */
export function vmSwitchExtensions(host) {
  return host.switches.flatMap((network) =>
    extensionsOf(network).map(({ id, name, type, enabled }) => ({
      Id: id,
      Name: name,
      Vendor: type === 'Forwarding' ? 'Contoso' : 'Microsoft',
      Version: type === 'Forwarding' ? '3.2.1.0' : host.release.version,
      ExtensionType: extensionType(type),
      ParentExtensionId: '',
      ParentExtensionName: '',
      SwitchId: network.id,
      SwitchName: network.name,
      Enabled: enabled,
      Running: enabled,
      ...commonMembers(host),
    })),
  );
}

/** @param {import('./types').Switch} network */
function extensionsOf({ forwarding }) {
  if (forwarding === null) return EXTENSIONS;
  const id = guid('extension', forwarding).toUpperCase();
  return [...EXTENSIONS, { name: forwarding, id, type: 'Forwarding', enabled: true }];
}

export function portFeatures() {
  return [
    ['Ethernet Switch Port Security Settings', '776E0BA7-94A1-41C8-8F28-951F524251B5'],
    ['Ethernet Switch Port VLAN Settings', '952C5004-4465-451C-8CB8-FA9AB382B773'],
    ['Ethernet Switch Port ACL Settings', '998BEF4A-5D55-492A-9C43-8B2F5EAE9F2B'],
    ['Ethernet Switch Port Bandwidth Settings', '24AD3CE1-69BD-4978-B2AC-DAAD389D699C'],
  ].map(([name, id]) => ({
    Id: id,
    Name: name,
    ExtensionId: '',
    ExtensionName: 'Microsoft Virtual Ethernet Switch Native Extension',
  }));
}

/**
 * @param {import('./types').Host} host
 */
export function vmSwitchTeams(host) {
  return host.switches
    .filter(({ team }) => team === 'set')
    .map((network) => ({
      Id: network.id,
      Name: network.name,
      NetAdapterInterfaceDescription: network.members.map((port) => port.description),
      NetAdapterInterfaceGuid: network.members.map((port) => port.guid),
      TeamingMode: setTeamingMode('SwitchIndependent'),
      LoadBalancingAlgorithm: setLoadBalancing('HyperVPort'),
      ...commonMembers(host),
    }));
}

/**
 * @param {import('./types').Host} host
 */
export function lbfoTeams(host) {
  return lbfoSwitches(host).map(({ teamName, members, mode, balancing }) => ({
    Name: teamName,
    InstanceID: `{${guid(host.name, 'team', teamName).toUpperCase()}}`,
    Members: members.map(({ name }) => name),
    TeamNics: [teamName],
    TeamingMode: lbfoTeamingMode(mode),
    LoadBalancingAlgorithm: lbfoLoadBalancing(balancing),
    Status: lbfoStatus('Up'),
    PSComputerName: null,
  }));
}

/**
 * @param {import('./types').Host} host
 */
export function lbfoTeamMembers(host) {
  return lbfoSwitches(host).flatMap(({ teamName, members }) =>
    members.map((port) => ({
      Name: port.name,
      InterfaceDescription: port.description,
      InstanceID: `{${port.guid.toUpperCase()}}`,
      Team: teamName,
      AdministrativeMode: lbfoAdministrativeMode('Active'),
      OperationalMode: lbfoOperationalMode('Active'),
      TransmitLinkSpeed: port.model.gigabits * 1e9,
      ReceiveLinkSpeed: port.model.gigabits * 1e9,
      FailureReason: 0,
      PSComputerName: null,
    })),
  );
}

/**
 * @param {import('./types').Host} host
 */
function lbfoSwitches({ switches }) {
  return switches.filter(({ team }) => team === 'lbfo');
}

/**
 * The team as an adapter of its own, on which the switch sits.
 * @param {import('./types').Host} host
 */
export function teamAdapters(host) {
  return lbfoSwitches(host).map(({ teamName, members }) => ({
    name: teamName,
    description: MULTIPLEXOR,
    guid: guid(host.name, 'team', teamName),
    mac: members[0]?.mac ?? '',
    bitsPerSecond: members.reduce((sum, port) => sum + port.model.gigabits * 1e9, 0),
  }));
}
