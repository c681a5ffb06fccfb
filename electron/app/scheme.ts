/**
 * Serves the screen's own files under `portolan://app`, with the security policy as a header.
 * Nothing else can be loaded from anywhere.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

export const SCHEME = 'portolan';
export const ORIGIN = `${SCHEME}://app`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Whether an address is one of the screen's own. */
export function isOurAddress(address: string): boolean {
  return address === ORIGIN || address.startsWith(`${ORIGIN}/`);
}

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

/** @param folder  where the built screen lies; nothing outside it is ever read */
export function serveScheme(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const file = fileOf(folder, request.url);
    const type = file === null ? undefined : TYPES[extname(file)];
    if (file === null || type === undefined) return new Response('not found', { status: 404 });
    try {
      const content = await readFile(file);
      if (extname(file) !== '.html') return new Response(content, { headers: headersFor(type) });
      const nonce = randomBytes(16).toString('base64');
      const page = content.toString('utf8').replaceAll('__CSP_NONCE__', nonce);
      return new Response(page, {
        headers: { ...headersFor(type), 'content-security-policy': policy(nonce) },
      });
    } catch {
      // The file is not there; which one was asked for is the page's own business.
      return new Response('not found', { status: 404 });
    }
  });
}

/** The file that an address of ours names; `null` when it leaves the folder. */
export function fileOf(folder: string, address: string): string | null {
  const url = new URL(address);
  if (url.host !== 'app') return null;
  const path = decodeURIComponent(url.pathname);
  if (path.includes('\0')) return null;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  return file.startsWith(normalize(folder) + sep) ? file : null;
}

function headersFor(type: string): Record<string, string> {
  return { 'content-type': type, 'x-content-type-options': 'nosniff' };
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
