import { field } from '../field';

/** What Portolan knows of a Hyper-V virtual machine. */
export const vmFields = {
  state: field.choice(
    'State',
    ['running', 'off', 'saved', 'paused', 'other'],
    'Get-VM | Format-List Name,State',
  ),
  generation: field.count('Generation', 'Get-VM | Format-List Name,Generation'),
  configurationVersion: field.text('Configuration version', 'Get-VM | Format-List Name,Version'),
  processorCount: field.count('Virtual processors', 'Get-VM | Format-List Name,ProcessorCount'),
  processorsPerNumaNode: field.count(
    'Virtual processors of one virtual NUMA node',
    'Get-VMProcessor <vm> | Format-List MaximumCountPerNumaNode',
  ),
  memoryPerNumaNodeBytes: field.count(
    'Memory of one virtual NUMA node',
    'Get-VMMemory <vm> | Format-List MaximumPerNumaNode',
    'bytes',
  ),
  memoryAssignedBytes: field.count(
    'Assigned memory',
    'Get-VM | Format-List Name,MemoryAssigned',
    'bytes',
  ),
  memoryStartupBytes: field.count(
    'Startup memory',
    'Get-VM | Format-List Name,MemoryStartup',
    'bytes',
  ),
  dynamicMemory: field.boolean('Dynamic memory', 'Get-VM | Format-List Name,DynamicMemoryEnabled'),
  dirtyBytesPerSecond: field.count(
    'Memory dirty rate',
    'Estimate it, or measure the bytes a live migration copied',
    'bytes/s',
  ),
  processorCompatibility: field.boolean(
    'Processor compatibility mode',
    'Get-VMProcessor <vm> | Format-List CompatibilityForMigrationEnabled',
  ),
  processorCompatibilityMode: field.choice(
    'Processor compatibility feature set',
    ['minimum-feature-set', 'common-cluster-feature-set'],
    'Get-VMProcessor <vm> | Format-List CompatibilityForMigrationMode',
  ),
  processorFeatures: field.textList(
    'Processor features in use',
    'Compare-VM -Name <vm> -DestinationHost <host> tells whether they exist there; list them in the inventory file',
  ),
  retpoline: field.boolean(
    'Retpoline in the guest',
    'In the guest: Get-SpeculationControlSettings, BTIKernelRetpolineEnabled; in Linux the file /sys/devices/system/cpu/vulnerabilities/spectre_v2',
  ),
  exposesVirtualization: field.boolean(
    'Nested virtualization',
    'Get-VMProcessor <vm> | Format-List ExposeVirtualizationExtensions',
  ),
  guestOs: field.text(
    'Guest operating system',
    'The collector reads it through the key-value pair exchange; or look in the guest',
  ),
  guestArchitecture: field.choice(
    'Guest architecture',
    ['x64', 'x86', 'arm64'],
    'The collector reads it through the key-value pair exchange; or look in the guest',
  ),
  guestVfDrivers: field.textList(
    'Makes of adapter whose VF driver is in the guest',
    'In a Windows guest: pnputil /enum-drivers; in a Linux guest: modinfo mlx5_core iavf ixgbevf',
  ),
  resourceMetering: field.boolean(
    'Resource metering',
    'Get-VM | Format-List Name,ResourceMeteringEnabled',
  ),
  assignedDevices: field.textList('Assigned devices (DDA)', 'Get-VMAssignableDevice -VMName <vm>'),
  gpuPartitionCount: field.count('GPU partitions', 'Get-VMGpuPartitionAdapter -VMName <vm>'),
  possibleOwners: field.optionalTextList(
    'Possible owners of the VM resource',
    "Get-ClusterResource 'Virtual Machine <vm>' | Get-ClusterOwnerNode",
  ),
  configurationPossibleOwners: field.optionalTextList(
    'Possible owners of the configuration resource',
    "Get-ClusterResource 'Virtual Machine Configuration <vm>' | Get-ClusterOwnerNode",
  ),
  clustered: field.boolean('Clustered role', 'Get-VM | Format-List Name,IsClustered'),
  dvdImages: field.textList('Inserted DVD images', 'Get-VMDvdDrive <vm> | Format-List Path'),
  diskPaths: field.textList('Disk files', 'Get-VMHardDiskDrive <vm> | Format-List Path'),
  passThroughDisks: field.textList(
    'Pass-through disks',
    'Get-VMHardDiskDrive <vm> | Where-Object DiskNumber | Format-List DiskNumber,Path',
  ),
  sharedDisks: field.boolean(
    'Shared disks',
    'Get-VMHardDiskDrive <vm> | Format-List Path,SupportPersistentReservations',
  ),
  fibreChannelAdapterCount: field.count(
    'Virtual Fibre Channel adapters',
    'Get-VMFibreChannelHba <vm>',
  ),
  virtualSans: field.textList(
    'Virtual SANs it is connected to',
    'Get-VMFibreChannelHba <vm> | Format-List SanName',
  ),
  secureBoot: field.boolean('Secure Boot', 'Get-VMFirmware <vm> | Format-List SecureBoot'),
  vtpmEnabled: field.boolean('Virtual TPM', 'Get-VMSecurity <vm> | Format-List TpmEnabled'),
  shielded: field.boolean('Shielded', 'Get-VMSecurity <vm> | Format-List Shielded'),
  keyProtectorGuardians: field.textList(
    'Guardians that may unlock it',
    '(ConvertTo-HgsKeyProtector (Get-VMKeyProtector -VMName <vm>)).Guardians',
  ),
  replicationMode: field.choice(
    'Replication',
    ['none', 'primary', 'replica', 'test-replica', 'extended-replica'],
    'Get-VM | Format-List Name,ReplicationMode',
  ),
} as const;
