/** Which plan is open, where plans were, and the worker that holds the open one. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Reply } from '../../shared/fault';
import type { PlanState, RecentPlan } from '../../shared/model/plan';
import { PLAN_EXTENSION } from '../../shared/model/plan';
import { demonstrationFiles } from './demo/demonstration';
import type { SettingsFile } from './files/settings-file';
import { tokenFor } from './files/tokens';
import type { PlanClient } from './worker/plan-client';
import type { WorkerQuestion } from './worker/protocol';

const RECENT_LIMIT = 12;

export class Plans {
  readonly worker: () => PlanClient;
  readonly #settings: SettingsFile;
  readonly #demonstrationPath: string;

  constructor(worker: () => PlanClient, settings: SettingsFile, userFolder: string) {
    this.worker = worker;
    this.#settings = settings;
    this.#demonstrationPath = join(userFolder, `Demonstration.${PLAN_EXTENSION}`);
  }

  recent(): RecentPlan[] {
    return this.#settings.value.recent.map(({ path, name, openedAt }) => ({
      token: tokenFor(path),
      name,
      folder: dirname(path),
      openedAt,
      isThere: existsSync(path),
    }));
  }

  create(path: string): Promise<Reply<PlanState>> {
    const name = basename(path, `.${PLAN_EXTENSION}`);
    return this.#show(path, { ask: 'create', path, name, isDemonstration: false, files: [] });
  }

  open(path: string): Promise<Reply<PlanState>> {
    return this.#show(path, {
      ask: 'open',
      path,
      isDemonstration: path === this.#demonstrationPath,
    });
  }

  /** The demonstration plan as it was left, or made from its raw files. */
  async openDemonstration(): Promise<Reply<PlanState>> {
    const path = this.#demonstrationPath;
    if (existsSync(path)) {
      const opened = await this.#ask({ ask: 'open', path, isDemonstration: true });
      if (opened.ok) return opened;
    }
    return this.#ask({
      ask: 'create',
      path,
      name: 'Demonstration estate',
      isDemonstration: true,
      files: demonstrationFiles(),
    });
  }

  async saveAs(path: string): Promise<Reply<PlanState>> {
    return this.#show(path, { ask: 'copy', path });
  }

  close(): Promise<Reply<null>> {
    return this.worker().ask({ ask: 'close' }) as Promise<Reply<null>>;
  }

  async #show(path: string, question: WorkerQuestion): Promise<Reply<PlanState>> {
    const reply = await this.#ask(question);
    if (reply.ok) this.#remember(path, reply.value);
    return reply;
  }

  #ask(question: WorkerQuestion): Promise<Reply<PlanState>> {
    return this.worker().ask(question) as Promise<Reply<PlanState>>;
  }

  #remember(path: string, { name }: PlanState): void {
    const entry = { path, name, openedAt: new Date().toISOString() };
    const others = this.#settings.value.recent.filter((one) => one.path !== path);
    this.#settings.change({ recent: [entry, ...others].slice(0, RECENT_LIMIT) });
  }
}
