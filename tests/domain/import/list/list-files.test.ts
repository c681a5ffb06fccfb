import { describe, expect, it } from 'vitest';
import { fixture, importOf, onlySwitch, onlyVnic, utf16, valuesOf } from '../import-of';

const sample = (cmdlet: string) => fixture(`worked-examples/list/HV07.${cmdlet}.txt`);

describe('Format-List', () => {
  it('reads a switch, with a wrapped reason in one piece', () => {
    const text = `\n\n${sample('Get-VMSwitch')}\n\n`.replaceAll('\n', '\r\n');
    const result = importOf({ 'HV07.Get-VMSwitch.txt': utf16(text, 'le') });
    expect(result.files[0]).toMatchObject({ format: 'cmdlet-list', host: 'HV07', recordCount: 1 });
    expect(
      valuesOf(onlySwitch(result).facts, [
        'switchType',
        'iovSupport',
        'vfCapacity',
        'iovSupportReasons',
      ]),
    ).toEqual({
      switchType: 'external',
      iovSupport: false,
      vfCapacity: 0,
      iovSupportReasons: [
        'The chipset on the system does not do interrupt remapping, without which SR-IOV cannot be supported.',
      ],
    });
  });

  it('reads an adapter of a VM, with an id that was cut in the middle', () => {
    const vnic = onlyVnic(
      importOf({ 'HV07.Get-VMNetworkAdapter.txt': sample('Get-VMNetworkAdapter') }),
    );
    expect(vnic.id).toMatch(/nic\/0b3e2a41-55c7-4e0e-8b0c-6f2d9a1e7c33$/);
    expect(valuesOf(vnic.facts, ['iovWeight', 'dhcpGuard', 'connected'])).toEqual({
      iovWeight: 100,
      dhcpGuard: false,
      connected: true,
    });
  });

  it('reads several records, and leaves out a block that is none', () => {
    const text =
      'Name       : a\nSwitchType : External\nIovEnabled : True\n\nsome words\nand more\n\nName       : b\nSwitchType : External\nIovEnabled : True\n';
    const result = importOf({ 'HV07.Get-VMSwitch.txt': text });
    expect(result.estate.hosts[0]?.switches.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(result.problems.map(({ place, severity }) => [place, severity])).toEqual([
      ['line 5', 'lost'],
    ]);
  });

  it('takes no list for whole that ends in an ellipsis', () => {
    const text =
      'Name              : a\nSwitchType        : External\nIovEnabled        : True\nIovSupportReasons : {one, two, three, four...}\n';
    const result = importOf({ 'HV07.Get-VMSwitch.txt': text });
    expect(valuesOf(onlySwitch(result).facts, ['iovSupportReasons'])).toEqual({
      iovSupportReasons: 'unknown: cut-off',
    });
  });
});
