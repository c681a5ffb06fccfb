/** What rows of several rules add up to, in planes of hosts. */
import { DOUBTS } from '../rules/tally';
import { hasBit } from './bits';
import type { Site } from './matrix-targets';
import { PATH_PLANES, PLANE } from './planes';
import { codeAt, type Row } from './rule-rows';
import { ANSWER } from './rule-tree';

/** Adds a row's hosts to the planes of its effect. */
export function addRow(row: Row, slot: number, planes: Int32Array, words: number): void {
  const bits = row.slots[slot]?.bits ?? null;
  if (bits === null) return;
  const { violated, undecided } = row.of.effect;
  for (let nth = 0; nth < violated.length; nth += 1) {
    addBits(bits, 0, planes, (violated[nth] as number) * words, words);
  }
  for (let nth = 0; nth < undecided.length; nth += 1) {
    addBits(bits, words, planes, (undecided[nth] as number) * words, words);
  }
}

function addBits(
  bits: Int32Array,
  first: number,
  planes: Int32Array,
  start: number,
  words: number,
): void {
  for (let word = 0; word < words; word += 1) {
    planes[start + word] = (planes[start + word] as number) | (bits[first + word] as number);
  }
}

/** @param isUnsure  a member that cannot give what another one can leaves the answer open */
export function addPathRows(
  rows: readonly Row[],
  site: Site,
  planes: Int32Array,
  words: number,
  isUnsure: boolean,
): void {
  let hasMembers = false;
  for (let nth = 0; nth < rows.length; nth += 1) {
    const row = rows[nth] as Row;
    if (row.of.isMember) hasMembers = true;
    else addRow(row, 0, planes, words);
  }
  if (hasMembers) addTeam(rows, site, planes, words, isUnsure);
}

/** As `teamTally`: a path is lost for certain only when every member has lost it. */
function addTeam(
  rows: readonly Row[],
  site: Site,
  planes: Int32Array,
  words: number,
  isUnsure: boolean,
): void {
  const common = COMMON.of(PATH_PLANES * words);
  const any = ANY.of(PATH_PLANES * words);
  const member = MEMBER.of(PLANE.count * words);
  const first = PLANE.aboutPath * words;
  for (let slot = 0; slot < site.slots.length; slot += 1) {
    const { hosts } = site.slots[slot] as Site['slots'][number];
    member.fill(0);
    for (let nth = 0; nth < rows.length; nth += 1) {
      const row = rows[nth] as Row;
      if (row.of.isMember) addRow(row, slot, member, words);
    }
    for (let at = 0; at < PATH_PLANES * words; at += 1) {
      const lost = member[first + at] as number;
      const present = hosts[at % words] as number;
      // The hosts of the first slot are all that have members at all.
      common[at] = slot === 0 ? lost & present : (common[at] as number) & (lost | ~present);
      any[at] = slot === 0 ? lost : (any[at] as number) | lost;
    }
    for (let at = 0; at < first; at += 1) {
      planes[at] = (planes[at] as number) | (member[at] as number);
    }
  }
  if (site.slots.length === 0) return;
  for (let at = 0; at < PATH_PLANES * words; at += 1) {
    const isDoubt = Math.floor(at / words) % 2 === 0;
    const lost = isUnsure && isDoubt ? any : common;
    planes[first + at] = (planes[first + at] as number) | (lost[at] as number);
  }
}

/** What rows come to on one host: a bit for each plane. Parameters as for `addPathRows`. */
export function rowsAt(
  rows: readonly Row[],
  site: Site | null,
  host: number,
  isUnsure: boolean,
): number {
  let planes = 0;
  let hasMembers = false;
  for (let nth = 0; nth < rows.length; nth += 1) {
    const row = rows[nth] as Row;
    if (row.of.isMember) hasMembers = true;
    else planes |= rowAt(row, 0, host);
  }
  return hasMembers && site !== null ? planes | teamAt(rows, site, host, isUnsure) : planes;
}

function rowAt({ slots, of }: Row, slot: number, host: number): number {
  const code = codeAt(slots[slot]?.bits ?? null, host);
  if (code === ANSWER.nothing) return 0;
  return code === ANSWER.violated ? of.effect.whenViolated : of.effect.whenUndecided;
}

function teamAt(rows: readonly Row[], site: Site, host: number, isUnsure: boolean): number {
  let planes = 0;
  let common = ABOUT_PATH;
  let any = 0;
  for (let slot = 0; slot < site.slots.length; slot += 1) {
    if (!hasBit((site.slots[slot] as Site['slots'][number]).hosts, host)) break;
    let member = 0;
    for (let nth = 0; nth < rows.length; nth += 1) {
      const row = rows[nth] as Row;
      if (row.of.isMember) member |= rowAt(row, slot, host);
    }
    planes |= member & ~ABOUT_PATH;
    common &= member;
    any |= member;
  }
  if (any === 0) return planes;
  return planes | common | (isUnsure ? any & ABOUT_PATH & (DOUBTS << PLANE.aboutPath) : 0);
}

const ABOUT_PATH = ((1 << PATH_PLANES) - 1) << PLANE.aboutPath;

/** A buffer that is made once: adding up makes no garbage. */
export class Scratch {
  #words = new Int32Array(0);

  of(length: number): Int32Array {
    if (this.#words.length !== length) this.#words = new Int32Array(length);
    return this.#words;
  }
}

const COMMON = new Scratch();
const ANY = new Scratch();
const MEMBER = new Scratch();
