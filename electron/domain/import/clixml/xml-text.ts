/**
 * A cursor over the tags and texts of an XML file as `Export-Clixml` writes them.
 *
 * Our own and not a general parser, because three things matter more here than the rest of XML:
 * text is pulled piece by piece and cut at a length, a damaged spot has a line and costs one record
 * instead of the file, and nothing is ever resolved: a document type declaration ends the reading,
 * and only the five entities of XML and character references are known.
 * @see PowerShell, serialization.cs and SerializationStrings.cs (what is written)
 */
import type { TextPieces } from '../decode-text';

/** `end`: the end of the file. `fault`: no tag of XML; the cursor stands after its `<`. */
export type TagKind = 'open' | 'close' | 'empty' | 'end' | 'fault';

/** Characters of one tag with its attributes; no tag of CLIXML comes near it. */
const MAX_TAG_LENGTH = 16_384;

const LINE_FEED = 10;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const LESS_THAN = 60;
const GREATER_THAN = 62;

export class XmlText {
  readonly #pieces: TextPieces;
  readonly #maxStringLength: number;
  #text = '';
  #at = 0;
  #line = 1;
  #hasEnded = false;
  #piecesRead = 0;
  #shortenedStrings = 0;
  #name = '';
  #attributes = '';
  #indent = -1;

  /** @param maxStringLength  characters; what is longer is cut off and counted */
  constructor(pieces: TextPieces, maxStringLength: number) {
    this.#pieces = pieces;
    this.#maxStringLength = maxStringLength;
  }

  /** Counted from 1. */
  get line(): number {
    return this.#line;
  }

  get piecesRead(): number {
    return this.#piecesRead;
  }

  get shortenedStrings(): number {
    return this.#shortenedStrings;
  }

  /** Of the tag that `nextTag` found. */
  get name(): string {
    return this.#name;
  }

  /** Blanks before the tag on its line; -1 when something else stands before it. */
  get indent(): number {
    return this.#indent;
  }

  /** An attribute of the tag at hand, with entities and escapes read; `null` when it has none. */
  attribute(name: 'N' | 'RefId'): string | null {
    const from = this.#attributes.indexOf(`${name}="`);
    if (from < 0) return null;
    if (from > 0 && !/\s/.test(this.#attributes.charAt(from - 1))) return null;
    const start = from + name.length + 2;
    const end = this.#attributes.indexOf('"', start);
    return end < 0 ? null : plainText(this.#attributes.slice(start, end));
  }

  /**
   * Moves behind the next tag. Comments and processing instructions are stepped over, and so is
   * text.
   * @returns the kind of the tag and whether anything but blanks was stepped over
   */
  nextTag(): { readonly kind: TagKind; readonly hadText: boolean } {
    let hadText = false;
    for (;;) {
      if (this.#skipText()) hadText = true;
      if (this.#hasEnded && this.#text.length <= this.#at) return { kind: 'end', hadText };
      this.#need(9);
      if (this.#text.startsWith('<!--', this.#at)) {
        if (!this.#skipPast('-->')) return { kind: 'fault', hadText };
        continue;
      }
      if (this.#text.startsWith('<?', this.#at)) {
        if (!this.#skipPast('?>')) return { kind: 'fault', hadText };
        continue;
      }
      if (this.#text.startsWith('<![CDATA[', this.#at)) {
        hadText = true;
        if (!this.#skipPast(']]>')) return { kind: 'fault', hadText };
        continue;
      }
      return { kind: this.#readTag(), hadText };
    }
  }

  /** True when the cursor stands at a declaration such as `<!DOCTYPE`, which is never followed. */
  get isAtDeclaration(): boolean {
    return this.#name.startsWith('!');
  }

  /** The text up to the next tag, with entities and escapes read. */
  takeText(): string {
    let text = '';
    for (;;) {
      const end = this.#text.indexOf('<', this.#at);
      const stop = end < 0 ? this.#text.length : end;
      if (this.#at < stop) text = this.#grown(text, this.#text.slice(this.#at, stop));
      this.#moveTo(stop);
      if (end >= 0) {
        this.#need(9);
        if (!this.#text.startsWith('<![CDATA[', this.#at)) break;
        text = this.#grown(text, this.#takeCdata());
        continue;
      }
      if (!this.#more()) break;
    }
    return plainText(text);
  }

  #takeCdata(): string {
    this.#at += 9;
    let text = '';
    for (;;) {
      const end = this.#text.indexOf(']]>', this.#at);
      if (end >= 0) {
        text = this.#grown(text, this.#text.slice(this.#at, end));
        this.#moveTo(end + 3);
        break;
      }
      const stop = Math.max(this.#at, this.#text.length - 2);
      text = this.#grown(text, this.#text.slice(this.#at, stop));
      this.#moveTo(stop);
      if (!this.#more()) {
        this.#moveTo(this.#text.length);
        break;
      }
    }
    // What stands in such a section is plain; only the escapes of PowerShell are read later.
    return text.replaceAll('&', '&amp;');
  }

  /** @returns whether there was anything but blanks; the cursor is at `<` or at the end */
  #skipText(): boolean {
    let hadText = false;
    this.#indent = this.#line === 1 && this.#at === 0 ? 0 : -1;
    for (;;) {
      const text = this.#text;
      let at = this.#at;
      for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === LESS_THAN) break;
        if (code === LINE_FEED) {
          this.#line += 1;
          this.#indent = 0;
        } else if (code === 32 && this.#indent >= 0) this.#indent += 1;
        else if (code > 32 && code !== 0xfeff) {
          hadText = true;
          this.#indent = -1;
        }
      }
      this.#at = at;
      if (at < text.length || !this.#more()) return hadText;
    }
  }

  #readTag(): TagKind {
    const end = this.#tagEnd();
    const tag = this.#text.slice(this.#at + 1, end < 0 ? this.#at + 40 : end);
    const found = end < 0 ? null : TAG.exec(tag);
    if (found === null) {
      this.#name = tag.startsWith('!') ? '!' : '';
      this.#attributes = '';
      this.#at += 1;
      return 'fault';
    }
    this.#moveTo(end + 1);
    this.#name = found[2] ?? '';
    this.#attributes = found[3] ?? '';
    if (found[1] === '/') return 'close';
    return found[4] === '/' ? 'empty' : 'open';
  }

  /** Where the tag at the cursor closes: a `>` in a quoted value does not. -1: it does not. */
  #tagEnd(): number {
    let quote = 0;
    for (let offset = 1; offset < MAX_TAG_LENGTH; offset += 1) {
      if (this.#text.length <= this.#at + offset && !this.#more()) return -1;
      const code = this.#text.charCodeAt(this.#at + offset);
      if (code === LESS_THAN) return -1;
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === GREATER_THAN) return this.#at + offset;
      else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code;
    }
    return -1;
  }

  #skipPast(mark: string): boolean {
    for (;;) {
      const end = this.#text.indexOf(mark, this.#at);
      if (end >= 0) {
        this.#moveTo(end + mark.length);
        return true;
      }
      this.#moveTo(Math.max(this.#at, this.#text.length - mark.length + 1));
      if (!this.#more()) {
        this.#moveTo(this.#text.length);
        this.#name = '';
        return false;
      }
    }
  }

  /** Moves the cursor forward, and counts the lines on the way. */
  #moveTo(end: number): void {
    for (let at = this.#at; at < end; at += 1) {
      if (this.#text.charCodeAt(at) === LINE_FEED) this.#line += 1;
    }
    this.#at = end;
  }

  #need(length: number): void {
    while (this.#text.length - this.#at < length && this.#more());
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

  #grown(text: string, part: string): string {
    if (text.length + part.length <= this.#maxStringLength) return text + part;
    if (text.length < this.#maxStringLength) this.#shortenedStrings += 1;
    return text + part.slice(0, this.#maxStringLength - text.length);
  }
}

/** Slash, name, attributes, slash. Attributes are name, `=` and a value in quotes. */
const TAG = /^(\/?)([A-Za-z][\w.:-]{0,60})((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)$/;

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** Reads entities, then PowerShell's `_x000A_`; what is neither stays as it stands. */
function plainText(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;
  return plain.includes('_x') || plain.includes('_X')
    ? plain.replace(/_x([\da-f]{4})_/gi, (_whole, digits) =>
        String.fromCharCode(Number.parseInt(String(digits), 16)),
      )
    : plain;
}
