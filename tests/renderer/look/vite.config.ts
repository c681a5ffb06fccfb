/** `vite -c tests/renderer/look/vite.config.ts`, then open http://localhost:5199/?estate=demo */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname);

export default defineConfig({
  root,
  plugins: [react()],
  cacheDir: resolve(root, '../../../node_modules/.vite-look'),
  server: { port: 5199, strictPort: true, fs: { allow: [resolve(root, '../../..')] } },
});
