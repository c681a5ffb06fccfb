/** How the command line asks an Electron process to print: both sides read it here. */
const PRINT = '--portolan-print-pdf=';
const OUT = '--portolan-print-out=';

export interface PrintRequest {
  readonly htmlPath: string;
  readonly pdfPath: string;
}

export function printArguments({ htmlPath, pdfPath }: PrintRequest): string[] {
  return [`${PRINT}${htmlPath}`, `${OUT}${pdfPath}`];
}

/** `null` when the arguments do not ask for a print. */
export function readPrintArguments(argv: readonly string[]): PrintRequest | null {
  const htmlPath = optionIn(argv, PRINT);
  const pdfPath = optionIn(argv, OUT);
  return htmlPath === null || pdfPath === null ? null : { htmlPath, pdfPath };
}

function optionIn(argv: readonly string[], prefix: string): string | null {
  const found = argv.find((argument) => argument.startsWith(prefix));
  return found === undefined || found === prefix ? null : found.slice(prefix.length);
}
