/**
 * What one rule answers, learnt by asking it. Facts are handed to the rule as numbered values; a
 * tree keeps, in the order in which the rule looked at its facts, which values led to which answer.
 * A fact that the rule did not look at makes no difference, so one question serves many pairs. The
 * rule itself stays the single source: the tree never knows what its rule says.
 */

import type { Fact } from '../../../shared/fact';
import type { CompiledRule } from '../rules/compiled-rule';
import type { ReadFact, Rule } from '../rules/rule';
import { type Asking, ask } from './answers';
import { type Bits, firstOf, lowestOf } from './bits';
import { ByNumber } from './by-number';
import type { FactColumn } from './fact-column';
import type { FactValues } from './fact-values';
import { NO_WAIVERS } from './waivers';

/** What a rule answered, in two bits. */
export const ANSWER = { nothing: 0, undecided: 1, violated: 2 } as const;
export type AnswerCode = (typeof ANSWER)[keyof typeof ANSWER];

export interface Fork<K> {
  /** Which of the rule's facts it looks at here. */
  readonly read: number;
  /** Those that it looked at on the way here. */
  readonly before: readonly number[];
  /** By number of the value. */
  readonly next: ByNumber<Branch<K>>;
  /** For whoever uses the tree. */
  kept: K | null;
}
export type Branch<K> = Fork<K> | AnswerCode;

/** The number of a value that stands on the other side, in a question's own numbers. */
export const ELSEWHERE = -1;

export class RuleTree<K> {
  readonly rule: CompiledRule;
  readonly #values: readonly FactValues[];
  readonly #asking: Asking;
  readonly #asked: CompiledRule;
  #root: Branch<K> | undefined;
  #looked: number[] = [];
  #numbers: Int32Array;

  /** @param values  of the facts that the rule reads, in the order of `pathsRead` */
  constructor(rule: CompiledRule, values: readonly FactValues[], asking: Asking) {
    this.rule = rule;
    this.#values = values;
    this.#asking = { assumptions: asking.assumptions, waivers: NO_WAIVERS };
    this.#numbers = new Int32Array(values.length);
    const given: Record<string, ReadFact<unknown>> = {};
    for (const [read, [name, path]] of Object.entries(rule.rule.reads).entries()) {
      const look = () => this.#look(read);
      given[name] = {
        path,
        get fact() {
          return look();
        },
      };
    }
    const handed = given as Parameters<Rule['check']>[0];
    this.#asked = { ...rule, ask: () => rule.rule.check(handed) };
  }

  /** @param numbers  of all the facts that the rule reads */
  answerOf(numbers: Int32Array): AnswerCode {
    let branch = this.#root;
    while (typeof branch === 'object') branch = branch.next.get(numbers[branch.read] as number);
    if (branch !== undefined) return branch;
    this.#numbers.set(numbers);
    return this.#learn();
  }

  /** Where every question begins; `undefined` before the first one. */
  get root(): Branch<K> | undefined {
    return this.#root;
  }

  /**
   * @param own      numbers of the facts on the VM's side, `ELSEWHERE` for the others
   * @param columns  where those others stand
   */
  answerAt(own: Int32Array, columns: readonly (FactColumn | null)[], host: number): AnswerCode {
    let branch = this.#root;
    while (typeof branch === 'object') {
      const { read } = branch;
      let number = own[read] as number;
      if (number === ELSEWHERE) number = (columns[read] as FactColumn).numbers[host] as number;
      branch = branch.next.get(number);
    }
    return branch ?? this.#ask(own, columns, host);
  }

  /**
   * @param own     as for `answerAt`
   * @param theirs  numbers of the facts on the other side
   */
  answerFor(own: Int32Array, theirs: Int32Array): AnswerCode {
    let branch = this.#root;
    while (typeof branch === 'object') {
      const { read } = branch;
      const number = own[read] as number;
      branch = branch.next.get(number === ELSEWHERE ? (theirs[read] as number) : number);
    }
    if (branch !== undefined) return branch;
    for (let read = 0; read < own.length; read += 1) {
      const number = own[read] as number;
      this.#numbers[read] = number === ELSEWHERE ? (theirs[read] as number) : number;
    }
    return this.#learn();
  }

  /**
   * The answers for many hosts at once.
   * @param among  the hosts that the question is about
   * @param out    takes the hosts where it is violated, then as many words where it is undecided
   */
  spread(
    own: Int32Array,
    columns: readonly (FactColumn | null)[],
    among: Bits,
    out: Int32Array,
  ): void {
    this.#split(this.#root, own, columns, among, out, 0);
  }

  #split(
    from: Branch<K> | undefined,
    own: Int32Array,
    columns: readonly (FactColumn | null)[],
    among: Bits,
    out: Int32Array,
    depth: number,
  ): void {
    let branch = from;
    if (branch === undefined) {
      // Only the root can be missing: no question was asked yet.
      const some = firstOf(among);
      if (some < 0) return;
      this.#ask(own, columns, some);
      branch = this.#root;
    }
    while (typeof branch === 'object') {
      const number = own[branch.read] as number;
      if (number === ELSEWHERE) break;
      let next: Branch<K> | undefined = branch.next.get(number);
      if (next === undefined) {
        this.#ask(own, columns, firstOf(among));
        next = branch.next.get(number);
      }
      branch = next;
    }
    if (typeof branch !== 'object') {
      if (branch !== undefined) add(branch, among, out);
      return;
    }
    const column = columns[branch.read] as FactColumn;
    const { next } = branch;
    const words = among.length;
    const { classes } = column;
    if (classes === null) {
      // Nearly every host has a value of its own: go from host to host.
      for (let word = 0; word < words; word += 1) {
        for (let left = among[word] as number; left !== 0; left &= left - 1) {
          const host = word * 32 + lowestOf(left);
          const code = this.answerAt(own, columns, host);
          if (code === ANSWER.nothing) continue;
          const at = code === ANSWER.violated ? word : words + word;
          out[at] = (out[at] as number) | (left & -left);
        }
      }
      return;
    }
    const part = scratch(depth, words);
    for (const { number, hosts } of classes) {
      const branchThere = next.get(number);
      if (branchThere === ANSWER.nothing) continue;
      let any = 0;
      for (let word = 0; word < words; word += 1) {
        const both = (among[word] as number) & (hosts[word] as number);
        part[word] = both;
        any |= both;
      }
      if (any === 0) continue;
      if (branchThere === undefined) {
        this.#ask(own, columns, firstOf(part));
        this.#split(next.get(number), own, columns, part, out, depth + 1);
      } else this.#split(branchThere, own, columns, part, out, depth + 1);
    }
  }

  #ask(own: Int32Array, columns: readonly (FactColumn | null)[], host: number): AnswerCode {
    for (let read = 0; read < own.length; read += 1) {
      const number = own[read] as number;
      this.#numbers[read] =
        number === ELSEWHERE ? ((columns[read] as FactColumn).numbers[host] as number) : number;
    }
    return this.#learn();
  }

  #look(read: number): Fact<unknown> {
    if (!this.#looked.includes(read)) this.#looked.push(read);
    return (this.#values[read] as FactValues).facts[this.#numbers[read] as number] as Fact<unknown>;
  }

  #learn(): AnswerCode {
    this.#looked = [];
    const { result } = ask(this.#asked, {}, this.#asking, {});
    const code =
      result.kind === 'violated'
        ? ANSWER.violated
        : result.kind === 'undecided'
          ? ANSWER.undecided
          : ANSWER.nothing;
    this.#keep(this.#looked, code);
    return code;
  }

  #keep(looked: readonly number[], code: AnswerCode): void {
    let from: Fork<K> | null = null;
    let number = 0;
    let branch = this.#root;
    for (let nth = 0; nth < looked.length; nth += 1) {
      const read = looked[nth] as number;
      if (branch === undefined) {
        branch = { read, before: looked.slice(0, nth), next: new ByNumber(), kept: null };
        this.#put(from, number, branch);
      }
      if (typeof branch !== 'object' || branch.read !== read) {
        throw new Error(`${this.rule.rule.id} does not look at its facts in one order`);
      }
      from = branch;
      number = this.#numbers[read] as number;
      branch = from.next.get(number);
    }
    if (branch !== undefined && branch !== code) {
      throw new Error(`${this.rule.rule.id} answers the same question in two ways`);
    }
    this.#put(from, number, code);
  }

  #put(from: Fork<K> | null, number: number, branch: Branch<K>): void {
    if (from === null) this.#root = branch;
    else from.next.set(number, branch);
  }
}

function add(code: AnswerCode, hosts: Bits, out: Int32Array): void {
  if (code === ANSWER.nothing) return;
  const words = hosts.length;
  const start = code === ANSWER.violated ? 0 : words;
  for (let word = 0; word < words; word += 1) {
    out[start + word] = (out[start + word] as number) | (hosts[word] as number);
  }
}

// One buffer per depth of the tree: splitting makes no garbage.
const SCRATCH: Bits[] = [];
function scratch(depth: number, words: number): Bits {
  let bits = SCRATCH[depth];
  if (bits === undefined || bits.length !== words) {
    bits = new Int32Array(words);
    SCRATCH[depth] = bits;
  }
  return bits;
}
