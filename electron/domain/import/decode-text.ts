/**
 * Bytes of a text file in, pieces of text out, whatever PowerShell wrote it with.
 *
 * The encoding is told by the byte order mark, then by NUL bytes (UTF-16 without a mark), then by
 * whether the bytes are valid UTF-8. What is none of these is read as Windows-1252, or as a console's
 * code page where its letters fit better, and says so.
 * @see about_Character_Encoding (PowerShell 5.1 and 7): `>` writes UTF-16LE, `Set-Content` the ANSI code page
 */

import { FOREIGN_MARK_LENGTH } from './foreign-format';

/** The part of the standard decoder that is used here; every runtime of the app has it. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

export type TextEncodingName =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be'
  | 'windows-1252'
  | 'oem-850';

export interface DetectedEncoding {
  readonly encoding: TextEncodingName;
  /** Bytes of the byte order mark; 0 when there is none. */
  readonly markLength: number;
}

/** What the first bytes tell of the encoding. UTF-8 may still turn out to be Windows-1252. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', markLength: 3 };
  if (a === 0xff && b === 0xfe) {
    return c === 0 && d === 0
      ? { encoding: 'utf-32le', markLength: 4 }
      : { encoding: 'utf-16le', markLength: 2 };
  }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', markLength: 2 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) {
    return { encoding: 'utf-32be', markLength: 4 };
  }
  return { encoding: encodingByNulBytes(bytes), markLength: 0 };
}

/** Bytes handed to the decoder at a time; a multiple of 4. */
const PIECE_BYTES = 64 * 1024;
/** More than any character has bytes. */
const LOOK_AHEAD_BYTES = 8;
const EMPTY = new Uint8Array();
const REPLACEMENT = '\uFFFD';

/**
 * Hands out the text of a file piece by piece. Bytes are asked for as they are needed, so that no
 * more than a piece of a large file is in memory.
 */
export class TextPieces {
  /** The first bytes of the file, as far as they tell a file that is no text. */
  readonly start: Uint8Array;
  readonly #chunks: Iterator<Uint8Array>;
  /** What has been fetched and not yet let go of. */
  #bytes: Uint8Array = EMPTY;
  /** Of `#bytes`, what has been decoded. */
  #at = 0;
  /** Bytes of the file before `#bytes`. */
  #before = 0;
  /** Whether `#bytes` reaches to the end of the file. */
  #isLast = false;
  #encoding: TextEncodingName;
  #hasSeenMultiByte = false;
  #damagedBytes = 0;
  #isGuess = false;
  #putBack: string | null = null;

  constructor(chunks: Iterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.iterator]();
    this.#fetch();
    this.start = this.#bytes.slice(0, FOREIGN_MARK_LENGTH);
    const detected = detectEncoding(this.#bytes);
    this.#encoding = detected.encoding;
    this.#at = detected.markLength;
  }

  /** How the text so far was read; final once `next` has returned `null`. */
  get encoding(): TextEncodingName {
    return this.#encoding;
  }

  /** True when letters beyond ASCII may be wrong, because nothing in the file says how it is encoded. */
  get isGuess(): boolean {
    return this.#isGuess;
  }

  /** Bytes that no character could be made of; each became U+FFFD. */
  get damagedBytes(): number {
    return this.#damagedBytes;
  }

  get bytesDone(): number {
    return this.#before + this.#at;
  }

  /** @returns `null` at the end of the file */
  next(): string | null {
    if (this.#putBack !== null) {
      const text = this.#putBack;
      this.#putBack = null;
      return text;
    }
    this.#fetch();
    if (this.#bytes.length <= this.#at) return null;
    const end = Math.min(this.#at + PIECE_BYTES, this.#bytes.length);
    switch (this.#encoding) {
      case 'utf-8':
        return this.#nextUtf8(end);
      case 'windows-1252':
        return this.#decode('windows-1252', end);
      case 'oem-850':
        return this.#nextOem(end);
      case 'utf-16le':
      case 'utf-16be':
        return this.#decode(this.#encoding, this.#utf16End(end));
      case 'utf-32le':
      case 'utf-32be':
        return this.#nextUtf32(end, this.#encoding === 'utf-32le');
    }
  }

  /** Gives a piece back that was only looked at; `next` hands it out again. */
  putBack(text: string): void {
    this.#putBack = text;
  }

  /** Sees to a whole piece being at hand, and a little more to look at, as far as the file goes. */
  #fetch(): void {
    const wanted = PIECE_BYTES + LOOK_AHEAD_BYTES;
    while (!this.#isLast && this.#bytes.length - this.#at < wanted) {
      const next = this.#chunks.next();
      if (next.done) {
        this.#isLast = true;
        return;
      }
      const rest = this.#bytes.subarray(this.#at);
      this.#before += this.#at;
      this.#at = 0;
      if (rest.length === 0) this.#bytes = next.value;
      else {
        const joined = new Uint8Array(rest.length + next.value.length);
        joined.set(rest);
        joined.set(next.value, rest.length);
        this.#bytes = joined;
      }
    }
  }

  #decode(label: string, end: number): string {
    const piece = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return new TextDecoder(label, { ignoreBOM: true }).decode(piece);
  }

  #nextUtf8(pieceEnd: number): string {
    const end = characterEnd(this.#bytes, this.#at, pieceEnd, this.#isLast);
    const piece = this.#bytes.subarray(this.#at, end);
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(piece);
    } catch {
      // The only thing the decoder throws for: bytes that are not UTF-8.
      return this.#afterInvalidUtf8(piece);
    }
    if (text.length !== piece.length) this.#hasSeenMultiByte = true;
    this.#at = end;
    return text;
  }

  /**
   * A file with sound UTF-8 letters before the bad byte is UTF-8 with a damaged spot. One without
   * is taken for Windows-1252 from here on.
   */
  #afterInvalidUtf8(piece: Uint8Array): string {
    const sound = validUtf8Length(piece);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece.subarray(0, sound));
    if (text.length !== sound) this.#hasSeenMultiByte = true;
    this.#at += sound;
    const isLastCharacterCut = isCutCharacter(this.#bytes.subarray(this.#at, this.#at + 4));
    if (!this.#hasSeenMultiByte && !isLastCharacterCut) {
      this.#encoding = isOem(piece.subarray(sound)) ? 'oem-850' : 'windows-1252';
      this.#isGuess = true;
      return text;
    }
    // All bad spots of the piece at once: one by one, a file full of them would take hours.
    const rest = new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece.subarray(sound));
    this.#damagedBytes += rest.split(REPLACEMENT).length - 1;
    this.#hasSeenMultiByte = true;
    this.#at += piece.length - sound;
    return text + rest;
  }

  #nextOem(end: number): string {
    const piece = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    let text = '';
    for (const byte of piece) {
      text += byte < 0x80 ? String.fromCharCode(byte) : OEM_850.charAt(byte - 0x80);
    }
    return text;
  }

  /** Keeps the two halves of a surrogate pair together. */
  #utf16End(end: number): number {
    const length = (end - this.#at) & ~1;
    if (length === 0) return end;
    const last = this.#at + length;
    const high = this.#bytes[this.#encoding === 'utf-16le' ? last - 1 : last - 2] ?? 0;
    const isSplit = 0xd8 <= high && high <= 0xdb && length > 2 && last < this.#bytes.length;
    return isSplit ? last - 2 : last;
  }

  #nextUtf32(end: number, isLittleEndian: boolean): string {
    let text = '';
    for (; this.#at + 4 <= end; this.#at += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = this.#bytes.subarray(this.#at, this.#at + 4);
      const code = isLittleEndian
        ? a + b * 0x100 + c * 0x10000 + d * 0x1000000
        : d + c * 0x100 + b * 0x10000 + a * 0x1000000;
      if (code <= 0x10ffff) text += String.fromCodePoint(code);
      else text += REPLACEMENT;
    }
    if (end - this.#at < 4) this.#at = end;
    return text;
  }
}

/** Every format begins with ASCII characters, so UTF-16 shows as a NUL byte beside them. */
function encodingByNulBytes(bytes: Uint8Array): TextEncodingName {
  let even = 0;
  let odd = 0;
  const looked = Math.min(bytes.length, 4096);
  for (let index = 0; index < looked; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  // A third of the half that would hold the NULs: names may be in a script that has none.
  const enough = Math.max(1, looked / 6);
  // A few letters have a NUL in their other half.
  if (enough <= odd && even * 4 < odd) return 'utf-16le';
  if (enough <= even && odd * 4 < even) return 'utf-16be';
  return 'utf-8';
}

/** The last position at or before `end` at which no UTF-8 character is cut. */
function characterEnd(bytes: Uint8Array, start: number, end: number, isLast: boolean): number {
  if (isLast && end === bytes.length) return end;
  for (let back = 1; back <= 3 && start < end - back; back += 1) {
    const byte = bytes[end - back] ?? 0;
    if (byte < 0x80) return end;
    if (0xc0 <= byte) {
      const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      return back < length ? end - back : end;
    }
  }
  return end;
}

/** How many bytes from the start are whole, valid UTF-8 characters (Unicode 15, table 3-7). */
function validUtf8Length(bytes: Uint8Array): number {
  let at = 0;
  for (;;) {
    const lead = bytes[at];
    if (lead === undefined) return at;
    const length =
      lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0) return at;
    if (length > 1 && !isSecondByte(lead, bytes[at + 1])) return at;
    for (let next = 2; next < length; next += 1) {
      if (!isContinuation(bytes[at + next])) return at;
    }
    at += length;
  }
}

/** Whether the bytes are the beginning of one UTF-8 character, and the file ends within it. */
function isCutCharacter(bytes: Uint8Array): boolean {
  const [lead = 0, second] = bytes;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length <= bytes.length) return false;
  return (
    second === undefined || (isSecondByte(lead, second) && bytes.subarray(2).every(isContinuation))
  );
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function isSecondByte(lead: number, byte: number | undefined): boolean {
  if (byte === undefined || !isContinuation(byte)) return false;
  if (lead === 0xe0) return 0xa0 <= byte;
  if (lead === 0xed) return byte <= 0x9f;
  if (lead === 0xf0) return 0x90 <= byte;
  return lead !== 0xf4 || byte <= 0x8f;
}

/**
 * The letters of code page 850, which consoles of western Europe write; 437 has the same letters
 * at the same places.
 * @see Unicode consortium, VENDORS/MICSFT/PC/CP850.TXT
 */
const OEM_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/**
 * Whether bytes beyond ASCII are a console's rather than Windows-1252. The accented letters of the
 * one are where the other has quotes, dashes and rare signs, and those do not stand inside words.
 */
function isOem(bytes: Uint8Array): boolean {
  let terminal = 0;
  let windows = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80 || !isAsciiLetter(bytes[index + 1])) continue;
    if (0xc0 <= byte) windows += 1;
    // 85, 91 to 97 and 99 are the ellipsis, quotes, dashes and the trade mark of Windows-1252.
    else if (byte <= 0x9a && byte !== 0x85 && byte !== 0x99 && (byte < 0x91 || 0x97 < byte)) {
      terminal += 1;
    } else if (byte === 0x94) terminal += 1;
  }
  return windows < terminal;
}

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((0x41 <= byte && byte <= 0x5a) || (0x61 <= byte && byte <= 0x7a));
}
