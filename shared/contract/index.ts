/** Everything that the screen may ask and everything that it is told: the whole of the border. */
import type { z } from 'zod';
import type { Fault, Reply } from '../fault';
import type { PlanState } from '../model/plan';
import { appMethods } from './app';
import { catalogueMethods } from './catalogue';
import type { AppCommand } from './commands';
import { estateTableMethods } from './estate-tables';
import type { EventName } from './event-names';
import { findingsMethods } from './findings';
import { type FileToken, importMethods } from './imports';
import { type JobEvent, jobMethods } from './jobs';
import { planMethods } from './plans';
import { reportMethods } from './reports';
import { ruleMethods } from './rules';
import { snapshotMethods } from './snapshots';
import { verdictMethods } from './verdicts';
import { waiverMethods } from './waivers';

export const contract = {
  ...appMethods,
  ...jobMethods,
  ...planMethods,
  ...estateTableMethods,
  ...snapshotMethods,
  ...importMethods,
  ...verdictMethods,
  ...findingsMethods,
  ...ruleMethods,
  ...waiverMethods,
  ...catalogueMethods,
  ...reportMethods,
};

export { APP_COMMANDS, type AppCommand } from './commands';
export type { EventName } from './event-names';
export type MethodName = keyof typeof contract;
export type RequestOf<N extends MethodName> = z.input<(typeof contract)[N]['request']>;
export type ParsedRequestOf<N extends MethodName> = z.output<(typeof contract)[N]['request']>;
export type ResponseOf<N extends MethodName> = z.output<(typeof contract)[N]['response']>;

/** What the main side announces. Events say that something changed; they do not steer. */
export interface Events extends Record<EventName, unknown> {
  readonly job: JobEvent;
  /** The plan was edited, opened or closed (`null`). */
  readonly 'plan-changed': PlanState | null;
  /** A command of the native menu. */
  readonly command: AppCommand;
  /** Something that the page did not ask for was refused, or went wrong. */
  readonly refused: Fault;
}

/** What preload puts on `window.portolan`. */
export interface PortolanBridge {
  call<N extends MethodName>(name: N, request: RequestOf<N>): Promise<Reply<ResponseOf<N>>>;
  on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void;
  /** Turns dropped files (`File` objects) into tokens; the page never sees a path. */
  tokensForDroppedFiles(files: readonly object[]): Promise<FileToken[]>;
}
