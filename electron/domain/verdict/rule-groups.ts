/**
 * Rules that are looked up together: what several rules say of a VM (or a vNIC) on all hosts, added
 * up once for all that none of them can tell apart.
 */

import type { Tallies } from './answers';
import { hasBit, type WordStore } from './bits';
import type { Site } from './matrix-targets';
import { PLANE } from './planes';
import { addPathRows, addRow, Scratch, type Stretch } from './row-sums';
import type { Row, RowUser, RuleRows } from './rule-rows';
import type { Subject } from './vm-side';

/** The rows of a group's rules for some class of VMs, added up. */
export interface Bundle extends RowUser {
  /** Its own among all bundles. */
  readonly id: number;
  readonly of: RuleGroup;
  readonly site: Site | null;
  readonly rows: readonly Row[];
  /** One after another those planes that the group adds to: `RuleGroup.planes`. */
  readonly sums: Int32Array;
}

interface Kept {
  readonly key: Int32Array;
  readonly bundle: Bundle;
}

/** What all groups of a matrix share. */
export interface Surroundings {
  readonly words: number;
  readonly store: WordStore;
  readonly isUnsure: () => boolean;
  readonly nextId: () => number;
}

export class RuleGroup {
  readonly rules: readonly RuleRows[];
  /** The planes that its rules can add to. */
  readonly planes: readonly number[];
  readonly bundles: Bundle[] = [];
  readonly #around: Surroundings;
  /** Where the numbers stand that its rules go by. */
  readonly #places: Int32Array;
  readonly #pairRules: readonly RuleRows[];
  readonly #goesByRows: boolean;
  readonly #kept = new Map<number, Kept[]>();
  readonly #key: Int32Array;
  #keyLength = 0;

  /** @param goesByRows  the facts of VMs are too varied to go by */
  constructor(rules: readonly RuleRows[], around: Surroundings, goesByRows = false) {
    this.rules = rules;
    this.#around = around;
    const planes = rules.flatMap(({ effect }) => [...effect.violated, ...effect.undecided]);
    this.planes = [...new Set(planes)].sort((a, b) => a - b);
    // Who set something aside for single VMs tells them apart.
    this.#goesByRows = goesByRows || rules.some(({ hasWaivers }) => hasWaivers);
    const byFacts = this.#goesByRows ? [] : rules;
    this.#places = Int32Array.from(new Set(byFacts.flatMap(({ vmPlaces }) => [...vmPlaces])));
    this.#pairRules = byFacts.filter(({ readsPair }) => readsPair);
    const variants = rules.reduce((sum, { pairCount }) => sum + pairCount, 0);
    this.#key = new Int32Array(1 + this.#places.length + variants + rules.length);
  }

  bundleFor(subject: Subject, site: Site | null): Bundle {
    const key = this.#key;
    const { numbers } = subject;
    let at = 0;
    key[at++] = site === null ? -1 : site.id;
    for (let nth = 0; nth < this.#places.length; nth += 1) {
      key[at++] = numbers[this.#places[nth] as number] as number;
    }
    for (let nth = 0; nth < this.#pairRules.length; nth += 1) {
      at = (this.#pairRules[nth] as RuleRows).putVariants(subject, key, at);
    }
    let rows: readonly Row[] | null = null;
    if (this.#goesByRows) {
      rows = this.#rowsFor(subject, site);
      for (let nth = 0; nth < rows.length; nth += 1) key[at++] = (rows[nth] as Row).id;
    }
    this.#keyLength = at;
    let hash = 0;
    for (let nth = 0; nth < at; nth += 1) {
      hash = Math.imul(hash ^ (key[nth] as number), 0x01000193) ^ (hash >>> 15);
    }
    let alike = this.#kept.get(hash);
    if (alike === undefined) {
      alike = [];
      this.#kept.set(hash, alike);
    }
    for (let nth = 0; nth < alike.length; nth += 1) {
      const kept = alike[nth] as Kept;
      if (this.#isKey(kept.key)) return kept.bundle;
    }
    const kept = key.slice(0, at);
    const bundle = this.#bundle(rows ?? this.#rowsFor(subject, site), site);
    alike.push({ key: kept, bundle });
    return bundle;
  }

  /** Of rules about places alone, which nobody asks. */
  siteBundle(site: Site): Bundle {
    return this.#bundle(
      this.rules.map((rule) => rule.siteRow(site)),
      site,
    );
  }

  /**
   * Adds up one word of the stale bundles again.
   * @param hosts  those of the word that may be other ones; a bundle where nothing changed for
   *               them is not stale
   */
  refresh(stretch: Stretch, hosts: number): void {
    for (const bundle of this.bundles) {
      if (bundle.isStale) bundle.isStale = this.#addUp(bundle, stretch, hosts);
    }
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
    const { words, store, nextId } = this.#around;
    const sums = store.take(this.planes.length * words);
    const bundle: Bundle = { id: nextId(), of: this, site, rows, sums, isStale: false };
    for (const row of rows) row.users.push(bundle);
    if (0 < rows.length) this.#addUp(bundle, { words, from: 0, to: words }, -1);
    this.bundles.push(bundle);
    return bundle;
  }

  /** @returns whether it is another sum than before, for these hosts of each word */
  #addUp({ rows, site, sums }: Bundle, stretch: Stretch, hosts: number): boolean {
    const { words, from, to } = stretch;
    const planes = PLANES.of(PLANE.count * words);
    for (let nth = 0; nth < this.planes.length; nth += 1) {
      const first = (this.planes[nth] as number) * words;
      for (let word = from; word < to; word += 1) planes[first + word] = 0;
    }
    if (site !== null) addPathRows(rows, site, planes, stretch, this.#around.isUnsure());
    else for (const row of rows) addRow(row, 0, planes, stretch);
    let differences = 0;
    for (let nth = 0; nth < this.planes.length; nth += 1) {
      const first = (this.planes[nth] as number) * words;
      const start = nth * words;
      for (let word = from; word < to; word += 1) {
        const sum = planes[first + word] as number;
        differences |= (sum ^ (sums[start + word] as number)) & hosts;
        sums[start + word] = sum;
      }
    }
    return differences !== 0;
  }

  #isKey(key: Int32Array): boolean {
    if (key.length !== this.#keyLength) return false;
    for (let nth = 0; nth < key.length; nth += 1) if (key[nth] !== this.#key[nth]) return false;
    return true;
  }
}

/** Adds a bundle's sums to planes of a tally. */
export function addBundle(
  { of, sums }: Bundle,
  planes: Int32Array,
  { words, from, to }: Stretch,
): void {
  for (let nth = 0; nth < of.planes.length; nth += 1) {
    const first = (of.planes[nth] as number) * words;
    const start = nth * words;
    for (let word = from; word < to; word += 1) {
      planes[first + word] = (planes[first + word] as number) | (sums[start + word] as number);
    }
  }
}

/** What a bundle comes to on one host. */
export function talliesOf({ of, sums }: Bundle, words: number, host: number): Tallies {
  let rest = 0;
  let aboutPath = 0;
  let settled = false;
  for (let nth = 0; nth < of.planes.length; nth += 1) {
    const plane = of.planes[nth] as number;
    if (!hasBit(sums, nth * words * 32 + host)) continue;
    if (plane === PLANE.settled) settled = true;
    else if (plane < PLANE.aboutPath) rest |= 1 << plane;
    else aboutPath |= 1 << (plane - PLANE.aboutPath);
  }
  return { aboutPath, rest, settled };
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

function classesOf(places: Int32Array, sample: readonly Int32Array[]): Classes {
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
