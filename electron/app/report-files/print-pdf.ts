/**
 * Prints the report's HTML to PDF: in a hidden, sandboxed window of a session of its own that runs
 * no script and lets no request out.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BrowserWindow, type PrintToPDFOptions, session } from 'electron';

/** From this Chromium on, the page margins of the style sheet carry the page numbers. */
const FIRST_WITH_PAGE_MARGIN_BOXES = 131;

/** @returns the PDF's bytes, on A4 unless told otherwise */
export async function printPdf(
  html: string,
  pageSize: 'A4' | 'Letter' = 'A4',
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-print-'));
  const page = join(folder, 'report.html');
  // A file, because the address of a document has a limit that a big report exceeds.
  await writeFile(page, html, { encoding: 'utf8', mode: 0o600 });
  const address = pathToFileURL(page).href;
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: closedSession(page),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webgl: false,
      images: true,
      spellcheck: false,
    },
  });
  try {
    window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    window.webContents.on('will-navigate', (event) => event.preventDefault());
    await window.loadURL(address);
    return await window.webContents.printToPDF(printOptions(pageSize));
  } finally {
    window.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A session in memory that loads one document and refuses everything else. */
function closedSession(page: string): Electron.Session {
  const closed = session.fromPartition('portolan-print', { cache: false });
  closed.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isFile(url, page) }));
  closed.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  closed.setPermissionCheckHandler(() => false);
  closed.on('will-download', (event) => event.preventDefault());
  return closed;
}

/** Addresses of one file can be spelled in several ways; its path cannot. */
function isFile(address: string, path: string): boolean {
  return address.startsWith('file:') && fileURLToPath(address) === path;
}

function printOptions(pageSize: 'A4' | 'Letter'): PrintToPDFOptions {
  const numbersInStyle =
    FIRST_WITH_PAGE_MARGIN_BOXES <= Number.parseInt(process.versions.chrome ?? '0', 10);
  return {
    pageSize,
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: !numbersInStyle,
    headerTemplate: '<span></span>',
    footerTemplate: FOOTER,
    margins: { top: 0.63, bottom: 0.71, left: 0.55, right: 0.55 },
  };
}

// Chromium fills the spans by their class; the style must stand in the template.
const FOOTER = `<div style="width:100%;padding:0 9mm;font:8px sans-serif;color:#525c66;display:flex;justify-content:space-between">
<span>Portolan</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;
