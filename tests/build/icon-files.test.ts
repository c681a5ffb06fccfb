import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { icnsFile, icoFile } from '../../build/scripts/lib/icon-files.mjs';

const small = { sizePixels: 32, png: Buffer.from('small') };
const large = { sizePixels: 256, png: Buffer.from('larger') };

describe('an icon for Windows', () => {
  it('is a table of sizes and places, then the images', () => {
    const file = icoFile([small, large]);
    // 6 bytes of header and 16 for each of two images: the first one starts at byte 38.
    expect([file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([1, 2]);
    expect([file.readUInt8(6), file.readUInt32LE(14), file.readUInt32LE(18)]).toEqual([32, 5, 38]);
    expect([file.readUInt8(22), file.readUInt32LE(30), file.readUInt32LE(34)]).toEqual([0, 6, 43]);
    expect(file.subarray(38).toString()).toBe('smalllarger');
  });
});

describe('an icon for macOS', () => {
  it('is one block of named blocks, each with its whole length', () => {
    const file = icnsFile([small]);
    // 8 bytes of head, and 8 + 5 for the one image.
    expect(file.subarray(0, 4).toString()).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(21);
    expect(file.subarray(8, 12).toString()).toBe('ic11');
    expect(file.readUInt32BE(12)).toBe(13);
    expect(file.subarray(16).toString()).toBe('small');
  });
});

describe('the icons in the project', () => {
  it.each([16, 24, 32, 48, 64, 128, 256, 512])('has one of %i pixels', (sizePixels) => {
    const png = readFileSync(`build/icons/${sizePixels}x${sizePixels}.png`);
    // A PNG states width and height at bytes 16 and 20.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([sizePixels, sizePixels]);
  });
});
