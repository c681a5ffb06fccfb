import { describe, expect, it } from 'vitest';
import type { FieldSpec } from '../../../shared/model/field';
import { fieldText, parseFieldText } from '../../../shared/model/field-text';
import { adapterFields } from '../../../shared/model/hyperv/adapter-fields';
import { hostFields } from '../../../shared/model/hyperv/host-fields';
import { vmFields } from '../../../shared/model/hyperv/vm-fields';
import { vnicFields } from '../../../shared/model/hyperv/vnic-fields';

const cases: readonly (readonly [string, FieldSpec, unknown])[] = [
  ['a link', adapterFields.linkBitsPerSecond, 25e9],
  ['a link that is no whole number of gigabits', adapterFields.linkBitsPerSecond, 2.5e9],
  ['a PCIe speed', adapterFields.pcieGigatransfersPerSecond, 8],
  ['a clock', hostFields.clockMegahertz, 2400],
  ['a memory', hostFields.memoryBytes, 512 * 1024 ** 3],
  ['a build', hostFields.osBuild, 17763],
  ['yes', hostFields.iovSupport, true],
  ['no', hostFields.iovSupport, false],
  ['a choice', vmFields.state, 'running'],
  ['no switch', vnicFields.switchName, null],
  ['a list', vmFields.assignedDevices, ['GPU 0', 'GPU 1']],
  ['an empty list', vmFields.assignedDevices, []],
];

describe('values of facts', () => {
  it.each(cases)('%s reads back as it is shown', (_name, spec, value) => {
    expect(parseFieldText(spec, fieldText(spec, value))).toEqual({ ok: true, value });
  });

  it('that are names are not grouped', () => {
    expect(fieldText(hostFields.osBuild, 17763)).toBe('17763');
    expect(fieldText(hostFields.logicalProcessorCount, 1024)).toBe('1,024');
  });

  it('that are not understood say what would be', () => {
    expect(parseFieldText(adapterFields.linkBitsPerSecond, 'fast')).toEqual({
      ok: false,
      expected: 'a rate such as 10 Gbit/s',
    });
    expect(parseFieldText(vmFields.state, 'asleep')).toEqual({
      ok: false,
      expected: 'one of running, off, saved, paused, other',
    });
  });
});
