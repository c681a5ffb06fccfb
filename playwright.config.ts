import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  // A test that needs a second try is a wrong test or a wrong program.
  retries: 0,
  // Nothing here waits for a time: these only end what hangs, also on a machine that is busy.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [['list']],
  // A trace costs as much as the test; `npm run test:e2e -- --trace on` has one.
  use: { screenshot: 'only-on-failure' },
});
