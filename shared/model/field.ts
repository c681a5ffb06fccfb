/**
 * Descriptions of the properties that records carry as facts.
 *
 * One description per property is the single truth for: the TypeScript type of the fact, the
 * inventory format and its JSON Schema, the check of an edit, the label on screen, and the
 * command that an undecided verdict names.
 */
import type { Fact } from '../fact';

export type FieldUnit = 'bytes' | 'bits/s' | 'bytes/s' | 'MHz' | 'GT/s' | 'packets/s';

interface FieldBase {
  /** What people call it: "SR-IOV weight". */
  readonly title: string;
  /** The command that prints it, or where to look when there is none. */
  readonly collect: string;
}

export interface BooleanField extends FieldBase {
  readonly kind: 'boolean';
}
/** A whole number ≥ 0. */
export interface CountField extends FieldBase {
  readonly kind: 'count';
  readonly unit?: FieldUnit;
  /** A number that is a name rather than an amount: a build, a VLAN. Shown without grouping. */
  readonly plain?: true;
}
/** A finite number ≥ 0 that may have a fraction. */
export interface AmountField extends FieldBase {
  readonly kind: 'amount';
  readonly unit?: FieldUnit;
}
export interface TextField extends FieldBase {
  readonly kind: 'text';
}
/** A text, or `null` for "there is none" (no cluster, no team), which is not the same as unknown. */
export interface OptionalTextField extends FieldBase {
  readonly kind: 'optional-text';
}
export interface ChoiceField<V extends string> extends FieldBase {
  readonly kind: 'choice';
  readonly values: readonly V[];
}
export interface TextListField extends FieldBase {
  readonly kind: 'text-list';
}
/** A list of texts, or `null` for "does not apply" (possible owners of a VM outside any cluster). */
export interface OptionalTextListField extends FieldBase {
  readonly kind: 'optional-text-list';
}
export interface ChoiceListField<V extends string> extends FieldBase {
  readonly kind: 'choice-list';
  readonly values: readonly V[];
}

export type FieldSpec =
  | BooleanField
  | CountField
  | AmountField
  | TextField
  | OptionalTextField
  | ChoiceField<string>
  | TextListField
  | OptionalTextListField
  | ChoiceListField<string>;

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

/** The type of a field's value. */
export type FieldValue<F> = F extends BooleanField
  ? boolean
  : F extends CountField | AmountField
    ? number
    : F extends OptionalTextField
      ? string | null
      : F extends TextField
        ? string
        : F extends ChoiceListField<infer V>
          ? readonly V[]
          : F extends ChoiceField<infer V>
            ? V
            : F extends OptionalTextListField
              ? readonly string[] | null
              : F extends TextListField
                ? readonly string[]
                : never;

/** A record's facts: one per field. */
export type FactsOf<S extends FieldSpecs> = {
  readonly [K in keyof S]: Fact<FieldValue<S[K]>>;
};

/** Some facts of a record, as importers collect them; the rest is unknown. */
export type PartialFacts<S extends FieldSpecs> = Partial<FactsOf<S>>;

/** Makers, so that a table of fields reads as a table. */
export const field = {
  boolean: (title: string, collect: string): BooleanField => ({ kind: 'boolean', title, collect }),
  count: (title: string, collect: string, unit?: FieldUnit): CountField =>
    unit === undefined
      ? { kind: 'count', title, collect }
      : { kind: 'count', title, collect, unit },
  /** A number that is a name: a build, a VLAN. */
  code: (title: string, collect: string): CountField => ({
    kind: 'count',
    title,
    collect,
    plain: true,
  }),
  amount: (title: string, collect: string, unit?: FieldUnit): AmountField =>
    unit === undefined
      ? { kind: 'amount', title, collect }
      : { kind: 'amount', title, collect, unit },
  text: (title: string, collect: string): TextField => ({ kind: 'text', title, collect }),
  optionalText: (title: string, collect: string): OptionalTextField => ({
    kind: 'optional-text',
    title,
    collect,
  }),
  choice: <const V extends string>(
    title: string,
    values: readonly V[],
    collect: string,
  ): ChoiceField<V> => ({ kind: 'choice', title, values, collect }),
  textList: (title: string, collect: string): TextListField => ({
    kind: 'text-list',
    title,
    collect,
  }),
  optionalTextList: (title: string, collect: string): OptionalTextListField => ({
    kind: 'optional-text-list',
    title,
    collect,
  }),
  choiceList: <const V extends string>(
    title: string,
    values: readonly V[],
    collect: string,
  ): ChoiceListField<V> => ({ kind: 'choice-list', title, values, collect }),
};
