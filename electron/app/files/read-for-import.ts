import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { FileOnDisk, unreadable } from './file-on-disk';

/**
 * Files ready to be imported; their bytes are read as the import asks for them. How much of them is
 * read at most is the importer's to say.
 * @throws Refusal `file.unreadable`
 */
export async function readForImport(
  files: readonly { readonly path: string; readonly name: string }[],
): Promise<FileOnDisk[]> {
  const ready: FileOnDisk[] = [];
  for (const { path, name } of files) {
    try {
      await access(path, constants.R_OK);
      ready.push(new FileOnDisk(path, name, await stat(path)));
    } catch (cause) {
      throw unreadable(name, cause);
    }
  }
  return ready;
}
