import { describe, expect, it } from 'vitest';
import { asarArchive } from '../../build/scripts/setup/default-app.mjs';
import { parseLinks } from '../../build/scripts/setup/libraries.mjs';
import { isNewEnough } from '../../build/scripts/setup/node.mjs';

describe('the Node at hand', () => {
  it.each([
    ['18.20.4', false],
    ['22.11.0', false],
    ['22.12.0', true],
    ['24.0.0', true],
  ])('%s is new enough: %s', (version, enough) => {
    expect(isNewEnough(version)).toBe(enough);
  });
});

describe('the libraries that a program links to', () => {
  it('are told apart into found and missing ones', () => {
    const printed = [
      '\tlinux-vdso.so.1 (0x00007ffd4b5f2000)',
      '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f0000000000)',
      '\tlibgbm.so.1 => not found',
      '\t/lib64/ld-linux-x86-64.so.2 (0x00007f7a6b1c8000)',
    ];
    expect(parseLinks(printed.join('\n'))).toEqual({
      missing: ['libgbm.so.1'],
      found: ['/opt/electron/libffmpeg.so'],
    });
  });
});

describe('an asar archive', () => {
  it('has two lengths, a padded index, and the files end to end', () => {
    const archive = asarArchive({ 'a.js': 'one', 'b.js': 'second' });
    const indexBytes = archive.readUInt32LE(12);
    const paddedBytes = Math.ceil(indexBytes / 4) * 4;
    expect(archive.readUInt32LE(0)).toBe(4);
    expect(archive.readUInt32LE(4)).toBe(8 + paddedBytes);
    expect(archive.readUInt32LE(8)).toBe(4 + paddedBytes);
    expect(JSON.parse(archive.subarray(16, 16 + indexBytes).toString())).toEqual({
      files: { 'a.js': { size: 3, offset: '0' }, 'b.js': { size: 6, offset: '3' } },
    });
    expect(archive.subarray(16 + paddedBytes).toString()).toBe('onesecond');
  });
});
