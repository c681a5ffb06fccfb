/** Exposes exactly the contract to the page, and nothing else of Electron or Node. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { PortolanBridge } from '../../shared/contract';
import { EVENT_NAMES } from '../../shared/contract/event-names';

const bridge: PortolanBridge = {
  call: (name, request) => ipcRenderer.invoke('portolan:call', name, request),
  on: (name, listener) => {
    if (!EVENT_NAMES.includes(name)) throw new Error(`no such event: ${name}`);
    const channel = `portolan:${name}`;
    const handler = (_event: unknown, payload: unknown) => listener(payload as never);
    ipcRenderer.on(channel, handler);
    return () => ipcRenderer.removeListener(channel, handler);
  },
  tokensForDroppedFiles: (files) =>
    ipcRenderer.invoke(
      'portolan:dropped',
      files.map((file) => pathOf(file as File)),
    ),
};

contextBridge.exposeInMainWorld('portolan', bridge);

/** Electron 25, the stand-in on machines without the official one, has the path on the file itself. */
function pathOf(file: File): string {
  const utils = webUtils as typeof webUtils | undefined;
  return utils?.getPathForFile(file) ?? (file as File & { readonly path: string }).path;
}
