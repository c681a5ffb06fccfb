import { describe, expect, it } from 'vitest';
import { findHypervSource } from '../../../electron/domain/catalogue/hyperv-sources';
import { ruleSources, type SourceId, sourceOf } from '../../../electron/domain/rules/sources';

const ids = Object.keys(ruleSources) as SourceId[];

describe('the sources of the rules', () => {
  it('have a title and a place', () => {
    const bare = ids.filter((id) => sourceOf(id).title === '' || sourceOf(id).where === '');
    expect(bare).toEqual([]);
  });

  it('are found by id', () => {
    expect(sourceOf('S43')).toEqual({
      id: 'S43',
      title: 'Msvm Ethernet switch port offload classes',
      where:
        'https://learn.microsoft.com/windows/win32/hyperv_v2/msvm-ethernetswitchportoffloaddata',
    });
  });

  it('say the same as the catalogue, which names the same documents', () => {
    for (const id of ids) {
      const row = findHypervSource(id);
      if (row === null) continue;
      const { title, where } = sourceOf(id);
      expect({ id, title, where }).toEqual({ id, title: row.title, where: row.url ?? row.where });
    }
  });
});
