import { ClipboardItem, clipboard } from 'electron';

/** Puts text on the clipboard, and a table beside it for programs that take one. */
export async function copy(text: string, html: string | undefined): Promise<void> {
  const Item = ClipboardItem as typeof ClipboardItem | undefined;
  if (Item === undefined) {
    // Electron 25, the stand-in on machines without the official one, has the older interface.
    const older = clipboard as unknown as { write(data: { text: string; html?: string }): void };
    older.write(html === undefined ? { text } : { text, html });
    return;
  }
  const types: Record<string, string> =
    html === undefined ? { 'text/plain': text } : { 'text/plain': text, 'text/html': html };
  await clipboard.write([new Item(types)]);
}
