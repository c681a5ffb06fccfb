/**
 * Rules that are looked up together: what several rules say of a VM (or a vNIC) on all hosts, added
 * up once for all that none of them can tell apart.
 */

import type { Tallies } from './answers';
import { lowestOf, Words } from './bits';
import { KeyTable } from './key-table';
import type { Site } from './matrix-targets';
import { PATH_PLANES, PLANE } from './planes';
import { addPathRows, addRow, rowsAt, Scratch } from './row-sums';
import type { Row, RuleRows } from './rule-rows';
import type { Subject } from './vm-side';

/** The rows of a group's rules for some class of VMs, added up. */
export interface Bundle {
  /** Its place in `Bundles.list`. */
  readonly number: number;
  readonly of: RuleGroup;
  readonly site: Site | null;
  readonly rows: readonly Row[];
  /** Where its sums begin: one after another those planes that the group adds to. */
  readonly first: number;
  /** By place in the group's planes, a bit for each that may have hosts. */
  filled: number;
  /** A row of it says something else than when it was added up. */
  isStale: boolean;
}

/** All bundles of a matrix, and what their rows add up to. */
export class Bundles {
  readonly list: Bundle[] = [];
  /** Words to a plane. */
  readonly words: number;
  /** Those whose rows say something else than before. */
  readonly #stale: Bundle[] = [];
  readonly isUnsure: () => boolean;
  readonly #sums: Words;

  /** @param isUnsure  a member that cannot give what another one can leaves the answer open */
  constructor(words: number, expected: number, isUnsure: () => boolean) {
    this.words = words;
    this.isUnsure = isUnsure;
    this.#sums = new Words(expected * words);
  }

  get sums(): Int32Array {
    return this.#sums.all;
  }

  add(of: RuleGroup, rows: readonly Row[], site: Site | null): Bundle {
    const bundle: Bundle = {
      number: this.list.length,
      of,
      site,
      rows,
      first: this.#sums.take(of.planes.length * this.words),
      filled: 0,
      isStale: false,
    };
    this.list.push(bundle);
    return bundle;
  }

  /**
   * Adds a bundle's sums to planes of a tally.
   * @param those  which of the group's planes, a bit for each
   */
  addTo(planes: Int32Array, number: number, those: 'path' | 'move'): void {
    const { words, sums } = this;
    const { of, first, filled } = this.list[number] as Bundle;
    let left = filled & (those === 'path' ? of.pathMask : of.moveMask);
    while (left !== 0) {
      const nth = lowestOf(left);
      left &= left - 1;
      const to = (of.planes[nth] as number) * words;
      const from = first + nth * words;
      for (let word = 0; word < words; word += 1) {
        planes[to + word] = (planes[to + word] as number) | (sums[from + word] as number);
      }
    }
  }

  /** Says that a row of it is another one on some host. */
  markStale(number: number): void {
    const bundle = this.list[number] as Bundle;
    if (bundle.isStale) return;
    bundle.isStale = true;
    this.#stale.push(bundle);
  }

  /**
   * Adds the stale bundles up again.
   * @param host  the only one where rows are other ones
   * @returns what bundles come to there, and which of them are other ones than before
   */
  refresh(host: number): HostTallies {
    const tallies = new HostTallies(this, host);
    for (const bundle of this.#stale) {
      bundle.isStale = false;
      const before = this.planesAt(bundle, host);
      const after = rowsAt(bundle.rows, bundle.site, host, this.isUnsure());
      if (before === after) continue;
      this.#put(bundle, host, after);
      tallies.isOther[bundle.number] = 1;
    }
    this.#stale.length = 0;
    return tallies;
  }

  #put(bundle: Bundle, host: number, bits: number): void {
    const { sums, words } = this;
    const bit = 1 << (host & 31);
    for (const [nth, plane] of bundle.of.planes.entries()) {
      const at = bundle.first + nth * words + (host >> 5);
      const word = sums[at] as number;
      if (((bits >> plane) & 1) === 1) {
        sums[at] = word | bit;
        bundle.filled |= 1 << nth;
      } else sums[at] = word & ~bit;
    }
  }

  /** What a bundle comes to on one host: a bit for each plane. */
  planesAt({ of, first, filled }: Bundle, host: number): number {
    const { words, sums } = this;
    const word = host >> 5;
    let planes = 0;
    let left = filled;
    while (left !== 0) {
      const nth = lowestOf(left);
      left &= left - 1;
      const bit = ((sums[first + nth * words + word] as number) >> (host & 31)) & 1;
      planes |= bit << (of.planes[nth] as number);
    }
    return planes;
  }
}

/** What bundles come to on one host. */
export class HostTallies {
  readonly host: number;
  /** By bundle, 1 when it is another sum than before. */
  readonly isOther: Uint8Array;
  readonly #bundles: Bundles;
  /** By bundle, once it was asked for. */
  readonly #planes: Int32Array;

  constructor(bundles: Bundles, host: number) {
    this.host = host;
    this.isOther = new Uint8Array(bundles.list.length);
    this.#bundles = bundles;
    this.#planes = new Int32Array(bundles.list.length).fill(NOT_ASKED);
  }

  /** Its planes there, a bit for each. */
  of(bundle: number): number {
    let planes = this.#planes[bundle] as number;
    if (planes === NOT_ASKED) {
      planes = this.#bundles.planesAt(this.#bundles.list[bundle] as Bundle, this.host);
      this.#planes[bundle] = planes;
    }
    return planes;
  }
}

const NOT_ASKED = -1;

export class RuleGroup {
  readonly rules: readonly RuleRows[];
  /** The planes that its rules can add to. */
  readonly planes: readonly number[];
  /** Which of them are about the path, or about the move, a bit for each. */
  readonly pathMask: number;
  readonly moveMask: number;
  readonly #all: Bundles;
  /** Where the numbers stand that its rules go by. */
  readonly #places: Int32Array;
  readonly #goesByRows: boolean;
  /** By site, then by those numbers, or by the rows themselves. */
  readonly #table: KeyTable;
  readonly #key: Int32Array;
  readonly #bundles: Bundle[] = [];

  /** @param goesByRows  the facts of VMs are too varied to go by */
  constructor(rules: readonly RuleRows[], all: Bundles, goesByRows = false) {
    this.rules = rules;
    this.#all = all;
    const planes = rules.flatMap(({ effect }) => [...effect.violated, ...effect.undecided]);
    this.planes = [...new Set(planes)].sort((a, b) => a - b);
    this.pathMask = maskWhere(this.planes, isAboutPath);
    this.moveMask = maskWhere(this.planes, (plane) => !isAboutPath(plane));
    // Who set something aside for single VMs tells them apart.
    this.#goesByRows = goesByRows || rules.some(({ hasWaivers }) => hasWaivers);
    this.#places = Int32Array.from(new Set(rules.flatMap(({ vmPlaces }) => vmPlaces)));
    const length = 1 + (this.#goesByRows ? rules.length : this.#places.length);
    this.#table = new KeyTable(length);
    this.#key = new Int32Array(length);
  }

  bundleFor(subject: Subject, site: Site | null): Bundle {
    const key = this.#key;
    key[0] = site === null ? -1 : site.id;
    if (this.#goesByRows) {
      for (let nth = 0; nth < this.rules.length; nth += 1) {
        key[nth + 1] = (this.rules[nth] as RuleRows).rowFor(subject, site)?.id ?? 0;
      }
    } else {
      const { numbers } = subject;
      for (let nth = 0; nth < this.#places.length; nth += 1) {
        key[nth + 1] = numbers[this.#places[nth] as number] as number;
      }
    }
    const found = this.#table.numberOf(key);
    let bundle = this.#bundles[found];
    if (bundle === undefined) {
      bundle = this.#bundle(this.#rowsFor(subject, site), site);
      this.#bundles.push(bundle);
    }
    return bundle;
  }

  /** Of rules about places alone, which nobody asks. */
  siteBundle(site: Site): Bundle {
    return this.#bundle(
      this.rules.map((rule) => rule.siteRow(site)),
      site,
    );
  }

  #rowsFor(subject: Subject, site: Site | null): readonly Row[] {
    const rows: Row[] = [];
    for (const rule of this.rules) {
      const row = rule.rowFor(subject, site);
      if (row !== null) rows.push(row);
    }
    return rows;
  }

  #bundle(rows: readonly Row[], site: Site | null): Bundle {
    const bundle = this.#all.add(this, rows, site);
    for (const row of rows) row.users.push(bundle.number);
    if (0 < rows.length) this.#addUp(bundle);
    return bundle;
  }

  #addUp(bundle: Bundle): void {
    const { rows, site } = bundle;
    const { words, sums } = this.#all;
    const planes = PLANES.of(PLANE.count * words);
    for (const plane of this.planes) planes.fill(0, plane * words, (plane + 1) * words);
    if (site !== null) addPathRows(rows, site, planes, words, this.#all.isUnsure());
    else for (const row of rows) addRow(row, 0, planes, words);
    for (let nth = 0; nth < this.planes.length; nth += 1) {
      const first = (this.planes[nth] as number) * words;
      const start = bundle.first + nth * words;
      let any = 0;
      for (let word = 0; word < words; word += 1) {
        const sum = planes[first + word] as number;
        any |= sum;
        sums[start + word] = sum;
      }
      if (any !== 0) bundle.filled |= 1 << nth;
    }
  }
}

/** What the bits of some planes come to. */
export function talliesOf(planes: number): Tallies {
  return {
    rest: planes & ((1 << PLANE.aboutPath) - 1),
    aboutPath: (planes >> PLANE.aboutPath) & ((1 << PATH_PLANES) - 1),
    settled: ((planes >> PLANE.settled) & 1) === 1,
  };
}

function isAboutPath(plane: number): boolean {
  return plane < PATH_PLANES || PLANE.aboutPath <= plane;
}

function maskWhere(planes: readonly number[], is: (plane: number) => boolean): number {
  return planes.reduce((mask, plane, nth) => (is(plane) ? mask | (1 << nth) : mask), 0);
}

/** Rules that are looked up together. */
interface Grouping {
  readonly rules: RuleRows[];
  /** The facts of VMs are too varied to go by: nearly each has its own. */
  readonly isVaried: boolean;
}

/** So many different ones among the sample are few. */
const FEW = 24;
/** If as many of the sample differ, they are varied. */
const VARIED = 0.5;

/**
 * Sorts rules into groups for which the VMs of a sample fall into few classes: many small tables
 * take long to look up, one large one takes long to fill.
 * @param sample  numbers of VMs or vNICs, as of `Subject.numbers`
 */
export function groupRules(
  rules: readonly RuleRows[],
  sample: readonly Int32Array[],
): readonly Grouping[] {
  const groups: { readonly rules: RuleRows[]; classes: Classes }[] = [];
  const varied: Grouping[] = [];
  const sorted = rules
    .map((rule) => ({ rule, classes: classesOf(rule.vmPlaces, sample) }))
    .sort((a, b) => b.classes.count - a.classes.count);
  for (const { rule, classes } of sorted) {
    if (FEW < classes.count && sample.length * VARIED < classes.count) {
      varied.push({ rules: [rule], isVaried: true });
      continue;
    }
    let best: { readonly group: (typeof groups)[number]; readonly classes: Classes } | null = null;
    for (const group of groups) {
      const joint = jointClasses(group.classes, classes);
      const most = Math.max(FEW, group.classes.count, classes.count);
      const growth = joint.count - group.classes.count;
      if (most < joint.count) continue;
      if (best === null || growth < best.classes.count - best.group.classes.count) {
        best = { group, classes: joint };
      }
    }
    if (best === null) groups.push({ rules: [rule], classes });
    else {
      best.group.rules.push(rule);
      best.group.classes = best.classes;
    }
  }
  return [...groups.map((group) => ({ rules: group.rules, isVaried: false })), ...varied];
}

/** For each of the sample the number of its class. */
interface Classes {
  readonly of: readonly number[];
  readonly count: number;
}

function classesOf(places: readonly number[], sample: readonly Int32Array[]): Classes {
  let classes: Classes = { of: sample.map(() => 0), count: Math.min(1, sample.length) };
  for (const place of places) {
    const numbers = sample.map((one) => one[place] as number);
    classes = jointClasses(classes, { of: numbers, count: numbers.length });
  }
  return classes;
}

function jointClasses(some: Classes, others: Classes): Classes {
  const numbers = new Map<string, number>();
  const of = some.of.map((one, at) => {
    const key = `${one} ${others.of[at]}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return { of, count: numbers.size };
}

const PLANES = new Scratch();
