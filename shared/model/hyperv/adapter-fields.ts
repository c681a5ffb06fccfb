import { field } from '../field';

/** `Get-NetAdapterSriov` SriovSupport, in the names that PowerShell prints. */
export const SRIOV_SUPPORT = [
  'unknown',
  'supported',
  'missing-acs',
  'missing-pf-driver',
  'no-bus-resources',
  'no-iommu-support',
  'no-vf-bar-space',
  'no-osc-support',
] as const;

/** What Portolan knows of one port of a physical network adapter on a Hyper-V host. */
export const adapterFields = {
  description: field.text(
    'Description',
    'Get-NetAdapter -Physical | Format-List InterfaceDescription',
  ),
  interfaceGuid: field.text('Interface GUID', 'Get-NetAdapter | Format-List InterfaceGuid'),
  pciVendorId: field.text('PCI vendor id', 'Get-PnpDevice -Class Net | Format-List InstanceId'),
  pciDeviceId: field.text('PCI device id', 'Get-PnpDevice -Class Net | Format-List InstanceId'),
  make: field.text('Make', 'Get-NetAdapter | Format-List InterfaceDescription'),
  catalogueModel: field.text(
    'Catalogue model',
    'Get-NetAdapter | Format-List InterfaceDescription',
  ),
  driverVersion: field.text('Driver version', 'Get-NetAdapter | Format-List DriverVersion'),
  driverProvider: field.text('Driver provider', 'Get-NetAdapter | Format-List DriverProvider'),
  firmwareVersion: field.text('Firmware version', "The vendor's tool for the adapter"),
  linkUp: field.boolean('Link up', 'Get-NetAdapter | Format-List Status'),
  linkBitsPerSecond: field.count(
    'Link speed',
    'Get-NetAdapter | Format-List Speed,LinkSpeed',
    'bits/s',
  ),
  numaNode: field.count('NUMA node', 'Get-NetAdapterHardwareInfo | Format-List NumaNode'),
  pcieGigatransfersPerSecond: field.amount(
    'PCIe link speed',
    'Get-NetAdapterHardwareInfo | Format-List PciExpressCurrentLinkSpeedEncoded',
    'GT/s',
  ),
  pcieLanes: field.count(
    'PCIe lanes',
    'Get-NetAdapterHardwareInfo | Format-List PciExpressCurrentLinkWidth',
  ),
  sriovListed: field.boolean('Listed by Get-NetAdapterSriov', 'Get-NetAdapterSriov'),
  sriovEnabled: field.boolean(
    'SR-IOV enabled on the adapter',
    'Get-NetAdapterSriov | Format-List Name,Enabled',
  ),
  sriovSupport: field.choice(
    'SR-IOV support of the adapter',
    SRIOV_SUPPORT,
    'Get-NetAdapterSriov | Format-List Name,SriovSupport',
  ),
  vfCount: field.count('VFs configured', 'Get-NetAdapterSriov | Format-List Name,NumVFs'),
  vfsAllocated: field.count(
    'VFs allocated',
    'Get-NetAdapterSriov | Format-List Name,NumAllocatedVFs',
  ),
  vportCount: field.count('VPorts', 'Get-NetAdapterSriov | Format-List Name,NumVPorts'),
  vportsActive: field.count(
    'VPorts active',
    'Get-NetAdapterSriov | Format-List Name,NumActiveVPorts',
  ),
  singleVportPool: field.boolean(
    'VFs and VM queues share one VPort pool',
    'Get-NetAdapterSriov | Select-Object -ExpandProperty CurrentCapabilities | Format-List SingleVportPoolSupported',
  ),
  vfRssSupported: field.boolean(
    'RSS inside a VF',
    'Get-NetAdapterSriov | Select-Object -ExpandProperty CurrentCapabilities | Format-List VfRssSupported',
  ),
  vmqListed: field.boolean('Listed by Get-NetAdapterVmq', 'Get-NetAdapterVmq'),
  vmqEnabled: field.boolean(
    'VMQ enabled on the adapter',
    'Get-NetAdapterVmq | Format-List Name,Enabled',
  ),
  vmqQueueCount: field.count(
    'VM queues of the adapter',
    'Get-NetAdapterVmq | Format-List Name,NumberOfReceiveQueues',
  ),
  vmqBaseProcessor: field.count(
    'VMQ base processor',
    'Get-NetAdapterVmq | Format-List Name,BaseProcessorNumber',
  ),
  vmqMaxProcessor: field.count(
    'VMQ last processor',
    'Get-NetAdapterVmq | Format-List Name,MaxProcessorNumber',
  ),
  vmqMaxProcessors: field.count(
    'VMQ processors at most',
    'Get-NetAdapterVmq | Format-List Name,MaxProcessors',
  ),
  lbfoTeam: field.optionalText('LBFO team', 'Get-NetLbfoTeamMember | Format-List Name,Team'),
  vendorTeamOrVlan: field.boolean(
    "Vendor's teaming or VLAN driver",
    "The vendor's tool for the adapter, or Get-NetAdapterBinding",
  ),
  receiveBuffers: field.count(
    'Receive buffers',
    "Get-NetAdapterAdvancedProperty -RegistryKeyword '*ReceiveBuffers'",
  ),
  transmitBuffers: field.count(
    'Transmit buffers',
    "Get-NetAdapterAdvancedProperty -RegistryKeyword '*TransmitBuffers'",
  ),
  jumboPacketBytes: field.count(
    'Largest packet',
    "Get-NetAdapterAdvancedProperty -RegistryKeyword '*JumboPacket'",
    'bytes',
  ),
} as const;
