import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Programs of the main process: the window, the command line, the worker, the benchmarks. */
const mainPrograms = {
  index: 'electron/app/main.ts',
  portolan: 'electron/app/cli/portolan.ts',
  'plan-worker': 'electron/app/worker/plan-worker.ts',
  bench: 'tests/bench/main.ts',
};

/**
 * One output for all: a sandboxed preload script must be CommonJS anyway, and the stand-in
 * Electron knows nothing else. The package is `"type": "module"`, hence the ending.
 */
const output = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
} as const;

export default defineConfig({
  main: {
    build: {
      target: 'node18',
      sourcemap: true,
      outDir: 'out/main',
      // better-sqlite3, the only run-time dependency, stays outside by itself; all else is bundled.
      rolldownOptions: { input: existing(mainPrograms), output },
    },
  },
  preload: {
    build: {
      target: 'node18',
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: { input: existing({ preload: 'electron/app/preload.ts' }), output },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    // The page's own protocol handler puts a fresh nonce in this place for every load.
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      target: 'chrome114',
      outDir: 'out/renderer',
      minify: true,
      // Files of their own instead of data: addresses keep the content policy short.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve('renderer/index.html') },
    },
  },
});

/** While Portolan is young not all of its programs are there. */
function existing(programs: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(programs)
      .map(([name, path]) => [name, resolve(path)] as const)
      .filter(([, path]) => existsSync(path)),
  );
}
