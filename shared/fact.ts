/**
 * A value that may be unknown and says where it came from.
 *
 * Unknown never turns into "fine" and never into an accusation: comparing with an unknown is
 * neither true nor false, so values are reached only by looking at `state` first (rules do it
 * through `whenKnown`).
 */
export type Fact<T> = Known<T> | Unknown;

export interface Known<T> {
  readonly state: 'known';
  readonly value: T;
  readonly origin: Origin;
}

export interface Unknown {
  readonly state: 'unknown';
  readonly reason: UnknownReason;
  /** What stood in the source, when something did, for the user to see. */
  readonly found?: string;
  readonly origin?: Origin;
}

/**
 * Why a value is unknown:
 * `not-collected` no source speaks of it; `empty` the source has the property but no value;
 * `cut-off` the export was cut at its depth or length; `not-understood` the text has no known
 * meaning; `conflict` sources disagree; `by-hand` somebody says that what was imported is not so,
 * and what is so is not known.
 */
export const UNKNOWN_REASONS = [
  'not-collected',
  'empty',
  'cut-off',
  'not-understood',
  'conflict',
  'by-hand',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/**
 * Where a value came from.
 * `import`: a field of a file the user gave. `derived`: concluded from other facts or from the
 * catalogue, `from` says how. `edited`: set by the user over `imported`, to a value or to unknown.
 */
export type Origin =
  | { readonly kind: 'import'; readonly file: string; readonly field: string }
  | { readonly kind: 'derived'; readonly from: string }
  | { readonly kind: 'edited'; readonly imported: Fact<unknown> };

export function known<T>(value: T, origin: Origin): Known<T> {
  return { state: 'known', value, origin };
}

export function unknown(reason: UnknownReason, found?: string, origin?: Origin): Unknown {
  if (found === undefined && origin === undefined) return BARE_UNKNOWN[reason];
  return {
    state: 'unknown',
    reason,
    ...(found === undefined ? {} : { found }),
    ...(origin === undefined ? {} : { origin }),
  };
}

/** The value, or `fallback` when unknown. For display and sorting only, never for a verdict. */
export function valueOr<T, F>(fact: Fact<T>, fallback: F): T | F {
  return fact.state === 'known' ? fact.value : fallback;
}

/** What the user set a fact over; `null` for one that nobody edited. */
export function importedUnder({ origin }: Fact<unknown>): Fact<unknown> | null {
  return origin?.kind === 'edited' ? origin.imported : null;
}

/** An origin in one line: `HV07.json: Get-VMSwitch[0].IovEnabled`. */
export function describeOrigin(origin: Origin): string {
  if (origin.kind === 'import') return `${origin.file}: ${origin.field}`;
  if (origin.kind === 'derived') return origin.from;
  return 'edited by hand';
}

// One shared object per reason: an estate holds hundreds of thousands of unknown facts.
const BARE_UNKNOWN: Readonly<Record<UnknownReason, Unknown>> = {
  'not-collected': { state: 'unknown', reason: 'not-collected' },
  empty: { state: 'unknown', reason: 'empty' },
  'cut-off': { state: 'unknown', reason: 'cut-off' },
  'not-understood': { state: 'unknown', reason: 'not-understood' },
  conflict: { state: 'unknown', reason: 'conflict' },
  'by-hand': { state: 'unknown', reason: 'by-hand' },
};
