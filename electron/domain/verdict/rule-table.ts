/**
 * One rule's answers for a whole estate. VMs (or vNICs) and targets fall into classes by the values
 * of just the facts that the rule reads, and each pair of classes is asked once. The rule itself
 * stays the single source: a table never knows what its rule says.
 */
import type { Fact } from '../../../shared/fact';
import { derivedSides, type Side } from '../capability/derived-sides';
import { type CompiledRule, pathsRead } from '../rules/compiled-rule';
import { type CaseFacts, type FactPath, type Subject, splitPath } from '../rules/rule';

/** What a rule answered, in two bits. */
export const ANSWER = { nothing: 0, undecided: 1, violated: 2 } as const;
export type AnswerCode = (typeof ANSWER)[keyof typeof ANSWER];

/** Most values that the facts standing with both sides take together, for one rule. */
const PAIR_VALUES = 64;

interface Read {
  readonly subject: Subject;
  readonly field: string;
}

export class RuleTable {
  readonly rule: CompiledRule;
  /** True when some fact stands with both sides and has to be handed in per pair. */
  readonly readsPair: boolean;
  readonly #vmReads: readonly Read[];
  readonly #targetReads: readonly Read[];
  readonly #pairReads: readonly Read[];
  readonly #vmClasses = new Map<string, number>();
  readonly #targetClasses = new Map<string, number>();
  readonly #pairClasses = new Map<string, number>();
  readonly #classOfVm: number[] = [];
  readonly #classOfTarget: number[] = [];
  readonly #answers: AnswerCode[][] = [];

  constructor(rule: CompiledRule) {
    this.rule = rule;
    const reads = pathsRead(rule.rule).map((path) => ({ path, side: sideOf(path) }));
    const on = (side: Side): Read[] =>
      reads
        .filter((read) => read.side === side)
        .map(({ path }) => {
          const [subject, field] = splitPath(path);
          return { subject, field };
        });
    this.#vmReads = on('vm');
    this.#targetReads = on('target');
    this.#pairReads = on('pair');
    this.readsPair = 0 < this.#pairReads.length;
  }

  /**
   * @param vmIndex      of the VM or vNIC that the question is about
   * @param targetIndex  of the place, adapter or host
   * @param facts        of the pair; only called for what was never asked
   * @param pairFacts    the facts that stand with both sides; only called when the rule reads such
   */
  answer(
    vmIndex: number,
    targetIndex: number,
    facts: () => CaseFacts,
    pairFacts: () => CaseFacts,
  ): AnswerCode {
    const vm = this.#classOfVm[vmIndex] ?? this.#classifyVm(vmIndex, facts());
    const target = this.#classOfTarget[targetIndex] ?? this.#classifyTarget(targetIndex, facts());
    const pair = this.readsPair ? classOf(this.#pairClasses, this.#pairReads, pairFacts()) : 0;
    if (PAIR_VALUES <= pair) throw new Error(`${this.rule.rule.id} reads too varied pair facts`);
    const answers = this.#answers[vm] as AnswerCode[];
    const at = target * PAIR_VALUES + pair;
    let code = answers[at];
    if (code === undefined) {
      const { kind } = this.rule.ask(facts());
      code =
        kind === 'violated'
          ? ANSWER.violated
          : kind === 'undecided'
            ? ANSWER.undecided
            : ANSWER.nothing;
      answers[at] = code;
    }
    return code;
  }

  #classifyVm(index: number, facts: CaseFacts): number {
    const id = classOf(this.#vmClasses, this.#vmReads, facts);
    this.#classOfVm[index] = id;
    this.#answers[id] ??= [];
    return id;
  }

  #classifyTarget(index: number, facts: CaseFacts): number {
    const id = classOf(this.#targetClasses, this.#targetReads, facts);
    this.#classOfTarget[index] = id;
    return id;
  }
}

function classOf(classes: Map<string, number>, reads: readonly Read[], facts: CaseFacts): number {
  let key = '';
  for (const { subject, field } of reads) key += valueKey(facts[subject]?.[field]);
  let id = classes.get(key);
  if (id === undefined) {
    id = classes.size;
    classes.set(key, id);
  }
  return id;
}

/** A text that two facts share only when no rule can tell them apart. */
function valueKey(fact: Fact<unknown> | undefined): string {
  if (fact === undefined) return '?not-collected\n';
  if (fact.state === 'unknown') return `?${fact.reason}\n`;
  const { value } = fact;
  return typeof value === 'string'
    ? `"${value.length}:${value}\n`
    : typeof value === 'object' && value !== null
      ? `${JSON.stringify(value)}\n`
      : `${String(value)}\n`;
}

const VM_SIDE: readonly Subject[] = ['vm', 'vnic', 'source'];

function sideOf(path: FactPath): Side {
  const [subject, field] = splitPath(path);
  if (subject in derivedSides) {
    const sides: Readonly<Record<string, Side>> =
      derivedSides[subject as keyof typeof derivedSides];
    const side = sides[field];
    if (side === undefined) throw new Error(`nobody says on which side ${path} stands`);
    return side;
  }
  return VM_SIDE.includes(subject) ? 'vm' : 'target';
}
