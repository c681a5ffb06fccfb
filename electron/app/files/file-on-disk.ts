import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { Refusal } from '../../../shared/fault';
import type { InputFile } from '../../domain/import/input-file';

const CHUNK_BYTES = 1024 * 1024;

/**
 * A file to import, read a piece at a time and hashed on the way. Reading waits for the disk, which
 * suits the threads that import: the plan worker and the command line.
 *
 * The file is open only while a piece is read, so an import that is cancelled leaves nothing open.
 */
export class FileOnDisk implements InputFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly #path: string;
  readonly #changedAt: number;
  readonly #hash = createHash('sha256');
  #sha256 = '';

  constructor(path: string, name: string, stats: Stats) {
    this.#path = path;
    this.name = name;
    this.sizeBytes = stats.size;
    this.#changedAt = stats.mtimeMs;
  }

  /** Hexadecimal; `''` until the file was read to its end. */
  get sha256(): string {
    return this.#sha256;
  }

  /**
   * Each piece is a buffer of its own.
   * @throws Refusal `file.unreadable`, also when the file changes meanwhile
   */
  *chunks(): Generator<Uint8Array> {
    for (let done = 0; done < this.sizeBytes; ) {
      const piece = this.#read(done);
      done += piece.length;
      this.#hash.update(piece);
      yield piece;
    }
    this.#sha256 = this.#hash.digest('hex');
  }

  #read(from: number): Uint8Array {
    try {
      const file = openSync(this.#path, 'r');
      try {
        const { size, mtimeMs } = fstatSync(file);
        if (size !== this.sizeBytes || mtimeMs !== this.#changedAt) {
          throw new Error('the file was changed while it was read');
        }
        const chunk = new Uint8Array(Math.min(CHUNK_BYTES, size - from));
        const length = readSync(file, chunk, 0, chunk.length, from);
        if (length === 0) throw new Error('the file ended too early');
        return chunk.subarray(0, length);
      } finally {
        closeSync(file);
      }
    } catch (cause) {
      throw unreadable(this.name, cause);
    }
  }
}

export function unreadable(name: string, cause: unknown): Refusal {
  return new Refusal(
    'file.unreadable',
    `${name} could not be read.`,
    'Check that the file is still there and that you may read it.',
    { cause, retryable: true },
  );
}
