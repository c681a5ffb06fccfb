/**
 * A cursor over the text of a JSON file: white space, comments, strings, numbers and words.
 *
 * Forgiving where real files need it: a console that wrapped its output put line breaks inside
 * strings, numbers and words; these are removed and counted. Lines are counted for problems.
 */
import type { TextPieces } from './decode-text';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BLANK = 32;
const QUOTE = 34;
const STAR = 42;
const SLASH = 47;
const BACKSLASH = 92;

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '/': '/',
  '\\': '\\',
};

export interface ReadString {
  readonly text: string;
  /** False when the file ended before the closing quote. */
  readonly isClosed: boolean;
}

export class JsonText {
  readonly #pieces: TextPieces;
  readonly #maxStringLength: number;
  #text = '';
  #at = 0;
  #line = 1;
  #hasEnded = false;
  #joinedBreaks = 0;
  #shortenedStrings = 0;

  /** @param maxStringLength  characters; what is longer is cut off and counted */
  constructor(pieces: TextPieces, maxStringLength: number) {
    this.#pieces = pieces;
    this.#maxStringLength = maxStringLength;
  }

  /** Counted from 1. */
  get line(): number {
    return this.#line;
  }

  /** Line breaks that were removed from the middle of a string, number or word. */
  get joinedBreaks(): number {
    return this.#joinedBreaks;
  }

  get shortenedStrings(): number {
    return this.#shortenedStrings;
  }

  /** The character at the cursor, which is not moved; `''` when the next piece has to be read first. */
  peek(): string {
    return this.#text.charAt(this.#at);
  }

  /** Reads on; false at the end of the file. */
  more(): boolean {
    if (this.#hasEnded) return false;
    for (;;) {
      const piece = this.#pieces.next();
      if (piece === null) {
        this.#hasEnded = true;
        return false;
      }
      if (piece === '') continue;
      this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + piece : piece;
      this.#at = 0;
      return true;
    }
  }

  skip(): void {
    if (this.#text.charCodeAt(this.#at) === LINE_FEED) this.#line += 1;
    this.#at += 1;
  }

  /** Skips white space as far as the text at hand goes, byte order marks in the middle included. */
  skipBlanks(): void {
    const text = this.#text;
    for (; this.#at < text.length; this.#at += 1) {
      const code = text.charCodeAt(this.#at);
      if (code === LINE_FEED) this.#line += 1;
      else if (code !== BLANK && code !== CARRIAGE_RETURN && code !== TAB && !isRareBlank(code)) {
        return;
      }
    }
  }

  /** Skips a comment at the cursor, as people write them by hand; false when there is none. */
  skipComment(): boolean {
    const second = this.#codeAfter(1);
    if (this.#code() !== SLASH || (second !== SLASH && second !== STAR)) return false;
    if (second === SLASH) {
      this.takeLine();
      return true;
    }
    this.#at += 2;
    for (let code = this.#code(); code !== -1; code = this.#code()) {
      this.skip();
      if (code === STAR && this.#code() === SLASH) {
        this.#at += 1;
        return true;
      }
    }
    return true;
  }

  /** The rest of the line, without its break; at most 200 characters of it. */
  takeLine(): string {
    let line = '';
    for (let code = this.#code(); code !== -1 && code !== LINE_FEED; code = this.#code()) {
      if (line.length < 200) line += String.fromCharCode(code);
      this.#at += 1;
    }
    return line.trim();
  }

  /** A string, with the cursor on its opening quote. */
  takeString(): ReadString {
    this.#at += 1;
    let text = '';
    for (;;) {
      const start = this.#at;
      const stop = this.#runEnd();
      if (start < stop) text = this.#grown(text, this.#text.slice(start, stop));
      this.#at = stop;
      const code = this.#code();
      if (code === -1) return { text, isClosed: false };
      if (code === QUOTE) {
        this.#at += 1;
        return { text, isClosed: true };
      }
      if (code === BACKSLASH) text = this.#grown(text, this.#takeEscape());
      else if (code === LINE_FEED || code === CARRIAGE_RETURN) this.#joinLines();
      else {
        text = this.#grown(text, String.fromCharCode(code));
        this.#at += 1;
      }
    }
  }

  /** A number or a word: letters, digits and `+ - . _`, joined over a bare line break. */
  takeWord(mayJoinLines: boolean): string {
    let word = '';
    for (;;) {
      const start = this.#at;
      while (isWordCode(this.#text.charCodeAt(this.#at))) this.#at += 1;
      word += this.#text.slice(start, this.#at);
      if (word.length > 400) return word;
      const code = this.#code();
      if (isWordCode(code)) continue;
      const isBreak = code === LINE_FEED || code === CARRIAGE_RETURN;
      if (!isBreak || !mayJoinLines || !this.#wordGoesOnBelow()) return word;
      this.#joinLines();
    }
  }

  #code(): number {
    if (this.#text.length <= this.#at && !this.more()) return -1;
    return this.#text.charCodeAt(this.#at);
  }

  #codeAfter(offset: number): number {
    while (this.#text.length <= this.#at + offset) if (!this.more()) return -1;
    return this.#text.charCodeAt(this.#at + offset);
  }

  /** Up to the next character of a string that is not taken as it stands. */
  #runEnd(): number {
    const text = this.#text;
    let at = this.#at;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === QUOTE || code === BACKSLASH || code < BLANK) break;
    }
    return at;
  }

  #takeEscape(): string {
    const code = this.#codeAfter(1);
    if (code === -1) {
      this.#at += 1;
      return '';
    }
    // A console can wrap between the backslash and its letter.
    if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      this.#at += 1;
      this.#joinLines();
      this.#text = `\\${this.#text.slice(this.#at)}`;
      this.#at = 0;
      return this.#codeAfter(1) === -1 ? '' : this.#takeEscape();
    }
    const letter = String.fromCharCode(code);
    this.#at += 2;
    if (letter !== 'u') return ESCAPES[letter] ?? letter;
    let digits = '';
    while (digits.length < 4) {
      const digit = this.#code();
      if (digit === LINE_FEED || digit === CARRIAGE_RETURN) this.#joinLines();
      else if (digit !== -1 && isHexCode(digit)) {
        digits += String.fromCharCode(digit);
        this.#at += 1;
      } else return `\\u${digits}`;
    }
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #joinLines(): void {
    this.#joinedBreaks += 1;
    if (this.#code() === CARRIAGE_RETURN) this.#at += 1;
    if (this.#code() === LINE_FEED) this.skip();
  }

  #wordGoesOnBelow(): boolean {
    const first = this.#code() === CARRIAGE_RETURN ? 1 : 0;
    return this.#codeAfter(first) === LINE_FEED && isWordCode(this.#codeAfter(first + 1));
  }

  #grown(text: string, part: string): string {
    if (text.length + part.length <= this.#maxStringLength) return text + part;
    if (text.length < this.#maxStringLength) this.#shortenedStrings += 1;
    return text + part.slice(0, this.#maxStringLength - text.length);
  }
}

function isRareBlank(code: number): boolean {
  return code === 0xfeff || code === 0xa0 || code === 0x202f || code === 0x0b || code === 0x0c;
}

function isWordCode(code: number): boolean {
  return (
    (48 <= code && code <= 57) ||
    (65 <= code && code <= 90) ||
    (97 <= code && code <= 122) ||
    code === 43 ||
    code === 45 ||
    code === 46 ||
    code === 95
  );
}

function isHexCode(code: number): boolean {
  return (48 <= code && code <= 57) || (65 <= code && code <= 70) || (97 <= code && code <= 102);
}
