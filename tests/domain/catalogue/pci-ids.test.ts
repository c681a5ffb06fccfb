import { describe, expect, it } from 'vitest';
import { cleanPciId, pciIdsOf } from '../../../electron/domain/catalogue/pci-ids';

describe('PCI ids', () => {
  it('are read from a device instance id', () => {
    expect(pciIdsOf('PCI\\VEN_8086&DEV_1572&SUBSYS_00071028&REV_01\\6&2B8BBBA7&0&0')).toEqual({
      vendorId: '8086',
      deviceId: '1572',
      subsystemId: '0007',
    });
    expect(pciIdsOf('ROOT\\VMS_MP\\0000')).toBeNull();
  });

  it.each([
    ['0x15B3', '15b3'],
    ['VEN_8086', '8086'],
    ['b7', '00b7'],
    ['12345', null],
    ['', null],
    [null, null],
  ])('%s is cleaned to %s', (text, cleaned) => {
    expect(cleanPciId(text)).toBe(cleaned);
  });
});
