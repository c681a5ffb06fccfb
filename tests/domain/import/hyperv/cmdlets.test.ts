import { describe, expect, it } from 'vitest';
import {
  CMDLETS,
  cmdletOfShape,
  partsOfFileName,
} from '../../../../electron/domain/import/hyperv/cmdlets';

describe('a file name tells host and command', () => {
  it.each([
    ['HV07.Get-VMSwitch.json', 'Get-VMSwitch', 'HV07'],
    ['hv07_get-vmswitch.json', 'Get-VMSwitch', 'hv07'],
    ['HV07-Get-VM.json', 'Get-VM', 'HV07'],
    ['hv07.contoso.com.Get-VM.json', 'Get-VM', 'hv07.contoso.com'],
    ['HV07.VMNetworkAdapterAcl.txt', 'Get-VMNetworkAdapterAcl', 'HV07'],
    ['HV07.Win32_OperatingSystem.json', 'Win32_OperatingSystem', 'HV07'],
    ['Get-VM.json', 'Get-VM', null],
    ['exports/HV07/Get-VM.json', 'Get-VM', 'HV07'],
    ['everything.json', null, null],
    ['dvm.json', null, null],
  ])('%s', (name, cmdlet, prefix) => {
    const parts = partsOfFileName(name);
    expect([parts.cmdlet?.name ?? null, parts.prefix]).toEqual([cmdlet, prefix]);
  });
});

describe('a record without a name is told by its properties', () => {
  it.each([
    ['Get-VMSwitch', 'Name SwitchType IovEnabled'],
    ['Get-VM', 'Name State ProcessorCount Generation'],
    ['Get-VMNetworkAdapter', 'Name VMName SwitchName MacAddress IovWeight'],
    ['Get-NetAdapter', 'Name InterfaceDescription LinkSpeed Status'],
    ['Get-NetAdapterSriov', 'Name InterfaceDescription Enabled SriovSupport NumVFs'],
    [
      'Get-NetAdapterVmq',
      'Name InterfaceDescription Enabled NumberOfReceiveQueues BaseProcessorNumber',
    ],
    [
      'Get-NetAdapterRss',
      'Name InterfaceDescription Profile NumberOfReceiveQueues BaseProcessorNumber',
    ],
    ['Get-NetLbfoTeam', 'Name Members TeamNics TeamingMode Status'],
    ['Get-NetLbfoTeamMember', 'Name InterfaceDescription Team AdministrativeMode'],
    ['Get-VMHost', 'Name LogicalProcessorCount MemoryCapacity IovSupport'],
    ['Get-VMNetworkAdapterExtendedAcl', 'Action Direction LocalPort Stateful'],
    ['Get-ClusterGroup', 'Cluster Name GroupType OwnerNode'],
  ])('%s', (cmdlet, properties) => {
    expect(cmdletOfShape(properties.toLowerCase().split(' '))?.name).toBe(cmdlet);
  });

  it('says nothing of a record with names of no command', () => {
    expect(cmdletOfShape(['Name', 'Color'])).toBeNull();
  });
});

describe('the table of commands', () => {
  it('gives every set of properties to one command only', () => {
    const sets = CMDLETS.flatMap(({ signatures }) =>
      signatures.map((set) => [...set].sort().join()),
    );
    expect(sets.filter((set, index) => sets.indexOf(set) !== index)).toEqual([]);
  });
});
