// @ts-check
/**
 * Runs one of the npm scripts: `node build/scripts/run.mjs <task> [arguments…]`.
 *
 * Each task first sees to what it needs: a Node that is new enough, the packages, an Electron, the
 * database library, the system's libraries. All of that is done once, checked at every start, and
 * costs well under a second when nothing is missing. Only Node's own modules are used in these
 * scripts, because they run before there is anything else.
 */
import { SetupFailure } from './lib/messages.mjs';
import { continueUnderNewerNode } from './setup/node.mjs';

/**
 * A task takes the arguments of the command line and answers with its exit code. Tasks are loaded
 * when chosen, so that a quick one does not wait for the modules of the others.
 * @type {Record<string, () => Promise<(args: string[]) => Promise<number>>>}
 */
const tasks = {
  start: async () => (await import('./tasks/start.mjs')).start,
  test: async () => (await import('./tasks/test.mjs')).test,
  'test:unit': async () => (await import('./tasks/unit-tests.mjs')).unitTests,
  'test:e2e': async () => (await import('./tasks/end-to-end-tests.mjs')).endToEndTests,
  typecheck: async () => (await import('./tasks/checks.mjs')).typecheck,
  lint: async () => (await import('./tasks/checks.mjs')).lint,
  format: async () => (await import('./tasks/checks.mjs')).format,
  build: async () => (await import('./tasks/build.mjs')).buildTask,
  bench: async () => (await import('./tasks/bench.mjs')).bench,
  portolan: async () => (await import('./tasks/portolan.mjs')).portolan,
  docs: async () => (await import('./tasks/docs.mjs')).docs,
  icons: async () => (await import('./tasks/icons.mjs')).icons,
  dist: async () => (await import('./tasks/dist.mjs')).dist,
};

try {
  process.exitCode = (await continueUnderNewerNode()) ?? (await runTask(process.argv.slice(2)));
} catch (error) {
  // A failure of the set-up explains itself; anything else is a bug and keeps its stack.
  console.error(error instanceof SetupFailure ? `\n${error.message}\n` : error);
  // To the scripts around the command line, 1 means that a condition does not hold.
  process.exitCode = process.argv[2] === 'portolan' ? 2 : 1;
}

/** @param {string[]} commandLine */
async function runTask([name = '', ...args]) {
  const load = tasks[name];
  if (load === undefined) {
    throw new SetupFailure(
      `There is no task "${name}". There are: ${Object.keys(tasks).join(', ')}.`,
    );
  }
  const task = await load();
  return task(args);
}
