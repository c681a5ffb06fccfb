/** What rows of several rules add up to, in planes of hosts. */
import type { Site } from './matrix-targets';
import { PATH_PLANES, PLANE } from './planes';
import type { Row } from './rule-rows';

/** A stretch of words: all of them, or the one of a changed host. */
export interface Stretch {
  /** Words to a plane. */
  readonly words: number;
  readonly from: number;
  readonly to: number;
}

export function clearPlanes(planes: Int32Array, { words, from, to }: Stretch): void {
  if (to - from === words) planes.fill(0);
  else {
    for (let first = 0; first < planes.length; first += words) {
      for (let word = from; word < to; word += 1) planes[first + word] = 0;
    }
  }
}

/** Adds a row's hosts to the planes of its effect. */
export function addRow(row: Row, slot: number, planes: Int32Array, stretch: Stretch): void {
  const bits = row.slots[slot]?.bits ?? null;
  if (bits === null) return;
  const { violated, undecided } = row.of.effect;
  for (let nth = 0; nth < violated.length; nth += 1) {
    addBits(bits, 0, planes, violated[nth] as number, stretch);
  }
  for (let nth = 0; nth < undecided.length; nth += 1) {
    addBits(bits, stretch.words, planes, undecided[nth] as number, stretch);
  }
}

function addBits(
  bits: Int32Array,
  first: number,
  planes: Int32Array,
  plane: number,
  { words, from, to }: Stretch,
): void {
  const start = plane * words;
  for (let word = from; word < to; word += 1) {
    planes[start + word] = (planes[start + word] as number) | (bits[first + word] as number);
  }
}

/** @param isUnsure  a member that cannot give what another one can leaves the answer open */
export function addPathRows(
  rows: readonly Row[],
  site: Site,
  planes: Int32Array,
  stretch: Stretch,
  isUnsure: boolean,
): void {
  let hasMembers = false;
  for (let nth = 0; nth < rows.length; nth += 1) {
    const row = rows[nth] as Row;
    if (row.of.isMember) hasMembers = true;
    else addRow(row, 0, planes, stretch);
  }
  if (hasMembers) addTeam(rows, site, planes, stretch, isUnsure);
}

/** As `teamTally`: a path is lost for certain only when every member has lost it. */
function addTeam(
  rows: readonly Row[],
  site: Site,
  planes: Int32Array,
  stretch: Stretch,
  isUnsure: boolean,
): void {
  const { words, from, to } = stretch;
  const common = COMMON.of(PATH_PLANES * words);
  const any = ANY.of(PATH_PLANES * words);
  const member = MEMBER.of(PLANE.count * words);
  const first = PLANE.aboutPath * words;
  for (let slot = 0; slot < site.slots.length; slot += 1) {
    const { hosts } = site.slots[slot] as Site['slots'][number];
    clearPlanes(member, stretch);
    for (let nth = 0; nth < rows.length; nth += 1) {
      const row = rows[nth] as Row;
      if (row.of.isMember) addRow(row, slot, member, stretch);
    }
    for (let plane = 0; plane < PATH_PLANES; plane += 1) {
      for (let word = from; word < to; word += 1) {
        const at = plane * words + word;
        const lost = member[first + at] as number;
        const present = hosts[word] as number;
        // The hosts of the first slot are all that have members at all.
        common[at] = slot === 0 ? lost & present : (common[at] as number) & (lost | ~present);
        any[at] = slot === 0 ? lost : (any[at] as number) | lost;
      }
    }
    for (let at = 0; at < first; at += words) {
      for (let word = from; word < to; word += 1) {
        planes[at + word] = (planes[at + word] as number) | (member[at + word] as number);
      }
    }
  }
  if (site.slots.length === 0) return;
  for (let plane = 0; plane < PATH_PLANES; plane += 1) {
    const isDoubt = plane % 2 === 0;
    const lost = isUnsure && isDoubt ? any : common;
    for (let word = from; word < to; word += 1) {
      const at = plane * words + word;
      planes[first + at] = (planes[first + at] as number) | (lost[at] as number);
    }
  }
}

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
