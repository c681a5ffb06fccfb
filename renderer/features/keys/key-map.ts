/** All keys there are, by where they work. */
import { APP_COMMANDS, commandSpec } from '../../../shared/contract/commands';

export interface KeyEntry {
  /** As accelerators are written; several do the same. */
  readonly keys: readonly string[];
  readonly text: string;
}
export interface KeyGroup {
  readonly title: string;
  readonly entries: readonly KeyEntry[];
}

const MOVES: readonly KeyEntry[] = [
  { keys: ['Left', 'Right', 'Up', 'Down'], text: 'One cell on' },
  { keys: ['CmdOrCtrl+Left', 'CmdOrCtrl+Right'], text: 'To the first or last column' },
  { keys: ['CmdOrCtrl+Up', 'CmdOrCtrl+Down'], text: 'To the first or last row' },
  { keys: ['PageUp', 'PageDown'], text: 'One screen on' },
];

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'Anywhere',
    entries: APP_COMMANDS.flatMap((command): KeyEntry[] => {
      const { keys, text } = commandSpec(command);
      return keys === undefined ? [] : [{ keys: [keys], text }];
    }),
  },
  {
    title: 'In the matrix',
    entries: [
      ...MOVES,
      { keys: ['Enter'], text: 'Into the inspector' },
      { keys: ['Esc'], text: 'Select nothing' },
      { keys: ['CmdOrCtrl+C'], text: 'Copy the cell, row or column' },
      { keys: ['CmdOrCtrl+Shift+C'], text: 'Copy the whole table' },
    ],
  },
  {
    title: 'In the tables of the estate',
    entries: [
      ...MOVES,
      { keys: ['Enter', 'F2'], text: 'Edit the property; at a head: sort' },
      { keys: ['Delete'], text: 'Set the property to not known' },
      { keys: ['Shift+Up', 'Shift+Down'], text: 'Select more rows' },
      { keys: ['Space'], text: 'Add the row to what is selected, or take it away' },
      { keys: ['CmdOrCtrl+A'], text: 'Select all rows' },
      { keys: ['CmdOrCtrl+C'], text: 'Copy the rows as a table' },
      { keys: ['Shift+F10'], text: 'Menu of the cell or the head' },
      { keys: ['Shift+Left', 'Shift+Right'], text: 'At a head: narrower, wider' },
      { keys: ['Esc'], text: 'Select only this row' },
    ],
  },
  {
    title: 'In lists, fields and dialogs',
    entries: [
      { keys: ['Enter'], text: 'Open the entry; keep what was typed' },
      { keys: ['Esc'], text: 'Close; empty the search; leave a value as it was' },
      { keys: ['CmdOrCtrl+Enter'], text: 'Keep a note of several lines' },
      { keys: ['Left', 'Right'], text: 'Width of the inspector, at its edge' },
    ],
  },
];
