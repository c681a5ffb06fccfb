/**
 * The classes of what the commands print, as Export-Clixml and Export-Csv name them. The class tells
 * the command more surely than the properties do, or the name of the file.
 * @see HyperVDsc, stub of the Hyper-V module; Microsoft Win32 documentation of the MSFT_ classes
 */
import { type CmdletSpec, cmdletNamed } from './cmdlets';

/** Class without its namespace → command. */
const COMMANDS: Readonly<Record<string, string>> = {
  VMHost: 'Get-VMHost',
  VMHostNumaNode: 'Get-VMHostNumaNode',
  VMHostSupportedVersion: 'Get-VMHostSupportedVersion',
  VMResourcePool: 'Get-VMResourcePool',
  VMEthernetResourcePool: 'Get-VMResourcePool',
  VMSwitch: 'Get-VMSwitch',
  VMSwitchTeam: 'Get-VMSwitchTeam',
  VMSwitchExtension: 'Get-VMSwitchExtension',
  VMSystemSwitchExtensionPortFeature: 'Get-VMSystemSwitchExtensionPortFeature',
  VirtualMachine: 'Get-VM',
  VMProcessor: 'Get-VMProcessor',
  VMMemory: 'Get-VMMemory',
  VMSecurity: 'Get-VMSecurity',
  VMFirmware: 'Get-VMFirmware',
  VMNetworkAdapter: 'Get-VMNetworkAdapter',
  VMInternalNetworkAdapter: 'Get-VMNetworkAdapter',
  VMNetworkAdapterAclSetting: 'Get-VMNetworkAdapterAcl',
  VMNetworkAdapterExtendedAclSetting: 'Get-VMNetworkAdapterExtendedAcl',
  VMNetworkAdapterVlanSetting: 'Get-VMNetworkAdapterVlan',
  VMNetworkAdapterIsolationSetting: 'Get-VMNetworkAdapterIsolation',
  VMAssignedDevice: 'Get-VMAssignableDevice',
  VMGpuPartitionAdapter: 'Get-VMGpuPartitionAdapter',
  VMFibreChannelHba: 'Get-VMFibreChannelHba',
  HardDiskDrive: 'Get-VMHardDiskDrive',
  DvdDrive: 'Get-VMDvdDrive',
  VMIntegrationComponent: 'Get-VMIntegrationService',
  VMReplication: 'Get-VMReplication',
  VMMigrationNetwork: 'Get-VMMigrationNetwork',
  MSFT_NetAdapter: 'Get-NetAdapter',
  MSFT_NetAdapterSriovSettingData: 'Get-NetAdapterSriov',
  MSFT_NetAdapterSriovVfSettingData: 'Get-NetAdapterSriovVf',
  MSFT_NetAdapterVmqSettingData: 'Get-NetAdapterVmq',
  MSFT_NetAdapterVmqQueueSettingData: 'Get-NetAdapterVmqQueue',
  MSFT_NetAdapterRssSettingData: 'Get-NetAdapterRss',
  MSFT_NetAdapterHardwareInfoSettingData: 'Get-NetAdapterHardwareInfo',
  MSFT_NetAdapterAdvancedPropertySettingData: 'Get-NetAdapterAdvancedProperty',
  MSFT_NetLbfoTeam: 'Get-NetLbfoTeam',
  MSFT_NetLbfoTeamMember: 'Get-NetLbfoTeamMember',
  Win32_OperatingSystem: 'Win32_OperatingSystem',
  Win32_ComputerSystem: 'Win32_ComputerSystem',
  Win32_BIOS: 'Win32_BIOS',
  Win32_Processor: 'Win32_Processor',
  ServiceController: 'Get-Service',
  Cluster: 'Get-Cluster',
  ClusterNode: 'Get-ClusterNode',
  ClusterGroup: 'Get-ClusterGroup',
  ClusterResource: 'Get-ClusterResource',
  ClusterNetwork: 'Get-ClusterNetwork',
  ClusterSharedVolume: 'Get-ClusterSharedVolume',
  ClusterOwnerNodeList: 'Get-ClusterOwnerNode',
};

const NAMESPACES = [
  'Microsoft.HyperV.PowerShell.',
  'Microsoft.FailoverClusters.PowerShell.',
  'System.ServiceProcess.',
  'Microsoft.Management.Infrastructure.CimInstance#',
  'System.Management.ManagementObject#',
];

/**
 * The command whose output has a class of that name; `null` for classes that say nothing, such as
 * that of a bare CIM instance.
 * @param type  `Selected.Microsoft.HyperV.PowerShell.VMSwitch`,
 *     `Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/MSFT_NetAdapter`
 */
export function cmdletOfType(type: string): CmdletSpec | null {
  const full = type.trim().replace(/^(?:(?:Selected|Deserialized)\.)+/, '');
  if (!NAMESPACES.some((one) => full.startsWith(one))) return null;
  const name = full.slice(Math.max(full.lastIndexOf('.'), full.search(/[\\/][^\\/]*$/)) + 1);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return command === undefined ? null : cmdletNamed(command);
}

/** The command of the first class that tells one. */
export function cmdletOfTypes(types: readonly string[]): CmdletSpec | null {
  for (const type of types) {
    const spec = cmdletOfType(type);
    if (spec !== null) return spec;
  }
  return null;
}
