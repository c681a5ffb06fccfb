import { z } from 'zod';
import type { Fault } from '../fault';
import { TABLE_KINDS } from '../model/estate-table';
import { TableChoice } from './estate-tables';
import { Done, IdText, method, modelRecord, Nothing } from './method';

/** The views of an open plan, in the order of the rail. */
export const VIEWS = [
  'estate',
  'matrix',
  'findings',
  'sources',
  'changes',
  'assumptions',
  'catalogue',
] as const;
export type View = (typeof VIEWS)[number];

export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** The kind of move that the matrix shows first. */
  moveKind: z.enum(['live', 'quick', 'offline']),
  inspectorWidthPixels: z.number().int().min(280).max(900),
  /** Columns, order and grouping of the estate's tables, where the user chose them. */
  estateTables: z.partialRecord(z.enum(TABLE_KINDS), TableChoice).optional(),
  /** What was shown last. */
  view: z.enum(VIEWS).optional(),
  estateKind: z.enum(TABLE_KINDS).optional(),
  isInspectorOpen: z.boolean().optional(),
});
export type Settings = z.infer<typeof Settings>;

export const AppInfo = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  /** "official Electron 45.4.1", or that it is the stand-in for machines without it. */
  runtime: z.string(),
  platform: z.string(),
  rulesVersion: z.string(),
  ruleCount: z.number().int(),
  catalogueVersion: z.string(),
});
export type AppInfo = z.infer<typeof AppInfo>;

export const appMethods = {
  'app.info': method({ request: Nothing, response: AppInfo }),
  /** What was refused before the page could be told, such as the plan that it was started with. */
  'app.refusals': method({
    request: Nothing,
    response: z.array(modelRecord<Fault>('code', 'message', 'next', 'retryable')),
  }),
  'app.settings': method({ request: Nothing, response: Settings }),
  'app.change-settings': method({ request: Settings.partial(), response: Settings }),
  /** Text to the clipboard: commands, and what is selected as a table. */
  'app.copy': method({
    request: z.strictObject({
      text: z.string().max(2_000_000),
      html: z.string().max(4_000_000).optional(),
    }),
    response: Done,
  }),
  /** The PowerShell collector as text, to be read before it is run. */
  'collector.text': method({
    request: Nothing,
    response: z.strictObject({ fileName: z.string(), text: z.string() }),
  }),
  /** Asks where to save the collector; answers the file name, or `null` when the user cancels. */
  'collector.save': method({
    request: Nothing,
    response: z.strictObject({ fileName: z.string().nullable() }),
    errors: ['file.unreadable'],
  }),
  /** Shows a file that Portolan wrote in the system's file manager. */
  'app.reveal': method({
    request: z.strictObject({ token: IdText }),
    response: Done,
    errors: ['file.unreadable'],
  }),
};
