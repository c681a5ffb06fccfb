import type { TextPieces } from '../decode-text';

const ESCAPE = '\u001b';

/** The lines of a text, one after the other, without their breaks and without colours. */
export class LineText {
  readonly #pieces: TextPieces;
  readonly #maxLength: number;
  #text = '';
  #at = 0;
  #line = 0;
  #hasEnded = false;
  #piecesRead = 0;
  #shortenedLines = 0;

  /** @param maxLength  characters; what is longer is cut off and counted */
  constructor(pieces: TextPieces, maxLength: number) {
    this.#pieces = pieces;
    this.#maxLength = maxLength;
  }

  /** Of the line that `next` has given, counted from 1. */
  get line(): number {
    return this.#line;
  }

  get piecesRead(): number {
    return this.#piecesRead;
  }

  get shortenedLines(): number {
    return this.#shortenedLines;
  }

  /** @returns `null` at the end of the file */
  next(): string | null {
    let line: string | null = null;
    for (;;) {
      const end = this.#text.indexOf('\n', this.#at);
      const stop = end < 0 ? this.#text.length : end;
      if (this.#at < stop || end >= 0) line = this.#grown(line ?? '', stop);
      this.#at = end < 0 ? stop : end + 1;
      if (end >= 0 || !this.#more()) break;
    }
    if (line === null) return null;
    this.#line += 1;
    return plain(line);
  }

  #grown(line: string, stop: number): string {
    const room = this.#maxLength - line.length;
    if (stop - this.#at <= room) return line + this.#text.slice(this.#at, stop);
    if (room > 0) this.#shortenedLines += 1;
    return line + this.#text.slice(this.#at, this.#at + Math.max(0, room));
  }

  #more(): boolean {
    if (this.#hasEnded) return false;
    const piece = this.#pieces.next();
    if (piece === null) {
      this.#hasEnded = true;
      return false;
    }
    this.#piecesRead += 1;
    this.#text = piece;
    this.#at = 0;
    return true;
  }
}

function plain(line: string): string {
  const text = line.replace(/\r$/, '').replaceAll('\uFEFF', '');
  if (!text.includes(ESCAPE)) return text;
  return text
    .split(ESCAPE)
    .map((part, index) => (index === 0 ? part : part.replace(/^\[[\d;]*m/, '')))
    .join('');
}
