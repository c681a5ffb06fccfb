import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cached } from '../../build/scripts/lib/cache.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-cache-'));
  vi.stubEnv('PORTOLAN_CACHE', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Makes a thing of one file, and keeps count of how often it had to. */
function maker(content = 'thing') {
  return vi.fn(async (workshop: string) => writeFileSync(join(workshop, 'file'), content));
}

describe('the cache', () => {
  it('makes a thing once', async () => {
    const make = maker();
    const first = await cached('thing', 'a1', make);
    expect(await cached('thing', 'a1', make)).toBe(first);
    expect(readFileSync(join(first, 'file'), 'utf8')).toBe('thing');
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('makes another thing for another key, and keeps the first', async () => {
    const first = await cached('thing', 'a1', maker('old'));
    await cached('thing', 'b2', maker('new'));
    expect(readFileSync(join(first, 'file'), 'utf8')).toBe('old');
  });

  const damages: Record<string, (file: string) => void> = {
    'has gone': (file) => rmSync(file),
    'was cut off': (file) => writeFileSync(file, 'thi'),
    'has other contents of the same length': (file) => writeFileSync(file, 'thong'),
  };
  it.each(Object.entries(damages))(
    'makes a thing again when a file of it %s',
    async (_, damage) => {
      const make = maker();
      const place = await cached('thing', 'a1', make);
      damage(join(place, 'file'));
      await cached('thing', 'a1', make);
      expect(readFileSync(join(place, 'file'), 'utf8')).toBe('thing');
      expect(make).toHaveBeenCalledTimes(2);
    },
  );

  it('does not mind a file of another time with the same contents', async () => {
    const make = maker();
    const place = await cached('thing', 'a1', make);
    utimesSync(join(place, 'file'), 1, 1);
    await cached('thing', 'a1', make);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('leaves nothing that could pass for whole when making fails', async () => {
    const fail = async (workshop: string) => {
      writeFileSync(join(workshop, 'file'), 'half');
      throw new Error('no space');
    };
    await expect(cached('thing', 'a1', fail)).rejects.toThrow('no space');
    expect(readdirSync(folder)).toEqual(['locks']);
  });

  it('makes a thing once for two who ask at the same time', async () => {
    const make = maker();
    await Promise.all([cached('thing', 'a1', make), cached('thing', 'a1', make)]);
    expect(make).toHaveBeenCalledTimes(1);
  });
});
