/**
 * The verdict's functions of few bits as tables, made by calling the functions themselves once for
 * every input, so that 32 hosts at a time can be looked up.
 */
import { DATAPATHS, MOVE_KINDS, OUTCOMES, type PathSet } from '../../../shared/model/verdict';
import { SHIFT } from '../rules/tally';
import { outcomesOf, outlookOf, type VnicTallies, verdictOf } from './outcome';
import { type Relation, together } from './path-set';

/** Sets of relations as three bits, in this order. */
export const RELATIONS = ['keeps', 'improves', 'falls-back'] as const satisfies readonly Relation[];

export function bitsOfRelations(set: ReadonlySet<Relation>): number {
  return RELATIONS.reduce((bits, one, at) => bits | (set.has(one) ? 1 << at : 0), 0);
}

function relationsOfBits(bits: number): ReadonlySet<Relation> {
  return new Set(RELATIONS.filter((_, at) => ((bits >> at) & 1) === 1));
}

/** By two sets of relations (three bits each): what they are together. */
export const TOGETHER: Uint8Array = Uint8Array.from({ length: 64 }, (_, key) =>
  bitsOfRelations(together(relationsOfBits(key & 7), relationsOfBits(key >> 3))),
);

/**
 * By the relations (three bits) and the two bits of a kind's block, the outcome's place; the kinds
 * differ only in where those two bits stand.
 */
export const OUTCOME_OF: Uint8Array = Uint8Array.from({ length: 32 }, (_, key) => {
  const vnic = { relations: relationsOfBits(key & 7) };
  const [kind] = MOVE_KINDS;
  return OUTCOMES.indexOf(verdictOf(outcomesOf(kind, (key >> 3) << SHIFT[kind], [vnic])));
});

/** What a vNIC gets, by the six path bits of the tally there; filled as they are asked for. */
export class OutlookTable {
  readonly id: number;
  readonly now: PathSet;
  readonly #rest: Omit<VnicTallies, 'there'>;
  readonly #codes = new Uint8Array(64);

  constructor(id: number, rest: Omit<VnicTallies, 'there'>) {
    this.id = id;
    this.#rest = rest;
    // What is possible now does not hang on what is possible there.
    this.now = outlookOf({ ...rest, there: 0 }).now;
  }

  /** Relations in the low three bits, then the place of the best path in two. */
  codeOf(there: number): number {
    const known = this.#codes[there] as number;
    if (known !== 0) return known;
    const outlook = outlookOf({ ...this.#rest, there });
    const [best] = outlook.there;
    if (best === undefined) throw new Error('a vNIC has at least one path');
    const code = bitsOfRelations(outlook.relations) | (DATAPATHS.indexOf(best) << 3);
    this.#codes[there] = code;
    return code;
  }
}
