/** Starts the app: one instance, one window, one plan worker. */
import { join } from 'node:path';
import { app, BrowserWindow, Menu, nativeTheme } from 'electron';
import type { EventName, Events } from '../../shared/contract';
import { PLAN_EXTENSION } from '../../shared/model/plan';
import { SettingsFile } from './files/settings-file';
import { createHandlers } from './ipc/handlers';
import { serve } from './ipc/serve';
import { buildMenu } from './menu';
import { Plans } from './plans';
import { isPrintCommand, printPdfCommand } from './report-files/print-command';
import { Reports } from './reports';
import { registerScheme, serveScheme } from './scheme';
import { createWindow, lockSession } from './window';
import { PlanClient } from './worker/plan-client';

// As root Chromium runs without its sandbox, and asking for it would stop every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
const userFolder = app.isPackaged ? undefined : process.env.PORTOLAN_USER_DATA;
if (userFolder) app.setPath('userData', userFolder);

registerScheme();

if (isPrintCommand(process.argv)) {
  void app.whenReady().then(async () => app.exit(await printPdfCommand(process.argv)));
} else if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  let window: BrowserWindow | null = null;
  let worker: PlanClient | null = null;
  const settings = new SettingsFile(join(app.getPath('userData'), 'settings.json'));
  const tell = <E extends EventName>(name: E, payload: Events[E]) => {
    if (window !== null && !window.isDestroyed())
      window.webContents.send(`portolan:${name}`, payload);
  };
  const currentWorker = (): PlanClient => {
    worker ??= new PlanClient(
      {
        onJob: (event) => void reports.finish(event).then((final) => tell('job', final)),
        onPlanChanged: (state) => tell('plan-changed', state),
        onCrash: (cause) => {
          console.error('the plan worker stopped:', cause);
          worker = null;
          tell('plan-changed', null);
        },
      },
      app.isPackaged ? undefined : process.env.PORTOLAN_SQLITE_BINDING,
    );
    return worker;
  };
  const reports = new Reports(currentWorker);
  const plans = new Plans(currentWorker, settings, app.getPath('userData'));

  nativeTheme.themeSource = settings.value.settings.theme;
  serveScheme(join(__dirname, '../renderer'));
  lockSession();
  serve(createHandlers({ settings, plans, reports, window: () => window }), () => window);
  Menu.setApplicationMenu(buildMenu(() => window));

  const asked = planIn(process.argv);
  if (asked !== null) await plans.open(asked);
  else if (!settings.value.hasStarted) await plans.openDemonstration();
  settings.change({ hasStarted: true });

  window = createWindow(settings);
  app.on('second-instance', (_event, argv) => {
    const path = planIn(argv);
    if (path !== null) void plans.open(path);
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void plans.open(path);
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) window = createWindow(settings);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', (event) => {
    if (worker === null) return;
    event.preventDefault();
    const closing = worker;
    worker = null;
    void closing.close().finally(() => app.quit());
  });
}

/** A plan file among the arguments: how a double-clicked file arrives. */
function planIn(argv: readonly string[]): string | null {
  return argv.slice(1).find((argument) => argument.endsWith(`.${PLAN_EXTENSION}`)) ?? null;
}
