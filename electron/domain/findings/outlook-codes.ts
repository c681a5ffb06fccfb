/**
 * What becomes of a vNIC, by the path bits of the tally there, as one number: the relations to the
 * present paths, the best path there, and all paths there.
 */
import { DATAPATHS, type PathSet } from '../../../shared/model/verdict';
import { maskOf, type Tally } from '../rules/tally';
import { outlookOf, type VnicTallies } from '../verdict/outcome';
import { bitsOfRelations } from '../verdict/word-tables';

/** Places in the number. */
export const OUTLOOK = { relations: 0b111, best: 3, paths: 5 } as const;

/** By the six path bits of the tally there; filled as they are asked for. */
export type OutlookCodes = (there: Tally) => number;

const PATH_BITS = maskOf('sriov', 'vmdq', 'disconnect');

export class OutlookTables {
  readonly #tables = new Map<number, OutlookCodes>();

  /** Of vNICs with the same present: own tally, tally there now, and what the host reports. */
  of(rest: Omit<VnicTallies, 'there'>): OutlookCodes {
    const reported = rest.reported === null ? 16 : pathBits(rest.reported);
    const key = (((reported << 6) | (rest.own & PATH_BITS)) << 6) | (rest.now & PATH_BITS);
    let codes = this.#tables.get(key);
    if (codes === undefined) {
      const known = new Int32Array(64).fill(-1);
      codes = (there) => {
        let code = known[there] as number;
        if (code < 0) {
          code = codeOf({ ...rest, there });
          known[there] = code;
        }
        return code;
      };
      this.#tables.set(key, codes);
    }
    return codes;
  }
}

function codeOf(tallies: VnicTallies): number {
  const { relations, there } = outlookOf(tallies);
  const best = DATAPATHS.indexOf(there[0] ?? 'none');
  return bitsOfRelations(relations) | (best << OUTLOOK.best) | (pathBits(there) << OUTLOOK.paths);
}

function pathBits(paths: PathSet): number {
  return paths.reduce((bits, path) => bits | (1 << DATAPATHS.indexOf(path)), 0);
}
