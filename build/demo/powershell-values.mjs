/** Values of .NET types that PowerShell prints in a form of their own. */

/** A member of an enum: a number in plain JSON, a name with `-EnumsAsStrings`. */
export class Enum {
  /**
   * @param {number} number
   * @param {string} name
   */
  constructor(number, name) {
    this.number = number;
    this.name = name;
  }
}

/** A point in time, in ISO form with the seven decimals of a second that .NET keeps. */
export class Time {
  /** @param {string} iso */
  constructor(iso) {
    this.iso = iso;
    this.milliseconds = Date.parse(iso.replace(/(\.\d{3})\d*/, '$1'));
  }
}

/** A duration in whole seconds. */
export class Duration {
  /** @param {number} seconds */
  constructor(seconds) {
    this.seconds = seconds;
  }
}

/** `System.Version`; parts that are not set print as -1. */
export class Version {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** A settings object with the text that stands for it beyond the depth of the export. */
export class Settings {
  /**
   * @param {string} text
   * @param {import('./types').Properties} properties
   */
  constructor(text, properties) {
    this.text = text;
    this.properties = properties;
  }
}

/**
 * Maker for the members of one enum: `onOff('Off')`.
 * @param {Readonly<Record<string, number>>} members
 * @returns {import('./types').EnumMaker}
 */
function enumOf(members) {
  return (name) => {
    const number = members[name];
    if (number === undefined) throw new Error(`no member ${name} in ${Object.keys(members)}`);
    return new Enum(number, name);
  };
}

export const onOff = enumOf({ On: 0, Off: 1 });
export const switchType = enumOf({ Private: 0, Internal: 1, External: 2 });
export const bandwidthMode = enumOf({ Default: 0, Weight: 1, Absolute: 2, None: 3 });
export const queueScheduling = enumOf({ Dynamic: 0, StaticVmq: 1, StaticVrss: 2 });
export const channelAffinity = enumOf({ None: 1, Weak: 2, Strong: 3, Strict: 4 });
export const setTeamingMode = enumOf({ SwitchIndependent: 1 });
export const setLoadBalancing = enumOf({ HyperVPort: 4, Dynamic: 5 });
export const lbfoTeamingMode = enumOf({ Static: 0, SwitchIndependent: 1, Lacp: 2 });
export const lbfoLoadBalancing = enumOf({ TransportPorts: 0, HyperVPort: 4, Dynamic: 5 });
export const lbfoStatus = enumOf({ Up: 0, Down: 1, Degraded: 2 });
export const lbfoAdministrativeMode = enumOf({ Active: 0, Standby: 1 });
export const lbfoOperationalMode = enumOf({ Active: 0, Standby: 1, Failed: 4096 });
export const extensionType = enumOf({ Capture: 1, Filter: 2, Forwarding: 3 });
export const mirroring = enumOf({ None: 0, Destination: 1, Source: 2 });
export const interruptModeration = enumOf({ Default: 0, Adaptive: 1, Off: 2 });
export const vlanMode = enumOf({ Untagged: 0, Access: 1, Trunk: 2, Private: 3 });
export const isolationMode = enumOf({ None: 0, NativeVirtualSubnet: 1, Vlan: 3 });
export const aclAction = enumOf({ Allow: 1, Deny: 2, Meter: 3 });
export const aclDirection = enumOf({ Inbound: 1, Outbound: 2, Both: 3 });
export const aclAddressType = enumOf({
  Mac: 1,
  IPv4: 2,
  IPv6: 3,
  WildcardIPv4: 4,
  WildcardIPv6: 5,
});
export const adapterStatus = enumOf({ Ok: 2, Degraded: 3 });
export const vmState = enumOf({ Running: 2, Off: 3, Saved: 6, Paused: 9 });
export const vmStatus = enumOf({ Ok: 2 });
export const heartbeat = enumOf({
  Unknown: 0,
  NoContact: 2,
  OkApplicationsUnknown: 5,
  OkApplicationsHealthy: 6,
});
export const startAction = enumOf({ Nothing: 2, StartIfRunning: 3, Start: 4 });
export const stopAction = enumOf({ TurnOff: 2, Save: 3, ShutDown: 4 });
export const checkpointType = enumOf({
  Disabled: 2,
  Production: 3,
  ProductionOnly: 4,
  Standard: 5,
});
export const vmSubType = enumOf({ Generation1: 1, Generation2: 2 });
export const replicationMode = enumOf({ None: 0, Primary: 1, Replica: 2 });
export const replicationState = enumOf({ Disabled: 0, Replicating: 4 });
export const replicationHealth = enumOf({ NotApplicable: 0, Normal: 1 });
export const migrationAuthentication = enumOf({ CredSSP: 0, Kerberos: 1 });
export const migrationPerformance = enumOf({ TCPIP: 0, Compression: 1, SMB: 2 });
export const dvdMedia = enumOf({ None: 0, ISO: 1, PassThrough: 2 });
export const controllerType = enumOf({ IDE: 0, SCSI: 1 });
export const sriovSupport = enumOf({ Unknown: 0, Supported: 1, MissingAcs: 2, NoIoMmuSupport: 5 });
export const sriovSwitchType = enumOf({ Unknown: 0, External: 1 });
export const adminStatus = enumOf({ Up: 1, Down: 2 });
export const adapterState = enumOf({ Unknown: 0, Present: 1, Started: 2, Disabled: 3 });
export const mediaState = enumOf({ Unknown: 0, Connected: 1, Disconnected: 2 });
export const clusterNodeState = enumOf({ Up: 0, Down: 1, Paused: 2 });
export const drainStatus = enumOf({ NotInitiated: 0 });
export const clusterGroupState = enumOf({ Online: 0, Offline: 1 });
export const clusterGroupType = enumOf({ VirtualMachine: 111 });
export const clusterResourceState = enumOf({ Online: 2, Offline: 3 });
export const clusterNetworkRole = enumOf({ None: 0, Cluster: 1, ClusterAndClient: 3 });
export const clusterNetworkState = enumOf({ Up: 3 });
