import { describe, expect, it } from 'vitest';
import { findHypervSource } from '../../../electron/domain/catalogue/hyperv-sources';

describe('findHypervSource', () => {
  it('gives title and address, or null', () => {
    expect(findHypervSource('S23')).toMatchObject({
      title: 'Upgrade virtual machine version in Hyper-V',
    });
    expect(findHypervSource('S0')).toBeNull();
  });
});
