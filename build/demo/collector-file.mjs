/**
 * The file that the collector script writes on a host: the same records, with enums by name, dates
 * in ISO form, and only the properties that the script asks for.
 */
import * as adapters from './adapter-records.mjs';
import * as clusters from './cluster-records.mjs';
import * as hosts from './host-records.mjs';
import { Duration, Enum, Settings, Time, Version } from './powershell-values.mjs';
import * as switches from './switch-records.mjs';
import { trafficSamples } from './traffic-records.mjs';
import * as vms from './vm-records.mjs';
import * as vnics from './vnic-records.mjs';
import { printJson, textOfDuration } from './write-powershell-json.mjs';

const NO_CLUSTER = 'There is no Cluster service on this host.';
const NO_SAMPLE = 'Left out by -SampleSeconds 0.';

/** Properties of Hyper-V and CIM objects that the script never asks for. */
const NOT_ASKED_FOR = new Set([
  'CimSession',
  'IsDeleted',
  'PSComputerName',
  'CSName',
  'IPAddresses',
  'Notes',
  'ParentSnapshotName',
  'PrimaryStatusDescription',
  'SecondaryStatusDescription',
  'MemoryStatus',
  'SmartPagingFileInUse',
  'SizeOfSystemFiles',
  'AutomaticStartDelay',
  'ResourceMeteringSaveInterval',
  'LocalAddress',
  'RemoteAddress',
  'LocalIPAddress',
  'RemoteIPAddress',
  'MeteredMegabytes',
  'MaximumIOPS',
  'MinimumIOPS',
  'VMSnapshotId',
  'VMSnapshotName',
  'Cluster',
]);
/**
 * Asked for only where the name is the object's own.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const NOT_ASKED_FOR_IN = {
  'Get-VM': ['Status'],
  'Get-VMProcessor': ['Name', 'Id', 'ComputerName'],
  'Get-VMMemory': ['Name', 'ComputerName'],
  'Get-VMSwitch': ['ComputerName'],
  'Get-VMSwitchExtension': ['ComputerName'],
  'Get-VMSwitchTeam': ['ComputerName'],
  'Get-VMNetworkAdapter': ['ComputerName'],
  'Get-VMAssignableDevice': ['ComputerName'],
  'Get-VMDvdDrive': ['ComputerName'],
  'Get-VMHardDiskDrive': ['ComputerName'],
};

/**
 * The text of the file; no line break at its end, as the script writes it.
 * @param {import('./types').Host} host
 * @param {import('./types').Estate} estate
 */
export function collectorFile(host, estate) {
  const { form } = host;
  if (form.kind !== 'collector') throw new Error(`${host.name} was not collected`);
  const { powershell = host.release.powershell, sampleSeconds = 0 } = form;
  /** @type {Record<string, unknown>} */
  const sections = {};
  for (const [name, content] of Object.entries(sectionsOf(host, estate, sampleSeconds))) {
    sections[name] = sectionOf(name, content, Object.keys(sections).length, host);
  }
  const document = {
    portolanCollector: 1,
    collectorVersion: '1.0.0',
    host: host.name,
    collectedAt: host.collectedAt,
    powershell,
    elevated: true,
    sampleSeconds,
    sections,
  };
  const edition = powershell.startsWith('5.1') ? '5.1' : '7';
  return printJson(document, { edition, depth: 8 });
}

/**
 * @param {string} name
 * @param {readonly unknown[] | string | null} content
 * @param {number} index
 * @param {import('./types').Host} host
 */
function sectionOf(name, content, index, host) {
  const milliseconds = 6 + ((index * 37 + host.index * 11) % 420);
  if (typeof content === 'string') {
    return { status: 'skipped', error: content, milliseconds: 0, records: [] };
  }
  if (content === null) {
    const error = `Not found on this host: ${name}`;
    return { status: 'missing-command', error, milliseconds: 4, records: [] };
  }
  const skipped = NOT_ASKED_FOR_IN[name] ?? [];
  return { status: 'ok', milliseconds, records: content.map((record) => plain(record, skipped)) };
}

/**
 * As the script writes a value.
 * @param {unknown} value
 * @param {readonly string[]} [skipped]
 * @returns {unknown}
 */
function plain(value, skipped = []) {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Enum) return value.name;
  if (value instanceof Time) return value.iso;
  if (value instanceof Version) return value.text;
  if (value instanceof Duration) return textOfDuration(value);
  if (value instanceof Settings) return plain(value.properties);
  if (Array.isArray(value)) return value.map((one) => plain(one));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !NOT_ASKED_FOR.has(name) && !skipped.includes(name))
      .map(([name, one]) => [name, plain(one)]),
  );
}

/**
 * Records by section, in the script's order; a text is why it was skipped, `null` a missing command.
 * @param {import('./types').Host} host
 * @param {import('./types').Estate} estate
 * @param {number} sampleSeconds
 * @returns {Readonly<Record<string, readonly unknown[] | string | null>>}
 */
function sectionsOf(host, estate, sampleSeconds) {
  const { build } = host.release;
  /** @param {() => unknown[]} records */
  const inCluster = (records) => (host.cluster === null ? NO_CLUSTER : records());
  const roles = estate.hosts
    .filter(({ cluster }) => cluster !== null && cluster === host.cluster)
    .flatMap((node) => node.vms.filter(({ isClustered }) => isClustered));
  return {
    Win32_OperatingSystem: hosts.win32OperatingSystem(host),
    PortolanWindowsVersion: hosts.windowsVersion(host),
    Win32_ComputerSystem: hosts.win32ComputerSystem(host),
    Win32_BIOS: hosts.win32Bios(host),
    Win32_Processor: hosts.win32Processor(host),
    PortolanMicrocode: hosts.microcode(host),
    'Get-VMHostNumaNode': hosts.hostNumaNodes(host),
    'Get-Service': hosts.services(host),
    'Get-VMHost': hosts.vmHost(host),
    'Get-VMHostSupportedVersion': hosts.vmHostSupportedVersions(host),
    'Get-VMMigrationNetwork': hosts.migrationNetworks(host),
    'Get-VMResourcePool': hosts.resourcePools(),
    PortolanVirtualizationRegistry: hosts.virtualizationRegistry(),
    PortolanVmSwitchRegistry: hosts.switchRegistry(),
    'Get-VMSwitch': switches.vmSwitches(host),
    'Get-VMSwitchExtension': switches.vmSwitchExtensions(host),
    'Get-VMSystemSwitchExtensionPortFeature': switches.portFeatures(),
    'Get-VMSwitchTeam': switches.vmSwitchTeams(host),
    'Get-NetLbfoTeam': switches.lbfoTeams(host),
    'Get-NetLbfoTeamMember': switches.lbfoTeamMembers(host),
    'Get-NetAdapter': adapters.netAdapters(host),
    'Get-NetAdapterSriov': adapters.sriovAdapters(host),
    'Get-NetAdapterSriovVf': adapters.sriovVfs(host),
    'Get-NetAdapterVmq': adapters.vmqAdapters(host),
    'Get-NetAdapterVmqQueue': adapters.vmqQueues(host),
    'Get-NetAdapterHardwareInfo': adapters.hardwareInfo(host),
    'Get-NetAdapterAdvancedProperty': adapters.advancedProperties(host),
    PortolanPciIds: adapters.pciIds(host),
    'Get-VM': vms.virtualMachines(host),
    'Get-VMProcessor': vms.vmProcessors(host),
    'Get-VMMemory': vms.vmMemories(host),
    'Get-VMNetworkAdapter': vnics.vmNetworkAdapters(host),
    'Get-VMNetworkAdapterAcl': vnics.aclRecords(host),
    'Get-VMNetworkAdapterExtendedAcl': vnics.extendedAclRecords(host),
    'Get-VMNetworkAdapterVlan': vnics.vlanRecords(host),
    'Get-VMNetworkAdapterIsolation': vnics.isolationRecords(host),
    'Get-VMAssignableDevice': vms.assignableDevices(host),
    // The command came with Windows 10 1803 and Windows Server 2019.
    'Get-VMGpuPartitionAdapter': build < 17763 ? null : [],
    'Get-VMFibreChannelHba': [],
    'Get-VMDvdDrive': vms.dvdDrives(host),
    'Get-VMHardDiskDrive': vms.hardDiskDrives(host),
    'Get-VMSecurity': vms.vmSecurity(host),
    'Get-VMFirmware': vms.vmFirmware(host),
    'Get-VMIntegrationService': vms.integrationServices(host),
    'Get-VMReplication': [],
    PortolanGuestKvp: vms.guestKvp(host),
    'Get-Cluster': inCluster(() => clusters.cluster(host)),
    'Get-ClusterNode': inCluster(() => clusters.clusterNodes(host)),
    'Get-ClusterGroup': inCluster(() => clusters.clusterGroups(host, roles)),
    'Get-ClusterResource': inCluster(() => clusters.clusterResources(roles)),
    PortolanClusterOwners: inCluster(() => clusters.clusterOwners(host)),
    PortolanClusterDrain: inCluster(() => clusters.clusterDrain()),
    'Get-ClusterNetwork': inCluster(() => clusters.clusterNetworks()),
    'Get-ClusterSharedVolume': inCluster(() => []),
    PortolanEvents: [],
    PortolanTraffic: sampleSeconds === 0 ? NO_SAMPLE : trafficSamples(host),
  };
}
