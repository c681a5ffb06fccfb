/** Keys as this machine's keyboard names them. */
import { type AppCommand, commandSpec, keysText } from '../../shared/contract/commands';

export const IS_MAC = navigator.platform.startsWith('Mac');

/** Keys for people: "Ctrl+K". */
export function keyWords(keys: string): string {
  return keysText(keys, IS_MAC);
}

/** The keys of a command for people; empty when it has none. */
export function keysOf(command: AppCommand): string {
  const { keys } = commandSpec(command);
  return keys === undefined ? '' : keyWords(keys);
}
