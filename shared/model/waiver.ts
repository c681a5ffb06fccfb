/**
 * A reason that somebody set aside, with why. It stays visible and counts for nothing.
 * Without a record it holds for the whole plan.
 */
export const WAIVER_KINDS = ['host', 'adapter', 'switch', 'vm', 'vnic'] as const;
export type WaiverKind = (typeof WAIVER_KINDS)[number];

/** What is set aside: a rule, for one record or (both `null`) wherever it speaks. */
export interface WaiverSubject {
  readonly ruleId: string;
  readonly recordKind: WaiverKind | null;
  readonly recordId: string | null;
}

export interface Waiver extends WaiverSubject {
  /** Why, in the words of who set it; 1 to `NOTE_LENGTH` characters. */
  readonly note: string;
  /** ISO 8601, UTC. */
  readonly setAt: string;
}

/** A waiver with the names that people know its rule and its record by. */
export interface NamedWaiver extends Waiver {
  /** The title of the rule; the id when no rule of this version has it. */
  readonly ruleTitle: string;
  /** `null`: the whole plan, or a record that is no longer in it. */
  readonly recordName: string | null;
}

export const NOTE_LENGTH = 1000;

/** Equal for two waivers only when one takes the place of the other. */
export function waiverKey({ ruleId, recordKind, recordId }: WaiverSubject): string {
  return [ruleId, recordKind ?? '', recordId ?? ''].join('\n');
}
