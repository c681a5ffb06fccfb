import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exclusively } from '../../build/scripts/lib/exclusive.mjs';
import { digest } from '../../build/scripts/lib/fingerprint.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-locks-'));
  vi.stubEnv('PORTOLAN_CACHE', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('exclusive work', () => {
  it('never overlaps on the same subject', async () => {
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      log.push(`${name} ends`);
    };
    await Promise.all([exclusively('x', work('one')), exclusively('x', work('two'))]);
    expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('is released when it fails', async () => {
    await expect(exclusively('x', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(join(folder, 'locks'))).toEqual([]);
  });

  it('does not wait for a process that was killed', async () => {
    mkdirSync(join(folder, 'locks'));
    // Above the highest process number that Linux gives out.
    writeFileSync(join(folder, 'locks', `${digest('x').slice(0, 16)}.lock`), '4194305');
    expect(await exclusively('x', async () => 'done')).toBe('done');
  });
});
