import type { Actions } from './state/actions';

/**
 * Keys that work anywhere in the window. The native menu has the same ones where it exists; a key
 * that was taken here does not reach it.
 */
export function onShortcut(event: KeyboardEvent, actions: Actions): void {
  const withControl = event.ctrlKey || event.metaKey;
  if (event.altKey && !withControl && event.key === 'ArrowLeft') actions.back();
  else if (event.altKey && !withControl && event.key === 'ArrowRight') actions.forward();
  else if (withControl && !event.altKey && event.key.toLowerCase() === 'k') actions.run('palette');
  else return;
  event.preventDefault();
}
