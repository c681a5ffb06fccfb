import { describe, expect, it } from 'vitest';
import { nicById } from '../../../electron/domain/catalogue/find-nic';
import { vfCeilingPerPort } from '../../../electron/domain/catalogue/vf-ceiling';

describe('vfCeilingPerPort', () => {
  it.each([
    ['intel-x710', 2, { least: 64, most: 64 }], // 128 / 2
    ['intel-x710', 4, { least: 32, most: 32 }], // 128 / 4
    ['intel-x710', null, { least: 32, most: 128 }], // four ports to one
    ['intel-e810-c', 1, { least: 256, most: 256 }],
    ['marvell-fastlinq-41000', 4, { least: 48, most: 48 }], // 192 / 4
    ['intel-82599', 2, { least: 64, most: 64 }],
    ['solarflare-sfn7000', 2, { least: 240, most: 240 }],
    ['intel-i210', 1, { least: 0, most: 0 }],
    ['broadcom-bcm57414', 2, null],
  ])('of %s on a board with %s ports is %o', (id, ports, ceiling) => {
    const nic = nicById(id);
    if (nic === null) throw new Error(`no row ${id}`);
    expect(vfCeilingPerPort(nic, ports)).toEqual(ceiling);
  });

  it('refuses a board without ports', () => {
    const nic = nicById('intel-x710');
    if (nic === null) throw new Error('the row is gone');
    expect(() => vfCeilingPerPort(nic, 0)).toThrow(RangeError);
  });
});
