import { describe, expect, it } from 'vitest';
import { remediationParts } from '../../../renderer/components/remediation-parts';

const commands = (text: string) =>
  remediationParts(text).flatMap(({ kind, text: part }) => (kind === 'command' ? [part] : []));

describe('commands inside a remediation', () => {
  it.each([
    [
      'Turn it on: Enable-NetAdapterSriov -Name "SLOT 2".',
      ['Enable-NetAdapterSriov -Name "SLOT 2"'],
    ],
    [
      'Run Remove-VMSwitch "vs-prod", then New-VMSwitch -Name "vs-prod" -NetAdapterName <adapter> -EnableIov $true, and reconnect.',
      [
        'Remove-VMSwitch "vs-prod"',
        'New-VMSwitch -Name "vs-prod" -NetAdapterName <adapter> -EnableIov $true',
      ],
    ],
    [
      "Eject it: Get-VMDvdDrive -VMName 'sql-03' | Set-VMDvdDrive -Path $null (it keeps running).",
      ["Get-VMDvdDrive -VMName 'sql-03' | Set-VMDvdDrive -Path $null"],
    ],
    [
      'Set-VMNetworkAdapter -VMName web -IovWeight 100 and start it again.',
      ['Set-VMNetworkAdapter -VMName web -IovWeight 100'],
    ],
    ['Type `bcdedit /set x` there.', ['bcdedit /set x']],
    [
      'reg add HKLM\\SYSTEM\\X /v Below /t REG_DWORD /d 1 (plan a restart).',
      ['reg add HKLM\\SYSTEM\\X /v Below /t REG_DWORD /d 1'],
    ],
    [
      'Run Get-VMHost | fl IovSupport,IovSupportReasons on HV03 and mend what it lists.',
      ['Get-VMHost | fl IovSupport,IovSupportReasons'],
    ],
    [
      'See Get-VMNetworkAdapter -VMName * | Format-List VMName,Name. Then go on.',
      ['Get-VMNetworkAdapter -VMName * | Format-List VMName,Name'],
    ],
    [
      "Remove them: Get-VMNetworkAdapterAcl -VMName 'a b' | Where-Object Action -ne Meter | Remove-VMNetworkAdapterAcl. Or keep them.",
      [
        "Get-VMNetworkAdapterAcl -VMName 'a b' | Where-Object Action -ne Meter | Remove-VMNetworkAdapterAcl",
      ],
    ],
    [
      "Set-VMNetworkAdapterVlan -VMName 'x' -Access -VlanId <id> (the others are cut off).",
      ["Set-VMNetworkAdapterVlan -VMName 'x' -Access -VlanId <id>"],
    ],
    ['Turn on SR-IOV and VT-d in the firmware of HV-07.', []],
  ])('%s', (text, found) => {
    expect(commands(text)).toEqual(found);
  });

  it('lose nothing of the text but backticks', () => {
    const text = 'First `a b`, then Get-VM -Name x, done.';
    expect(
      remediationParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe('First a b, then Get-VM -Name x, done.');
  });
});
