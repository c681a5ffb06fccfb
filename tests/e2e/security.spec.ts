import { expect, test } from './app';

test('the page is locked in: no Node, no foreign address, no injected script', async ({
  portolan,
}) => {
  const { app, page, messages } = portolan;
  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();

  const inside = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const reach = (address: string) =>
      fetch(address).then(
        () => 'reached',
        () => 'refused',
      );
    const bridge = (window as unknown as { portolan: Record<string, unknown> }).portolan;
    return {
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      injected: (window as unknown as { injected?: boolean }).injected ?? false,
      bridge: Object.keys(bridge).sort(),
      foreign: await reach('https://example.com/'),
      file: await reach('file:///etc/passwd'),
      outside: await fetch('portolan://app/%2e%2e/%2e%2e/package.json').then(
        (answer) => answer.status,
      ),
      opened: window.open('https://example.com/') === null,
    };
  });
  expect(inside).toEqual({
    require: 'undefined',
    process: 'undefined',
    injected: false,
    bridge: ['call', 'on', 'tokensForDroppedFiles'],
    foreign: 'refused',
    file: 'refused',
    outside: 404,
    opened: true,
  });

  const refusals = await page.evaluate(async () => {
    const { call } = (
      window as unknown as {
        portolan: {
          call: (...args: unknown[]) => Promise<{ ok: boolean; fault?: { code: string } }>;
        };
      }
    ).portolan;
    const code = async (...args: unknown[]) => (await call(...args)).fault?.code ?? 'answered';
    return [
      await code('plans.open', { token: '../../etc/passwd' }),
      await code('estate.record', { kind: 'host', id: 'x', extra: 1 }),
      await code('no.such.method', {}),
      await code('__proto__', {}),
      await code('imports.start', { tokens: ['/etc/passwd'] }),
    ];
  });
  expect(refusals).toEqual([
    'file.unreadable',
    'ipc.bad-request',
    'ipc.bad-request',
    'ipc.bad-request',
    'file.unreadable',
  ]);

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag: webviewTag ?? false };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  });

  // The refusals above were written to the console by the browser itself; that is what proves them.
  expect(messages.join('\n')).toMatch(/Content Security Policy/);
  messages.length = 0;
});
