import type { ImportedFile } from '../../../shared/model/import';

/** A file to import, as its bytes arrive: the domain never sees more of it than a piece at a time. */
export interface InputFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** The bytes from the beginning, in pieces of any length; asked for once. */
  readonly chunks: () => Iterable<Uint8Array>;
}

/** What is said of a file of which nothing was read. */
export function unread({ name, sizeBytes }: InputFile): ImportedFile {
  return { name, format: 'unrecognised', host: null, cmdlets: [], recordCount: 0, sizeBytes };
}

/** A file whose bytes are in memory anyway. */
export function fileOfBytes(name: string, bytes: Uint8Array): InputFile {
  return { name, sizeBytes: bytes.length, chunks: () => [bytes] };
}
