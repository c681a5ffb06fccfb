/** What the commands about network adapters of VMs print. */
import { isFast } from './derive-estate.mjs';
import { commonMembers } from './host-records.mjs';
import {
  aclAction,
  aclAddressType,
  aclDirection,
  adapterStatus,
  channelAffinity,
  interruptModeration,
  isolationMode,
  mirroring,
  onOff,
  queueScheduling,
  Settings,
  vlanMode,
} from './powershell-values.mjs';

const TYPE = 'Microsoft.HyperV.PowerShell';

/**
 * The adapters of all VMs and, after them, those of the host itself.
 * @param {import('./types').Host} host
 */
export function vmNetworkAdapters(host) {
  return [
    ...host.vms.flatMap((vm) => vm.vnics.map((vnic) => vnicOf(host, vm, vnic))),
    ...host.switches.map((network) => hostVnicOf(host, network)),
  ];
}

/**
 * @param {import('./types').Host} host
 * @param {import('./types').Vm} vm
 * @param {import('./types').Vnic} vnic
 */
function vnicOf(host, vm, vnic) {
  const { network } = vnic;
  const hasVf = vnic.path === 'vf' || vnic.path === 'vf-idle';
  const hasQueue = vnic.path === 'vmq' || vnic.path === 'vf-idle';
  const isRunning = vm.state === 'Running';
  const parent = `VMNetworkAdapter (Name = '${vnic.name}', VMName = '${vm.name}') [VMId = '${vm.id}']`;
  return {
    ...identityOf(vnic, vm),
    ClusterMonitored: true,
    DynamicMacAddressEnabled: true,
    IsExternalAdapter: false,
    Connected: network !== null,
    SwitchName: network?.name ?? null,
    SwitchId: network?.id ?? null,
    PoolName: null,
    TestReplicaPoolName: null,
    TestReplicaSwitchName: null,
    IovWeight: vnic.iov,
    IovQueuePairsRequested: vnic.pairs,
    IovQueuePairsAssigned: hasVf ? vnic.pairs : 0,
    IovInterruptModeration: interruptModeration('Default'),
    IovUsage: hasVf ? 1 : 0,
    VFDataPathActive: vnic.path === 'vf',
    ...statusOf(vnic, isRunning),
    ...offloadsOf(host, network, hasQueue, vnic.vmqWeight, vnic.isLegacy),
    ...policiesOf(vnic, parent, host),
    // Addresses of guests are left empty: this estate has no guests.
    IPAddresses: [],
  };
}

/**
 * @param {import('./types').Vnic} vnic
 * @param {import('./types').Vm} vm
 */
function identityOf(vnic, vm) {
  return {
    Name: vnic.name,
    Id: `Microsoft:${vm.id.toUpperCase()}\\${vnic.id.toUpperCase()}`,
    AdapterId: vnic.id.toUpperCase(),
    VMName: vm.name,
    VMId: vm.id,
    IsManagementOs: false,
    IsLegacy: vnic.isLegacy,
    IsSynthetic: !vnic.isLegacy,
    MacAddress: vnic.mac,
  };
}

/**
 * The networking pane of Hyper-V Manager shows the same words.
 * @param {import('./types').Vnic} vnic
 * @param {boolean} isRunning
 */
function statusOf(vnic, isRunning) {
  if (!isRunning || vnic.network === null) return { Status: [], StatusDescription: [] };
  const wantsVf = vnic.iov > 0 && vnic.path !== 'vf';
  const text =
    vnic.path === 'vf'
      ? 'OK (SR-IOV active)'
      : wantsVf
        ? 'Degraded (SR-IOV not operational)'
        : vnic.path === 'vmq'
          ? 'OK (VMQ active)'
          : 'OK';
  return { Status: [adapterStatus(wantsVf ? 'Degraded' : 'Ok')], StatusDescription: [text] };
}

/**
 * @param {import('./types').Host} host
 * @param {import('./types').Switch | null} network
 * @param {boolean} hasQueue
 * @param {number} weight
 * @param {boolean} isLegacy
 */
function offloadsOf(host, network, hasQueue, weight, isLegacy) {
  const { build } = host.release;
  const isVmmq =
    hasQueue && network !== null && isFast(network) && 17763 <= build && network.team !== 'lbfo';
  const names = 17763 <= build ? ['VmmqQueuePairsRequested', 'VmmqQueuePairs'] : [];
  return {
    VmqWeight: isLegacy ? 0 : weight,
    VmqUsage: hasQueue ? 1 : 0,
    IPsecOffloadMaxSA: isLegacy ? 0 : 512,
    IPsecOffloadSAUsage: 0,
    ...(14393 <= build
      ? {
          VrssEnabledRequested: true,
          VrssEnabled: hasQueue,
          VmmqEnabledRequested: 17763 <= build,
          VmmqEnabled: isVmmq,
          ...Object.fromEntries(
            names.map((name) => [name, name.endsWith('Requested') ? 16 : isVmmq ? 4 : 0]),
          ),
          VrssMaxQueuePairsRequested: 16,
          VrssMaxQueuePairs: isVmmq ? 4 : 0,
          VrssMinQueuePairsRequested: 1,
          VrssMinQueuePairs: isVmmq ? 1 : 0,
          VrssQueueSchedulingModeRequested: queueScheduling('StaticVrss'),
          VrssQueueSchedulingMode: queueScheduling(isVmmq ? 'StaticVrss' : 'Dynamic'),
          VrssVmbusChannelAffinityPolicyRequested: channelAffinity('Strong'),
          VrssVmbusChannelAffinityPolicy: channelAffinity('Strong'),
        }
      : {}),
  };
}

/**
 * @param {import('./types').Vnic} vnic
 * @param {string} parent
 * @param {import('./types').Host} host
 */
function policiesOf(vnic, parent, host) {
  return {
    MacAddressSpoofing: onOff(vnic.spoofing ? 'On' : 'Off'),
    DhcpGuard: onOff(vnic.dhcpGuard ? 'On' : 'Off'),
    RouterGuard: onOff(vnic.routerGuard ? 'On' : 'Off'),
    PortMirroringMode: mirroring(vnic.mirror),
    IeeePriorityTag: onOff('Off'),
    AllowTeaming: onOff(vnic.teaming ? 'On' : 'Off'),
    ...(14393 <= host.release.build ? { DeviceNaming: onOff('Off') } : {}),
    VirtualSubnetId: vnic.subnet,
    DynamicIPAddressLimit: 0,
    StormLimit: 0,
    BandwidthSetting:
      vnic.maximumBandwidth === 0 ? null : bandwidthSetting(vnic.maximumBandwidth, parent, host),
    BandwidthPercentage: 0,
    MandatoryFeatureId: [],
    MandatoryFeatureName: [],
    CurrentIsolationMode: isolationOf(vnic),
    VlanSetting: vlanSetting(vnic, parent, host),
    IsolationSetting: settings('VMNetworkAdapterIsolationSetting', parent, host, {
      IsolationMode: isolationMode(0 < vnic.subnet ? 'NativeVirtualSubnet' : 'None'),
      AllowUntaggedTraffic: false,
      DefaultIsolationID: vnic.subnet,
      MultiTenantStack: onOff('Off'),
    }),
    AclList: vnic.acls.map((action, index) => acl(action, index, parent, host)),
    ExtendedAclList: Array.from({ length: vnic.extendedAcls }, (_, index) =>
      extendedAcl(index, parent, host),
    ),
    ...commonMembers(host),
  };
}

/**
 * @param {import('./types').Vnic} vnic
 */
function isolationOf({ subnet, vlan, trunk }) {
  if (0 < subnet) return isolationMode('NativeVirtualSubnet');
  return isolationMode(vlan === null && trunk === null ? 'None' : 'Vlan');
}

/**
 * @param {import('./types').Vnic} vnic
 * @param {string} parent
 * @param {import('./types').Host} host
 */
function vlanSetting({ vlan, trunk }, parent, host) {
  return settings('VMNetworkAdapterVlanSetting', parent, host, {
    OperationMode: vlanMode(trunk !== null ? 'Trunk' : vlan !== null ? 'Access' : 'Untagged'),
    AccessVlanId: vlan ?? 0,
    NativeVlanId: trunk?.native ?? 0,
    AllowedVlanIdList: trunk?.allowed ?? [],
    AllowedVlanIdListString: trunk?.allowed.join(',') ?? '',
    PrivateVlanMode: 0,
    PrimaryVlanId: 0,
    SecondaryVlanId: 0,
    SecondaryVlanIdList: null,
    SecondaryVlanIdListString: '',
  });
}

/**
 * @param {number} maximum
 * @param {string} parent
 * @param {import('./types').Host} host
 */
function bandwidthSetting(maximum, parent, host) {
  return settings('VMNetworkAdapterBandwidthSetting', parent, host, {
    MinimumBandwidthAbsolute: 0,
    MinimumBandwidthWeight: 0,
    MaximumBandwidth: maximum,
    BurstLimit: 0,
    BurstSize: 0,
  });
}

/**
 * Metering leaves the entries `*.*` and `*:*` behind: all IPv4 and all IPv6.
 * @param {string} action
 * @param {number} index
 * @param {string} parent
 * @param {import('./types').Host} host
 */
function acl(action, index, parent, host) {
  return settings('VMNetworkAdapterAclSetting', parent, host, {
    Action: aclAction(action),
    Direction: aclDirection(action === 'Meter' ? 'Outbound' : 'Inbound'),
    LocalAddress: 'ANY',
    LocalAddressType: aclAddressType(index === 0 ? 'WildcardIPv4' : 'WildcardIPv6'),
    RemoteAddress: action === 'Meter' ? (index === 0 ? '0.0.0.0/0' : '::/0') : '198.51.100.0/24',
    RemoteAddressType: aclAddressType(action === 'Meter' && index === 1 ? 'IPv6' : 'IPv4'),
    MeteredMegabytes: action === 'Meter' ? '48211' : '',
  });
}

/**
 * @param {number} index
 * @param {string} parent
 * @param {import('./types').Host} host
 */
function extendedAcl(index, parent, host) {
  return settings('VMNetworkAdapterExtendedAclSetting', parent, host, {
    Action: aclAction(index === 0 ? 'Allow' : 'Deny'),
    Direction: aclDirection('Inbound'),
    LocalIPAddress: 'ANY',
    RemoteIPAddress: 'ANY',
    LocalPort: index === 0 ? '443' : 'ANY',
    RemotePort: 'ANY',
    Protocol: index === 0 ? '6' : 'ANY',
    Weight: index === 0 ? 10 : 1,
    Stateful: false,
    IdleSessionTimeout: 0,
    IsolationID: 0,
  });
}

/**
 * Each setting points back at its adapter; only an export with the usual depth shows that as text.
 * @param {string} type
 * @param {string} parent
 * @param {import('./types').Host} host
 * @param {import('./types').Properties} properties
 */
function settings(type, parent, host, properties) {
  return new Settings(`${TYPE}.${type}`, {
    ...properties,
    ...(host.form.kind === 'plain' && host.form.printsParents === true
      ? { ParentAdapter: parent, IsTemplate: false }
      : {}),
  });
}

/**
 * The class of a host's adapter has none of the SR-IOV properties.
 * @param {import('./types').Host} host
 * @param {import('./types').Switch} network
 */
function hostVnicOf(host, network) {
  const { hostVnic, members } = network;
  const hasQueue = members.some((port) => port.queueHolders.some(({ vm }) => vm === null));
  return {
    Name: network.name,
    Id: `Microsoft:${hostVnic.id.toUpperCase()}`,
    AdapterId: hostVnic.id.toUpperCase(),
    DeviceId: `{${hostVnic.interfaceGuid.toUpperCase()}}`,
    VMName: null,
    VMId: null,
    IsManagementOs: true,
    IsExternalAdapter: false,
    SwitchName: network.name,
    SwitchId: network.id,
    MacAddress: hostVnic.mac,
    Status: [adapterStatus('Ok')],
    StatusDescription: null,
    ...offloadsOf(host, network, hasQueue, 100, false),
    MacAddressSpoofing: onOff('Off'),
    DhcpGuard: onOff('Off'),
    RouterGuard: onOff('Off'),
    PortMirroringMode: mirroring('None'),
    IeeePriorityTag: onOff('Off'),
    AllowTeaming: onOff('Off'),
    VirtualSubnetId: 0,
    DynamicIPAddressLimit: 0,
    StormLimit: 0,
    AclList: [],
    ExtendedAclList: [],
    ...commonMembers(host),
    IPAddresses: [],
  };
}

/**
 * ACLs, VLANs and isolation as the commands of their own print them, each with its owner.
 * @param {import('./types').Host} host
 */
export function aclRecords(host) {
  return ownedBy(host, ({ acls }, parent) =>
    acls.map((action, index) => acl(action, index, parent, host)),
  );
}

/**
 * @param {import('./types').Host} host
 */
export function extendedAclRecords(host) {
  return ownedBy(host, ({ extendedAcls }, parent) =>
    Array.from({ length: extendedAcls }, (_, index) => extendedAcl(index, parent, host)),
  );
}

/**
 * @param {import('./types').Host} host
 */
export function vlanRecords(host) {
  return ownedBy(host, (vnic, parent) => [vlanSetting(vnic, parent, host)]);
}

/**
 * @param {import('./types').Host} host
 */
export function isolationRecords(host) {
  return ownedBy(host, (vnic, parent) => [policiesOf(vnic, parent, host).IsolationSetting]);
}

/**
 * @param {import('./types').Host} host
 * @param {(vnic: import('./types').Vnic, parent: string) => Settings[]} settingsOf
 */
function ownedBy(host, settingsOf) {
  return host.vms.flatMap((vm) =>
    vm.vnics.flatMap((vnic) => {
      const { VMId, VMName, Name, Id, IsManagementOs } = identityOf(vnic, vm);
      const owner = { VMId, VMName, AdapterName: Name, AdapterId: Id, IsManagementOs };
      return settingsOf(vnic, '').map(({ properties }) => ({ ...owner, ...properties }));
    }),
  );
}
