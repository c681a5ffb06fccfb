import { describe, expect, it } from 'vitest';
import { hypervLimit } from '../../../electron/domain/catalogue/hyperv-limits';

describe('hypervLimit', () => {
  const adapters = 'synthetic-adapters-generation-2';
  it.each([
    ['an old host', adapters, 'windows-server-2016', null, { least: 8, most: 8 }],
    ['a new VM on a new host', adapters, 'windows-server-2022', '10.0', { least: 64, most: 64 }],
    ['an old VM on a new host', adapters, 'windows-server-2022', '8.0', { least: 8, most: 8 }],
    ['a VM of unknown version', adapters, 'windows-server-2022', null, { least: 8, most: 64 }],
    [
      'documents that disagree',
      'synthetic-adapters-generation-1',
      'windows-server-2019',
      null,
      { least: 8, most: 64 },
    ],
  ] as const)('answers for %s', (_case, item, id, version, limit) => {
    expect(hypervLimit(item, { id }, version)).toMatchObject(limit);
  });

  it('is null where nothing is known', () => {
    expect(hypervLimit('set-team-members', { id: 'windows-server-2012-r2' })).toBeNull();
    expect(hypervLimit('running-vms-per-host', { id: 'windows-11-24h2' })).toBeNull();
  });
});
