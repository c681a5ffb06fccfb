import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readForImport } from '../../../electron/app/files/read-for-import';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, bytes: Buffer): { path: string; name: string } => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { path, name };
};

describe('a file to import', () => {
  it('arrives in pieces, and its hash is there when it was read to its end', async () => {
    const bytes = Buffer.alloc(2_500_000, 'portolan ');
    const [file] = await readForImport([write('big.json', bytes)]);
    if (file === undefined) throw new Error('no file');
    expect([file.name, file.sizeBytes, file.sha256]).toEqual(['big.json', bytes.length, '']);
    const pieces = [...file.chunks()];
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
    expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('that is empty has no pieces, and a hash all the same', async () => {
    const [file] = await readForImport([write('none.json', Buffer.alloc(0))]);
    expect([...(file?.chunks() ?? [])]).toEqual([]);
    expect(file?.sha256).toBe(createHash('sha256').digest('hex'));
  });

  it('that is not there is told before anything is read', async () => {
    await expect(
      readForImport([{ path: join(folder, 'gone.json'), name: 'gone.json' }]),
    ).rejects.toMatchObject({ fault: { code: 'file.unreadable' } });
  });

  it('that changes while it is read is told', async () => {
    const { path, name } = write('growing.json', Buffer.alloc(2_000_000));
    const [file] = await readForImport([{ path, name }]);
    const pieces = file?.chunks() ?? [];
    expect(() => {
      for (const _piece of pieces) appendFileSync(path, 'more');
    }).toThrow('growing.json could not be read.');
  });
});
