/** Files that the user has picked, by a token; only main knows the paths behind them. */
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileToken } from '../../../shared/contract/imports';
import { Refusal } from '../../../shared/fault';

const paths = new Map<string, string>();

/** A token for a path that came from a dialog, a drop or this program itself. */
export function tokenFor(path: string): string {
  for (const [token, known] of paths) if (known === path) return token;
  const token = randomUUID();
  paths.set(token, path);
  return token;
}

/** Folders and what is no longer there are left out: they cannot be imported. */
export function fileTokens(chosen: readonly string[]): FileToken[] {
  return chosen.flatMap((path) => {
    const stats = path === '' ? undefined : statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile()) return [];
    return [{ token: tokenFor(path), name: basename(path), sizeBytes: stats.size }];
  });
}

/** @throws Refusal `file.unreadable` for a token that was not handed out in this run */
export function pathFor(token: string): string {
  const path = paths.get(token);
  if (path === undefined) {
    throw new Refusal('file.unreadable', 'This file is not known any more.', 'Pick it again.');
  }
  return path;
}
