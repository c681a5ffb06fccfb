import { type Fact, known, type Origin, type UNKNOWN_REASONS, unknown } from '../../shared/fact';
import type { FactsOf, FieldSpecs, FieldValue } from '../../shared/model/field';
import type { Random } from './random';

/** The plain values of a record, from which its facts are made. */
export type ValuesOf<S extends FieldSpecs> = {
  readonly [K in keyof S]: FieldValue<S[K]>;
};

export const GENERATED: Origin = Object.freeze({
  kind: 'derived',
  from: 'generated',
});

/**
 * Turns values into facts and leaves gaps as real inventories have them. Equal values share one
 * fact object: an estate of 10,000 VMs has more than a million facts and some thousand values.
 */
export class FactMaker {
  readonly #singles = new Map<unknown, Fact<unknown>>();
  readonly #lists = new Map<string, Fact<unknown>>();
  readonly #gapsOf = new Map<FieldSpecs, Gaps>();
  readonly #random: Random;
  readonly #unknowns: number;

  /** @param unknowns  how often what one command prints is missing for a record, 0 to 1 */
  constructor(random: Random, unknowns: number) {
    this.#random = random;
    this.#unknowns = unknowns;
  }

  facts<S extends FieldSpecs>(fields: S, values: ValuesOf<S>): FactsOf<S> {
    const gaps = this.#gaps(fields);
    const missing = gaps.commands.map(() => this.#random.chance(this.#unknowns));
    const facts: Record<string, Fact<unknown>> = {};
    for (const { name, command, isRarelyKnown, isList } of gaps.fields) {
      const isMissing =
        missing[command] === true ||
        (isRarelyKnown && this.#random.chance(Math.min(0.95, this.#unknowns * RARELY_KNOWN)));
      facts[name] = isMissing ? this.#gap(isList) : this.#known(values[name]);
    }
    return facts as FactsOf<S>;
  }

  #known(value: unknown): Fact<unknown> {
    if (!Array.isArray(value)) {
      let fact = this.#singles.get(value);
      if (fact === undefined) {
        fact = known(value, GENERATED);
        this.#singles.set(value, fact);
      }
      return fact;
    }
    const key = [value.length, ...value].join('\n');
    let fact = this.#lists.get(key);
    if (fact === undefined) {
      fact = known(Object.freeze([...value]), GENERATED);
      this.#lists.set(key, fact);
    }
    return fact;
  }

  #gap(isList: boolean): Fact<never> {
    const reason = this.#random.weigh([
      [80, 'not-collected'],
      [10, 'empty'],
      [isList ? 8 : 0, 'cut-off'],
      [2, 'not-understood'],
      [1, 'conflict'],
    ] as const satisfies readonly (readonly [number, (typeof UNKNOWN_REASONS)[number]])[]);
    return unknown(reason);
  }

  #gaps(fields: FieldSpecs): Gaps {
    let gaps = this.#gapsOf.get(fields);
    if (gaps === undefined) {
      gaps = gapsOf(fields);
      this.#gapsOf.set(fields, gaps);
    }
    return gaps;
  }
}

interface Gaps {
  readonly commands: readonly string[];
  readonly fields: readonly {
    readonly name: string;
    /** Index into `commands`. */
    readonly command: number;
    readonly isRarelyKnown: boolean;
    readonly isList: boolean;
  }[];
}

/** How many times as often a fact is missing that no command prints plainly. */
const RARELY_KNOWN = 10;

/** Facts that one command prints are missing together. */
function gapsOf(fields: FieldSpecs): Gaps {
  const commands: string[] = [];
  const described = Object.entries(fields).map(([name, { collect, kind }]) => {
    const command = /^Get-\w+(?: Win32_\w+)?/.exec(collect)?.[0] ?? '';
    if (!commands.includes(command)) commands.push(command);
    return {
      name,
      command: commands.indexOf(command),
      isRarelyKnown: command === '',
      isList: kind.endsWith('list'),
    };
  });
  return { commands, fields: described };
}
