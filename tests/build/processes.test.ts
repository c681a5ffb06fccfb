import { describe, expect, it } from 'vitest';
import { capture, handOver } from '../../build/scripts/lib/processes.mjs';

const forever = ['--eval', 'setInterval(() => {}, 1000)'];
const oneSecond = 1 / 60;

describe('a program that never ends', () => {
  it('is stopped when its time is up, and says so', async () => {
    const { code, stderr } = await capture(process.execPath, forever, { limitMinutes: oneSecond });
    expect(code).toBe(124);
    expect(stderr).toContain('was not done after');
  });

  it.each([{ asGroup: true }, { asGroup: false }])(
    'is stopped at our terminal: %o',
    async (how) => {
      expect(await handOver(process.execPath, forever, { limitMinutes: oneSecond, ...how })).toBe(
        124,
      );
    },
  );
});

describe('a program that ends', () => {
  it('gives what it printed and its exit code', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3;';
    const outcome = await capture(process.execPath, ['--eval', script], { limitMinutes: 1 });
    expect(outcome).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n' });
  });

  it('that cannot be started counts as one that failed', async () => {
    expect((await capture('portolan-has-no-such-program', [])).code).toBe(127);
  });
});
