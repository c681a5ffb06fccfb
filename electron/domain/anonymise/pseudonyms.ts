/**
 * What stands for what: one name for every name, address and identifier, the same in all files.
 * Numbers count up in the order of first sight, so the same input gives the same output.
 */
import type { Replacement } from './replacement';

export type NameKind =
  | 'host'
  | 'vm'
  | 'switch'
  | 'adapter'
  | 'vnic'
  | 'cluster'
  | 'domain'
  | 'name';

const MICROSOFT_MAC = '00155d';
const OTHER_MAC = '020000';

interface Name {
  readonly given: string;
  shown: string;
  kind: NameKind;
}

/** Names that Windows gives by itself: in a sentence they are words and point at nobody. */
const EVERYDAY =
  /^(?:network adapter|ethernet|local area connection|default switch|virtual machine|hyper-v|windows|server|host|guest|system|default|team|nic|switch|vm|cluster)(?: ?#?\d+)?$/i;

export class Pseudonyms {
  readonly #names = new Map<string, Name>();
  readonly #others = new Map<string, { readonly given: string; readonly shown: string }>();
  readonly #counts = new Map<string, number>();
  readonly #macPools = new Map<string, string>();
  #isSettled = false;

  /** A name, in any letter case the same: Hyper-V tells names apart no other way. */
  name(text: string, kind: NameKind = 'name'): string {
    const key = text.trim().toLowerCase();
    if (key === '') return text;
    const before = this.#names.get(key);
    if (before !== undefined) {
      if (before.kind === 'name') before.kind = kind;
      return before.shown;
    }
    const shown = `${kind}-${this.#next(kind)}`;
    this.#names.set(key, { given: text.trim(), shown, kind });
    return shown;
  }

  /**
   * Names everything anew once all files have been seen: what was only a name at first may have
   * turned out to be a host, and a made-up address to be somebody's. Done once: what has been
   * written by then keeps its names.
   */
  settle(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    const pools = [...this.#macPools.keys()];
    // Every original stands in the list, at first for itself, while new ones are chosen.
    for (const byte of pools) this.#macPools.set(byte, byte);
    const chosen = pools.map((byte) => {
      this.#macPools.delete(byte);
      const free = this.#macPool(byte);
      return [byte, free] as const;
    });
    for (const [byte, free] of chosen) this.#macPools.set(byte, free);
    for (const key of [...this.#others.keys()]) {
      if (key.startsWith('mac ')) this.#others.delete(key);
    }
    this.#counts.delete('mac');
    for (const { kind } of this.#names.values()) this.#counts.delete(kind);
    this.#counts.delete('name');
    for (const name of this.#names.values()) name.shown = `${name.kind}-${this.#next(name.kind)}`;
  }

  guid(text: string): string {
    if (/^[0-]+$/.test(text)) return text;
    const shown = this.#other(`guid ${text.toLowerCase()}`, text, () => {
      const number = this.#next('guid').toString(16).padStart(12, '0');
      return `00000000-0000-4000-8000-${number}`;
    });
    return text === text.toUpperCase() ? shown.toUpperCase() : shown;
  }

  /**
   * A MAC address with the separators that it has. What Microsoft's prefix tells, that Hyper-V gave
   * it, stays, and so do the last two bytes then: an address of a host's range stays in the range.
   */
  mac(text: string): string {
    const digits = text.replace(/[^\da-f]/gi, '').toLowerCase();
    if (/^(?:0{12}|f{12})$/.test(digits)) return text;
    const shown = this.#other(`mac ${digits}`, text, () =>
      digits.startsWith(MICROSOFT_MAC)
        ? MICROSOFT_MAC + this.#macPool(digits.slice(6, 8)) + digits.slice(8)
        : OTHER_MAC + (this.#next('mac') % 0x1000000).toString(16).padStart(6, '0'),
    );
    let at = 0;
    const like = text.replace(/[\da-f]/gi, () => shown[at++] ?? '0');
    return /[a-f]/.test(text) ? like : like.toUpperCase();
  }

  /** The byte that tells the ranges of hosts apart, given anew: one that no original has. */
  #macPool(byte: string): string {
    const before = this.#macPools.get(byte);
    if (before !== undefined) return before;
    const taken = new Set([...this.#macPools.keys(), ...this.#macPools.values(), byte]);
    const all = Array.from({ length: 256 }, (_, one) => one.toString(16).padStart(2, '0'));
    const given = new Set(this.#macPools.values());
    const free =
      all.find((one) => !taken.has(one)) ??
      all.find((one) => one !== byte && !given.has(one)) ??
      byte;
    this.#macPools.set(byte, free);
    return free;
  }

  ip(text: string): string {
    const [address = '', suffix] = text.split('/');
    if (/^(?:0\.0\.0\.0|127\.0\.0\.1|::1?|255\..*)$/.test(address)) return text;
    const shown = this.#other(`ip ${address.toLowerCase()}`, address, () => {
      const number = this.#next('ip');
      return address.includes(':')
        ? `fd00::${number.toString(16)}`
        : `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
    });
    return suffix === undefined ? shown : `${shown}/${suffix}`;
  }

  /** Anything else that stands for one thing: a serial number, a user, a whole text. */
  opaque(text: string, what: string): string {
    return this.#other(`${what} ${text.toLowerCase()}`, text, () => `${what}-${this.#next(what)}`);
  }

  /** The names in a text of which the rest may stay. */
  inText(text: string): string {
    const expression = this.#expression();
    return expression === null
      ? text
      : text.replace(expression, (found) => this.#names.get(found.toLowerCase())?.shown ?? found);
  }

  isName(text: string): boolean {
    return this.#names.has(text.trim().toLowerCase());
  }

  /** What was replaced, for the owner of the files. */
  get replacements(): readonly Replacement[] {
    return [...this.#names.values(), ...this.#others.values()].filter(({ given }) => given !== '');
  }

  #made: { readonly count: number; readonly expression: RegExp | null } | null = null;

  #expression(): RegExp | null {
    if (this.#made?.count === this.#names.size) return this.#made.expression;
    const names = [...this.#names.keys()]
      .filter((name) => 2 <= name.length && !EVERYDAY.test(name))
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const expression =
      names.length === 0
        ? null
        : new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
    this.#made = { count: this.#names.size, expression };
    return expression;
  }

  #other(key: string, given: string, make: () => string): string {
    const before = this.#others.get(key);
    if (before !== undefined) return before.shown;
    const shown = make();
    this.#others.set(key, { given, shown });
    return shown;
  }

  #next(what: string): number {
    const next = (this.#counts.get(what) ?? 0) + 1;
    this.#counts.set(what, next);
    return next;
  }
}
