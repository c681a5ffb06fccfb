/** The one place that listens to the page: checks who asks and what, and answers with a value. */
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import {
  contract,
  type MethodName,
  type ParsedRequestOf,
  type ResponseOf,
} from '../../../shared/contract';
import type { Fault, FaultCode, Reply } from '../../../shared/fault';
import { fileTokens } from '../files/tokens';
import { toFault } from '../log';
import { isOurAddress } from '../scheme';

/** How each method is answered; a plan method may come back as a reply from the worker. */
export type Handlers = {
  readonly [N in MethodName]: (
    request: ParsedRequestOf<N>,
  ) => Promise<Reply<ResponseOf<N>> | ResponseOf<N>> | Reply<ResponseOf<N>> | ResponseOf<N>;
};

export function serve(handlers: Handlers, window: () => BrowserWindow | null): void {
  ipcMain.handle('portolan:call', async (event, name: unknown, raw: unknown) => {
    if (!isOurPage(event, window()))
      return refuse('ipc.untrusted-sender', 'This page may not ask.');
    if (!isMethod(name)) return refuse('ipc.bad-request', 'There is no such question.');
    const parsed = contract[name].request.safeParse(raw);
    if (!parsed.success) {
      const what = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
      return refuse('ipc.bad-request', `${name} was asked wrongly (${what.join('; ')}).`);
    }
    try {
      const handler = handlers[name] as (request: unknown) => unknown;
      const answer = await handler(parsed.data);
      return isReply(answer) ? answer : { ok: true, value: answer };
    } catch (thrown) {
      return { ok: false, fault: toFault(thrown, name) };
    }
  });
  ipcMain.handle('portolan:dropped', (event, paths: unknown) => {
    const isList = Array.isArray(paths) && paths.every((path) => typeof path === 'string');
    if (!isOurPage(event, window()) || !isList) return [];
    return fileTokens(paths);
  });
}

function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (window === null || frame === null || event.sender !== window.webContents) return false;
  return frame.parent === null && isOurAddress(frame.url);
}

function isMethod(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

/** Answers of our own handlers are plain values, except what the worker already made a reply. */
function isReply(answer: unknown): answer is Reply<unknown> {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'ok' in answer &&
    ('value' in answer || 'fault' in answer)
  );
}

function refuse(code: FaultCode, message: string): { ok: false; fault: Fault } {
  return { ok: false, fault: { code, message, next: '', retryable: false } };
}
