/** What main itself answers, and what it hands to the plan worker. */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, shell } from 'electron';
import type { MethodName, ParsedRequestOf } from '../../../shared/contract';
import type { AppInfo } from '../../../shared/contract/app';
import { type ReportFormat, reportExtension } from '../../../shared/contract/reports';
import type { Fault } from '../../../shared/fault';
import { PLAN_EXTENSION } from '../../../shared/model/plan';
import { catalogueVersion } from '../../domain/catalogue/catalogue-version';
import { RULES_VERSION, rules } from '../../domain/rules/catalogue';
import { describeRule } from '../../domain/rules/describe';
import { COLLECTOR_NAME, collectorText } from '../collector';
import { copy } from '../copy';
import type { SettingsFile } from '../files/settings-file';
import { fileTokens, pathFor } from '../files/tokens';
import type { Plans } from '../plans';
import type { Reports } from '../reports';
import { PLAN_METHODS, type PlanMethod } from '../session/plan-handlers';
import type { Handlers } from './serve';

interface Parts {
  readonly settings: SettingsFile;
  readonly plans: Plans;
  readonly reports: Reports;
  /** What was refused before the page was there to be told; each once. */
  readonly takeRefusals: () => readonly Fault[];
  readonly window: () => BrowserWindow | null;
}

export function createHandlers({
  settings,
  plans,
  reports,
  takeRefusals,
  window,
}: Parts): Handlers {
  const { worker } = plans;
  return {
    ...planMethodHandlers(plans),
    'app.info': () => appInfo(),
    'app.refusals': () => [...takeRefusals()],
    'app.settings': () => settings.value.settings,
    'app.change-settings': (part) => {
      settings.change({ settings: { ...settings.value.settings, ...part } });
      nativeTheme.themeSource = settings.value.settings.theme;
      return settings.value.settings;
    },
    'app.copy': async ({ text, html }) => {
      await copy(text, html);
      return null;
    },
    'app.reveal': ({ token }) => {
      shell.showItemInFolder(pathFor(token));
      return null;
    },
    'rules.list': () => rules.map(describeRule),
    'collector.text': () => ({ fileName: COLLECTOR_NAME, text: collectorText }),
    'collector.save': async () => {
      const path = await askWhereToSave(window(), {
        title: 'Save the collector',
        defaultPath: join(app.getPath('downloads'), COLLECTOR_NAME),
        filters: [{ name: 'PowerShell script', extensions: ['ps1'] }],
      });
      if (path === null) return { fileName: null };
      await writeFile(path, collectorText);
      return { fileName: basename(path) };
    },
    'jobs.cancel': ({ jobId }) => {
      worker().cancel(jobId);
      return null;
    },
    'plans.state': () => worker().ask({ ask: 'state' }) as never,
    'plans.recent': () => plans.recent(),
    'plans.create': async () => {
      const path = await askWhereToSave(window(), planDialog('New plan', 'Plan'));
      return path === null ? null : plans.create(path);
    },
    'plans.open': async ({ token }) => {
      const path = token === undefined ? await askForPlan(window()) : pathFor(token);
      return path === null ? null : plans.open(path);
    },
    'plans.open-demonstration': () => plans.openDemonstration(),
    'plans.save-as': async () => {
      const path = await askWhereToSave(window(), planDialog('Save plan as', 'Plan'));
      return path === null ? null : plans.saveAs(path);
    },
    'plans.close': () => plans.close(),
    'imports.pick': async () => {
      const options = {
        title: 'Import what your hosts printed',
        properties: ['openFile', 'multiSelections'] as ('openFile' | 'multiSelections')[],
        filters: [
          {
            name: 'Collector files, cmdlet output, inventories',
            extensions: ['json', 'xml', 'clixml', 'csv', 'txt'],
          },
          { name: 'All files', extensions: ['*'] },
        ],
      };
      const parent = window();
      const answer = await (parent
        ? dialog.showOpenDialog(parent, options)
        : dialog.showOpenDialog(options));
      return fileTokens(answer.filePaths);
    },
    'imports.start': ({ tokens }) => ({
      jobId: worker().start({
        job: 'import',
        files: tokens.map((token) => ({ path: pathFor(token), name: basename(pathFor(token)) })),
      }),
    }),
    'snapshots.compare-start': ({ before, after, kind }) => ({
      jobId: worker().start({ job: 'compare', before, after, kind }),
    }),
    'verdicts.summarise-start': ({ kind }) => ({
      jobId: worker().start({ job: 'summarise', kind }),
    }),
    'findings.start': ({ kind }) => ({
      jobId: worker().start({ job: 'findings', kind }),
    }),
    'reports.start': async ({ format, kind }) => {
      const path = await askWhereToSave(window(), {
        title: 'Save the report',
        defaultPath: join(
          app.getPath('documents'),
          `${REPORT_NAMES[format]}.${reportExtension(format)}`,
        ),
        filters: [
          {
            name: reportExtension(format).toUpperCase(),
            extensions: [reportExtension(format)],
          },
        ],
      });
      return path === null ? null : { jobId: reports.start(format, kind, path) };
    },
  };
}

/** Methods that only the open plan can answer go to the worker as they are. */
function planMethodHandlers(plans: Plans): Pick<Handlers, PlanMethod> {
  const entries = PLAN_METHODS.map((method) => [
    method,
    (request: ParsedRequestOf<MethodName>) =>
      plans.worker().ask({ ask: 'method', method, request }),
  ]);
  return Object.fromEntries(entries) as Pick<Handlers, PlanMethod>;
}

export function appInfo(): AppInfo {
  const { electron = '', chrome = '', node } = process.versions;
  return {
    version: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    // Packages are only ever made with the official one.
    runtime: app.isPackaged
      ? `official Electron ${electron}`
      : (process.env.PORTOLAN_RUNTIME ?? `Electron ${electron}, of unknown origin`),
    platform: `${process.platform} ${process.arch}`,
    rulesVersion: RULES_VERSION,
    ruleCount: rules.length,
    catalogueVersion,
  };
}

const REPORT_NAMES: Readonly<Record<ReportFormat, string>> = {
  html: 'Portolan report',
  pdf: 'Portolan report',
  json: 'Portolan report',
  csv: 'Portolan report VMs',
  'csv-findings': 'Portolan report findings',
};

interface SaveDialog {
  readonly title: string;
  readonly defaultPath: string;
  readonly filters: { name: string; extensions: string[] }[];
}

function planDialog(title: string, name: string): SaveDialog {
  return {
    title,
    defaultPath: join(app.getPath('documents'), `${name}.${PLAN_EXTENSION}`),
    filters: [{ name: 'Portolan plan', extensions: [PLAN_EXTENSION] }],
  };
}

async function askWhereToSave(
  parent: BrowserWindow | null,
  options: SaveDialog,
): Promise<string | null> {
  const chosen = parent
    ? await dialog.showSaveDialog(parent, options)
    : await dialog.showSaveDialog(options);
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
}

async function askForPlan(parent: BrowserWindow | null): Promise<string | null> {
  const options = {
    title: 'Open plan',
    properties: ['openFile'] as 'openFile'[],
    filters: [{ name: 'Portolan plan', extensions: [PLAN_EXTENSION] }],
  };
  const chosen = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  return chosen.filePaths[0] ?? null;
}
