/**
 * Files that can be imported, with names, addresses and identifiers replaced, the same in all of
 * them. Read twice: a sentence may speak of a name that stands in a later file.
 */
import { TextPieces } from '../import/decode-text';
import { partsOfFileName } from '../import/hyperv/cmdlets';
import type { InputFile } from '../import/input-file';
import { formatOf } from '../import/text-format';
import { anonymiseClixml } from './anonymise-clixml';
import { anonymiseJson } from './anonymise-json';
import { anonymiseCsv, anonymiseList } from './anonymise-tables';
import type { Pseudonyms } from './pseudonyms';

export interface AnonymousFile {
  /** Of the file that was read. */
  readonly given: string;
  readonly name: string;
  readonly text: string;
}

export interface LeftOutFile {
  readonly given: string;
  /** Why it could not be read as a whole, which is what makes it safe to hand on. */
  readonly why: string;
}

export interface Anonymised {
  readonly files: readonly AnonymousFile[];
  readonly leftOut: readonly LeftOutFile[];
}

/** Yields the name of the file it turns to. */
export function* anonymiseFiles(
  files: readonly InputFile[],
  names: Pseudonyms,
): Generator<string, Anonymised> {
  const leftOut: LeftOutFile[] = [];
  const sound: { readonly file: InputFile; readonly text: string }[] = [];
  for (const file of files) {
    yield file.name;
    const text = textOf(file);
    try {
      anonymiseOne(file.name, text, names);
      fileName(file.name, names, 0);
      sound.push({ file, text });
    } catch (thrown) {
      if (!(thrown instanceof SyntaxError || thrown instanceof RangeError)) throw thrown;
      leftOut.push({ given: file.name, why: thrown.message });
    }
  }
  names.settle();
  const written: AnonymousFile[] = [];
  const taken = new Set<string>();
  for (const { file, text } of sound) {
    yield file.name;
    let name = fileName(file.name, names, 0);
    for (let copy = 2; taken.has(name); copy += 1) name = fileName(file.name, names, copy);
    taken.add(name);
    written.push({ given: file.name, name, text: anonymiseOne(file.name, text, names) });
  }
  return { files: written, leftOut };
}

function anonymiseOne(name: string, text: string, names: Pseudonyms): string {
  if (text.trim() === '') return '';
  switch (formatOf(text, name)) {
    case 'cmdlet-clixml':
      return anonymiseClixml(text, names);
    case 'cmdlet-csv':
      return anonymiseCsv(text, names);
    case 'cmdlet-list':
      return anonymiseList(text, names);
    default:
      return anonymiseJson(withoutWarnings(text), names);
  }
}

/** PowerShell may print warnings before the document; they are not handed on. */
function withoutWarnings(text: string): string {
  const start = text.search(/[[{]/);
  return start === -1 ? text : text.slice(start);
}

function textOf(file: InputFile): string {
  const pieces = new TextPieces(file.chunks());
  const parts: string[] = [];
  for (let piece = pieces.next(); piece !== null; piece = pieces.next()) parts.push(piece);
  return parts.join('').replace(/^\uFEFF/, '');
}

/** Host and command, which the import reads out of a file's name, stay told apart. */
function fileName(given: string, names: Pseudonyms, copy: number): string {
  const ending = /\.(?:json|xml|clixml|csv|txt|log|out)$/i.exec(given)?.[0].toLowerCase() ?? '';
  const { cmdlet, prefix } = partsOfFileName(given);
  const host = prefix === null ? null : names.name(prefix, 'host');
  const number = copy === 0 ? '' : `_${copy}`;
  if (cmdlet !== null) {
    return `${[host === null ? null : `${host}${number}`, cmdlet.name].filter((one) => one !== null).join('.')}${ending}`;
  }
  const stem = given.replace(/^.*[\\/]/, '').slice(0, ending === '' ? undefined : -ending.length);
  return `${names.opaque(stem, 'file')}${number}${ending}`;
}
