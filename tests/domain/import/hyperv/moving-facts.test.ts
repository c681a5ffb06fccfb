/** What binds a VM to its host: disks, SANs, NUMA nodes, GPUs, guardians, cluster networks. */
import { describe, expect, it } from 'vitest';
import { importOf, valuesOf } from '../import-of';

const ID = '6f1c2f0e-0000-4000-8000-000000000001';
const OF_VM = { VMId: ID, VMName: 'sql-03' };

const { estate } = importOf({
  'HV01.Get-VMHost.json': json({ Name: 'HV01', VirtualMachineMigrationEnabled: true }),
  'HV01.Win32_OperatingSystem.json': json({
    Caption: 'Microsoft Windows Server 2022 Datacenter',
    BuildNumber: '20348',
    SystemDrive: 'C:',
    FreePhysicalMemory: 1024,
  }),
  'HV01.Get-VMHostNumaNode.json': json([
    { NodeId: 0, ProcessorsAvailability: [0, 0, 0, 0], MemoryTotal: 65536 },
    { NodeId: 1, ProcessorsAvailability: [0, 0], MemoryTotal: 32768 },
  ]),
  'HV01.Get-VMSan.json': json([{ Name: 'Fabric A' }, { Name: 'Fabric B' }]),
  'HV01.Get-VMHostPartitionableGpu.json': json([{ Name: 'GPU0', ValidPartitionCounts: [4, 2] }]),
  'HV01.Get-HgsClientConfiguration.json': json({ IsHostGuarded: false, Mode: 'None' }),
  'HV01.Get-Cluster.json': json({ Name: 'PROD', ClusterFunctionalLevel: 11 }),
  'HV01.Get-ClusterNetwork.json': json([
    { Name: 'Cluster Network 1', Role: 3, AutoMetric: true, AddressMask: '255.255.255.0' },
    { Name: 'Storage', Role: 0, AutoMetric: true, AddressMask: '255.255.255.0' },
  ]),
  'HV01.Get-VM.json': json([{ Name: 'sql-03', Id: ID, VMId: ID, State: 2, Generation: 2 }]),
  'HV01.Get-VMProcessor.json': json([{ ...OF_VM, Count: 8, MaximumCountPerNumaNode: 4 }]),
  'HV01.Get-VMMemory.json': json([
    { ...OF_VM, Startup: 4294967296, DynamicMemoryEnabled: false, MaximumPerNumaNode: 2048 },
  ]),
  'HV01.Get-VMHardDiskDrive.json': json([
    { ...OF_VM, Path: 'C:\\ClusterStorage\\V1\\a.vhdx', DiskNumber: null, ControllerType: 1 },
    { ...OF_VM, Path: 'Disk 4 1024.00 GB Bus 0 Lun 3 Target 1', DiskNumber: 4, ControllerType: 1 },
  ]),
  'HV01.Get-VMFibreChannelHba.json': json([
    { ...OF_VM, SanName: 'Fabric A' },
    { ...OF_VM, SanName: 'Fabric A' },
  ]),
});

describe('what binds a VM to its host', () => {
  it('is read of the host, by its smallest NUMA node', () => {
    expect(
      valuesOf(estate.hosts[0]?.facts ?? {}, [
        'systemDrive',
        'numaNodeProcessorCount',
        'numaNodeMemoryBytes',
        'virtualSans',
        'partitionableGpus',
        'guarded',
      ]),
    ).toEqual({
      systemDrive: 'C:',
      numaNodeProcessorCount: 2,
      // 32768 MB = 32 × 1024³ bytes.
      numaNodeMemoryBytes: 34359738368,
      virtualSans: ['Fabric A', 'Fabric B'],
      partitionableGpus: ['GPU0'],
      guarded: false,
    });
  });

  it('is read of the cluster, without networks that it leaves alone', () => {
    expect(
      valuesOf(estate.clusters[0]?.facts ?? {}, ['functionalLevel', 'migrationNetworks']),
    ).toEqual({ functionalLevel: 11, migrationNetworks: ['Cluster Network 1'] });
  });

  it('is read of the VM', () => {
    expect(
      valuesOf(estate.vms[0]?.facts ?? {}, [
        'processorsPerNumaNode',
        'memoryPerNumaNodeBytes',
        'passThroughDisks',
        'fibreChannelAdapterCount',
        'virtualSans',
      ]),
    ).toEqual({
      processorsPerNumaNode: 4,
      // 2048 MB = 2 × 1024³ bytes.
      memoryPerNumaNodeBytes: 2147483648,
      passThroughDisks: ['Disk 4'],
      fibreChannelAdapterCount: 2,
      virtualSans: ['Fabric A'],
    });
  });
});

function json(value: unknown): string {
  return JSON.stringify(value);
}
