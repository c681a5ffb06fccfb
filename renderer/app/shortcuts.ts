import { APP_COMMANDS, type AppCommand, commandSpec } from '../../shared/contract/commands';
import type { Actions } from './state/actions';

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
>;

/**
 * Keys that work anywhere in the window. The native menu has the same ones where it exists; a key
 * that was taken here does not reach it.
 */
export function onShortcut(event: KeyboardEvent, actions: Actions): void {
  const command = commandFor(event);
  if (command === null || !mayRun(command)) return;
  // What is typed into a field is undone there.
  if ((command === 'undo' || command === 'redo') && isField(event.target)) return;
  event.preventDefault();
  actions.run(command);
}

/** A command of the native menu, which knows neither what is typed nor what is asked just now. */
export function onMenuCommand(command: AppCommand, actions: Actions): void {
  if (!mayRun(command)) return;
  const isStep = command === 'undo' || command === 'redo';
  if (isStep && isField(document.activeElement)) document.execCommand(command);
  else actions.run(command);
}

/** The command that has these keys; `null` for none. */
export function commandFor(press: KeyPress): AppCommand | null {
  return APP_COMMANDS.find((command) => isPressed(commandSpec(command).keys, press)) ?? null;
}

function isPressed(keys: string | undefined, press: KeyPress): boolean {
  if (keys === undefined) return false;
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const withControl = press.ctrlKey || press.metaKey;
  if (withControl !== parts.includes('CmdOrCtrl')) return false;
  if (press.shiftKey !== parts.includes('Shift')) return false;
  if (press.altKey !== parts.includes('Alt')) return false;
  // Where digits need Shift, the key that has them on it is meant.
  if (/^\d$/.test(key)) return press.key === key || press.code === `Digit${key}`;
  const name = /^(Left|Right|Up|Down)$/.test(key) ? `Arrow${key}` : key;
  return press.key.toLowerCase() === name.toLowerCase();
}

/** A dialog asks something first; only the palette goes away by its own keys. */
function mayRun(command: AppCommand): boolean {
  const dialog = document.querySelector('[role="dialog"][aria-modal="true"]');
  return (
    dialog === null || (command === 'palette' && dialog.querySelector('[data-palette]') !== null)
  );
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type))
  );
}
