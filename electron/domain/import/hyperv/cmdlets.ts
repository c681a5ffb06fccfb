/**
 * The commands and CIM classes whose output is read, and by which properties a record without a
 * name is told to be theirs.
 */

export interface CmdletSpec {
  readonly name: string;
  /** Any of these sets of properties, present together, tells the record. Empty: only by name. */
  readonly signatures: readonly (readonly string[])[];
  /** False: known by name so that nobody is told it is strange, but no fact comes from it. */
  readonly isRead: boolean;
}

const read = (name: string, ...signatures: readonly (readonly string[])[]): CmdletSpec => ({
  name,
  signatures,
  isRead: true,
});
const unread = (name: string, ...signatures: readonly (readonly string[])[]): CmdletSpec => ({
  name,
  signatures,
  isRead: false,
});

/** The first that fits counts, so the particular stand before the general. */
export const CMDLETS: readonly CmdletSpec[] = [
  read('Win32_OperatingSystem', ['OperatingSystemSKU'], ['BuildNumber', 'FreePhysicalMemory']),
  read('Win32_ComputerSystem', ['TotalPhysicalMemory', 'Manufacturer']),
  read('Win32_BIOS', ['SMBIOSBIOSVersion']),
  read(
    'Win32_Processor',
    ['NumberOfCores', 'MaxClockSpeed'],
    ['NumberOfCores', 'SocketDesignation'],
  ),
  read('PortolanWindowsVersion'),
  read('PortolanMicrocode'),
  read('Get-VMHostNumaNode', ['NodeId', 'MemoryTotal']),
  read('Get-Service'),
  read('Get-VMHostSupportedVersion', ['Version', 'IsDefault']),
  read(
    'Get-VMHost',
    ['VirtualMachineMigrationEnabled'],
    ['LogicalProcessorCount', 'MemoryCapacity'],
    ['IovSupport', 'MacAddressMinimum'],
    ['IovSupport', 'VirtualMachinePath'],
  ),
  read('Get-VMResourcePool', ['ResourcePoolType', 'ParentName']),
  read('Get-VMSan', ['HostBusAdapters', 'ResourcePoolType']),
  read('Get-VMHostPartitionableGpu', ['ValidPartitionCounts']),
  read('Get-HgsClientConfiguration', ['IsHostGuarded']),
  read('PortolanVirtualizationRegistry'),
  read('PortolanVmSwitchRegistry'),
  read(
    'Get-VMSwitch',
    ['SwitchType', 'IovEnabled'],
    ['SwitchType', 'AllowManagementOS'],
    ['IovVirtualFunctionCount'],
    ['SwitchType', 'BandwidthReservationMode'],
    ['SwitchType', 'NetAdapterInterfaceDescription', 'Id'],
  ),
  read('Get-VMSwitchExtension', ['ExtensionType', 'SwitchName'], ['ExtensionType', 'Vendor']),
  read('Get-VMSystemSwitchExtensionPortFeature', ['ExtensionId', 'ExtensionName', 'Id']),
  read('Get-VMSwitchTeam', ['TeamingMode', 'LoadBalancingAlgorithm', 'NetAdapterInterfaceGuid']),
  read('Get-NetLbfoTeamMember', ['Team', 'AdministrativeMode'], ['Team', 'OperationalMode']),
  read('Get-NetLbfoTeam', ['TeamNics'], ['LacpTimer', 'TeamingMode'], ['TeamingMode', 'Members']),
  read('Get-NetAdapterSriovVf', ['FunctionID', 'VPortID'], ['FunctionID', 'VmNicID']),
  read('Get-NetAdapterSriov', ['SriovSupport', 'NumVFs'], ['SriovSupport', 'Enabled']),
  read('Get-NetAdapterVmqQueue', ['QueueID', 'FilterList'], ['QueueID', 'VmFriendlyName']),
  read(
    'Get-NetAdapterVmq',
    ['AnyVlanSupported'],
    ['NumMacAddressesPerPort'],
    ['DynamicProcessorAffinityChangeSupported'],
  ),
  unread(
    'Get-NetAdapterRss',
    ['IndirectionTable'],
    ['RssProcessorArray'],
    ['Profile', 'NumberOfReceiveQueues'],
  ),
  // Without the RSS properties above, these can only be queues of VMQ.
  read('Get-NetAdapterVmq', [
    'InterfaceDescription',
    'NumberOfReceiveQueues',
    'BaseProcessorNumber',
  ]),
  read(
    'Get-NetAdapterHardwareInfo',
    ['PciExpressCurrentLinkWidth'],
    ['PcieLinkSpeed'],
    ['BusNumber', 'FunctionNumber', 'InterfaceDescription'],
  ),
  read('Get-NetAdapterAdvancedProperty', ['RegistryKeyword', 'RegistryValue']),
  read(
    'Get-NetAdapter',
    ['InterfaceDescription', 'LinkSpeed'],
    ['InterfaceDescription', 'InterfaceGuid'],
    ['InterfaceDescription', 'DriverVersion'],
    ['InterfaceDescription', 'MediaConnectState'],
  ),
  read('PortolanPciIds', ['VendorId', 'DeviceId', 'PNPDeviceID']),
  read(
    'Get-VMProcessor',
    ['CompatibilityForMigrationEnabled'],
    ['ExposeVirtualizationExtensions'],
    ['HwThreadCountPerCore'],
  ),
  read('Get-VMMemory', ['Startup', 'DynamicMemoryEnabled']),
  read(
    'Get-VMNetworkAdapter',
    ['MacAddressSpoofing'],
    ['IovWeight'],
    ['VmqWeight', 'SwitchName'],
    ['SwitchName', 'MacAddress', 'IsManagementOs'],
    ['SwitchName', 'MacAddress', 'VMName'],
  ),
  read(
    'Get-VMNetworkAdapterExtendedAcl',
    ['Action', 'Direction', 'Stateful'],
    ['Action', 'IdleSessionTimeout'],
  ),
  read(
    'Get-VMNetworkAdapterAcl',
    ['Action', 'Direction', 'LocalAddressType'],
    ['Action', 'MeteredMegabytes'],
  ),
  read('Get-VMNetworkAdapterVlan', ['OperationMode', 'AccessVlanId']),
  read('Get-VMNetworkAdapterIsolation', ['IsolationMode', 'AllowUntaggedTraffic']),
  read('Get-VMGpuPartitionAdapter', ['PartitionVfLuid'], ['MinPartitionVRAM']),
  read('Get-VMAssignableDevice', ['LocationPath', 'InstanceID']),
  read('Get-VMFibreChannelHba', ['SanName'], ['WorldWideNodeNameSetA']),
  read('Get-VMDvdDrive', ['DvdMediaType']),
  read(
    'Get-VMHardDiskDrive',
    ['SupportPersistentReservations'],
    ['DiskNumber', 'ControllerLocation'],
  ),
  read(
    'Get-VMSecurity',
    ['TpmEnabled', 'Shielded'],
    ['TpmEnabled', 'EncryptStateAndVmMigrationTraffic'],
  ),
  read('Get-VMFirmware', ['SecureBoot', 'SecureBootTemplate'], ['SecureBoot', 'BootOrder']),
  unread('Get-VMIntegrationService', [
    'PrimaryStatusDescription',
    'SecondaryStatusDescription',
    'Enabled',
  ]),
  unread('Get-VMReplication', ['ReplicationRelationshipType']),
  read(
    'Get-VM',
    ['ProcessorCount', 'Generation'],
    ['MemoryStartup', 'State'],
    ['IntegrationServicesVersion', 'State'],
    ['VMId', 'State', 'Version'],
  ),
  read('PortolanGuestKvp'),
  read('Get-Cluster', ['MaximumParallelMigrations'], ['ClusterFunctionalLevel']),
  read('Get-ClusterNode', ['DrainStatus'], ['NodeWeight', 'DynamicWeight']),
  unread('Get-ClusterGroup', ['GroupType', 'OwnerNode']),
  unread('Get-ClusterResource', ['ResourceType', 'OwnerGroup']),
  read('PortolanClusterOwners', ['Owners', 'ResourceType']),
  read('Get-ClusterOwnerNode', ['ClusterObject', 'OwnerNodes']),
  unread('PortolanClusterDrain'),
  read('Get-ClusterNetwork', ['AutoMetric', 'AddressMask']),
  unread('Get-ClusterSharedVolume', ['SharedVolumeInfo']),
  unread('Get-VMMigrationNetwork', ['Subnet', 'Priority']),
  read('PortolanEvents'),
  read('PortolanTraffic'),
];

const byName = new Map<string, CmdletSpec>();
for (const spec of CMDLETS) {
  const lower = spec.name.toLowerCase();
  if (!byName.has(lower)) byName.set(lower, spec);
  const noun = lower.replace(/^get-/, '');
  if (!byName.has(noun)) byName.set(noun, spec);
}

/** The command of that name, in any letter case and with or without `Get-`. */
export function cmdletNamed(name: string): CmdletSpec | null {
  return byName.get(name.trim().toLowerCase()) ?? null;
}

const compiled = CMDLETS.flatMap((spec) =>
  spec.signatures.map((set) => ({ spec, set: set.map((one) => one.toLowerCase()) })),
);

/** The command whose characteristic properties the record has; `null` when none fits. */
export function cmdletOfShape(properties: readonly string[]): CmdletSpec | null {
  const present = new Set(properties.map((name) => name.toLowerCase()));
  return compiled.find(({ set }) => set.every((name) => present.has(name)))?.spec ?? null;
}

const NAMES_LONGEST_FIRST = [...byName.keys()].sort((a, b) => b.length - a.length);

export interface FileNameParts {
  readonly cmdlet: CmdletSpec | null;
  /** What stands before the command: a host, if people named the file as advised. */
  readonly prefix: string | null;
}

/**
 * What a file name such as `HV07.Get-VMSwitch.json` tells. A folder name stands in for a missing
 * prefix: `HV07/Get-VMSwitch.json`.
 */
export function partsOfFileName(fileName: string): FileNameParts {
  const segments = fileName.split(/[\\/]/);
  const base = (segments.pop() ?? '').replace(/\.(?:json|xml|clixml|csv|txt|log|out)$/i, '');
  const lower = base.toLowerCase();
  const name = NAMES_LONGEST_FIRST.find((one) => isNamedAtEnd(lower, one));
  const folder = segments.pop() ?? null;
  if (name === undefined) return partsFromStart(base);
  const prefix = base.slice(0, base.length - name.length).replace(/[\s._-]+$/, '');
  return { cmdlet: byName.get(name) ?? null, prefix: prefix === '' ? folder : prefix };
}

/** `Get-VMSwitch_HV07.csv`: the whole name of a command, then the host, then perhaps a date. */
function partsFromStart(base: string): FileNameParts {
  const found = /^(get-[a-z]+|win32_[a-z]+)[\s._-]+(.+)$/i.exec(base);
  const cmdlet = found === null ? null : cmdletNamed(found[1] ?? '');
  if (cmdlet === null) return { cmdlet: null, prefix: null };
  const host = (found?.[2] ?? '').replace(/[\s._-]*\d{4}-?\d{2}-?\d{2}(?:\D.*)?$/, '');
  return { cmdlet, prefix: host === '' ? null : host };
}

/** Short nouns (`vm`) are trusted only after a separator. */
function isNamedAtEnd(lowerBase: string, name: string): boolean {
  if (!lowerBase.endsWith(name)) return false;
  const before = lowerBase.at(-name.length - 1);
  return before === undefined || /[\s._-]/.test(before);
}
