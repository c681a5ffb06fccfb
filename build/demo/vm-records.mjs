/** What the commands about VMs print. */
import { commonMembers, generationOf } from './host-records.mjs';
import {
  checkpointType,
  controllerType,
  Duration,
  dvdMedia,
  heartbeat,
  replicationHealth,
  replicationMode,
  replicationState,
  startAction,
  stopAction,
  Time,
  Version,
  vmState,
  vmStatus,
} from './powershell-values.mjs';

const MEBIBYTE = 2 ** 20;
const MINUTE = 60;

/**
 * @param {import('./types').Host} host
 */
export function virtualMachines(host) {
  return host.vms.map((vm, index) => virtualMachine(host, vm, index));
}

/**
 * @param {import('./types').Host} host
 * @param {import('./types').Vm} vm
 * @param {number} index
 */
function virtualMachine(host, vm, index) {
  const isRunning = vm.state === 'Running';
  const isOld = host.release.build < 14393;
  const createdDay = String(1 + ((host.index * 5 + index * 3) % 28)).padStart(2, '0');
  return {
    VMName: vm.name,
    VMId: vm.id,
    Id: vm.id,
    Name: vm.name,
    State: vmState(vm.state),
    IntegrationServicesState: '',
    OperationalStatus: [vmStatus('Ok')],
    PrimaryOperationalStatus: vmStatus('Ok'),
    SecondaryOperationalStatus: null,
    StatusDescriptions: ['Operating normally'],
    PrimaryStatusDescription: 'Operating normally',
    SecondaryStatusDescription: null,
    Status: 'Operating normally',
    Heartbeat: isRunning ? heartbeat(vm.hidesGuest ? 'NoContact' : 'OkApplicationsUnknown') : null,
    ReplicationState: replicationState('Disabled'),
    ReplicationHealth: replicationHealth('NotApplicable'),
    ReplicationMode: replicationMode('None'),
    CPUUsage: isRunning ? (index * 7) % 23 : 0,
    MemoryAssigned: vm.assignedBytes,
    MemoryDemand: isRunning ? Math.round((vm.assignedBytes * 0.6) / MEBIBYTE) * MEBIBYTE : 0,
    MemoryStatus: '',
    SmartPagingFileInUse: false,
    Uptime: new Duration(isRunning ? (host.index * 977 + index * 4211 + 1440) * MINUTE : 0),
    IntegrationServicesVersion: new Version('0.0'),
    ResourceMeteringEnabled: vm.isMetered,
    ConfigurationLocation: vm.folder,
    SnapshotFileLocation: vm.folder,
    CheckpointType: checkpointType(isOld ? 'Standard' : 'Production'),
    AutomaticStartAction: startAction(vm.isClustered ? 'Nothing' : 'StartIfRunning'),
    AutomaticStartDelay: 0,
    AutomaticStopAction: stopAction('Save'),
    SmartPagingFilePath: vm.folder,
    NumaAligned: null,
    NumaNodesCount: 1,
    NumaSocketCount: 1,
    IsClustered: vm.isClustered,
    ProcessorCount: vm.cpus,
    MemoryStartup: vm.startupBytes,
    MemoryMinimum: vm.startupBytes,
    MemoryMaximum: vm.startupBytes,
    DynamicMemoryEnabled: false,
    ParentSnapshotId: null,
    ParentSnapshotName: null,
    ...(isOld ? {} : { GuestControlledCacheTypes: false }),
    ...(isOld ? {} : { LowMemoryMappedIoSpace: 134217728, HighMemoryMappedIoSpace: 536870912 }),
    Version: vm.version,
    Generation: vm.generation,
    VirtualMachineSubType: generationOf(vm),
    Path: vm.folder,
    SizeOfSystemFiles: 4096 * (index + 6),
    CreationTime: new Time(
      `2025-${String(1 + (index % 9)).padStart(2, '0')}-${createdDay}T08:${String(10 + index)}:31.6700000Z`,
    ),
    Notes: '',
    ...commonMembers(host),
  };
}

/**
 * @param {import('./types').Host} host
 */
export function vmProcessors(host) {
  const isOld = host.release.build < 14393;
  return host.vms.map((vm) => ({
    ResourcePoolName: 'Primordial',
    Count: vm.cpus,
    CompatibilityForMigrationEnabled: vm.compatible,
    ...(26100 <= host.release.build ? { CompatibilityForMigrationMode: 'MinimumFeatureSet' } : {}),
    CompatibilityForOlderOperatingSystemsEnabled: false,
    ...(isOld ? {} : { HwThreadCountPerCore: 0, ExposeVirtualizationExtensions: vm.isNested }),
    Maximum: 100,
    Reserve: 0,
    RelativeWeight: 100,
    MaximumCountPerNumaNode: Math.min(64, host.processor.cores * 2),
    MaximumCountPerNumaSocket: 1,
    Name: 'Processor',
    Id: `Microsoft:${vm.id.toUpperCase()}\\b637f346-6a0e-4dec-af52-bd70cb80a21d\\0`,
    VMId: vm.id,
    VMName: vm.name,
    VMSnapshotId: '00000000-0000-0000-0000-000000000000',
    VMSnapshotName: '',
    ...commonMembers(host),
  }));
}

/**
 * @param {import('./types').Host} host
 */
export function vmMemories(host) {
  return host.vms.map((vm) => ({
    ResourcePoolName: 'Primordial',
    Buffer: 20,
    DynamicMemoryEnabled: false,
    Maximum: vm.startupBytes,
    MaximumPerNumaNode: Math.floor(host.totalBytes / host.sockets / MEBIBYTE),
    Minimum: vm.startupBytes,
    Priority: 50,
    Startup: vm.startupBytes,
    Name: 'Memory',
    VMId: vm.id,
    VMName: vm.name,
    ...commonMembers(host),
  }));
}

/**
 * @param {import('./types').Host} host
 */
export function assignableDevices(host) {
  return host.vms
    .filter(({ dda }) => dda !== null)
    .map((vm) => ({
      InstanceID: 'PCIP\\VEN_10DE&DEV_2235&SUBSYS_145A10DE&REV_A1\\6&32E5F1A8&0&00000018',
      LocationPath: vm.dda,
      ResourcePoolName: 'Primordial',
      VirtualFunction: 0,
      Name: 'PCI Express Port',
      Id: `Microsoft:${vm.id.toUpperCase()}\\5C9B7E2A-0F3D-4C61-8A44-9E1D7B3F6C20`,
      VMId: vm.id,
      VMName: vm.name,
      ...commonMembers(host),
    }));
}

/**
 * @param {import('./types').Host} host
 */
export function dvdDrives(host) {
  return host.vms
    .filter(({ iso, generation }) => iso !== null || generation === 1)
    .map((vm) => ({
      ControllerLocation: vm.generation === 1 ? 0 : 1,
      ControllerNumber: vm.generation === 1 ? 1 : 0,
      ControllerType: controllerType(vm.generation === 1 ? 'IDE' : 'SCSI'),
      DvdMediaType: dvdMedia(vm.iso === null ? 'None' : 'ISO'),
      Path: vm.iso,
      PoolName: 'Primordial',
      Name: 'DVD Drive',
      Id: `Microsoft:${vm.id.toUpperCase()}\\83F8638B-8DCA-4152-9EDA-2CA8B33039B4\\1\\0\\D`,
      VMId: vm.id,
      VMName: vm.name,
      ...commonMembers(host),
    }));
}

/**
 * @param {import('./types').Host} host
 */
export function hardDiskDrives(host) {
  return host.vms.map((vm) => ({
    Path: `${vm.folder}\\Virtual Hard Disks\\${vm.name}.vhdx`,
    DiskNumber: null,
    MaximumIOPS: 0,
    MinimumIOPS: 0,
    SupportPersistentReservations: false,
    ControllerLocation: 0,
    ControllerNumber: 0,
    ControllerType: controllerType(vm.generation === 1 ? 'IDE' : 'SCSI'),
    PoolName: 'Primordial',
    Name: 'Hard Drive',
    Id: `Microsoft:${vm.id.toUpperCase()}\\83F8638B-8DCA-4152-9EDA-2CA8B33039B4\\0\\0\\D`,
    VMId: vm.id,
    VMName: vm.name,
    ...commonMembers(host),
  }));
}

/**
 * The command came with Windows Server 2016.
 * @param {import('./types').Host} host
 */
export function vmSecurity(host) {
  return host.vms.map((vm) => ({
    VMId: vm.id,
    VMName: vm.name,
    TpmEnabled: false,
    KsdEnabled: false,
    Shielded: false,
    EncryptStateAndVmMigrationTraffic: false,
    VirtualizationBasedSecurityOptOut: false,
  }));
}

/**
 * @param {import('./types').Host} host
 */
export function vmFirmware(host) {
  return host.vms
    .filter(({ generation }) => generation === 2)
    .map((vm) => ({
      VMId: vm.id,
      VMName: vm.name,
      SecureBoot: vm.guest.isWindows === true ? 'On' : 'Off',
      SecureBootTemplate: 'MicrosoftWindows',
    }));
}

/**
 * @param {import('./types').Host} host
 */
export function integrationServices(host) {
  return host.vms.map((vm) => ({
    VMId: vm.id,
    VMName: vm.name,
    Name: 'Key-Value Pair Exchange',
    Id: `Microsoft:${vm.id.toUpperCase()}\\2A34B1C2-FD73-4043-8A5B-DD2159BC743F`,
    Enabled: !vm.hidesGuest,
    OperationalStatus: [vmStatus('Ok')],
    PrimaryOperationalStatus: vmStatus('Ok'),
    SecondaryOperationalStatus: null,
  }));
}

/**
 * What guests tell of themselves; those that are off, or whose exchange is off, tell nothing.
 * @param {import('./types').Host} host
 */
export function guestKvp(host) {
  return host.vms
    .filter((vm) => vm.state === 'Running' && !vm.hidesGuest)
    .map(({ id, name, guest }) => {
      const { isWindows, ...told } = guest;
      const [major, minor] = guest.OSVersion.split(/[.-]/);
      const windows = {
        OSMajorVersion: major,
        OSMinorVersion: minor,
        OSPlatformId: '2',
        ProductType: guest.OSName.includes('Server') ? '3' : '1',
        ServicePackMajor: '0',
      };
      return {
        VMId: id,
        VMName: name,
        ...told,
        ...(isWindows === true ? windows : { IntegrationServicesVersion: '3.1' }),
        FullyQualifiedDomainName: /^[\w-]+$/.test(name)
          ? `${name}.${host.domain}`
          : `srv-0417.${host.domain}`,
      };
    });
}
