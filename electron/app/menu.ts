/** The native menu. Its commands go to the screen, which knows what is open and selected. */
import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { AppCommand } from '../../shared/contract';

export function buildMenu(window: () => BrowserWindow | null): Menu {
  const item = (label: string, command: AppCommand, accelerator?: string) =>
    ({
      label,
      ...(accelerator === undefined ? {} : { accelerator }),
      click: () => window()?.webContents.send('portolan:command', command),
    }) satisfies MenuItemConstructorOptions;
  const separator = { type: 'separator' } as const;
  const isMac = process.platform === 'darwin';
  const appMenu: MenuItemConstructorOptions[] = isMac
    ? [
        {
          label: app.name,
          submenu: [
            item('About Portolan', 'about'),
            separator,
            { role: 'hide' },
            { role: 'hideOthers' },
            { role: 'unhide' },
            separator,
            { role: 'quit' },
          ],
        },
      ]
    : [];
  return Menu.buildFromTemplate([
    ...appMenu,
    {
      label: '&File',
      submenu: [
        item('&New plan…', 'new-plan', 'CmdOrCtrl+N'),
        item('&Open plan…', 'open-plan', 'CmdOrCtrl+O'),
        item('Open &demonstration plan', 'open-demonstration'),
        separator,
        item('&Import files…', 'import', 'CmdOrCtrl+I'),
        item('Get the &collector…', 'collector'),
        item('&Report…', 'report', 'CmdOrCtrl+P'),
        separator,
        item('Save &as…', 'save-as', 'CmdOrCtrl+Shift+S'),
        item('&Close plan', 'close-plan', 'CmdOrCtrl+W'),
        ...(isMac ? [] : [separator, { role: 'quit' } as const]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('&Undo', 'undo', 'CmdOrCtrl+Z'),
        item('&Redo', 'redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        separator,
        item('&Keep a snapshot…', 'snapshot', 'CmdOrCtrl+S'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        item('&Estate', 'view-estate', 'CmdOrCtrl+6'),
        item('&Matrix', 'view-matrix', 'CmdOrCtrl+1'),
        item('&Findings', 'view-findings', 'CmdOrCtrl+4'),
        item('&Sources', 'view-sources', 'CmdOrCtrl+2'),
        item('&Assumptions', 'view-assumptions', 'CmdOrCtrl+3'),
        item('&Changes', 'view-changes', 'CmdOrCtrl+5'),
        item('C&atalogue', 'view-catalogue', 'CmdOrCtrl+7'),
        separator,
        item('Search and &commands…', 'palette', 'CmdOrCtrl+K'),
        separator,
        {
          label: '&Theme',
          submenu: [
            item('As the &system', 'theme-system'),
            item('&Light', 'theme-light'),
            item('&Dark', 'theme-dark'),
          ],
        },
        separator,
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
      ],
    },
    { label: '&Help', submenu: isMac ? [] : [item('&About Portolan', 'about')] },
  ]);
}
