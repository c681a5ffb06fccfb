/** What the commands about a host as a whole print. Hyper-V objects end in their common members. */
import { guid } from './derive-estate.mjs';
import {
  migrationAuthentication,
  migrationPerformance,
  Time,
  vmSubType,
} from './powershell-values.mjs';

const BOOTED = '2026-01-18T03:12:44.5000000Z';

/**
 * @param {import('./types').Host} host
 */
export function win32OperatingSystem(host) {
  const { release } = host;
  return [
    {
      Caption: release.caption,
      Version: release.version,
      BuildNumber: String(release.build),
      OperatingSystemSKU: release.sku,
      ProductType: 3,
      OSArchitecture: '64-bit',
      OSLanguage: 1033,
      TotalVisibleMemorySize: host.totalBytes / 1024 - 262144,
      FreePhysicalMemory: host.freeBytes / 1024,
      LastBootUpTime: new Time(BOOTED),
      CSName: host.name,
      PSComputerName: null,
    },
  ];
}

/**
 * @param {import('./types').Host} host
 */
export function win32ComputerSystem(host) {
  const [manufacturer, model] = host.computer;
  return [
    {
      Name: host.name,
      DNSHostName: host.name,
      Domain: host.domain,
      PartOfDomain: true,
      Manufacturer: manufacturer,
      Model: model,
      SystemFamily: '',
      SystemSKUNumber: '',
      TotalPhysicalMemory: host.totalBytes - 268435456,
      NumberOfProcessors: host.sockets,
      NumberOfLogicalProcessors: host.logicalProcessors,
      HypervisorPresent: true,
      PSComputerName: null,
    },
  ];
}

/**
 * @param {import('./types').Host} host
 */
export function win32Bios(host) {
  const [manufacturer, , version] = host.computer;
  return [
    {
      Manufacturer: manufacturer,
      Name: version,
      SMBIOSBIOSVersion: version,
      Version: `${manufacturer.slice(0, 4).toUpperCase()} - 1`,
      ReleaseDate: new Time('2023-06-14T00:00:00.0000000Z'),
      PSComputerName: null,
    },
  ];
}

/**
 * The three virtualization flags read False because a hypervisor runs.
 * @param {import('./types').Host} host
 */
export function win32Processor(host) {
  const { processor } = host;
  return Array.from({ length: host.sockets }, (_, socket) => ({
    DeviceID: `CPU${socket}`,
    Name: processor.name,
    Manufacturer: processor.manufacturer,
    Description: processor.description,
    Caption: processor.description,
    SocketDesignation: `CPU${socket + 1}`,
    ProcessorId: processor.id,
    Architecture: 9,
    Family: processor.manufacturer === 'AuthenticAMD' ? 107 : 179,
    Level: Number(/Family (\d+)/.exec(processor.description)?.[1]),
    NumberOfCores: processor.cores,
    NumberOfEnabledCore: processor.cores,
    NumberOfLogicalProcessors: processor.cores * 2,
    ThreadCount: processor.cores * 2,
    MaxClockSpeed: processor.megahertz,
    CurrentClockSpeed: processor.megahertz,
    VirtualizationFirmwareEnabled: false,
    SecondLevelAddressTranslationExtensions: false,
    VMMonitorModeExtensions: false,
    PSComputerName: null,
  }));
}

/**
 * @param {import('./types').Host} host
 */
export function windowsVersion(host) {
  return [
    {
      Path: 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
      KeyExists: true,
      EditionID: host.release.edition,
      InstallationType: 'Server Core',
      ProductName: host.release.caption.replace('Microsoft ', ''),
      CurrentBuild: String(host.release.build),
      UBR: 2031,
    },
  ];
}

/**
 * @param {import('./types').Host} host
 */
export function microcode(host) {
  const { processor } = host;
  return [
    {
      Path: 'HKLM:\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0',
      KeyExists: true,
      ProcessorNameString: processor.name,
      VendorIdentifier: processor.manufacturer,
      Identifier: processor.description,
      'Update Revision': processor.microcode,
      'Previous Update Revision': processor.microcode,
      'Update Status': 6,
    },
  ];
}

/**
 * @param {import('./types').Host} host
 */
export function hostNumaNodes(host) {
  return Array.from({ length: host.sockets }, (_, node) => ({
    NodeId: node,
    ProcessorsAvailability: Array.from({ length: host.processor.cores * 2 }, () => 97),
    MemoryAvailable: Math.floor(host.freeBytes / host.sockets / 2 ** 20),
    MemoryTotal: Math.floor(host.totalBytes / host.sockets / 2 ** 20),
  }));
}

/**
 * @param {import('./types').Host} host
 */
export function services(host) {
  const names = host.cluster === null ? ['vmms'] : ['ClusSvc', 'vmms'];
  return names.map((name) => ({ Name: name, Status: 'Running', StartType: 'Automatic' }));
}

/**
 * @param {import('./types').Host} host
 */
export function vmHost(host) {
  const isOld = host.release.build < 14393;
  return [
    {
      LogicalProcessorCount: host.logicalProcessors,
      ResourceMeteringSaveInterval: null,
      MemoryCapacity: host.totalBytes - 268435456,
      IovSupport: host.iovReasons.length === 0,
      IovSupportReasons: host.iovReasons.length === 0 ? null : host.iovReasons,
      MacAddressMinimum: `${host.macPrefix}0000`,
      MacAddressMaximum: `${host.macPrefix}FFFF`,
      NumaSpanningEnabled: true,
      ...(isOld ? {} : { SupportedVmVersions: host.release.versions }),
      VirtualHardDiskPath: 'C:\\Users\\Public\\Documents\\Hyper-V\\Virtual Hard Disks',
      VirtualMachinePath: 'C:\\ProgramData\\Microsoft\\Windows\\Hyper-V',
      FullyQualifiedDomainName: host.domain,
      Name: host.name,
      MaximumStorageMigrations: 2,
      MaximumVirtualMachineMigrations: 2,
      UseAnyNetworkForMigration: host.cluster === null,
      VirtualMachineMigrationAuthenticationType: migrationAuthentication(
        host.cluster === null ? 'CredSSP' : 'Kerberos',
      ),
      VirtualMachineMigrationEnabled: host.name !== 'BR-HV1',
      VirtualMachineMigrationPerformanceOption: migrationPerformance(
        host.release.build < 20348 ? 'Compression' : 'SMB',
      ),
      ComputerName: host.name,
      IsDeleted: false,
    },
  ];
}

/**
 * The command came with Windows Server 2016.
 * @param {import('./types').Host} host
 */
export function vmHostSupportedVersions(host) {
  const { versions, caption } = host.release;
  const name = caption.replace(' Datacenter', '').replace(' Standard', '');
  return versions.map((version) => ({
    Name: `${name} (configuration ${version})`,
    Version: version,
    IsDefault: version === versions.at(-1),
  }));
}

export function resourcePools() {
  return [
    {
      Name: 'Primordial',
      ParentName: null,
      ResourcePoolType: 'Ethernet',
      ResourceMeteringEnabled: false,
    },
  ];
}

/**
 * @param {import('./types').Host} host
 */
export function migrationNetworks(host) {
  return host.cluster === null ? [] : [{ Subnet: '192.0.2.0/24', Priority: 0 }];
}

export function virtualizationRegistry() {
  return [
    {
      Path: 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Virtualization',
      KeyExists: true,
      MinVmVersionForCpuBasedMitigations: '8.0',
    },
  ];
}

export function switchRegistry() {
  return [
    { Path: 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\VMSMP\\Parameters', KeyExists: true },
  ];
}

/**
 * What every Hyper-V object ends in.
 * @param {import('./types').Host} host
 */
export function commonMembers(host) {
  return {
    CimSession: { ComputerName: null, InstanceId: guid('session', host.name) },
    ComputerName: host.name,
    IsDeleted: false,
  };
}

/**
 * @param {import('./types').Vm} vm
 */
export function generationOf(vm) {
  return vmSubType(`Generation${vm.generation}`);
}
