/**
 * Everything that can be done by name, once: the native menu, the palette, the shortcuts and the
 * list of keys all read it here. In the order in which the palette and the list of keys name it.
 */
export interface CommandSpec {
  /** As the palette says it. */
  readonly text: string;
  /** As the menu says it; `&` stands before the letter that chooses it. */
  readonly menu: string;
  /** As Electron writes accelerators: "CmdOrCtrl+Shift+S". */
  readonly keys?: string;
  /** Means something only while a plan is open. */
  readonly needsPlan?: true;
}

const OPEN = { needsPlan: true } as const;

export const COMMANDS = {
  palette: { text: 'Search or do', menu: 'Search and &commands…', keys: 'CmdOrCtrl+K' },
  import: { text: 'Import files…', menu: '&Import files…', keys: 'CmdOrCtrl+I' },
  report: { text: 'Write a report…', menu: '&Report…', keys: 'CmdOrCtrl+P', ...OPEN },
  'view-estate': { text: 'Show the estate', menu: '&Estate', keys: 'CmdOrCtrl+1', ...OPEN },
  'view-matrix': { text: 'Show the matrix', menu: '&Matrix', keys: 'CmdOrCtrl+2', ...OPEN },
  'view-findings': { text: 'Show the findings', menu: '&Findings', keys: 'CmdOrCtrl+3', ...OPEN },
  'view-sources': { text: 'Show the sources', menu: '&Sources', keys: 'CmdOrCtrl+4', ...OPEN },
  'view-changes': { text: 'Show the changes', menu: '&Changes', keys: 'CmdOrCtrl+5', ...OPEN },
  'view-assumptions': {
    text: 'Show the assumptions',
    menu: '&Assumptions',
    keys: 'CmdOrCtrl+6',
    ...OPEN,
  },
  'view-catalogue': {
    text: 'Show the catalogue',
    menu: 'Ca&talogue',
    keys: 'CmdOrCtrl+7',
    ...OPEN,
  },
  'kind-live': { text: 'Judge live moves', menu: '&Live moves', ...OPEN },
  'kind-quick': { text: 'Judge quick moves', menu: '&Quick moves', ...OPEN },
  'kind-offline': { text: 'Judge offline moves', menu: '&Offline moves', ...OPEN },
  'search-view': {
    text: 'Search in what is shown',
    menu: '&Search in the view',
    keys: 'CmdOrCtrl+F',
    ...OPEN,
  },
  inspector: {
    text: 'Show or hide the inspector',
    menu: 'I&nspector',
    keys: 'CmdOrCtrl+B',
    ...OPEN,
  },
  back: { text: 'Back', menu: '&Back', keys: 'Alt+Left', ...OPEN },
  forward: { text: 'Forward', menu: 'F&orward', keys: 'Alt+Right', ...OPEN },
  'next-part': { text: 'To the next part of the window', menu: '&Next part', keys: 'F6', ...OPEN },
  'previous-part': {
    text: 'To the part of the window before',
    menu: '&Part before',
    keys: 'Shift+F6',
    ...OPEN,
  },
  snapshot: { text: 'Keep a snapshot…', menu: '&Keep a snapshot…', keys: 'CmdOrCtrl+S', ...OPEN },
  collector: { text: 'Collect from your hosts…', menu: 'Get the &collector…' },
  undo: { text: 'Undo', menu: '&Undo', keys: 'CmdOrCtrl+Z', ...OPEN },
  redo: { text: 'Redo', menu: '&Redo', keys: 'CmdOrCtrl+Y', ...OPEN },
  'new-plan': { text: 'New plan…', menu: '&New plan…', keys: 'CmdOrCtrl+N' },
  'open-plan': { text: 'Open a plan…', menu: '&Open plan…', keys: 'CmdOrCtrl+O' },
  'open-demonstration': {
    text: 'Open the demonstration plan',
    menu: 'Open &demonstration plan',
  },
  'rename-plan': { text: 'Rename the plan…', menu: 'Rena&me plan…', ...OPEN },
  'save-as': {
    text: 'Save the plan as…',
    menu: 'Save &as…',
    keys: 'CmdOrCtrl+Shift+S',
    ...OPEN,
  },
  'close-plan': { text: 'Close the plan', menu: '&Close plan', keys: 'CmdOrCtrl+W', ...OPEN },
  'theme-light': { text: 'Light theme', menu: '&Light' },
  'theme-dark': { text: 'Dark theme', menu: '&Dark' },
  'theme-system': { text: "The system's theme", menu: 'As the &system' },
  shortcuts: { text: 'List the keys', menu: '&Keys', keys: 'F1' },
  about: { text: 'About Portolan', menu: '&About Portolan' },
} as const satisfies Record<string, CommandSpec>;

export type AppCommand = keyof typeof COMMANDS;
export const APP_COMMANDS = Object.keys(COMMANDS) as readonly AppCommand[];

export function commandSpec(command: AppCommand): CommandSpec {
  return COMMANDS[command];
}

/** Keys for people: "Ctrl+Shift+S", "Alt+←", and with their signs on a Mac. */
export function keysText(keys: string, isMac: boolean): string {
  const names = isMac ? MAC_KEYS : OTHER_KEYS;
  return keys
    .split('+')
    .map((key) => names[key] ?? key)
    .join(isMac ? '' : '+');
}

const ARROWS = { Left: '←', Right: '→', Up: '↑', Down: '↓' };
const OTHER_KEYS: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', ...ARROWS };
const MAC_KEYS: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Delete: '⌫',
  ...ARROWS,
};
