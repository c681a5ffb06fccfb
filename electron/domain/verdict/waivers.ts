/**
 * Reasons set aside, as the judge looks them up. What an answer is about is handed in as the ids of
 * the records that took part; a waiver holds when it names the rule and one of them, or no record.
 */
import type { Waiver, WaiverKind } from '../../../shared/model/waiver';

/**
 * The records that an answer is about. A move is about both its hosts; a rule about the VM alone
 * is about no host.
 */
export interface WaiverContext {
  readonly host?: string | readonly string[];
  readonly switch?: string;
  readonly adapter?: string;
  readonly vm?: string;
  readonly vnic?: string;
}

const ORDER: readonly WaiverKind[] = ['vnic', 'vm', 'adapter', 'switch', 'host'];

export class Waivers {
  readonly list: readonly Waiver[];
  readonly #byRule = new Map<string, Waiver[]>();

  constructor(list: readonly Waiver[]) {
    this.list = list;
    for (const waiver of list) {
      const same = this.#byRule.get(waiver.ruleId);
      if (same === undefined) this.#byRule.set(waiver.ruleId, [waiver]);
      else same.push(waiver);
    }
  }

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  /** The waivers of one rule; for forms of the verdict that look them up their own way. */
  of(ruleId: string): readonly Waiver[] {
    return this.#byRule.get(ruleId) ?? NONE;
  }

  /** The waiver that holds; the one for the nearest record where there are several. */
  waiverFor(ruleId: string, context: WaiverContext): Waiver | null {
    const candidates = this.#byRule.get(ruleId);
    if (candidates === undefined) return null;
    let found: Waiver | null = null;
    for (const waiver of candidates) {
      if (holdsFor(waiver, context) && (found === null || nearness(waiver) < nearness(found))) {
        found = waiver;
      }
    }
    return found;
  }
}

export const NO_WAIVERS = new Waivers([]);

/** Whether a waiver of the right rule reaches an answer about these records. */
export function holdsFor(
  { recordKind, recordId }: Pick<Waiver, 'recordKind' | 'recordId'>,
  context: WaiverContext,
): boolean {
  if (recordKind === null) return true;
  const about = context[recordKind];
  return typeof about === 'string'
    ? about === recordId
    : (about?.some((id) => id === recordId) ?? false);
}

const NONE: readonly Waiver[] = [];

function nearness({ recordKind }: Waiver): number {
  return recordKind === null ? ORDER.length : ORDER.indexOf(recordKind);
}
