/**
 * What a portability rule is: one definition per file, looked at by the verdict and by the docs.
 *
 * A rule names the facts that it reads by path (`switch.iovEnabled`) and is handed exactly those,
 * so that what it depends on is data: the verdict caches by it, evidence and missing facts are
 * listed from it, and a rule cannot read anything else.
 */
import type { Fact, UnknownReason } from '../../../shared/fact';
import type { MessageValues } from '../../../shared/message';
import type { AssumptionName } from '../../../shared/model/assumptions';
import type { FieldSpec, FieldSpecs, FieldValue } from '../../../shared/model/field';
import { adapterFields } from '../../../shared/model/hyperv/adapter-fields';
import { clusterFields, hostFields } from '../../../shared/model/hyperv/host-fields';
import { switchFields } from '../../../shared/model/hyperv/switch-fields';
import { vmFields } from '../../../shared/model/hyperv/vm-fields';
import { vnicFields } from '../../../shared/model/hyperv/vnic-fields';
import type { Confidence, RuleEffect, RuleScope } from '../../../shared/model/verdict';
import { guestFields, moveFields, placeFields, poolFields } from '../capability/derived-fields';
import type { SourceId } from './sources';

/**
 * The subjects of a rule and the facts of each.
 * `host`, `switch`, `adapter`: where a path is judged, be it the present host or a target;
 * `adapter` is each member behind the switch in turn. `source`, `target`, `cluster`: both ends of
 * a move. `guest`, `place`, `pool`, `move`: concluded by `capability/`.
 */
export const subjectFields = {
  vnic: vnicFields,
  vm: vmFields,
  guest: guestFields,
  host: hostFields,
  switch: switchFields,
  adapter: adapterFields,
  place: placeFields,
  pool: poolFields,
  source: hostFields,
  target: hostFields,
  cluster: clusterFields,
  move: moveFields,
} as const satisfies Record<string, FieldSpecs>;

export type Subject = keyof typeof subjectFields;

/** The facts of every subject that a case has; a subject that it lacks is absent. */
export type CaseFacts = {
  readonly [S in Subject]?: { readonly [field: string]: Fact<unknown> };
};

type PathsOf<S extends Subject> = {
  [F in keyof (typeof subjectFields)[S] & string as `${S}.${F}`]: FieldValue<
    (typeof subjectFields)[S][F]
  >;
};
type AllPaths = PathsOf<'vnic'> &
  PathsOf<'vm'> &
  PathsOf<'guest'> &
  PathsOf<'host'> &
  PathsOf<'switch'> &
  PathsOf<'adapter'> &
  PathsOf<'place'> &
  PathsOf<'pool'> &
  PathsOf<'source'> &
  PathsOf<'target'> &
  PathsOf<'cluster'> &
  PathsOf<'move'>;

export type FactPath = keyof AllPaths & string;
/** The type of the value of the fact at a path. */
export type FactValueAt<P extends FactPath> = AllPaths[P];
export type Reads = Readonly<Record<string, FactPath>>;

/** A fact together with its path, as a check receives it. */
export interface ReadFact<T> {
  readonly path: FactPath;
  readonly fact: Fact<T>;
}
export type ReadFacts<R extends Reads> = {
  readonly [K in keyof R]: ReadFact<AllPaths[R[K]]>;
};

export type RuleResult<M extends string = string> =
  | { readonly kind: 'holds' }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'violated'; readonly message: M; readonly values: MessageValues }
  | {
      readonly kind: 'undecided';
      readonly missing: readonly { readonly path: FactPath; readonly reason: UnknownReason }[];
      /** Set when the facts are known and their effect is not. */
      readonly doubt: { readonly message: M; readonly values: MessageValues } | null;
    };

export interface Rule {
  readonly id: string;
  /** The broken state as a statement: "The switch was created without SR-IOV". */
  readonly title: string;
  readonly scope: RuleScope;
  readonly effect: RuleEffect;
  /**
   * True when a violation leaves nothing for the other path rules to be true of: a legacy adapter
   * has no SR-IOV weight, an internal switch no NIC.
   */
  readonly settlesPath: boolean;
  /** The open question that decides what a violation means, if there is one. */
  readonly assumption: AssumptionName | null;
  /** By message: what a violation is under each answer to it. A message without one counts. */
  readonly readings: Readonly<Record<string, Reading>>;
  readonly reads: Reads;
  /** Templates; may use {vm} {vnic} {host} {switch} {adapter} {source} {target} and own values. */
  readonly messages: Readonly<Record<string, string>>;
  readonly remediation: string;
  readonly confidence: Confidence;
  readonly sources: readonly SourceId[];
  /** Where the rule stops being true, or what it does not look at. */
  readonly limits: string;
  readonly check: (facts: Readonly<Record<string, ReadFact<never>>>) => RuleResult;
}

/**
 * What a violation is under each answer to the open question: `counts`; `open`, both being possible;
 * or `does-not`, which is to say that all is well.
 */
export type Reading = Readonly<Record<string, 'counts' | 'open' | 'does-not'>>;

interface RuleDefinition<R extends Reads, M extends string> {
  readonly id: string;
  readonly title: string;
  readonly scope: RuleScope;
  readonly effect: RuleEffect;
  readonly settlesPath?: true;
  readonly assumption?: AssumptionName;
  readonly readings?: Readonly<Partial<Record<NoInfer<M>, Reading>>>;
  readonly reads: R;
  readonly messages: Readonly<Record<M, string>>;
  readonly remediation: string;
  readonly confidence: Confidence;
  readonly sources: readonly SourceId[];
  readonly limits?: string;
  readonly check: (facts: ReadFacts<R>) => RuleResult<NoInfer<M>>;
}

/** Makes a rule; the types tie `check` to `reads` and its messages to `messages`. */
export function defineRule<const R extends Reads, M extends string>(
  definition: RuleDefinition<R, M>,
): Rule {
  return {
    ...definition,
    settlesPath: definition.settlesPath ?? false,
    assumption: definition.assumption ?? null,
    readings: (definition.readings ?? {}) as Rule['readings'],
    limits: definition.limits ?? '',
    // The verdict hands over facts by the same `reads`, so the narrower parameter is safe.
    check: definition.check as unknown as Rule['check'],
  };
}

const HOLDS: RuleResult<never> = { kind: 'holds' };
const NOT_APPLICABLE: RuleResult<never> = { kind: 'not-applicable' };

/** Checked, and fine. */
export function holds(): RuleResult<never> {
  return HOLDS;
}

/** There is nothing here that the rule speaks of. */
export function notApplicable(): RuleResult<never> {
  return NOT_APPLICABLE;
}

export function violated<M extends string>(message: M, values: MessageValues = {}): RuleResult<M> {
  return { kind: 'violated', message, values };
}

/** The facts are known, but no document says what follows: both is possible. */
export function doubtful<M extends string>(message: M, values: MessageValues = {}): RuleResult<M> {
  return { kind: 'undecided', missing: [], doubt: { message, values } };
}

type ValuesOf<T> = { readonly [K in keyof T]: T[K] extends ReadFact<infer V> ? V : never };

/**
 * Goes on with the values when all facts are known; otherwise undecided with *every* missing fact.
 * Ask only for what matters at that point: nest calls where a first answer makes the rest moot.
 */
export function whenKnown<T extends Readonly<Record<string, ReadFact<unknown>>>, M extends string>(
  facts: T,
  then: (values: ValuesOf<T>) => RuleResult<M>,
): RuleResult<M> {
  const values: Record<string, unknown> = {};
  let missing: { path: FactPath; reason: UnknownReason }[] | null = null;
  for (const name in facts) {
    const read = facts[name] as ReadFact<unknown>;
    if (read.fact.state === 'known') values[name] = read.fact.value;
    else {
      missing ??= [];
      missing.push({ path: read.path, reason: read.fact.reason });
    }
  }
  if (missing !== null) return { kind: 'undecided', missing, doubt: null };
  return then(values as ValuesOf<T>);
}

/** The description of the fact at `path`: its title, unit and how to collect it. */
export function fieldAt(path: FactPath): FieldSpec {
  const [subject, name] = splitPath(path);
  const table: FieldSpecs = subjectFields[subject];
  const spec = table[name];
  if (spec === undefined) throw new Error(`no such fact: ${path}`);
  return spec;
}

export function splitPath(path: FactPath): [Subject, string] {
  const dot = path.indexOf('.');
  return [path.slice(0, dot) as Subject, path.slice(dot + 1)];
}
