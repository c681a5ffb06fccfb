import { field } from '../field';

/** What Portolan knows of a Hyper-V host beyond its name. */
export const hostFields = {
  osName: field.text(
    'Operating system',
    'Get-CimInstance Win32_OperatingSystem | Format-List Caption',
  ),
  osBuild: field.code(
    'Operating system build',
    'Get-CimInstance Win32_OperatingSystem | Format-List BuildNumber',
  ),
  osKind: field.choice(
    'Kind of operating system',
    ['server', 'azure-stack-hci', 'client'],
    'Get-CimInstance Win32_OperatingSystem | Format-List Caption,ProductType,OperatingSystemSKU',
  ),
  osEdition: field.text(
    'Edition',
    'Get-CimInstance Win32_OperatingSystem | Format-List Caption,OperatingSystemSKU',
  ),
  systemDrive: field.text(
    'System drive',
    'Get-CimInstance Win32_OperatingSystem | Format-List SystemDrive',
  ),
  computerVendor: field.text(
    'Computer vendor',
    'Get-CimInstance Win32_ComputerSystem | Format-List Manufacturer',
  ),
  computerModel: field.text(
    'Computer model',
    'Get-CimInstance Win32_ComputerSystem | Format-List Model',
  ),
  firmwareVersion: field.text(
    'Firmware version',
    'Get-CimInstance Win32_BIOS | Format-List SMBIOSBIOSVersion',
  ),
  processorModel: field.text(
    'Processor model',
    'Get-CimInstance Win32_Processor | Format-List Name',
  ),
  processorVendor: field.choice(
    'Processor vendor',
    ['intel', 'amd', 'other'],
    'Get-CimInstance Win32_Processor | Format-List Manufacturer',
  ),
  processorGeneration: field.text(
    'Processor generation',
    'Get-CimInstance Win32_Processor | Format-List Name',
  ),
  processorFeatures: field.textList(
    'Processor features offered to VMs',
    'Compare-VM -Name <vm> -DestinationHost <host> tells whether they suffice; list them in the inventory file',
  ),
  microcodeRevision: field.text(
    'Microcode revision',
    "Get-ItemProperty 'HKLM:\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0' | Format-List 'Update Revision'",
  ),
  processorMitigations: field.textList(
    'Processor protections that are on',
    'Get-SpeculationControlSettings; list those that are on in the inventory file',
  ),
  socketCount: field.count(
    'Processor sockets',
    'Get-CimInstance Win32_Processor | Format-List SocketDesignation',
  ),
  coreCount: field.count(
    'Processor cores',
    'Get-CimInstance Win32_Processor | Format-List NumberOfCores',
  ),
  logicalProcessorCount: field.count(
    'Logical processors',
    'Get-VMHost | Format-List LogicalProcessorCount',
  ),
  clockMegahertz: field.count(
    'Processor clock',
    'Get-CimInstance Win32_Processor | Format-List MaxClockSpeed',
    'MHz',
  ),
  numaNodeCount: field.count('NUMA nodes', 'Get-VMHostNumaNode'),
  numaNodeProcessorCount: field.count(
    'Logical processors of the smallest NUMA node',
    'Get-VMHostNumaNode | Format-List NodeId,ProcessorsAvailability',
  ),
  numaNodeMemoryBytes: field.count(
    'Memory of the smallest NUMA node',
    'Get-VMHostNumaNode | Format-List NodeId,MemoryTotal',
    'bytes',
  ),
  numaSpanningEnabled: field.boolean(
    'NUMA spanning',
    'Get-VMHost | Format-List NumaSpanningEnabled',
  ),
  memoryBytes: field.count('Memory', 'Get-VMHost | Format-List MemoryCapacity', 'bytes'),
  memoryFreeBytes: field.count(
    'Free memory',
    'Get-CimInstance Win32_OperatingSystem | Format-List FreePhysicalMemory',
    'bytes',
  ),
  iovSupport: field.boolean(
    'SR-IOV support of the platform',
    'Get-VMHost | Format-List IovSupport,IovSupportReasons',
  ),
  iovSupportReasons: field.textList(
    'Why the platform does not support SR-IOV',
    'Get-VMHost | Format-List IovSupport,IovSupportReasons',
  ),
  iovEnableOverride: field.boolean(
    'SR-IOV platform check overridden (IovEnableOverride)',
    "Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Virtualization' | Format-List IovEnableOverride",
  ),
  belowTenGigVmqEnabled: field.boolean(
    'VMQ below 10 Gbit/s (BelowTenGigVmqEnabled)',
    "Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\VMSMP\\Parameters' | Format-List BelowTenGigVmqEnabled",
  ),
  tenGigVmqEnabled: field.boolean(
    'VMQ at 10 Gbit/s and above (TenGigVmqEnabled)',
    "Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\VMSMP\\Parameters' | Format-List TenGigVmqEnabled",
  ),
  configurationVersions: field.textList(
    'VM configuration versions it runs',
    'Get-VMHostSupportedVersion | Format-Table Name,Version',
  ),
  migrationEnabled: field.boolean(
    'Live migration enabled',
    'Get-VMHost | Format-List VirtualMachineMigrationEnabled',
  ),
  migrationLimit: field.count(
    'Simultaneous live migrations allowed',
    'Get-VMHost | Format-List MaximumVirtualMachineMigrations',
  ),
  migrationsRunning: field.count(
    'Live migrations running',
    "Get-VM | Where-Object OperationalStatus -contains 'MigratingVirtualMachine'",
  ),
  migrationAuthentication: field.choice(
    'Live migration authentication',
    ['kerberos', 'credssp'],
    'Get-VMHost | Format-List VirtualMachineMigrationAuthenticationType',
  ),
  migrationTransport: field.choice(
    'Live migration transport',
    ['tcpip', 'compression', 'smb'],
    'Get-VMHost | Format-List VirtualMachineMigrationPerformanceOption',
  ),
  migrationPortsOpen: field.boolean(
    'Reachable for live migration (TCP 6600, in a cluster also 3343)',
    'Test-NetConnection <host> -Port 6600, from the other host',
  ),
  migrationCredentials: field.boolean(
    'Credentials for live migration',
    'Get-ADComputer <host> -Properties msDS-AllowedToDelegateTo; or start the move on the source host',
  ),
  ethernetResourcePools: field.textList(
    'Ethernet resource pools',
    'Get-VMResourcePool -ResourcePoolType Ethernet',
  ),
  macAddressMinimum: field.text(
    'First dynamic MAC address',
    'Get-VMHost | Format-List MacAddressMinimum',
  ),
  macAddressMaximum: field.text(
    'Last dynamic MAC address',
    'Get-VMHost | Format-List MacAddressMaximum',
  ),
  dynamicMacAddressesInUse: field.count(
    'Dynamic MAC addresses in use',
    '(Get-VMNetworkAdapter -VMName * | Where-Object DynamicMacAddressEnabled).Count',
  ),
  virtualSans: field.textList('Virtual SANs', 'Get-VMSan | Format-Table Name'),
  partitionableGpus: field.textList(
    'GPUs that can be partitioned',
    'Get-VMHostPartitionableGpu | Format-List Name',
  ),
  guarded: field.boolean(
    'Guarded host',
    'Get-HgsClientConfiguration | Format-List IsHostGuarded,AttestationStatus',
  ),
  guardians: field.textList(
    'Guardians whose keys it can use',
    'Get-HgsGuardian | Where-Object HasPrivateSigningKey | Format-Table Name; Get-HgsClientConfiguration | Format-List KeyProtectionServerUrl',
  ),
  clusterName: field.optionalText('Failover cluster', 'Get-Cluster | Format-List Name'),
  collectedAt: field.text('Collected at', 'Run the collector on the host'),
} as const;

/** What Portolan knows of a failover cluster. */
export const clusterFields = {
  functionalLevel: field.count(
    'Cluster functional level',
    'Get-Cluster | Format-List ClusterFunctionalLevel',
  ),
  parallelMigrations: field.count(
    'Parallel migrations in the cluster',
    'Get-Cluster | Format-List MaximumParallelMigrations',
  ),
  migrationNetworks: field.textList(
    'Cluster networks that can carry live migration',
    'Get-ClusterNetwork | Where-Object Role -ne None | Format-Table Name,Role,State',
  ),
} as const;
