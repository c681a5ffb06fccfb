/** An Export-Clixml document with its texts replaced; elements, types and numbers stay. */
import { anonymiseText } from './anonymise-text';
import type { Pseudonyms } from './pseudonyms';

interface Element {
  readonly tag: string;
  /** As it stands in the file, from `<` to `>`. */
  readonly opening: string;
  /** The property, from the attribute `N`. */
  readonly property: string | null;
  readonly children: (Element | string)[];
  isEmpty: boolean;
}

/** Elements whose text is the owner's; the others hold numbers, ticks, times and types. */
const TEXTS = new Set(['S', 'ToString', 'G', 'URI', 'C', 'XD', 'SBK', 'SS']);
/** Elements whose text may stay. */
const HARMLESS = new Set([
  ...['B', 'By', 'SB', 'U16', 'I16', 'U32', 'I32', 'U64', 'I64', 'Sg', 'Db', 'D', 'DT', 'TS', 'T'],
  ...['Version', 'Nil'],
]);
const DEEPEST = 200;

/** @throws SyntaxError when the text is no whole document; RangeError when it is nested too deep */
export function anonymiseClixml(text: string, names: Pseudonyms): string {
  const start = text.indexOf('<Objs');
  if (start === -1) throw new SyntaxError('no <Objs> element');
  const root = parse(text.slice(start));
  return `${text.slice(0, start).startsWith('#< CLIXML') ? '#< CLIXML\n' : ''}${write(root, '', new Set(), names)}\n`;
}

function parse(text: string): Element {
  const root: Element = { tag: '', opening: '', property: null, children: [], isEmpty: false };
  const open = [root];
  for (const [piece] of text.matchAll(/<[^>]*>|[^<]+/g)) {
    const inner = open.at(-1);
    if (inner === undefined) throw new SyntaxError('an element too many is closed');
    if (!piece.startsWith('<')) inner.children.push(piece);
    else if (piece.startsWith('</')) {
      if (open.length < 2 || inner.tag !== piece.slice(2, -1).trim()) {
        throw new SyntaxError(`${piece} closes nothing`);
      }
      open.pop();
    } else if (/^<[!?]/.test(piece)) {
      // Comments, declarations and instructions say nothing that is needed.
    } else {
      const tag = /^<([\w.]+)/.exec(piece)?.[1] ?? '';
      const property = / N="([^"]*)"/.exec(piece)?.[1] ?? null;
      const isEmpty = piece.endsWith('/>');
      const element: Element = { tag, opening: piece, property, children: [], isEmpty };
      inner.children.push(element);
      if (!isEmpty) open.push(element);
      if (DEEPEST < open.length) throw new RangeError('the document is nested too deep');
    }
  }
  if (open.length !== 1) throw new SyntaxError('the document is cut off');
  return root;
}

function write(
  element: Element,
  property: string,
  among: ReadonlySet<string>,
  names: Pseudonyms,
): string {
  const own = element.property ?? property;
  const named = element.children.flatMap((child) =>
    typeof child === 'string' || child.property === null ? [] : [child.property.toLowerCase()],
  );
  const inside = named.length === 0 ? among : new Set(named);
  const content = element.children
    .map((child) =>
      typeof child === 'string'
        ? textOf(child, element.tag, own, among, names)
        : write(child, own, inside, names),
    )
    .join('');
  if (element.tag === '') return content;
  return element.isEmpty ? element.opening : `${element.opening}${content}</${element.tag}>`;
}

function textOf(
  text: string,
  tag: string,
  property: string,
  among: ReadonlySet<string>,
  names: Pseudonyms,
): string {
  if (text.trim() === '' || HARMLESS.has(tag)) return text;
  // Bytes and whatever else there may be: nobody can say what they hold.
  if (!TEXTS.has(tag)) return '';
  return encode(anonymiseText(decode(text), property, among, names));
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function decode(text: string): string {
  return text
    .replace(
      /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return ENTITIES[name] ?? whole;
        return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
      },
    )
    .replace(/_x([\da-f]{4})_/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

function encode(text: string): string {
  return text
    .replace(/_x(?=[\da-f]{4}_)/gi, '_x005F_x')
    .replace(
      /\p{Cc}/gu,
      (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
