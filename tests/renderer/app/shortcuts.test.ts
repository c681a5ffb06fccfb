import { describe, expect, it } from 'vitest';
import { commandFor, type KeyPress } from '../../../renderer/app/shortcuts';
import { APP_COMMANDS, commandSpec, keysText } from '../../../shared/contract/commands';

const press = (key: string, with_: Partial<KeyPress> = {}) =>
  commandFor({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...with_,
  });

describe('keys', () => {
  it('run the command that has them, and no other', () => {
    expect(press('k', { ctrlKey: true })).toBe('palette');
    expect(press('K', { metaKey: true })).toBe('palette');
    expect(press('S', { ctrlKey: true, shiftKey: true })).toBe('save-as');
    expect(press('s', { ctrlKey: true })).toBe('snapshot');
    expect(press('ArrowLeft', { altKey: true })).toBe('back');
    expect(press('F6')).toBe('next-part');
    expect(press('F6', { shiftKey: true })).toBe('previous-part');
  });

  it('find digits where the keyboard has them behind Shift', () => {
    expect(press('&', { ctrlKey: true, code: 'Digit1' })).toBe('view-estate');
  });

  it('mean nothing without what belongs to them', () => {
    expect(press('k')).toBeNull();
    expect(press('k', { ctrlKey: true, altKey: true })).toBeNull();
    expect(press('ArrowLeft')).toBeNull();
  });

  it('are given to one command each', () => {
    const all = APP_COMMANDS.flatMap((command) => commandSpec(command).keys ?? []);
    expect(all.filter((keys, at) => all.indexOf(keys) !== at)).toEqual([]);
  });
});

it('names keys as the keyboard does', () => {
  expect(keysText('CmdOrCtrl+Shift+S', false)).toBe('Ctrl+Shift+S');
  expect(keysText('CmdOrCtrl+Shift+S', true)).toBe('⌘⇧S');
  expect(keysText('Alt+Left', false)).toBe('Alt+←');
});
