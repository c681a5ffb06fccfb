// @ts-check
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { say } from '../lib/messages.mjs';
import { inProject } from '../lib/project.mjs';
import { ensurePackages } from '../setup/packages.mjs';

/** Writes docs/rules anew from the rules. The pages are committed; a test tells a stale one. */
export async function docs() {
  await ensurePackages();
  const { build } = await import('vite');
  const file = inProject('out', 'docs', 'rule-pages.mjs');
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: inProject('build', 'docs', 'rule-pages.ts'),
      outDir: inProject('out', 'docs'),
      rolldownOptions: { output: { entryFileNames: 'rule-pages.mjs' } },
    },
  });
  const { rulePages } = await import(pathToFileURL(file).href);
  const folder = inProject('docs', 'rules');
  mkdirSync(folder, { recursive: true });
  const pages = rulePages();
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.md') && !pages.has(name)) rmSync(`${folder}/${name}`);
  }
  for (const [name, text] of pages) writeFileSync(`${folder}/${name}`, text);
  say(`wrote ${pages.size} pages into docs/rules`);
  return 0;
}
