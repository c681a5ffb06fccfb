/**
 * Reads what `Export-Clixml` wrote: objects come out one by one as soon as they are whole, in the
 * shapes that `ConvertTo-Json` would have given them.
 *
 * An enum becomes `{"value": 2, "Value": "External"}`, a list an array, a table or an object with
 * properties an object; what the depth of the export cut stays a text. Damage costs the object that
 * it is in: reading goes on at the next object that begins as far to the right.
 * @see PowerShell, serialization.cs
 */
import type { TextPieces } from '../decode-text';
import { cmdletNamed } from '../hyperv/cmdlets';
import type { JsonValue } from '../json-value';
import type { RecordFault, RecordStep } from '../record-step';
import {
  isBag,
  type ObjectParts,
  putMember,
  referenced,
  serverOf,
  valueOfParts,
  wasHolder,
} from './object-parts';
import { isPrimitive, primitiveValue } from './primitives';
import { type TagKind, XmlText } from './xml-text';

export interface ClixmlRules {
  /** Properties that are never kept: bulky ones that nobody reads. */
  readonly dropped: ReadonlySet<string>;
  /** Deepest nesting of objects; an object that goes deeper is left out, with a fault. */
  readonly maxDepth: number;
  /** Characters. */
  readonly maxStringLength: number;
}

export interface ClixmlEnd {
  readonly shortenedStrings: number;
  /** References to objects that are not in the file, or too far back. */
  readonly lostReferences: number;
}

type Role = 'root' | 'object' | 'members' | 'list' | 'table' | 'entry' | 'types';

interface Frame {
  readonly role: Role;
  readonly tag: string;
  /** The property or the part of an entry that the value belongs to; of `types` their number. */
  readonly name: string | null;
  readonly line: number;
  readonly indent: number;
  /** Of an `object`, and of the parts inside it the same. */
  readonly object: ObjectParts | null;
  /** Of an `entry`. */
  key: JsonValue;
  value: JsonValue;
}

/** A part that is stepped over after a fault. */
interface Skipping {
  /** The next object that begins as far to the right ends it; -1: the file has no such lines. */
  readonly indent: number;
  openTags: number;
}

const LISTS = new Set(['LST', 'IE', 'STK', 'QUE']);

/** Objects that a reference can still name. Real ones point to the object that they are in. */
const MOST_REFERENCES = 20_000;
const MOST_TYPE_LISTS = 20_000;

export function* readClixml(
  pieces: TextPieces,
  rules: ClixmlRules,
): Generator<RecordStep, ClixmlEnd> {
  const xml = new XmlText(pieces, rules.maxStringLength);
  const reader = new ClixmlReader(xml, rules);
  for (let piecesSeen = 0; !reader.isDone; ) {
    const step = reader.step();
    if (step !== null) yield step;
    if (piecesSeen !== xml.piecesRead) {
      piecesSeen = xml.piecesRead;
      yield { kind: 'progress' };
    }
  }
  const { lostReferences } = reader;
  return { shortenedStrings: xml.shortenedStrings, lostReferences };
}

class ClixmlReader {
  readonly #xml: XmlText;
  readonly #rules: ClixmlRules;
  readonly #objects = new Map<string, JsonValue>();
  readonly #types = new Map<string, readonly string[]>();
  readonly #stack: Frame[] = [];
  #depth = 0;
  #hasRoot = false;
  #isWhole = false;
  #skipping: Skipping | null = null;
  /** How far to the right objects at the top begin; -1 while none was seen. */
  #topIndent = -1;
  lostReferences = 0;
  isDone = false;

  constructor(xml: XmlText, rules: ClixmlRules) {
    this.#xml = xml;
    this.#rules = rules;
  }

  /** Takes one tag. @returns what there is to tell, mostly nothing */
  step(): RecordStep | null {
    const { kind, hadText } = this.#xml.nextTag();
    if (kind === 'end') return this.#end();
    if (kind === 'fault' && this.#xml.isAtDeclaration) {
      this.isDone = true;
      return this.#fault('rest', 'a document type declaration', 'the output of Export-Clixml');
    }
    if (this.#skipping !== null && !this.#isSkippedTo(kind, this.#skipping)) return null;
    const frame = this.#stack.at(-1);
    if (frame === undefined) return this.#begin(kind);
    if (kind === 'fault') return this.#giveUp(kind, '<', 'a tag');
    if (hadText && frame.role !== 'root') {
      return this.#giveUp(kind, 'a text between two values', 'a tag');
    }
    if (kind === 'close') {
      const step = this.#close(frame);
      return step === null && hadText ? this.#strayText() : step;
    }
    const problem = this.#open(frame, this.#xml.name, kind === 'empty');
    if (problem !== null) return this.#giveUp(kind, problem, 'what Export-Clixml writes');
    return hadText ? this.#strayText() : null;
  }

  #strayText(): RecordStep {
    return this.#fault('value', 'a text between two objects', 'a tag');
  }

  #end(): RecordStep | null {
    this.isDone = true;
    return this.#isWhole && this.#stack.length === 0
      ? null
      : this.#fault('rest', 'the end of the file', '</Objs>');
  }

  /** One file may hold several outputs, one after the other; what stands around them is nothing. */
  #begin(kind: TagKind): RecordStep | null {
    const { name } = this.#xml;
    if (name === 'Objs' && (kind === 'open' || kind === 'empty')) {
      this.#hasRoot = true;
      this.#isWhole = kind === 'empty';
      if (kind === 'open') this.#push('root', 'Objs', null, null);
      return null;
    }
    if (this.#hasRoot) return this.#fault('value', `<${name}>`, 'the end of the file');
    this.isDone = true;
    return this.#fault('rest', kind === 'fault' ? '<' : `<${name}>`, '<Objs>');
  }

  /** @returns whether the tag at hand ends what is skipped, and is to be taken */
  #isSkippedTo(kind: TagKind, skipping: Skipping): boolean {
    const { name, indent } = this.#xml;
    if (kind === 'close' && name === 'Objs') {
      this.#stack.length = 0;
      this.#isWhole = true;
      this.#skipping = null;
      return false;
    }
    const isTag = kind === 'open' || kind === 'empty';
    if (0 <= skipping.indent) {
      if (!isTag || name !== 'Obj' || indent !== skipping.indent) return false;
      if (this.#xml.attribute('N') !== null) return false;
      this.#skipping = null;
      return true;
    }
    if (kind === 'open') skipping.openTags += 1;
    if (kind === 'close') skipping.openTags -= 1;
    if (skipping.openTags <= 0) this.#skipping = null;
    return false;
  }

  /** Begins what the tag begins. @returns what is wrong with it, or `null` */
  #open(frame: Frame, tag: string, isEmpty: boolean): string | null {
    const { object } = frame;
    if (object !== null) {
      if (frame.role === 'object') return this.#openPart(object, tag, isEmpty);
      if (frame.role === 'types') {
        const text = tag === 'T' ? this.#text(tag, isEmpty) : undefined;
        if (text === undefined) return `<${tag}>`;
        object.types = [...object.types, text];
        return null;
      }
      if (frame.role === 'table') {
        if (tag !== 'En') return `<${tag}>`;
        if (!isEmpty) this.#push('entry', tag, null, object);
        return null;
      }
    }
    return this.#openValue(frame, tag, isEmpty);
  }

  #openPart(object: ObjectParts, tag: string, isEmpty: boolean): string | null {
    if (tag === 'TNRef') {
      object.types = this.#types.get(this.#xml.attribute('RefId') ?? '') ?? object.types;
      return this.#text(tag, isEmpty) === undefined ? '<TNRef>' : null;
    }
    if (tag === 'TN') {
      if (!isEmpty) this.#push('types', tag, this.#xml.attribute('RefId'), object);
      return null;
    }
    if (tag === 'ToString') {
      const text = this.#text(tag, isEmpty);
      if (text === undefined) return '<ToString>';
      object.text = text;
      return null;
    }
    if (tag === 'Props' || tag === 'MS') {
      object.members ??= {};
      if (!isEmpty) this.#push('members', tag, null, object);
      return null;
    }
    if (LISTS.has(tag)) {
      object.list ??= [];
      if (!isEmpty) this.#push('list', tag, null, object);
      return null;
    }
    if (tag === 'DCT') {
      object.isTable = true;
      object.members ??= {};
      if (!isEmpty) this.#push('table', tag, null, object);
      return null;
    }
    object.primitive = this.#primitive(tag, isEmpty);
    return object.primitive === undefined ? `<${tag}>` : null;
  }

  #openValue(frame: Frame, tag: string, isEmpty: boolean): string | null {
    const name = this.#xml.attribute('N');
    if (tag === 'Obj') {
      if (this.#depth >= this.#rules.maxDepth) return 'deeper nesting';
      if (frame.role === 'root') this.#topIndent = this.#xml.indent;
      if (isEmpty) this.#deliver(frame, name, {});
      else this.#push('object', tag, name, this.#partsIn(frame));
      return null;
    }
    if (tag === 'Ref') {
      const value = this.#objects.get(this.#xml.attribute('RefId') ?? '');
      // At the top it is an object that was handed out before.
      if (value === undefined) this.lostReferences += 1;
      else if (frame.role !== 'root') this.#deliver(frame, name, value);
      return this.#text(tag, isEmpty) === undefined ? '<Ref>' : null;
    }
    const value = this.#primitive(tag, isEmpty);
    if (value === undefined) return `<${tag}>`;
    this.#deliver(frame, name, value);
    return null;
  }

  #push(role: Role, tag: string, name: string | null, object: ObjectParts | null): void {
    const { line, indent } = this.#xml;
    if (role === 'object') this.#depth += 1;
    this.#stack.push({ role, tag, name, line, indent, object, key: null, value: null });
  }

  /** Ends a part; records are handed out here. */
  #close(frame: Frame): RecordStep | null {
    const { name } = this.#xml;
    if (name !== frame.tag) return this.#giveUp('close', `</${name}>`, `</${frame.tag}>`);
    this.#stack.pop();
    const { object } = frame;
    if (object === null) {
      this.#isWhole = true;
      return null;
    }
    if (frame.role === 'types' && frame.name !== null && this.#types.size < MOST_TYPE_LISTS) {
      this.#types.set(frame.name, object.types);
    }
    if (frame.role === 'entry' && object.members !== null) {
      const { key } = frame;
      if (typeof key === 'string' || typeof key === 'number') {
        putMember(object.members, String(key), frame.value);
      }
    }
    return frame.role === 'object' ? this.#closeObject(frame, object) : null;
  }

  #closeObject(frame: Frame, object: ObjectParts): RecordStep | null {
    this.#depth -= 1;
    const parent = this.#stack.at(-1);
    const value = valueOfParts(object);
    this.#remember(object, value);
    if (!object.isRecord) {
      if (parent !== undefined) this.#deliver(parent, frame.name, value);
      return null;
    }
    if (parent?.role === 'root' && wasHolder(object)) return null;
    const { types, key } = object;
    return { kind: 'record', value, types, key, line: frame.line };
  }

  #partsIn(frame: Frame): ObjectParts {
    const place = this.#recordPlace(frame);
    return {
      refId: this.#xml.attribute('RefId'),
      isRecord: place !== null,
      key: place?.key ?? null,
      types: [],
      text: null,
      members: null,
      list: null,
      isTable: false,
      primitive: undefined,
    };
  }

  /** Where records stand: at the top, in a list at the top, in a list under a command's name. */
  #recordPlace(frame: Frame): { readonly key: string | null } | null {
    if (frame.role === 'root') return { key: null };
    if (frame.role !== 'list') return null;
    // Objs, Obj, LST
    if (this.#stack.length === 3) return { key: null };
    const [, top, within, third, fourth] = this.#stack;
    // Objs, Obj, MS, Obj, LST
    if (this.#stack.length === 5 && within?.role === 'members' && isBag(top?.object ?? null)) {
      return placeUnder(third?.name);
    }
    // Objs, Obj, DCT, En, Obj, LST
    const isInTable = this.#stack.length === 6 && third?.role === 'entry';
    return isInTable && fourth?.role === 'object' ? placeUnder(third.key) : null;
  }

  #remember(object: ObjectParts, value: JsonValue): void {
    if (object.refId === null) return;
    if (MOST_REFERENCES <= this.#objects.size) {
      const [oldest] = this.#objects.keys();
      if (oldest !== undefined) this.#objects.delete(oldest);
    }
    this.#objects.set(object.refId, referenced(object, value));
  }

  #primitive(tag: string, isEmpty: boolean): JsonValue | undefined {
    if (!isPrimitive(tag)) return undefined;
    const text = this.#text(tag, isEmpty);
    return text === undefined ? undefined : primitiveValue(tag, text);
  }

  /** The text of the element that has just begun, and its closing tag; `undefined` without one. */
  #text(tag: string, isEmpty: boolean): string | undefined {
    if (isEmpty) return '';
    const text = this.#xml.takeText();
    const { kind, hadText } = this.#xml.nextTag();
    return kind === 'close' && !hadText && this.#xml.name === tag ? text : undefined;
  }

  #deliver(frame: Frame, name: string | null, value: JsonValue): void {
    const { role, object } = frame;
    if (role === 'list') object?.list?.push(value);
    else if (role === 'entry') {
      if (name === 'Key') frame.key = value;
      else frame.value = value;
    } else if (role === 'members' && object?.members && name !== null) {
      const server = name === '__ClassMetadata' ? serverOf(value) : null;
      if (server !== null) putMember(object.members, 'CimSystemProperties', { ServerName: server });
      else if (!this.#rules.dropped.has(name)) putMember(object.members, name, value);
    }
  }

  /** Leaves the record that the cursor is in; reading goes on with the next of its kind. */
  #giveUp(kind: TagKind, found: string, expected: string): RecordStep {
    const at = this.#stack.findLastIndex(
      ({ object, role }) => role === 'object' && object?.isRecord,
    );
    const record = this.#stack[at];
    if (record === undefined) {
      if (kind === 'open') this.#skipping = { indent: this.#topIndent, openTags: 1 };
      return this.#fault('value', found, expected);
    }
    const gone = this.#stack.splice(at);
    this.#depth -= gone.filter(({ role }) => role === 'object').length;
    const openTags = gone.length + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0);
    if (openTags > 0) this.#skipping = { indent: record.indent, openTags };
    return this.#fault('record', found, expected, record.line);
  }

  #fault(
    cost: RecordFault['cost'],
    found: string,
    expected: string,
    line = this.#xml.line,
  ): RecordFault {
    return { kind: 'fault', cost, line, found, expected };
  }
}

function placeUnder(name: JsonValue | undefined): { readonly key: string } | null {
  return typeof name === 'string' && cmdletNamed(name) !== null ? { key: name } : null;
}
