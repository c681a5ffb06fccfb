/** Starts the built app in a real Electron, each test with a user folder of its own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from 'playwright/test';

const ROOT = join(import.meta.dirname, '../..');

export interface App {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userFolder: string;
  /** Everything that the page wrote to its console, warnings and violations of the policy included. */
  readonly messages: string[];
}

export async function launch(userFolder: string, args: readonly string[] = []): Promise<App> {
  const executablePath = process.env.PORTOLAN_ELECTRON_PATH;
  if (!executablePath) throw new Error('PORTOLAN_ELECTRON_PATH is not set: run npm run test:e2e');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await electron.launch({
    executablePath,
    args: [...sandbox, ROOT, ...args],
    env: { ...(process.env as Record<string, string>), PORTOLAN_USER_DATA: userFolder },
  });
  const page = await app.firstWindow();
  const messages: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(error.message));
  await page.waitForLoadState('domcontentloaded');
  return { app, page, userFolder, messages };
}

/** A running app that has just shown its demonstration plan; closed after the test. */
export const test = base.extend<{ portolan: App; userFolder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  userFolder: async ({}, use) => {
    await use(mkdtempSync(join(tmpdir(), 'portolan-e2e-')));
  },
  portolan: async ({ userFolder }, use, info) => {
    const started = await launch(userFolder);
    await use(started);
    if (info.status !== info.expectedStatus) {
      await started.page.screenshot({ path: info.outputPath('at-failure.png') });
    }
    await started.app.close();
    expect(started.messages, 'the page wrote to its console').toEqual([]);
  },
});

/**
 * No violation that axe can find in what is on screen.
 * @param rules  only these; another theme changes nothing but the colours
 */
export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (rules !== undefined) axe.withRules(rules);
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`),
  );
  expect(found).toEqual([]);
}

export { expect };
