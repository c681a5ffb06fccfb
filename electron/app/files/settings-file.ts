/** Settings of this user on this machine: small JSON, written whole and put in place at once. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Settings } from '../../../shared/contract/app';

const Stored = z.object({
  settings: Settings.catch({ theme: 'system', moveKind: 'live', inspectorWidthPixels: 420 }),
  recent: z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string() })).catch([]),
  window: z
    .object({
      x: z.number().optional(),
      y: z.number().optional(),
      width: z.number().min(600),
      height: z.number().min(400),
      isMaximized: z.boolean(),
    })
    .nullable()
    .catch(null),
  /** False until the demonstration plan was shown once. */
  hasStarted: z.boolean().catch(false),
});
export type StoredSettings = z.infer<typeof Stored>;

export class SettingsFile {
  readonly #path: string;
  #stored: StoredSettings;

  constructor(path: string) {
    this.#path = path;
    this.#stored = Stored.parse(readJson(path));
  }

  get value(): StoredSettings {
    return this.#stored;
  }

  change(part: Partial<StoredSettings>): void {
    this.#stored = { ...this.#stored, ...part };
    mkdirSync(dirname(this.#path), { recursive: true });
    const temporary = `${this.#path}.new`;
    writeFileSync(temporary, JSON.stringify(this.#stored, null, 2));
    renameSync(temporary, this.#path);
  }
}

/** A missing or broken file means that everything has its preset. */
function readJson(path: string): object {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    // Nothing to restore: the first start, or a file cut off by a crash of the system.
    return {};
  }
}
