/**
 * A cursor over the rows of a CSV file.
 *
 * Our own, because two things are told apart here that the libraries do not: a cell with nothing in
 * it is `null`, one with two quotes is an empty text; and a row with a stray quote costs that row,
 * with its line, and not the rest of the file.
 * @see PowerShell, CsvCommands.cs
 */
import type { TextPieces } from '../decode-text';

export interface CsvRow {
  /** `null`: nothing between the delimiters. */
  readonly cells: readonly (string | null)[];
  readonly line: number;
  /** What is wrong with the row: a quote in the wrong place, or none where the file ends. */
  readonly fault: 'stray-quote' | 'unclosed' | null;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;

export class CsvText {
  readonly #pieces: TextPieces;
  readonly #maxStringLength: number;
  #text = '';
  #at = 0;
  #line = 1;
  #hasEnded = false;
  #piecesRead = 0;
  #shortenedStrings = 0;
  /** Until the first line has told. */
  delimiter = ',';

  /** @param maxStringLength  characters of a cell; what is longer is cut off and counted */
  constructor(pieces: TextPieces, maxStringLength: number) {
    this.#pieces = pieces;
    this.#maxStringLength = maxStringLength;
  }

  get piecesRead(): number {
    return this.#piecesRead;
  }

  get shortenedStrings(): number {
    return this.#shortenedStrings;
  }

  /** Counted from 1. */
  get line(): number {
    return this.#line;
  }

  /** Steps over empty lines and byte order marks; false at the end of the file. */
  toNextRow(): boolean {
    for (;;) {
      const code = this.#code();
      if (code === -1) return false;
      if (code === LINE_FEED) this.#line += 1;
      else if (code !== CARRIAGE_RETURN && code !== 0xfeff) return true;
      this.#at += 1;
    }
  }

  /** The beginning of the line at the cursor, which is not moved. */
  peekLine(): string {
    for (let end = this.#at; ; end += 1) {
      if (this.#text.length <= end) {
        const offset = end - this.#at;
        if (!this.#more()) return this.#text.slice(this.#at);
        end = this.#at + offset;
      }
      const code = this.#text.charCodeAt(end);
      if (code === LINE_FEED || end - this.#at >= this.#maxStringLength) {
        return this.#text.slice(this.#at, end).replace(/\r$/, '');
      }
    }
  }

  skipLine(): void {
    for (let code = this.#code(); code !== -1; code = this.#code()) {
      this.#at += 1;
      if (code === LINE_FEED) {
        this.#line += 1;
        return;
      }
    }
  }

  takeRow(): CsvRow {
    const line = this.#line;
    const cells: (string | null)[] = [];
    const delimiter = this.delimiter.charCodeAt(0);
    // A cell without quotes around it has none inside, or it was not meant to end where it does.
    let fault: CsvRow['fault'] = null;
    for (;;) {
      const isQuoted = this.#code() === QUOTE;
      const cell = isQuoted ? this.#takeQuoted() : this.#takePlain(delimiter);
      if (cell === undefined) return { cells, line, fault: 'unclosed' };
      if (!isQuoted && cell?.includes('"')) fault = 'stray-quote';
      cells.push(cell);
      const code = this.#code();
      if (code === delimiter) {
        this.#at += 1;
        continue;
      }
      if (code === -1) return { cells, line, fault };
      if (code === CARRIAGE_RETURN) this.#at += 1;
      if (this.#code() === LINE_FEED) {
        this.#at += 1;
        this.#line += 1;
        return { cells, line, fault };
      }
      if (code === CARRIAGE_RETURN) return { cells, line, fault };
      this.skipLine();
      return { cells, line, fault: 'stray-quote' };
    }
  }

  /** @returns `undefined` when the file ends within the quotes */
  #takeQuoted(): string | undefined {
    this.#at += 1;
    let cell = '';
    for (;;) {
      const end = this.#text.indexOf('"', this.#at);
      const stop = end < 0 ? this.#text.length : end;
      cell = this.#grown(cell, this.#at, stop);
      this.#moveTo(stop);
      if (end < 0) {
        if (!this.#more()) return undefined;
        continue;
      }
      this.#at += 1;
      if (this.#code() !== QUOTE) return cell;
      cell = this.#grown(cell, this.#at, this.#at + 1);
      this.#at += 1;
    }
  }

  #takePlain(delimiter: number): string | null {
    let cell = '';
    for (;;) {
      let end = this.#at;
      for (; end < this.#text.length; end += 1) {
        const code = this.#text.charCodeAt(end);
        if (code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) break;
      }
      cell = this.#grown(cell, this.#at, end);
      this.#at = end;
      if (end < this.#text.length || !this.#more()) return cell === '' ? null : cell;
    }
  }

  #moveTo(end: number): void {
    for (let at = this.#at; at < end; at += 1) {
      if (this.#text.charCodeAt(at) === LINE_FEED) this.#line += 1;
    }
    this.#at = end;
  }

  #code(): number {
    if (this.#text.length <= this.#at && !this.#more()) return -1;
    return this.#text.charCodeAt(this.#at);
  }

  #more(): boolean {
    if (this.#hasEnded) return false;
    for (;;) {
      const piece = this.#pieces.next();
      if (piece === null) {
        this.#hasEnded = true;
        return false;
      }
      if (piece === '') continue;
      this.#piecesRead += 1;
      this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + piece : piece;
      this.#at = 0;
      return true;
    }
  }

  #grown(cell: string, from: number, to: number): string {
    if (from === to) return cell;
    const part = this.#text.slice(from, to);
    if (cell.length + part.length <= this.#maxStringLength) return cell + part;
    if (cell.length < this.#maxStringLength) this.#shortenedStrings += 1;
    return cell + part.slice(0, this.#maxStringLength - cell.length);
  }
}
