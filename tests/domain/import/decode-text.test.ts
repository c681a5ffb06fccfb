import { describe, expect, it } from 'vitest';
import { detectEncoding, TextPieces } from '../../../electron/domain/import/decode-text';
import { bytesOf, latin1, utf16 } from './import-of';

function decoded(bytes: Uint8Array): { readonly text: string; readonly pieces: TextPieces } {
  const pieces = new TextPieces([bytes]);
  let text = '';
  for (let piece = pieces.next(); piece !== null; piece = pieces.next()) text += piece;
  return { text, pieces };
}

const SAMPLE = '{"Name": "Zürich – €5, 東京, 😀"}';

describe('the encoding of a file is told by its bytes', () => {
  it.each([
    ['UTF-8 with its mark', bytesOf(`\uFEFF${SAMPLE}`), 'utf-8'],
    ['UTF-8 without a mark', bytesOf(SAMPLE), 'utf-8'],
    ['UTF-16LE with its mark', utf16(SAMPLE, 'le'), 'utf-16le'],
    ['UTF-16BE with its mark', utf16(SAMPLE, 'be'), 'utf-16be'],
    ['UTF-16LE without a mark', utf16(SAMPLE, 'le', false), 'utf-16le'],
    ['UTF-16BE without a mark', utf16(SAMPLE, 'be', false), 'utf-16be'],
  ] as const)('reads %s', (_name, bytes, encoding) => {
    const { text, pieces } = decoded(bytes);
    expect(text.replace('\uFEFF', '')).toBe(SAMPLE);
    expect([pieces.encoding, pieces.isGuess, pieces.damagedBytes]).toEqual([encoding, false, 0]);
  });

  it('reads UTF-32 with its mark', () => {
    expect(detectEncoding(Uint8Array.of(0xff, 0xfe, 0, 0)).encoding).toBe('utf-32le');
    const bigEndian = Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b, 0, 1, 0xf6, 0);
    expect(decoded(bigEndian).text).toBe('{😀');
  });

  it('takes bytes that are no UTF-8 for Windows-1252, and says so', () => {
    const { text, pieces } = decoded(latin1('{"Name": "Zürich"}'));
    expect([text, pieces.encoding, pieces.isGuess]).toEqual([
      '{"Name": "Zürich"}',
      'windows-1252',
      true,
    ]);
  });

  it('takes letters where only a console has them for code page 850', () => {
    // Zürich, Köln, Málaga: 81, 94 and a0 in that code page.
    const bytes = latin1('Z\u0081rich, K\u0094ln, M\u00a0laga');
    const { text, pieces } = decoded(bytes);
    expect([text, pieces.encoding, pieces.isGuess]).toEqual([
      'Zürich, Köln, Málaga',
      'oem-850',
      true,
    ]);
  });

  it('reads the letters that only Windows-1252 has', () => {
    expect(decoded(Uint8Array.of(0x22, 0x80, 0x96, 0x22)).text).toBe('"€–"');
  });

  it('marks a damaged spot in a file that is UTF-8 elsewhere', () => {
    const damaged = new Uint8Array([...bytesOf('"ü"'), 0xff, ...bytesOf('"ö"')]);
    const { text, pieces } = decoded(damaged);
    expect([text, pieces.encoding, pieces.damagedBytes]).toEqual(['"ü"\uFFFD"ö"', 'utf-8', 1]);
  });

  it('does not take a file that was cut inside a letter for Windows-1252', () => {
    const { pieces } = decoded(bytesOf('{"Name": "Zürich €').subarray(0, -1));
    expect([pieces.encoding, pieces.isGuess]).toEqual(['utf-8', false]);
  });

  it.each(['le', 'be'] as const)(
    'keeps letters whole at the seams of a large UTF-16%s file',
    (order) => {
      const long = `"${'😀ü'.repeat(60_000)}"`;
      expect(decoded(utf16(long, order)).text.replace('\uFEFF', '')).toBe(long);
    },
  );

  it('keeps letters whole at the seams of a large UTF-8 file', () => {
    for (const lead of ['', 'x', 'xx', 'xxx']) {
      const long = `${lead}${'€😀ü'.repeat(40_000)}`;
      const { text, pieces } = decoded(bytesOf(long));
      expect(text === long && pieces.damagedBytes === 0).toBe(true);
    }
  });
});
