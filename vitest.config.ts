import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/fixtures/**', 'node_modules/**'],
    // Generous, for machines that do much else: what never ends is stopped with its whole part.
    testTimeout: 120_000,
    setupFiles: ['tests/helpers/same-chance.ts'],
    // Module variables hold no state here, so files may share a worker: five times as fast.
    isolate: false,
    // A test left on `.only` would silently switch all others off.
    allowOnly: false,
  },
});
