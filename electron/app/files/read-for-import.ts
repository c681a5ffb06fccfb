import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '../../../shared/fault';
import type { HashedFile } from '../session/plan-session';

/** The most that one import reads; beyond it an export holds something else than an inventory. */
export const IMPORT_LIMIT_BYTES = 512 * 1024 * 1024;

/** @throws Refusal `file.too-large`, `file.unreadable` */
export async function readForImport(
  files: readonly { readonly path: string; readonly name: string }[],
): Promise<HashedFile[]> {
  const read: HashedFile[] = [];
  let total = 0;
  for (const { path, name } of files) {
    try {
      total += (await stat(path)).size;
      if (IMPORT_LIMIT_BYTES < total) {
        throw new Refusal(
          'file.too-large',
          `${name} brings the import over ${IMPORT_LIMIT_BYTES / 1024 ** 2} MiB.`,
          'Import fewer files at once, or only the exports of your hosts.',
        );
      }
      const bytes = new Uint8Array(await readFile(path));
      read.push({ name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
    } catch (cause) {
      if (cause instanceof Refusal) throw cause;
      throw new Refusal(
        'file.unreadable',
        `${name} could not be read.`,
        'Check that the file is still there and that you may read it.',
        { cause, retryable: true },
      );
    }
  }
  return read;
}
