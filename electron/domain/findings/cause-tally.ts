/**
 * Adds one cause up over the moves of many VMs. VMs come one after the other, so that counting each
 * once needs no memory of them; only the first names are kept.
 */
import {
  type AfterFix,
  CAUSE_EFFECTS,
  type CauseCount,
  type CauseEffect,
} from '../../../shared/model/cause';
import type { Host, Vm } from '../../../shared/model/estate';
import type { Listed, NamedRecord, PlacedRecord } from '../../../shared/model/report';
import {
  type Cell,
  DATAPATHS,
  type Datapath,
  OUTCOMES,
  type Outcome,
} from '../../../shared/model/verdict';
import type { Rule } from '../rules/rule';
import type { MoveCause } from './move-causes';

interface Count {
  vms: number;
  moves: number;
  aloneMoves: number;
}

/** The worst first: what a VM is counted as when its moves differ. */
const WORST_FIRST: readonly Outcome[] = ['blocked', 'falls-back', 'undecided', 'keeps', 'improves'];

export class CauseTally {
  readonly id: string;
  readonly rule: Rule;
  readonly result: MoveCause['result'];
  readonly at: MoveCause['at'];
  readonly subject: PlacedRecord | null;
  readonly symptoms = new Set<Rule>();
  /** The first move; its words are told. */
  readonly vm: Vm;
  readonly target: Host;
  readonly counts = zeros(CAUSE_EFFECTS, (): Count => ({ vms: 0, moves: 0, aloneMoves: 0 }));
  readonly #names: NamedRecord[] = [];
  readonly #nameLimit: number;
  #vmCount = 0;
  readonly #movesAfter = zeros(OUTCOMES, () => 0);
  readonly #fallsBackTo = zeros(DATAPATHS, () => 0);
  readonly #vmsAfter = zeros(OUTCOMES, () => 0);
  // Of the VM under way.
  readonly #effectsNow = new Set<CauseEffect>();
  #worstNow: Outcome | null = null;

  constructor(id: string, cause: MoveCause, vm: Vm, target: Host, nameLimit: number) {
    this.id = id;
    this.rule = cause.rule;
    this.result = cause.result;
    this.at = cause.at;
    this.subject = cause.subject;
    this.vm = vm;
    this.target = target;
    this.#nameLimit = nameLimit;
  }

  /** @param isAlone  nothing else has this effect on the move */
  addEffect(effect: CauseEffect, isAlone: boolean): void {
    const count = this.counts[effect];
    count.moves += 1;
    if (isAlone) count.aloneMoves += 1;
    this.#effectsNow.add(effect);
  }

  /** What the move would come to without it. */
  addAfter(outcome: Outcome, path: Cell['path']): void {
    this.#movesAfter[outcome] += 1;
    if (outcome === 'falls-back' && path !== null) this.#fallsBackTo[path] += 1;
    const worst = this.#worstNow;
    if (worst === null || WORST_FIRST.indexOf(outcome) < WORST_FIRST.indexOf(worst)) {
      this.#worstNow = outcome;
    }
  }

  endVm({ id, name }: NamedRecord): void {
    for (const effect of this.#effectsNow) this.counts[effect].vms += 1;
    if (this.#worstNow !== null) this.#vmsAfter[this.#worstNow] += 1;
    this.#effectsNow.clear();
    this.#worstNow = null;
    this.#vmCount += 1;
    if (this.#names.length < this.#nameLimit) this.#names.push({ id, name });
  }

  get vmCount(): number {
    return this.#vmCount;
  }

  get vms(): Listed<NamedRecord> {
    return { items: [...this.#names], total: this.#vmCount };
  }

  get after(): AfterFix {
    return {
      moves: { ...this.#movesAfter },
      fallsBackTo: { ...this.#fallsBackTo },
      vms: { ...this.#vmsAfter },
    };
  }

  /** A copy that later moves do not change. */
  get countsNow(): Readonly<Record<CauseEffect, CauseCount>> {
    return zeros(CAUSE_EFFECTS, (effect) => ({ ...this.counts[effect] }));
  }
}

/** Refused before lowered before left open; the most VMs, then the most moves, first. */
export function worstFirst(a: CauseTally, b: CauseTally): number {
  for (const effect of CAUSE_EFFECTS) {
    const difference =
      b.counts[effect].vms - a.counts[effect].vms ||
      b.counts[effect].moves - a.counts[effect].moves;
    if (difference !== 0) return difference;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function zeros<K extends CauseEffect | Outcome | Datapath, V>(
  keys: readonly K[],
  value: (key: K) => V,
): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
