/**
 * The rows of a matrix taken apart: a row knows where a rule is violated and where it is undecided;
 * causes also ask which facts are missing, and whose fault it is. Rules are asked again for that,
 * once for all who share the facts that the rule looks at.
 */

import { type Reason, speaksOfSourceOnly, subjectsAtFault } from '../report/reasons';
import type { ReadFact, Rule, RuleResult, Subject } from '../rules/rule';
import { ask } from '../verdict/answers';
import { type Bits, lowestOf, noBits, setBit } from '../verdict/bits';
import type { Judge } from '../verdict/judge';
import type { Targets } from '../verdict/matrix-targets';
import type { Row, RowSlot, RuleRows } from '../verdict/rule-rows';
import { ELSEWHERE } from '../verdict/rule-tree';
import { NO_WAIVERS } from '../verdict/waivers';
import { SAYS_MORE } from './symptoms';
import type { Things, ThingTable } from './things';

/** Some hosts of a row for which it says the very same, of the same kind of thing. */
export interface Part {
  readonly result: Reason['result'];
  /** Of an undecided answer: the facts that would decide it; none when documents leave it open. */
  readonly missing: Reason['missing'];
  /** See `SAYS_MORE`. */
  readonly saysMore: boolean;
  readonly blames: Blamed;
  readonly hosts: Bits;
}

/** Whose fault it is: a thing on the target, the host that the VM comes from, or the VM itself. */
export type Blamed = Things | 'source' | 'vm';

/** What of an answer matters here. */
export interface Meaning {
  readonly missing: Reason['missing'];
  readonly saysMore: boolean;
  readonly isOfSource: boolean;
}

interface Fork {
  readonly read: number;
  readonly next: Map<number, Fork | Meaning>;
}

export class AnswerParts {
  readonly #judge: Judge;
  readonly #targets: Targets;
  readonly #things: ThingTable;
  readonly #parts = new Map<Row, Part[][]>();
  readonly #questions = new Map<RuleRows, Questions>();

  constructor(judge: Judge, targets: Targets, things: ThingTable) {
    this.#judge = judge;
    this.#targets = targets;
    this.#things = things;
  }

  of(row: Row, slot: number): readonly Part[] {
    let bySlot = this.#parts.get(row);
    if (bySlot === undefined) {
      bySlot = [];
      this.#parts.set(row, bySlot);
    }
    let parts = bySlot[slot];
    if (parts === undefined) {
      parts = this.#take(row, row.slots[slot] as RowSlot, slot);
      bySlot[slot] = parts;
    }
    return parts;
  }

  #take(row: Row, { bits }: RowSlot, slot: number): Part[] {
    if (bits === null) return [];
    const words = bits.length >> 1;
    const { rule, side } = row.of.compiled;
    const parts: Part[] = [];
    const blamed = this.#blamedBy(row, slot);
    for (const result of ['violated', 'undecided'] as const) {
      const hosts = result === 'violated' ? bits.subarray(0, words) : bits.subarray(words);
      if (hosts.every((word) => word === 0)) continue;
      const isPlain = result === 'violated' && !hasTellingMessage(rule, side === 'move');
      const meanings = isPlain
        ? new Map([[NOTHING_SPECIAL, hosts as Bits]])
        : this.#byMeaning(row, slot, hosts);
      for (const [{ missing, saysMore, isOfSource }, among] of meanings) {
        const add = (blames: Blamed, some: Bits) => {
          if (some.some((word) => word !== 0)) {
            parts.push({ result, missing, saysMore, blames, hosts: some });
          }
        };
        if (isOfSource) {
          add('source', among);
          continue;
        }
        let left: Bits = among;
        for (const things of blamed) {
          add(things, both(left, things.hosts));
          left = without(left, things.hosts);
        }
        add('vm', left);
      }
    }
    return parts;
  }

  /** The nearest first. */
  #blamedBy({ site, of: { compiled } }: Row, slot: number): Things[] {
    const isMove = compiled.side === 'move';
    return subjectsAtFault(compiled.rule).flatMap((subject): Things[] => {
      if (subject === 'target') return [this.#things.ofHosts];
      if (isMove || site === null) return [];
      if (subject === 'adapter') return [this.#things.adaptersAt(site, slot)];
      if (ON_SWITCH.includes(subject)) return [this.#things.switchesAt(site)];
      return ON_HOST.includes(subject) ? [this.#things.ofHosts] : [];
    });
  }

  #byMeaning(row: Row, slot: number, hosts: Bits): Map<Meaning, Bits> {
    let questions = this.#questions.get(row.of);
    if (questions === undefined) {
      questions = new Questions(row.of, this.#targets, this.#judge);
      this.#questions.set(row.of, questions);
    }
    const found = new Map<Meaning, Bits>();
    for (let word = 0; word < hosts.length; word += 1) {
      for (let left = hosts[word] as number; left !== 0; left &= left - 1) {
        const host = word * 32 + lowestOf(left);
        const meaning = questions.meaningAt(row, slot, host);
        let some = found.get(meaning);
        if (some === undefined) {
          some = noBits(hosts.length * 32);
          found.set(meaning, some);
        }
        setBit(some, host);
      }
    }
    return found;
  }
}

/** Asks one rule again, and remembers by the facts that it looked at. */
class Questions {
  readonly #of: RuleRows;
  readonly #targets: Targets;
  readonly #judge: Judge;
  readonly #meanings = new Map<string, Meaning>();
  #root: Fork | Meaning | undefined;
  #looked: number[] = [];
  #numberOf: (read: number) => number = () => 0;

  constructor(of: RuleRows, targets: Targets, judge: Judge) {
    this.#of = of;
    this.#targets = targets;
    this.#judge = judge;
  }

  meaningAt({ own, slots }: Row, slot: number, host: number): Meaning {
    const { columns } = slots[slot] as RowSlot;
    const numberOf = (read: number): number => {
      const number = own[read] as number;
      return number === ELSEWHERE ? (columns.list[read]?.numbers[host] as number) : number;
    };
    let branch = this.#root;
    while (branch !== undefined && 'read' in branch)
      branch = branch.next.get(numberOf(branch.read));
    if (branch !== undefined) return branch;
    this.#numberOf = numberOf;
    return this.#ask();
  }

  #ask(): Meaning {
    const { compiled, reads } = this.#of;
    const { rule } = compiled;
    const given: Record<string, ReadFact<unknown>> = {};
    this.#looked = [];
    for (const [read, [name, path]] of Object.entries(rule.reads).entries()) {
      const fact = () => {
        if (!this.#looked.includes(read)) this.#looked.push(read);
        const { facts } = this.#targets.values.of((reads[read] as { path: string }).path);
        return facts[this.#numberOf(read)] as ReadFact<unknown>['fact'];
      };
      given[name] = {
        path,
        get fact() {
          return fact();
        },
      };
    }
    const handed = given as Parameters<Rule['check']>[0];
    const asking = { assumptions: this.#judge.assumptions, waivers: NO_WAIVERS };
    const { result } = ask({ ...compiled, ask: () => rule.check(handed) }, {}, asking, {});
    const meaning = this.#kept(meaningOf(compiled.side === 'move', rule, result));
    this.#keep(meaning);
    return meaning;
  }

  #kept(meaning: Meaning): Meaning {
    const key = JSON.stringify(meaning);
    const known = this.#meanings.get(key);
    if (known !== undefined) return known;
    this.#meanings.set(key, meaning);
    return meaning;
  }

  #keep(meaning: Meaning): void {
    let put = (branch: Fork | Meaning): void => {
      this.#root = branch;
    };
    let branch = this.#root;
    for (const read of this.#looked) {
      if (branch === undefined) {
        branch = { read, next: new Map() };
        put(branch);
      }
      if (!('read' in branch) || branch.read !== read) {
        throw new Error(`${this.#of.compiled.rule.id} does not look at its facts in one order`);
      }
      const { next } = branch;
      const number = this.#numberOf(read);
      put = (one) => next.set(number, one);
      branch = next.get(number);
    }
    put(meaning);
  }
}

const ON_SWITCH: readonly Subject[] = ['switch', 'pool'];
const ON_HOST: readonly Subject[] = ['host', 'place'];
const NOTHING: Reason['missing'] = [];
const NOTHING_SPECIAL: Meaning = { missing: NOTHING, saysMore: false, isOfSource: false };

function hasTellingMessage(rule: Rule, isMove: boolean): boolean {
  if (SAYS_MORE[rule.id] !== undefined) return true;
  return isMove && Object.values(rule.messages).some((text) => text.includes('{source}'));
}

export function meaningOf(isMove: boolean, rule: Rule, result: RuleResult): Meaning {
  return {
    missing: result.kind === 'undecided' ? result.missing : NOTHING,
    saysMore: result.kind === 'violated' && result.message === SAYS_MORE[rule.id],
    isOfSource: isMove && speaksOfSourceOnly(rule, result),
  };
}

function both(some: Bits, others: Bits): Bits {
  return some.map((word, at) => word & (others[at] as number));
}

function without(some: Bits, others: Bits): Bits {
  return some.map((word, at) => word & ~(others[at] as number));
}
