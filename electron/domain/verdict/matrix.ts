/**
 * Judges whole estates: the same answers as `Judge`, kept as tables per rule, so that a pair of VM
 * and host costs a few look-ups. A property test holds both forms equal.
 */
import type { Host, Vm, Vnic } from '../../../shared/model/estate';
import type { Cell, MoveKind, Outcome, PathSet } from '../../../shared/model/verdict';
import { MOVE_KINDS } from '../../../shared/model/verdict';
import { moveFacts } from '../capability/move-facts';
import { pairKey, placeFacts } from '../capability/place-facts';
import { poolFacts } from '../capability/pool-facts';
import type { CompiledRule } from '../rules/compiled-rule';
import type { CaseFacts } from '../rules/rule';
import { CLEAR, certainty, DOUBTS, maskOf, type Tally } from '../rules/tally';
import { addTallies, NO_TALLIES, type Tallies, teamTally } from './answers';
import { type Judge, judgedEffects, MOVE_EFFECTS, worstPath } from './judge';
import { outcomesOf, outlookOf, type VnicOutlook, verdictOf } from './outcome';
import { type Place, switchNameOf } from './place';
import { ANSWER, type AnswerCode, RuleTable } from './rule-table';

interface VnicEntry {
  readonly vnic: Vnic;
  readonly index: number;
  readonly switchClass: number;
  /** vNICs of one class find the same at every place, as far as `placeFacts` goes. */
  readonly pairClass: number;
  readonly own: Tallies;
  /** At the present host; `null` when no source says where the VM is. */
  readonly now: { readonly place: Place; readonly tally: Tally; readonly blocks: Tally } | null;
  readonly reported: PathSet | null;
  readonly outlooks: Map<number, VnicOutlook>;
}

interface VmEntry {
  readonly vm: Vm;
  readonly index: number;
  readonly source: Host | null;
  readonly vnics: readonly VnicEntry[];
}

interface PlaceEntry {
  readonly place: Place;
  readonly index: number;
  readonly memberIndexes: readonly number[];
  readonly hostSide: Tallies;
  readonly pairs: CaseFacts[];
}

/** What can come of a pair, without its reasons. */
interface PairOutcome {
  readonly effects: Tally;
  readonly outlooks: readonly VnicOutlook[];
  readonly possible: Readonly<Record<MoveKind, readonly Outcome[]>>;
}

export class Matrix {
  readonly #judge: Judge;
  readonly #mixed: readonly RuleTable[];
  readonly #member: readonly RuleTable[];
  readonly #move: readonly RuleTable[];
  readonly #vms = new Map<string, VmEntry>();
  readonly #switchClasses = new Map<string, number>();
  readonly #pairClasses = new Map<string, number>();
  readonly #places = new Map<Host, PlaceEntry[]>();
  readonly #hostIndexes = new Map<Host, number>();
  readonly #hostPairs = new Map<Host | null, Map<Host, CaseFacts>>();
  readonly #possible = new Map<number, Readonly<Record<MoveKind, readonly Outcome[]>>>();
  #vnicCount = 0;
  #placeCount = 0;
  #memberCount = 0;

  constructor(judge: Judge) {
    this.#judge = judge;
    const tables = (rules: readonly CompiledRule[]) => rules.map((rule) => new RuleTable(rule));
    this.#mixed = tables(judge.rules.mixed);
    this.#member = tables(judge.rules.member);
    this.#move = tables(judge.rules.move);
  }

  /** One cell of the matrix, as `Judge.cell` answers it. */
  cell(vm: Vm, target: Host, kind: MoveKind): Cell {
    const entry = this.#vm(vm);
    if (vm.hostId === target.id) return this.#judge.cell(vm, target, kind);
    const { effects, outlooks, possible } = this.#pair(entry, target);
    return {
      outcome: verdictOf(possible[kind]),
      path: worstPath(outlooks.map((outlook) => outlook.there)),
      warned: certainty(effects, 'warn') === 'yes',
    };
  }

  /** The outcome alone. */
  outcome(vm: Vm, target: Host, kind: MoveKind): Outcome {
    return verdictOf(this.#pair(this.#vm(vm), target).possible[kind]);
  }

  #pair(entry: VmEntry, target: Host): PairOutcome {
    let effects = this.#moveTally(entry, target);
    const outlooks: VnicOutlook[] = [];
    for (const vnic of entry.vnics) {
      const place = this.#place(target, vnic);
      const there = addTallies(
        place.hostSide,
        this.#mixedTallies(entry, vnic, place),
        this.#memberTallies(entry, vnic, place),
      );
      const both = addTallies(vnic.own, there);
      effects |= judgedEffects(both) | (vnic.now?.blocks ?? CLEAR);
      outlooks.push(this.#outlook(vnic, both.settled ? there.rest : there.aboutPath | there.rest));
    }
    effects |= this.#judge.hostBlocks(target);
    return { effects, outlooks, possible: this.#possibleOutcomes(entry, effects, outlooks) };
  }

  #outlook(vnic: VnicEntry, there: Tally): VnicOutlook {
    const key = there & PATH_BITS;
    let outlook = vnic.outlooks.get(key);
    if (outlook === undefined) {
      outlook = outlookOf({
        own: vnic.own.settled ? vnic.own.rest : vnic.own.aboutPath | vnic.own.rest,
        now: vnic.now?.tally ?? CLEAR,
        there,
        reported: vnic.reported,
      });
      vnic.outlooks.set(key, outlook);
    }
    return outlook;
  }

  #possibleOutcomes(
    { vm }: VmEntry,
    effects: Tally,
    outlooks: readonly VnicOutlook[],
  ): PairOutcome['possible'] {
    // Few combinations occur: they are worked out once and shared.
    let key = (effects & BLOCK_BITS) * 2 + (vm.vnicsKnown ? 1 : 0);
    let relations = 0;
    if (outlooks.length === 1 && outlooks[0] !== undefined) {
      for (const relation of outlooks[0].relations) {
        relations |= relation === 'keeps' ? 1 : relation === 'improves' ? 2 : 4;
      }
      key = key * 8 + relations;
      const shared = this.#possible.get(key);
      if (shared !== undefined) return shared;
    }
    const all = vm.vnicsKnown ? outlooks : [...outlooks, ANYTHING_MAY_BE];
    const possible = Object.fromEntries(
      MOVE_KINDS.map((kind) => [kind, outcomesOf(kind, effects, all)]),
    ) as Record<MoveKind, readonly Outcome[]>;
    if (outlooks.length === 1) this.#possible.set(key, possible);
    return possible;
  }

  #mixedTallies(entry: VmEntry, vnic: VnicEntry, place: PlaceEntry): Tallies {
    const facts = once(() => this.#placeCase(entry, vnic, place));
    const pairFacts = () => this.#placePair(entry, vnic, place);
    const tally = new Tallying();
    for (const table of this.#mixed) {
      tally.add(table.rule, table.answer(vnic.index, place.index, facts, pairFacts));
    }
    return tally.total();
  }

  #memberTallies(entry: VmEntry, vnic: VnicEntry, place: PlaceEntry): Tallies {
    const { members } = place.place;
    if (members.length === 0) return NO_TALLIES;
    const pairFacts = () => this.#placePair(entry, vnic, place);
    const byMember = members.map((member, at) => {
      const facts = once(
        (): CaseFacts => ({ ...this.#placeCase(entry, vnic, place), adapter: member.facts }),
      );
      const index = place.memberIndexes[at] as number;
      const tally = new Tallying();
      for (const table of this.#member) {
        tally.add(table.rule, table.answer(vnic.index, index, facts, pairFacts));
      }
      return tally.total();
    });
    return teamTally(byMember, this.#judge.assumptions);
  }

  #moveTally(entry: VmEntry, target: Host): Tally {
    const targetIndex = this.#hostIndex(target);
    const { vm, source } = entry;
    const facts = once(
      (): CaseFacts => ({
        vm: vm.facts,
        guest: this.#judge.guest(vm),
        ...(source === null ? {} : { source: source.facts }),
        target: target.facts,
        cluster: this.#judge.clusterOf(target)?.facts ?? {},
        move: moveFacts(vm, source, target, this.#judge.platformOf),
      }),
    );
    const pairFacts = once(() => this.#hostPair(entry, target));
    const tally = new Tallying();
    for (const table of this.#move) {
      if (table.rule.perVnic) {
        for (const { vnic, index } of entry.vnics) {
          const withVnic = once((): CaseFacts => ({ ...facts(), vnic: vnic.facts }));
          tally.add(table.rule, table.answer(index, targetIndex, withVnic, pairFacts));
        }
      } else tally.add(table.rule, table.answer(entry.index, targetIndex, facts, pairFacts));
    }
    const total = tally.total();
    return (total.settled ? total.rest : total.aboutPath | total.rest) & MOVE_EFFECTS;
  }

  /** The facts of a move that only depend on its two hosts. */
  #hostPair({ vm, source }: VmEntry, target: Host): CaseFacts {
    let ofSource = this.#hostPairs.get(source);
    if (ofSource === undefined) {
      ofSource = new Map();
      this.#hostPairs.set(source, ofSource);
    }
    let facts = ofSource.get(target);
    if (facts === undefined) {
      facts = { move: moveFacts(vm, source, target, this.#judge.platformOf) };
      ofSource.set(target, facts);
    }
    return facts;
  }

  /** The facts of a place that depend on the vNIC too: the same for all vNICs of a pair class. */
  #placePair({ vm }: VmEntry, vnic: VnicEntry, { place, pairs }: PlaceEntry): CaseFacts {
    let facts = pairs[vnic.pairClass];
    if (facts === undefined) {
      facts = { place: placeFacts(place, vm, vnic.vnic, vnic.now?.place ?? null) };
      pairs[vnic.pairClass] = facts;
    }
    return facts;
  }

  #placeCase({ vm }: VmEntry, vnic: VnicEntry, { place }: PlaceEntry): CaseFacts {
    return {
      vnic: vnic.vnic.facts,
      vm: vm.facts,
      guest: this.#judge.guest(vm),
      host: place.host.facts,
      ...(place.switch === null ? {} : { switch: place.switch.facts }),
      place: placeFacts(place, vm, vnic.vnic, vnic.now?.place ?? null),
      pool: poolFacts(place, vm, vnic.vnic, false, this.#judge.assumptions),
    };
  }

  #vm(vm: Vm): VmEntry {
    let entry = this.#vms.get(vm.id);
    if (entry === undefined) {
      const source = vm.hostId === null ? null : this.#judge.host(vm.hostId);
      entry = {
        vm,
        index: this.#vms.size,
        source,
        vnics: vm.vnics.map((vnic) => this.#vnic(vm, vnic, source)),
      };
      this.#vms.set(vm.id, entry);
    }
    return entry;
  }

  #vnic(vm: Vm, vnic: Vnic, source: Host | null): VnicEntry {
    const name = switchNameOf(vnic)?.toLowerCase() ?? '';
    const present = this.#judge.presentSide(vm, vnic, source);
    return {
      vnic,
      index: this.#vnicCount++,
      switchClass: classNumber(this.#switchClasses, name),
      pairClass: classNumber(this.#pairClasses, pairKey(vm, vnic, present.now?.place ?? null)),
      outlooks: new Map(),
      ...present,
    };
  }

  #place(host: Host, vnic: VnicEntry): PlaceEntry {
    let ofHost = this.#places.get(host);
    if (ofHost === undefined) {
      ofHost = [];
      this.#places.set(host, ofHost);
    }
    let entry = ofHost[vnic.switchClass];
    if (entry === undefined) {
      const place = this.#judge.placeFor(host, vnic.vnic);
      entry = {
        place,
        index: this.#placeCount++,
        memberIndexes: place.members.map(() => this.#memberCount++),
        hostSide: this.#judge.hostSideTallies(place),
        pairs: [],
      };
      ofHost[vnic.switchClass] = entry;
    }
    return entry;
  }

  #hostIndex(host: Host): number {
    let index = this.#hostIndexes.get(host);
    if (index === undefined) {
      index = this.#hostIndexes.size;
      this.#hostIndexes.set(host, index);
    }
    return index;
  }
}

const PATH_BITS = maskOf('sriov', 'vmdq', 'disconnect');
const BLOCK_BITS = maskOf('live', 'quick', 'offline');
const ANYTHING_MAY_BE = { relations: new Set(['keeps', 'falls-back'] as const) };

function classNumber(classes: Map<string, number>, key: string): number {
  let number = classes.get(key);
  if (number === undefined) {
    number = classes.size;
    classes.set(key, number);
  }
  return number;
}

/** Adds answers up the way `tallyAnswers` does. */
class Tallying {
  #aboutPath = CLEAR;
  #rest = CLEAR;
  #settled = false;

  add(rule: CompiledRule, code: AnswerCode): void {
    if (code === ANSWER.nothing) return;
    const tally = code === ANSWER.violated ? rule.whenViolated : rule.whenViolated & DOUBTS;
    if (rule.onlyAboutPath) this.#aboutPath |= tally;
    else this.#rest |= tally;
    if (rule.rule.settlesPath && code === ANSWER.violated) this.#settled = true;
  }

  total(): Tallies {
    return { aboutPath: this.#aboutPath, rest: this.#rest, settled: this.#settled };
  }
}

/** Makes a value at the first call and keeps it. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
