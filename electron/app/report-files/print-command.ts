/** The side of the command line that needs a print engine: started by it as a process of its own. */
import { readFile, writeFile } from 'node:fs/promises';
import { app } from 'electron';
import { readPrintArguments } from './print-arguments';
import { printPdf } from './print-pdf';

export function isPrintCommand(argv: readonly string[]): boolean {
  return readPrintArguments(argv) !== null;
}

/**
 * Prints what the arguments name; call it when the app is ready.
 * @returns the exit code: 0 when the file is written, 2 when not, with the reason on stderr
 */
export async function printPdfCommand(argv: readonly string[]): Promise<number> {
  const request = readPrintArguments(argv);
  if (request === null) return 2;
  // Without a listener Electron would quit with the printing window, before the file is written.
  app.on('window-all-closed', () => undefined);
  try {
    await writeFile(request.pdfPath, await printPdf(await readFile(request.htmlPath, 'utf8')));
    return 0;
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return 2;
  }
}
