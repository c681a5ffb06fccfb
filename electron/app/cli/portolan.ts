/** The program behind `portolan`: runs under plain Node, and knows nothing of windows. */
import { join } from 'node:path';
import { visibleText } from '../../../shared/format/visible-text';
import type { CommandIo } from './io';
import { run } from './run';

const { stdout, stderr, env } = process;

// A reader that has seen enough (`| head`) is no failure.
stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code === 'EPIPE') process.exit(0);
  throw cause;
});

let lastProgress = 0;
let hasProgress = false;

const io: CommandIo = {
  out: (text) => {
    clearProgress();
    if (stdout.write(text)) return Promise.resolve();
    return new Promise((resolve) => stdout.once('drain', resolve));
  },
  err: (text) => {
    clearProgress();
    stderr.write(text);
  },
  progress: ({ fraction, step }) => {
    const now = performance.now();
    if (!stderr.isTTY || now - lastProgress < 200) return;
    lastProgress = now;
    hasProgress = true;
    const share = fraction === null ? '' : ` ${Math.floor(fraction * 100)} %`;
    stderr.write(`\r\u001b[K${visibleText(step).slice(0, 60)}${share}`);
  },
  onInterrupt: (act) => {
    // Once: a second Ctrl-C ends the program there and then.
    process.once('SIGINT', act);
    return () => process.off('SIGINT', act);
  },
  env,
  // npm runs scripts in the project's folder; what people name is from where they are.
  folder: env.npm_lifecycle_event === 'portolan' ? (env.INIT_CWD ?? process.cwd()) : process.cwd(),
  // The built program lies in out/main.
  projectFolder: join(__dirname, '../..'),
  now: () => new Date(),
};

void run(process.argv.slice(2), io).then((code) => {
  clearProgress();
  process.exitCode = code;
});

function clearProgress(): void {
  if (!hasProgress) return;
  hasProgress = false;
  stderr.write('\r\u001b[K');
}
