/** Starts the app: one instance, one window, one plan worker. */
import { join } from 'node:path';
import { app, BrowserWindow, Menu, nativeTheme } from 'electron';
import type { EventName, Events } from '../../shared/contract';
import type { Fault } from '../../shared/fault';
import { planAmong } from './asked-plan';
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

/** A Mac says which file was double-clicked, maybe before the program is ready to open it. */
let openFile = (path: string): void => {
  askedFile = path;
};
let askedFile: string | null = null;
app.on('open-file', (event, path) => {
  event.preventDefault();
  openFile(path);
});

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
          refuse(WORKER_GONE);
        },
      },
      app.isPackaged ? undefined : process.env.PORTOLAN_SQLITE_BINDING,
    );
    return worker;
  };
  /** What nobody asked for and was refused: told at once, or when the page first asks. */
  const refusals: Fault[] = [];
  const refuse = (fault: Fault) => {
    if (isPageThere) tell('refused', fault);
    else refusals.push(fault);
  };
  let isPageThere = false;
  const takeRefusals = (): readonly Fault[] => {
    isPageThere = true;
    return refusals.splice(0);
  };
  const reports = new Reports(currentWorker);
  const plans = new Plans(currentWorker, settings, app.getPath('userData'));

  nativeTheme.themeSource = settings.value.settings.theme;
  serveScheme(join(__dirname, '../renderer'));
  lockSession();
  const parts = { settings, plans, reports, takeRefusals, window: () => window };
  serve(createHandlers(parts), () => window);
  Menu.setApplicationMenu(buildMenu(() => window));

  /** Opens a plan that the system handed over. */
  const openGiven = async (path: string): Promise<void> => {
    const reply = await plans.open(path);
    if (!reply.ok) refuse(reply.fault);
  };
  openFile = (path) => void openGiven(path);

  const asked = askedFile ?? planAmong(process.argv, process.cwd());
  if (asked !== null) await openGiven(asked);
  else if (!settings.value.hasStarted) await plans.openDemonstration();
  settings.change({ hasStarted: true });

  window = createWindow(settings);
  app.on('second-instance', (_event, argv, folder) => {
    const path = planAmong(argv, folder);
    if (path !== null) void openGiven(path);
    if (window?.isMinimized()) window.restore();
    window?.focus();
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

const WORKER_GONE: Fault = {
  code: 'app.bug',
  message: 'The part of Portolan that held the plan stopped, so the plan was closed.',
  next: 'Every edit was saved: open the plan again. The log has the details.',
  retryable: false,
};
