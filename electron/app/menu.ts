/** The native menu. Its commands go to the screen, which knows what is open and selected. */
import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { type AppCommand, commandSpec } from '../../shared/contract/commands';

type Item = MenuItemConstructorOptions;

export function buildMenu(window: () => BrowserWindow | null): Menu {
  const isMac = process.platform === 'darwin';
  const item = (command: AppCommand): Item => {
    const { menu, keys } = commandSpec(command);
    // Macs redo with Shift, and quit and close with their own keys.
    const accelerator = isMac && command === 'redo' ? 'Cmd+Shift+Z' : keys;
    return {
      label: menu,
      ...(accelerator === undefined ? {} : { accelerator }),
      click: () => window()?.webContents.send('portolan:command', command),
    };
  };
  const items = (...commands: (AppCommand | null)[]): Item[] =>
    commands.map((command) => (command === null ? { type: 'separator' } : item(command)));
  const line: Item = { type: 'separator' };
  const roles = (...names: NonNullable<Item['role']>[]): Item[] => names.map((role) => ({ role }));
  const appMenu: Item[] = isMac
    ? [
        {
          label: app.name,
          submenu: [
            ...items('about', null),
            ...roles('hide', 'hideOthers', 'unhide'),
            line,
            ...roles('quit'),
          ],
        },
      ]
    : [];
  return Menu.buildFromTemplate([
    ...appMenu,
    {
      label: '&File',
      submenu: [
        ...items('new-plan', 'open-plan', 'open-demonstration', null),
        ...items('import', 'collector', 'report', null),
        ...items('rename-plan', 'save-as', 'close-plan'),
        ...(isMac ? [] : [line, ...roles('quit')]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        ...items('undo', 'redo', null, 'snapshot', null),
        ...roles('cut', 'copy', 'paste', 'selectAll'),
      ],
    },
    {
      label: '&View',
      submenu: [
        ...items('view-estate', 'view-matrix', 'view-findings', 'view-sources', 'view-changes'),
        ...items('view-assumptions', 'view-catalogue', null, 'inspector', null),
        { label: '&Theme', submenu: items('theme-system', 'theme-light', 'theme-dark') },
        line,
        ...roles('zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen'),
      ],
    },
    {
      label: '&Go',
      submenu: [
        ...items('palette', 'search-view', null, 'back', 'forward', null),
        ...items('next-part', 'previous-part'),
      ],
    },
    { label: '&Moves', submenu: items('kind-live', 'kind-quick', 'kind-offline') },
    {
      label: '&Help',
      submenu: [...items('shortcuts'), ...(isMac ? [] : items(null, 'about'))],
    },
  ]);
}
