import { describe, expect, it } from 'vitest';
import { visible, visibleReply } from '../../../renderer/api/visible-reply';

const reversed = 'sql\u202e30';

describe('replies with imported text', () => {
  it('show what would reorder or hide, at any depth', () => {
    const reply = { vms: [{ id: 'a', name: reversed }], note: ['x', { place: 'line\u0007' }] };
    expect(visibleReply('estate.index', reply)).toEqual({
      vms: [{ id: 'a', name: 'sql[U+202E]30' }],
      note: ['x', { place: 'line[U+0007]' }],
    });
  });

  it('keep identifiers, so that they can be asked for again', () => {
    const reply = {
      id: reversed,
      key: reversed,
      hostId: reversed,
      vnicIds: [reversed],
      field: reversed,
    };
    expect(visibleReply('verdicts.pair', reply)).toBe(reply);
  });

  it.each(['waivers.list', 'catalogue.uses', 'plans.state', 'estate.links'] as const)(
    'is what %s gives as well: nothing has to be put on a list',
    (name) => expect(visibleReply(name, { name: reversed })).toEqual({ name: 'sql[U+202E]30' }),
  );

  it('leave bytes alone', () => {
    const reply = { cells: new Uint8Array([1, 2]) };
    expect(visible(reply)).toBe(reply);
  });

  it('are not copied when nothing needs it, and our own text is left alone', () => {
    const plain = { hosts: [{ name: 'ホスト' }, { name: 'مضيف' }], count: 2, none: null };
    expect(visibleReply('estate.index', plain)).toBe(plain);
    const script = { text: 'line\r\n' };
    expect(visibleReply('collector.text', script)).toBe(script);
  });
});
