/** Plain outputs of single commands, one file each, as somebody exports them without the collector. */
import * as adapters from './adapter-records.mjs';
import * as clusters from './cluster-records.mjs';
import * as hosts from './host-records.mjs';
import * as switches from './switch-records.mjs';
import * as vms from './vm-records.mjs';
import * as vnics from './vnic-records.mjs';
import { convertToJson } from './write-powershell-json.mjs';

/**
 * Bytes by command, for every command that was run on the host.
 * @param {import('./types').Host} host
 * @param {import('./types').Estate} estate
 * @returns {(readonly [command: string, bytes: Buffer])[]}
 */
export function plainFiles(host, estate) {
  const { form } = host;
  if (form.kind !== 'plain') return [];
  const without = form.without ?? [];
  return Object.entries(commandsOf(host, estate))
    .filter(([command]) => !without.includes(command))
    .map(([command, records]) => [command, bytesOf(convertToJson(records, form), form)]);
}

/**
 * @param {import('./types').Host} host
 * @param {import('./types').Estate} estate
 */
function commandsOf(host, estate) {
  const { build } = host.release;
  const cimClasses = {
    Win32_OperatingSystem: hosts.win32OperatingSystem(host),
    Win32_ComputerSystem: hosts.win32ComputerSystem(host),
    Win32_BIOS: hosts.win32Bios(host),
    Win32_Processor: hosts.win32Processor(host),
  };
  const since2016 = {
    'Get-VMHostSupportedVersion': hosts.vmHostSupportedVersions(host),
    'Get-VMSwitchTeam': switches.vmSwitchTeams(host),
    'Get-VMAssignableDevice': vms.assignableDevices(host),
  };
  return {
    ...cimClasses,
    'Get-VMHost': hosts.vmHost(host),
    ...(14393 <= build ? since2016 : {}),
    'Get-VMSwitch': switches.vmSwitches(host),
    'Get-VMSwitchExtension': switches.vmSwitchExtensions(host),
    'Get-NetLbfoTeam': switches.lbfoTeams(host),
    'Get-NetLbfoTeamMember': switches.lbfoTeamMembers(host),
    'Get-NetAdapter': adapters.netAdapters(host),
    'Get-NetAdapterSriov': adapters.sriovAdapters(host),
    'Get-NetAdapterVmq': adapters.vmqAdapters(host),
    'Get-NetAdapterHardwareInfo': adapters.hardwareInfo(host),
    'Get-VM': vms.virtualMachines(host),
    'Get-VMProcessor': vms.vmProcessors(host),
    'Get-VMNetworkAdapter': vnics.vmNetworkAdapters(host),
    'Get-VMDvdDrive': vms.dvdDrives(host),
    'Get-VMHardDiskDrive': vms.hardDiskDrives(host),
    ...(host.form.kind === 'plain' && host.form.listsCluster === true
      ? clusterCommandsOf(host, estate)
      : {}),
  };
}

/**
 * @param {import('./types').Host} host
 * @param {import('./types').Estate} estate
 */
function clusterCommandsOf(host, estate) {
  const roles = estate.hosts
    .filter(({ cluster }) => cluster === host.cluster)
    .flatMap((node) => node.vms.filter(({ isClustered }) => isClustered));
  return {
    'Get-Cluster': clusters.cluster(host),
    'Get-ClusterNode': clusters.clusterNodes(host),
    'Get-ClusterGroup': clusters.clusterGroups(host, roles),
  };
}

/**
 * `>` ends the text with a line break, and writes nothing at all for no records.
 * @param {string} text
 * @param {import('./types').PlainForm} form
 */
function bytesOf(text, { encoding }) {
  if (text === '') return Buffer.alloc(0);
  const lines = `${text}\r\n`;
  if (encoding === 'utf-16') return Buffer.from(`\ufeff${lines}`, 'utf16le');
  return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${lines}` : lines, 'utf8');
}
