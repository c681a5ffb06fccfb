import { field } from '../field';

const ADAPTER = 'Get-VMNetworkAdapter -VMName <vm> | Format-List Name,';

/** What Portolan knows of a virtual network adapter of a Hyper-V VM. */
export const vnicFields = {
  switchName: field.optionalText('Virtual switch', `${ADAPTER}SwitchName`),
  connected: field.boolean('Connected', `${ADAPTER}Connected,SwitchName`),
  isLegacy: field.boolean('Legacy (emulated) adapter', `${ADAPTER}IsLegacy`),
  macAddress: field.text('MAC address', `${ADAPTER}MacAddress`),
  dynamicMacAddress: field.boolean('Dynamic MAC address', `${ADAPTER}DynamicMacAddressEnabled`),
  iovWeight: field.count('SR-IOV weight', `${ADAPTER}IovWeight`),
  iovUsage: field.count('VF assigned (IovUsage)', `${ADAPTER}IovUsage`),
  vfDataPathActive: field.boolean('VF data path active', `${ADAPTER}VFDataPathActive`),
  iovQueuePairsRequested: field.count(
    'VF queue pairs requested',
    `${ADAPTER}IovQueuePairsRequested`,
  ),
  vmqWeight: field.count('VMQ weight', `${ADAPTER}VmqWeight`),
  vmqUsage: field.count('VM queue in use (VmqUsage)', `${ADAPTER}VmqUsage`),
  vrssEnabled: field.boolean('vRSS', `${ADAPTER}VrssEnabled`),
  vmmqEnabled: field.boolean('VMMQ', `${ADAPTER}VmmqEnabled`),
  vmmqQueuePairs: field.count('VMMQ queue pairs', `${ADAPTER}VmmqQueuePairs,VrssMaxQueuePairs`),
  macAddressSpoofing: field.boolean('MAC address spoofing', `${ADAPTER}MacAddressSpoofing`),
  dhcpGuard: field.boolean('DHCP guard', `${ADAPTER}DhcpGuard`),
  routerGuard: field.boolean('Router guard', `${ADAPTER}RouterGuard`),
  allowTeaming: field.boolean('Guest teaming allowed', `${ADAPTER}AllowTeaming`),
  portMirroring: field.choice(
    'Port mirroring',
    ['none', 'source', 'destination'],
    `${ADAPTER}PortMirroringMode`,
  ),
  aclActions: field.choiceList(
    'Port ACL actions',
    ['allow', 'deny', 'meter'],
    'Get-VMNetworkAdapterAcl -VMName <vm>',
  ),
  extendedAclCount: field.count(
    'Extended port ACLs',
    'Get-VMNetworkAdapterExtendedAcl -VMName <vm>',
  ),
  virtualSubnetId: field.code('Virtual subnet id', `${ADAPTER}VirtualSubnetId`),
  isolationMode: field.choice(
    'Isolation mode',
    ['none', 'native-virtual-subnet', 'external-virtual-subnet', 'vlan'],
    'Get-VMNetworkAdapterIsolation -VMName <vm>',
  ),
  vlanMode: field.choice(
    'VLAN mode',
    ['untagged', 'access', 'trunk', 'private'],
    'Get-VMNetworkAdapterVlan -VMName <vm>',
  ),
  accessVlanId: field.code('Access VLAN', 'Get-VMNetworkAdapterVlan -VMName <vm>'),
  stormLimit: field.count('Broadcast storm limit', `${ADAPTER}StormLimit`),
  dynamicIpAddressLimit: field.count('Dynamic IP address limit', `${ADAPTER}DynamicIPAddressLimit`),
  maximumBandwidthBitsPerSecond: field.count(
    'Maximum bandwidth',
    `${ADAPTER}BandwidthSetting`,
    'bits/s',
  ),
  minimumBandwidthBitsPerSecond: field.count(
    'Minimum bandwidth',
    `${ADAPTER}BandwidthSetting`,
    'bits/s',
  ),
  minimumBandwidthWeight: field.count('Minimum bandwidth weight', `${ADAPTER}BandwidthSetting`),
  mandatoryFeatures: field.textList(
    'Mandatory switch features',
    `${ADAPTER}MandatoryFeatureId,MandatoryFeatureName`,
  ),
  resourcePool: field.optionalText('Resource pool', `${ADAPTER}PoolName`),
  vfBindFailure: field.optionalText(
    'Why the guest did not use the VF (Netvsc event 39)',
    "In the guest: Get-WinEvent -FilterHashtable @{ ProviderName = 'Microsoft-Windows-Hyper-V-Netvsc'; Id = 39 }",
  ),
  receiveBitsPerSecond: field.count(
    'Measured receive rate',
    'Run the collector with -SampleSeconds 60',
    'bits/s',
  ),
  sendBitsPerSecond: field.count(
    'Measured send rate',
    'Run the collector with -SampleSeconds 60',
    'bits/s',
  ),
  receivePacketsPerSecond: field.count(
    'Measured receive packet rate',
    'Run the collector with -SampleSeconds 60',
    'packets/s',
  ),
  sendPacketsPerSecond: field.count(
    'Measured send packet rate',
    'Run the collector with -SampleSeconds 60',
    'packets/s',
  ),
} as const;
