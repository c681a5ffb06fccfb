/** The one window: sandboxed, going nowhere, remembered where it was. */
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, type Rectangle, screen, session } from 'electron';
import type { SettingsFile } from './files/settings-file';
import { ORIGIN } from './scheme';

export function createWindow(settings: SettingsFile): BrowserWindow {
  const remembered = settings.value.window;
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Portolan',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181c' : '#fafbfc',
    ...(remembered !== null && isOnScreen(remembered) ? remembered : {}),
    webPreferences: {
      preload: join(__dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (remembered?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const isMaximized = window.isMaximized();
    const bounds = isMaximized ? window.getNormalBounds() : window.getBounds();
    settings.change({ window: { ...bounds, isMaximized } });
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

/** No permission is ever granted, and nothing beyond our own scheme is ever requested. */
export function lockSession(): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest((details, answer) => {
    const isOurs = /^(portolan|blob|data|devtools):/.test(details.url);
    answer({ cancel: !isOurs });
  });
}

function isOnScreen(bounds: Partial<Rectangle>): boolean {
  const { x, y } = bounds;
  if (x === undefined || y === undefined) return false;
  return screen.getAllDisplays().some(({ workArea }) => {
    const right = workArea.x + workArea.width;
    const bottom = workArea.y + workArea.height;
    return workArea.x - 8 <= x && x < right - 100 && workArea.y - 8 <= y && y < bottom - 60;
  });
}
