/** The one place that touches what preload exposes. */
import type { EventName, Events, PortolanBridge } from '../../shared/contract';
import { visible } from './visible-reply';

declare global {
  interface Window {
    readonly portolan: PortolanBridge;
  }
}

export function bridge(): PortolanBridge {
  return window.portolan;
}

/** Listens until the returned function is called. What is heard is safe to show. */
export function listen<E extends EventName>(
  name: E,
  listener: (payload: Events[E]) => void,
): () => void {
  return bridge().on(name, (payload) => listener(visible(payload)));
}

/** Turns dropped files into tokens, in the order in which they were dropped. */
export function tokensForDroppedFiles(files: File[]) {
  return bridge().tokensForDroppedFiles(files);
}
