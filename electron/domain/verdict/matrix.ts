/**
 * Judges whole estates: the same answers as `Judge`, for a VM on all hosts at once. Each rule
 * groups VMs and hosts only by the facts that it reads, its answers for a group of VMs are sets of
 * hosts, and the verdicts of a VM come out of those sets 32 hosts to a word. A property test holds
 * both forms equal.
 *
 * Rows of VMs are made when they are first asked for. A matrix stays current through `updated`.
 */
import type { Host, Vm } from '../../../shared/model/estate';
import {
  type Cell,
  DATAPATHS,
  MOVE_KINDS,
  type MoveKind,
  OUTCOMES,
  type Outcome,
  type PathSet,
} from '../../../shared/model/verdict';
import { type Bits, countOf, noBits, setBit } from './bits';
import type { Judge } from './judge';
import { changesBetween } from './matrix-changes';
import { MatrixRows, type VmAnswers } from './matrix-rows';
import { verdictOf } from './outcome';
import { codeAt, type RuleRows } from './rule-rows';
import { ANSWER, type AnswerCode } from './rule-tree';
import { OUTCOME_PLANES, WARNED_PLANE } from './vm-fates';
import { FATE } from './vnic-fates';

/** A set of hosts to count over, made by `hostSet`; it stays good until the estate changes. */
export type HostSet = Bits;

/** How often each outcome comes up. */
export type OutcomeCounts = Record<Outcome, number>;

/** A rule's answer about a pair, before what is moot is taken away. */
export interface RuleAnswer {
  readonly ruleId: string;
  readonly result: 'violated' | 'undecided';
  /** Place in `vm.vnics`; `null` for what is about the move. */
  readonly vnic: number | null;
}

export class Matrix {
  readonly #rows: MatrixRows;
  readonly #words: number;
  readonly #clusters = new Map<string, HostSet>();

  constructor(judge: Judge) {
    this.#rows = new MatrixRows(judge);
    this.#words = this.#rows.words;
  }

  /** One cell of the matrix, as `Judge.cell` answers it. */
  cell(vm: Vm, target: Host, kind: MoveKind): Cell {
    if (vm.hostId === target.id) return this.#judge.cell(vm, target, kind);
    const at = this.#rows.placeOf(vm);
    const host = this.#rows.targets.indexOf(target.id);
    const { vms, vnics } = this.#rows;
    let worst = -1;
    for (const fate of vms.fatesOf(at)) {
      const first = vnics.firstPlane(fate, host >> 5);
      worst = Math.max(worst, numberAt(vnics.planes, first + FATE.path, PATH_PLANES, host));
    }
    return {
      outcome: this.#outcomeAt(at, host, kind),
      path: DATAPATHS[worst] ?? null,
      warned: numberAt(vms.planes, vms.firstPlane(at, host >> 5) + WARNED_PLANE, 1, host) === 1,
    };
  }

  /** The outcome alone. */
  outcome(vm: Vm, target: Host, kind: MoveKind): Outcome {
    if (vm.hostId === target.id) {
      return verdictOf(this.#judge.judge(vm, target).possible[kind]);
    }
    const host = this.#rows.targets.indexOf(target.id);
    return this.#outcomeAt(this.#rows.placeOf(vm), host, kind);
  }

  /**
   * How the outcomes of a VM spread over hosts other than its own.
   * @param hosts  those to count; of its cluster (or of the plan) unless told
   */
  counts(vm: Vm, kind: MoveKind, hosts: HostSet = this.targetsOf(vm)): OutcomeCounts {
    const counts = noCounts();
    this.#count(this.#rows.placeOf(vm), kind, hosts, counts);
    return counts;
  }

  /**
   * The hosts, its own among them, by what becomes of the VM there.
   * @returns one set for each of `OUTCOMES`, in their order
   */
  hostsByOutcome(vm: Vm, kind: MoveKind): readonly HostSet[] {
    const at = this.#rows.placeOf(vm);
    const { vms } = this.#rows;
    const { planes } = vms;
    const ofKind = MOVE_KINDS.indexOf(kind) * OUTCOME_PLANES;
    return OUTCOMES.map((_, code) => {
      const hosts = new Int32Array(this.#words);
      for (let word = 0; word < this.#words; word += 1) {
        const first = vms.firstPlane(at, word) + ofKind;
        hosts[word] =
          (this.#rows.targets.all[word] as number) &
          ((planes[first] as number) ^ ((code & 1) - 1)) &
          ((planes[first + 1] as number) ^ (((code >> 1) & 1) - 1)) &
          ((planes[first + 2] as number) ^ (((code >> 2) & 1) - 1));
      }
      return hosts;
    });
  }

  /** The rows behind the answers, for whoever gathers over many moves. */
  get rows(): MatrixRows {
    return this.#rows;
  }

  /** The outcomes of all VMs over all other hosts of the plan. */
  totals(kind: MoveKind): OutcomeCounts {
    const counts = noCounts();
    const { all } = this.#rows.targets;
    for (let at = 0; at < this.#judge.estate.vms.length; at += 1) {
      this.#rows.prepare(at);
      this.#count(at, kind, all, counts);
    }
    return counts;
  }

  hostSet(hosts: readonly Host[]): HostSet {
    const set = noBits(this.#rows.targets.hosts.length);
    for (const { id } of hosts) {
      const at = this.#rows.targets.indexOf(id);
      if (0 <= at) setBit(set, at);
    }
    return set;
  }

  /** The hosts a VM is counted over: those of its cluster, or of the plan when it has none. */
  targetsOf(vm: Vm): HostSet {
    const { hosts, all } = this.#rows.targets;
    const source = vm.hostId === null ? null : this.#judge.host(vm.hostId);
    if (source === null || source.clusterId === null) return all;
    const { clusterId } = source;
    let mates = this.#clusters.get(clusterId);
    if (mates === undefined) {
      mates = this.hostSet(hosts.filter((host) => host.clusterId === clusterId));
      this.#clusters.set(clusterId, mates);
    }
    return mates;
  }

  /** The present paths of a VM's vNICs; empty when no source says where it is. */
  presentPaths(vm: Vm): readonly PathSet[] {
    const at = this.#rows.placeOf(vm);
    return this.#rows.hostOf(at) < 0 ? [] : this.#rows.presentPaths(at);
  }

  /** Works out what becomes of all VMs of which nobody asked yet. */
  prepare(): void {
    for (let at = 0; at < this.#judge.estate.vms.length; at += 1) this.#rows.prepare(at);
  }

  /** What the rules answer about a VM on all hosts, to look up pairs in with `answers`. */
  answersOf(vm: Vm): VmAnswers {
    return this.#rows.answersOf(vm);
  }

  /** What the rules answer about a pair, before what is moot is taken away. */
  answers(vm: Vm, target: Host, of: VmAnswers = this.answersOf(vm)): readonly RuleAnswer[] {
    const host = this.#rows.targets.indexOf(target.id);
    const found: RuleAnswer[] = [];
    const add = ({ compiled }: RuleRows, code: AnswerCode, vnic: number | null) => {
      if (code === ANSWER.nothing) return;
      const result = code === ANSWER.violated ? 'violated' : 'undecided';
      found.push({ ruleId: compiled.rule.id, result, vnic });
    };
    for (const [nth, { own, rows, move }] of of.vnics.entries()) {
      for (const [at, code] of own.entries()) add(this.#rows.rules.own[at] as RuleRows, code, nth);
      for (const row of rows) {
        for (const { bits } of row.slots) add(row.of, codeAt(bits, host), nth);
      }
      for (const row of move) {
        for (const { bits } of row.slots) add(row.of, codeAt(bits, host), null);
      }
    }
    for (const row of of.move) {
      for (const { bits } of row.slots) add(row.of, codeAt(bits, host), null);
    }
    return found;
  }

  /**
   * The matrix of another judge: this one, brought up to date, when only some records changed; else
   * a new one. Whoever goes on needs the result, and must not use this one any more.
   */
  updated(judge: Judge): Matrix {
    const changes = changesBetween(this.#judge, judge);
    if (changes === null || !this.#rows.update(judge, changes)) return new Matrix(judge);
    if (0 < changes.hosts.length) this.#clusters.clear();
    return this;
  }

  get #judge(): Judge {
    return this.#rows.judge;
  }

  #outcomeAt(at: number, host: number, kind: MoveKind): Outcome {
    const { vms } = this.#rows;
    const first = vms.firstPlane(at, host >> 5) + MOVE_KINDS.indexOf(kind) * OUTCOME_PLANES;
    return OUTCOMES[numberAt(vms.planes, first, OUTCOME_PLANES, host)] as Outcome;
  }

  #count(at: number, kind: MoveKind, hosts: HostSet, counts: OutcomeCounts): void {
    const { vms } = this.#rows;
    const { planes } = vms;
    const ofKind = MOVE_KINDS.indexOf(kind) * OUTCOME_PLANES;
    const own = this.#rows.hostOf(at);
    for (let word = 0; word < this.#words; word += 1) {
      let left = hosts[word] as number;
      if (own >> 5 === word) left &= ~(1 << (own & 31));
      if (left === 0) continue;
      const first = vms.firstPlane(at, word) + ofKind;
      const plane0 = planes[first] as number;
      const plane1 = planes[first + 1] as number;
      const plane2 = planes[first + 2] as number;
      for (let code = 0; code < OUTCOMES.length; code += 1) {
        const found =
          left &
          (plane0 ^ ((code & 1) - 1)) &
          (plane1 ^ (((code >> 1) & 1) - 1)) &
          (plane2 ^ (((code >> 2) & 1) - 1));
        if (found !== 0) counts[OUTCOMES[code] as Outcome] += countOf(found);
      }
    }
  }
}

function noCounts(): OutcomeCounts {
  return { keeps: 0, improves: 0, 'falls-back': 0, blocked: 0, undecided: 0 };
}

/** How many planes the best path stands in. */
const PATH_PLANES = FATE.count - FATE.path;

/** A number that stands in planes, one bit in each. */
function numberAt(planes: Int32Array, first: number, count: number, host: number): number {
  let number = 0;
  for (let plane = 0; plane < count; plane += 1) {
    number |= (((planes[first + plane] as number) >> (host & 31)) & 1) << plane;
  }
  return number;
}
