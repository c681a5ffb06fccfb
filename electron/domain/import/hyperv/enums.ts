/**
 * The enums of the commands, each with the numbers of its own class: the same word has different
 * numbers in different classes, and zero is often a good value (On = 0, cluster node Up = 0).
 * @see HyperVDsc, stub of the Hyper-V module with reflected types; Microsoft Win32 documentation of
 *      MSFT_NetAdapterSriovSettingData, MSFT_NetLbfoTeam, MSFT_NetAdapter
 */

/** PowerShell's name, its number, and what Portolan calls it; `null`: known, and says nothing of use. */
export type EnumRow<V> = readonly [name: string, number: number, value: V | null];

export interface EnumTable<V> {
  readonly name: string;
  readonly rows: readonly EnumRow<V>[];
}

function table<const V>(name: string, rows: readonly EnumRow<V>[]): EnumTable<V> {
  return { name, rows };
}

export const onOffState = table<boolean>('OnOffState', [
  ['On', 0, true],
  ['Off', 1, false],
]);

export const switchType = table('VMSwitchType', [
  ['Private', 0, 'private'],
  ['Internal', 1, 'internal'],
  ['External', 2, 'external'],
]);

export const bandwidthMode = table('VMSwitchBandwidthMode', [
  ['Default', 0, 'default'],
  ['Weight', 1, 'weight'],
  ['Absolute', 2, 'absolute'],
  ['None', 3, 'none'],
]);

export const setTeamingMode = table('VMSwitchTeamingMode', [
  ['SwitchIndependent', 1, 'switch-independent'],
]);

export const setLoadBalancing = table('VMSwitchLoadBalancingAlgorithm', [
  ['HyperVPort', 4, 'hyper-v-port'],
  ['Dynamic', 5, 'dynamic'],
]);

export const lbfoTeamingMode = table('NetLbfoTeam.TeamingMode', [
  ['Static', 0, 'static'],
  ['SwitchIndependent', 1, 'switch-independent'],
  ['Lacp', 2, 'lacp'],
]);

/** 1 is not used. */
export const lbfoLoadBalancing = table('NetLbfoTeam.LoadBalancingAlgorithm', [
  ['TransportPorts', 0, 'transport-ports'],
  ['IPAddresses', 2, 'ip-addresses'],
  ['MacAddresses', 3, 'mac-addresses'],
  ['HyperVPort', 4, 'hyper-v-port'],
  ['Dynamic', 5, 'dynamic'],
]);

export const extensionType = table('VMSwitchExtensionType', [
  ['Unknown', 0, 'unknown'],
  ['Capture', 1, 'capture'],
  ['Filter', 2, 'filter'],
  ['Forwarding', 3, 'forwarding'],
  ['Monitoring', 4, 'monitoring'],
  ['Native', 5, 'native'],
]);

export const portMirroring = table('VMNetworkAdapterPortMirroringMode', [
  ['None', 0, 'none'],
  ['Destination', 1, 'destination'],
  ['Source', 2, 'source'],
]);

export const vlanMode = table('VMNetworkAdapterVlanMode', [
  ['Untagged', 0, 'untagged'],
  ['Access', 1, 'access'],
  ['Trunk', 2, 'trunk'],
  ['Private', 3, 'private'],
]);

export const isolationMode = table('VMNetworkAdapterIsolationMode', [
  ['None', 0, 'none'],
  ['NativeVirtualSubnet', 1, 'native-virtual-subnet'],
  ['ExternalVirtualSubnet', 2, 'external-virtual-subnet'],
  ['Vlan', 3, 'vlan'],
]);

export const aclAction = table('VMNetworkAdapterAclAction', [
  ['Allow', 1, 'allow'],
  ['Deny', 2, 'deny'],
  ['Meter', 3, 'meter'],
]);

/** 6 and 7 are paired with their names by order and meaning. */
export const sriovSupport = table('SriovSupport', [
  ['Unknown', 0, 'unknown'],
  ['Supported', 1, 'supported'],
  ['MissingAcs', 2, 'missing-acs'],
  ['MissingPfDriver', 3, 'missing-pf-driver'],
  ['NoBusResources', 4, 'no-bus-resources'],
  ['NoIoMmuSupport', 5, 'no-iommu-support'],
  ['NoVfBarSpace', 6, 'no-vf-bar-space'],
  ['NoOscSupport', 7, 'no-osc-support'],
]);

export const mediaConnectState = table<boolean>('MediaConnectState', [
  ['Unknown', 0, null],
  ['Connected', 1, true],
  ['Disconnected', 2, false],
]);

export const interfaceOperationalStatus = table<boolean>('InterfaceOperationalStatus', [
  ['Up', 1, true],
  ['Down', 2, false],
  ['Testing', 3, false],
  ['Unknown', 4, null],
  ['Dormant', 5, false],
  ['NotPresent', 6, false],
  ['LowerLayerDown', 7, false],
]);

/** The numbers 32783 to 32794 mean different states in different releases of the module, so they are not here. */
export const vmState = table('VMState', [
  ['Other', 1, 'other'],
  ['Running', 2, 'running'],
  ['Off', 3, 'off'],
  ['Stopping', 4, 'other'],
  ['Saved', 6, 'saved'],
  ['Paused', 9, 'paused'],
  ['Starting', 10, 'other'],
  ['Reset', 11, 'other'],
  ['Saving', 32773, 'other'],
  ['Pausing', 32776, 'other'],
  ['Resuming', 32777, 'other'],
  ['FastSaved', 32779, 'saved'],
  ['FastSaving', 32780, 'other'],
  ['ForceShutdown', 32781, 'other'],
  ['ForceReboot', 32782, 'other'],
  ['FastSavedCritical', 32795, 'saved'],
  ['FastSavingCritical', 32796, 'other'],
]);

/** States whose name is clear and whose number is not. */
export const vmStateNames: Readonly<
  Record<string, 'running' | 'off' | 'saved' | 'paused' | 'other'>
> = {
  hibernated: 'other',
  componentservicing: 'other',
  runningcritical: 'running',
  offcritical: 'off',
  stoppingcritical: 'other',
  savedcritical: 'saved',
  pausedcritical: 'paused',
  startingcritical: 'other',
  resetcritical: 'other',
  savingcritical: 'other',
  pausingcritical: 'other',
  resumingcritical: 'other',
};

export const replicationMode = table('VMReplicationMode', [
  ['None', 0, 'none'],
  ['Primary', 1, 'primary'],
  ['Replica', 2, 'replica'],
  ['TestReplica', 3, 'test-replica'],
  ['ExtendedReplica', 4, 'extended-replica'],
]);

export const migrationAuthentication = table('MigrationAuthenticationType', [
  ['CredSSP', 0, 'credssp'],
  ['Kerberos', 1, 'kerberos'],
]);

export const migrationTransport = table('VMMigrationPerformance', [
  ['TCPIP', 0, 'tcpip'],
  ['Compression', 1, 'compression'],
  ['SMB', 2, 'smb'],
]);

/** The numbers were read in a third-party tool; only the names are documented. */
export const processorCompatibilityMode = table('CompatibilityForMigrationMode', [
  ['MinimumFeatureSet', 0, 'minimum-feature-set'],
  ['CommonClusterFeatureSet', 1, 'common-cluster-feature-set'],
]);

/** Only what is looked for among many. */
export const vmOperationalStatus = table('VMOperationalStatus', [
  ['MigratingVirtualMachine', 32774, 'migrating'],
  ['NoIommu', 32785, 'no-iommu'],
  ['NoIovSupportInNic', 32786, 'no-iov-support-in-nic'],
  ['SwitchNotInIovMode', 32787, 'switch-not-in-iov-mode'],
  ['IovBlockedByPolicy', 32788, 'iov-blocked-by-policy'],
  ['IovNoAvailResources', 32789, 'iov-no-available-resources'],
  ['IovGuestDriversNeeded', 32790, 'iov-guest-drivers-needed'],
]);

export type EnumMatch<V> =
  | { readonly isFound: true; readonly value: V | null }
  | { readonly isFound: false };

/** Looks a raw number or name up; names in any letter case, with or without blanks and dashes. */
export function findInEnum<V>(from: EnumTable<V>, raw: string | number | boolean): EnumMatch<V> {
  const text = String(raw).trim();
  const isNumber = /^-?\d+$/.test(text);
  const wanted = plainName(text);
  const row = from.rows.find(([name, number]) =>
    isNumber ? number === Number(text) : plainName(name) === wanted,
  );
  return row === undefined ? { isFound: false } : { isFound: true, value: row[2] };
}

/** `No Vf-BarSpace` and `NoVfBarSpace` are one name. */
export function plainName(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '');
}
