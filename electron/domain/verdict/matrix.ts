/**
 * Judges whole estates: the same answers as `Judge`, for a VM on all hosts at once. Each rule
 * groups VMs and hosts only by the facts that it reads, its answers for a group of VMs are sets of
 * hosts, and the verdicts of a VM come out of those sets 32 hosts to a word. A property test holds
 * both forms equal.
 *
 * Rows of VMs are made when they are first asked for. A matrix stays current through `updated`.
 */
import type { Host, Vm, Vnic } from '../../../shared/model/estate';
import {
  type Cell,
  DATAPATHS,
  MOVE_KINDS,
  type MoveKind,
  OUTCOMES,
  type Outcome,
  type PathSet,
} from '../../../shared/model/verdict';
import type { CompiledRule } from '../rules/compiled-rule';
import { CLEAR, DOUBTS, maskOf, type Tally } from '../rules/tally';
import { addTallies, NO_TALLIES, type Tallies, teamTally, totalOf } from './answers';
import { type Bits, countOf, hasBit, noBits, setBit, WordStore } from './bits';
import { BLOCK_EFFECTS, type Judge, MOVE_EFFECTS, reportedAt, tallyAt } from './judge';
import { type Site, Targets } from './matrix-targets';
import { type VnicTallies, verdictOf } from './outcome';
import { type Place, switchNameOf } from './place';
import { talliesAt } from './planes';
import { judgeVm, judgeVnic, OUTCOME_PLANES, type VmFate, type VnicFate } from './row-outcomes';
import { type RowSum, RowSums } from './row-sums';
import { codeAt, type Row, RuleRows } from './rule-rows';
import { ANSWER, type AnswerCode } from './rule-tree';
import { type Subject, VmSide } from './vm-side';
import { OutlookTable } from './word-tables';

const PATH_EFFECTS = maskOf('sriov', 'vmdq', 'disconnect');

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

/** All answers about a VM: sets of hosts, shared by all VMs that a rule cannot tell apart. */
export interface VmAnswers {
  readonly vnics: readonly {
    /** Of the rules about the vNIC alone. */
    readonly own: readonly AnswerCode[];
    readonly rows: readonly Row[];
  }[];
  readonly move: readonly Row[];
}

/** The rules as rows, by the side that they are asked on. */
interface RuleSet {
  readonly place: readonly RuleRows[];
  readonly own: readonly RuleRows[];
  readonly mixed: readonly RuleRows[];
  readonly member: readonly RuleRows[];
  readonly move: readonly RuleRows[];
}

interface VmRow {
  readonly vm: Vm;
  readonly source: Host | null;
  readonly fate: VmFate;
}

interface SitePart {
  readonly rows: readonly Row[];
  /** Of the rules about places alone. */
  readonly sum: RowSum;
}

export class Matrix {
  #judge: Judge;
  readonly #targets: Targets;
  readonly #words: number;
  readonly #store = new WordStore();
  /** All rules, and those that verdicts hang on. */
  readonly #all: RuleSet;
  readonly #counting: RuleSet;
  readonly #side: VmSide;
  readonly #sums: RowSums;
  readonly #sites: (SitePart | undefined)[] = [];
  readonly #refusals: RowSum;
  readonly #outlooks = new Map<string, OutlookTable>();
  readonly #vnicFates = new Map<RowSum, Map<OutlookTable, VnicFate>[]>();
  readonly #vnicFateList: VnicFate[] = [];
  readonly #vmPlaces = new Map<string, number>();
  readonly #rows: (VmRow | undefined)[];
  #redone = 0;
  readonly #clusters = new Map<string, HostSet>();

  constructor(judge: Judge) {
    this.#judge = judge;
    this.#targets = new Targets(judge);
    this.#words = this.#targets.words;
    const current = () => this.#judge;
    this.#side = new VmSide(this.#targets, current);
    const rows = (rules: readonly CompiledRule[], within: Tally) =>
      rules.map((rule) => new RuleRows(rule, this.#targets, this.#side, current, within));
    const all: RuleSet = {
      place: rows(judge.rules.place, ~0),
      own: rows(judge.rules.vnic, ~0),
      mixed: rows(judge.rules.mixed, ~0),
      member: rows(judge.rules.member, ~0),
      move: rows(judge.rules.move, MOVE_EFFECTS),
    };
    const counting = (list: readonly RuleRows[]) =>
      list.filter(({ compiled }) => compiled.whenViolated !== CLEAR);
    this.#all = all;
    this.#counting = {
      place: all.place,
      own: counting(all.own),
      mixed: counting(all.mixed),
      member: counting(all.member),
      move: counting(all.move),
    };
    this.#sums = new RowSums(
      this.#words,
      this.#store,
      () => this.#judge.assumptions.setMember === 'unsure',
    );
    this.#refusals = this.#siteOf(this.#targets.site(null)).sum;
    for (const [at, vm] of judge.estate.vms.entries()) this.#vmPlaces.set(vm.id, at);
    this.#rows = new Array(judge.estate.vms.length).fill(undefined);
  }

  /** One cell of the matrix, as `Judge.cell` answers it. */
  cell(vm: Vm, target: Host, kind: MoveKind): Cell {
    if (vm.hostId === target.id) return this.#judge.cell(vm, target, kind);
    const row = this.#rowOf(vm);
    const host = this.#targets.indexOf(target.id);
    let worst = -1;
    for (const { paths } of row.fate.vnics) {
      worst = Math.max(worst, numberAt(paths, 0, 2, this.#words, host));
    }
    return {
      outcome: this.#outcomeAt(row, host, kind),
      path: DATAPATHS[worst] ?? null,
      warned: hasBit(row.fate.warned, host),
    };
  }

  /** The outcome alone. */
  outcome(vm: Vm, target: Host, kind: MoveKind): Outcome {
    if (vm.hostId === target.id) {
      return verdictOf(this.#judge.judge(vm, target).possible[kind]);
    }
    return this.#outcomeAt(this.#rowOf(vm), this.#targets.indexOf(target.id), kind);
  }

  /**
   * How the outcomes of a VM spread.
   * @param hosts  those to count; the others of its cluster (or of the plan) unless told
   */
  counts(vm: Vm, kind: MoveKind, hosts: HostSet = this.targetsOf(vm)): OutcomeCounts {
    const { outcomes } = this.#rowOf(vm).fate;
    const words = this.#words;
    const source = this.#targets.indexOf(vm.hostId);
    const counts: OutcomeCounts = {
      keeps: 0,
      improves: 0,
      'falls-back': 0,
      blocked: 0,
      undecided: 0,
    };
    const first = MOVE_KINDS.indexOf(kind) * 3 * words;
    for (let word = 0; word < words; word += 1) {
      let left = hosts[word] as number;
      if (source >> 5 === word) left &= ~(1 << (source & 31));
      if (left === 0) continue;
      const plane0 = outcomes[first + word] as number;
      const plane1 = outcomes[first + words + word] as number;
      const plane2 = outcomes[first + 2 * words + word] as number;
      for (let code = 0; code < OUTCOMES.length; code += 1) {
        const found =
          left &
          (plane0 ^ ((code & 1) - 1)) &
          (plane1 ^ (((code >> 1) & 1) - 1)) &
          (plane2 ^ (((code >> 2) & 1) - 1));
        if (found !== 0) counts[OUTCOMES[code] as Outcome] += countOf(found);
      }
    }
    return counts;
  }

  /** The outcomes of all VMs over all other hosts of the plan. */
  totals(kind: MoveKind): OutcomeCounts {
    const totals: OutcomeCounts = {
      keeps: 0,
      improves: 0,
      'falls-back': 0,
      blocked: 0,
      undecided: 0,
    };
    for (const vm of this.#judge.estate.vms) {
      const counts = this.counts(vm, kind, this.#targets.all);
      for (const outcome of OUTCOMES) totals[outcome] += counts[outcome];
    }
    return totals;
  }

  hostSet(hosts: readonly Host[]): HostSet {
    const set = noBits(this.#targets.hosts.length);
    for (const { id } of hosts) {
      const at = this.#targets.indexOf(id);
      if (0 <= at) setBit(set, at);
    }
    return set;
  }

  /** The hosts a VM is counted over: those of its cluster, or of the plan when it has none. */
  targetsOf(vm: Vm): HostSet {
    const source = vm.hostId === null ? null : this.#judge.host(vm.hostId);
    if (source === null || source.clusterId === null) return this.#targets.all;
    let mates = this.#clusters.get(source.clusterId);
    if (mates === undefined) {
      const { clusterId } = source;
      mates = this.hostSet(this.#targets.hosts.filter((host) => host.clusterId === clusterId));
      this.#clusters.set(clusterId, mates);
    }
    return mates;
  }

  /** The present paths of a VM's vNICs; empty when no source says where it is. */
  presentPaths(vm: Vm): readonly PathSet[] {
    const row = this.#rowOf(vm);
    return row.source === null ? [] : row.fate.vnics.map(({ outlook }) => outlook.now);
  }

  /** Makes the row of a VM, if it is not there yet: for whoever wants to have all in steps. */
  prepare(vm: Vm): void {
    this.#rowOf(vm);
  }

  /**
   * The answers of all rules about a VM on all hosts, also of those that no verdict hangs on, before
   * what is moot is taken away.
   */
  answersOf(vm: Vm): VmAnswers {
    const source = vm.hostId === null ? null : this.#judge.host(vm.hostId);
    const ofVm = this.#side.subjectOf(vm, source);
    const { mixed, member, move, own } = this.#all;
    const moveRows: Row[] = [];
    const put = (rule: RuleRows, subject: Subject, site: Site | null, rows: Row[]) => {
      const row = rule.rowFor(subject, site);
      if (row !== null) rows.push(row);
    };
    for (const rule of move) if (!rule.compiled.perVnic) put(rule, ofVm, null, moveRows);
    const vnics = vm.vnics.map((vnic) => {
      const subject = this.#side.withVnic(ofVm, vnic);
      const site = this.#targets.site(switchNameOf(vnic));
      const rows: Row[] = [...this.#siteOf(site).rows];
      for (const rule of mixed) put(rule, subject, site, rows);
      for (const rule of member) put(rule, subject, site, rows);
      for (const rule of move) if (rule.compiled.perVnic) put(rule, subject, null, moveRows);
      return { own: own.map((rule) => rule.answerAlone(subject)), rows };
    });
    return { vnics, move: moveRows };
  }

  /** What the rules answer about a pair, before what is moot is taken away. */
  answers(vm: Vm, target: Host, of: VmAnswers = this.answersOf(vm)): readonly RuleAnswer[] {
    const host = this.#targets.indexOf(target.id);
    const found: RuleAnswer[] = [];
    const add = ({ compiled }: RuleRows, code: AnswerCode, vnic: number | null) => {
      if (code === ANSWER.nothing) return;
      const result = code === ANSWER.violated ? 'violated' : 'undecided';
      found.push({ ruleId: compiled.rule.id, result, vnic });
    };
    for (const [nth, { own, rows }] of of.vnics.entries()) {
      for (const [at, code] of own.entries()) add(this.#all.own[at] as RuleRows, code, nth);
      for (const row of rows) {
        for (const { bits } of row.slots) add(row.of, codeAt(bits, host), nth);
      }
    }
    for (const row of of.move) add(row.of, codeAt(row.slots[0]?.bits ?? null, host), null);
    return found;
  }

  /**
   * The matrix of another judge: this one, brought up to date, when only some records changed; else
   * a new one. Whoever goes on needs the result, and must not use this one any more.
   */
  updated(judge: Judge): Matrix {
    const changed = changesBetween(this.#judge, judge);
    return changed !== null && this.#update(judge, changed) ? this : new Matrix(judge);
  }

  #outcomeAt({ fate }: VmRow, host: number, kind: MoveKind): Outcome {
    const first = MOVE_KINDS.indexOf(kind) * 3;
    return OUTCOMES[numberAt(fate.outcomes, first, 3, this.#words, host)] as Outcome;
  }

  #rowOf(vm: Vm): VmRow {
    const at = this.#vmPlaces.get(vm.id);
    if (at === undefined) throw new Error(`${vm.id} is not in the plan`);
    let row = this.#rows[at];
    if (row === undefined) {
      row = this.#makeRow(this.#judge.estate.vms[at] as Vm);
      this.#rows[at] = row;
    }
    return row;
  }

  #makeRow(vm: Vm): VmRow {
    const source = vm.hostId === null ? null : this.#judge.host(vm.hostId);
    const subject = this.#side.subjectOf(vm, source);
    const move: Row[] = [];
    const put = (rule: RuleRows, subjectThere: Subject) => {
      const row = rule.rowFor(subjectThere, null);
      if (row !== null) move.push(row);
    };
    for (const rule of this.#counting.move) if (!rule.compiled.perVnic) put(rule, subject);
    let always: Tally = CLEAR;
    const fates: VnicFate[] = [];
    for (const vnic of vm.vnics) {
      const ofVnic = this.#side.withVnic(subject, vnic);
      const { fate, effects } = this.#makeVnic(ofVnic, vnic);
      fates.push(fate);
      always |= effects;
      for (const rule of this.#counting.move) if (rule.compiled.perVnic) put(rule, ofVnic);
    }
    return { vm, source, fate: this.#vmFate(move, fates, vm, always) };
  }

  #makeVnic(subject: Subject, vnic: Vnic): { fate: VnicFate; effects: Tally } {
    const { vm, source } = subject;
    const site = this.#targets.site(switchNameOf(vnic));
    const part = this.#siteOf(site);
    const own = this.#ownTallies(subject);
    const now =
      source === null
        ? null
        : { own, there: this.#presentTallies(subject, site, part.sum, source, vnic) };
    const rows: Row[] = [];
    for (const rules of [this.#counting.mixed, this.#counting.member]) {
      for (const rule of rules) {
        const row = rule.rowFor(subject, site);
        if (row !== null) rows.push(row);
      }
    }
    const outlook = this.#outlookFor({
      own: totalOf(own),
      now: now === null ? CLEAR : tallyAt(now),
      reported: reportedAt(vm, vnic, source, now),
    });
    const blocks =
      source === null
        ? CLEAR
        : totalOf(talliesAt(part.sum.planes, this.#words, this.#targets.indexOf(source.id))) &
          BLOCK_EFFECTS;
    return {
      effects: (own.rest & MOVE_EFFECTS) | blocks,
      fate: this.#vnicFate(this.#sums.sumOf(rows, site, part.sum), own.settled, outlook),
    };
  }

  #ownTallies(subject: Subject): Tallies {
    const tallying = new Tallying();
    for (const rule of this.#counting.own) tallying.add(rule.compiled, rule.answerAlone(subject));
    return tallying.total();
  }

  /** What the rules say where the vNIC is now. */
  #presentTallies(
    subject: Subject,
    site: Site,
    ofPlace: RowSum,
    source: Host,
    vnic: Vnic,
  ): Tallies {
    const host = this.#targets.indexOf(source.id);
    const place = site.places[host] as Place;
    const here = this.#side.numbersHere(place, subject.vm, vnic);
    const sumUp = (rules: readonly RuleRows[], slot: number): Tallies => {
      const tallying = new Tallying();
      for (const rule of rules) {
        tallying.add(rule.compiled, rule.answerHere(subject, site, slot, host, here));
      }
      return tallying.total();
    };
    return addTallies(
      talliesAt(ofPlace.planes, this.#words, host),
      sumUp(this.#counting.mixed, 0),
      place.members.length === 0
        ? NO_TALLIES
        : teamTally(
            place.members.map((_, slot) => sumUp(this.#counting.member, slot)),
            this.#judge.assumptions,
          ),
    );
  }

  #siteOf(site: Site): SitePart {
    let part = this.#sites[site.id];
    if (part === undefined) {
      const rows = this.#all.place.map((rule) => rule.siteRow(site));
      part = { rows, sum: this.#sums.sumOf(rows, site, null) };
      this.#sites[site.id] = part;
    }
    return part;
  }

  #outlookFor({ own, now, reported }: Omit<VnicTallies, 'there'>): OutlookTable {
    const key = `${own & PATH_EFFECTS} ${now & PATH_EFFECTS} ${reported?.join() ?? '?'}`;
    let outlook = this.#outlooks.get(key);
    if (outlook === undefined) {
      outlook = new OutlookTable({ own, now, reported });
      this.#outlooks.set(key, outlook);
    }
    return outlook;
  }

  #vnicFate(sum: RowSum, isSettled: boolean, outlook: OutlookTable): VnicFate {
    let bySettled = this.#vnicFates.get(sum);
    if (bySettled === undefined) {
      bySettled = [new Map(), new Map()];
      this.#vnicFates.set(sum, bySettled);
    }
    const byOutlook = bySettled[isSettled ? 1 : 0] as Map<OutlookTable, VnicFate>;
    let fate = byOutlook.get(outlook);
    if (fate === undefined) {
      fate = {
        id: this.#vnicFateList.length,
        sum,
        isSettled,
        outlook,
        relations: this.#store.take(3 * this.#words),
        paths: this.#store.take(2 * this.#words),
        isStale: false,
      };
      for (let word = 0; word < this.#words; word += 1) judgeVnic(fate, word, this.#words, -1);
      byOutlook.set(outlook, fate);
      this.#vnicFateList.push(fate);
    }
    return fate;
  }

  #vmFate(move: readonly Row[], vnics: readonly VnicFate[], vm: Vm, always: Tally): VmFate {
    const fate: VmFate = {
      move,
      vnics,
      vnicsKnown: vm.vnicsKnown,
      always,
      outcomes: this.#store.take(OUTCOME_PLANES * this.#words),
      warned: this.#store.take(this.#words),
      isStale: false,
    };
    for (let nth = 0; nth < move.length; nth += 1) (move[nth] as Row).users.push(fate);
    for (let word = 0; word < this.#words; word += 1) {
      judgeVm(fate, word, this.#words, -1, this.#refusals.planes);
    }
    return fate;
  }

  // ---- changes ----

  /** @returns whether the matrix is the one of the judge now; if not, it is of no more use */
  #update(judge: Judge, { hosts, vms }: Changes): boolean {
    this.#judge = judge;
    const paths = this.#targets.replace(judge, hosts);
    if (paths === null) return false;
    if (0 < hosts.length) this.#clusters.clear();
    const changed = new Set<string | null>(hosts.map((at) => this.#targets.hosts[at]?.id ?? null));
    const forget = (at: number) => {
      this.#rows[at] = undefined;
      this.#redone += 1;
    };
    for (const [at, row] of this.#rows.entries()) {
      // A VM takes what it has now from its host.
      if (row?.source && changed.has(row.source.id)) forget(at);
    }
    for (const at of vms) forget(at);
    // What nobody uses any more stays, and is kept up to date; now and then it is cleared up.
    if (REDONE_PER_VM * this.#rows.length < this.#redone) return false;
    for (const host of hosts) this.#refreshHost(host, paths);
    return true;
  }

  #refreshHost(host: number, paths: ReadonlySet<string>): void {
    const word = host >> 5;
    for (const rules of Object.values(this.#all) as readonly (readonly RuleRows[])[]) {
      for (const rule of rules) {
        if (!rule.reads.some(({ path }) => paths.has(path)) && !rule.hasWaivers) continue;
        for (const row of rule.rows) {
          if (rule.refresh(row, host)) for (const user of row.users) user.isStale = true;
        }
      }
    }
    const bit = 1 << (host & 31);
    // The sums that others begin with were made before them.
    for (const sum of this.#sums.all) {
      sum.isStale ||= sum.base?.isStale ?? false;
      if (sum.isStale) this.#sums.refresh(sum, word);
    }
    for (const fate of this.#vnicFateList) {
      fate.isStale = fate.sum.isStale;
      if (fate.isStale) judgeVnic(fate, word, this.#words, bit);
    }
    const isRefusing = this.#refusals.isStale;
    for (const row of this.#rows) {
      if (row === undefined) continue;
      const { fate } = row;
      if (isRefusing || fate.isStale || fate.vnics.some(isStale)) {
        judgeVm(fate, word, this.#words, bit, this.#refusals.planes);
        fate.isStale = false;
      }
    }
    for (const sum of this.#sums.all) sum.isStale = false;
  }
}

/** Rows may be made anew as often as that, for each VM, before all is made anew. */
const REDONE_PER_VM = 2;

function isStale(fate: VnicFate): boolean {
  return fate.isStale;
}

interface Changes {
  readonly hosts: readonly number[];
  readonly vms: readonly number[];
}

/** Beyond this share of changed records, starting anew is quicker. */
const MANY_CHANGES = 0.1;

/** The places of the changed records; `null` when more than single records changed. */
function changesBetween(before: Judge, after: Judge): Changes | null {
  const { estate: old } = before;
  const { estate: now } = after;
  const isSame =
    before.assumptions === after.assumptions ||
    JSON.stringify(before.assumptions) === JSON.stringify(after.assumptions);
  if (
    !isSame ||
    before.catalogue !== after.catalogue ||
    !before.hasSameRules(after) ||
    !(before.waivers === after.waivers || (before.waivers.isEmpty && after.waivers.isEmpty))
  ) {
    return null;
  }
  if (old.hosts.length !== now.hosts.length || old.vms.length !== now.vms.length) return null;
  const clusters = new Set<string>();
  if (old.clusters !== now.clusters) {
    if (old.clusters.length !== now.clusters.length) return null;
    for (const [at, cluster] of now.clusters.entries()) {
      if (old.clusters[at]?.id !== cluster.id) return null;
      if (old.clusters[at] !== cluster) clusters.add(cluster.id);
    }
  }
  const hosts: number[] = [];
  for (let at = 0; at < now.hosts.length; at += 1) {
    const one = now.hosts[at] as Host;
    const was = old.hosts[at] as Host;
    if (one.id !== was.id) return null;
    if (one !== was || (one.clusterId !== null && clusters.has(one.clusterId))) hosts.push(at);
  }
  const vms: number[] = [];
  for (let at = 0; at < now.vms.length; at += 1) {
    const one = now.vms[at] as Vm;
    const was = old.vms[at] as Vm;
    if (one === was) continue;
    if (one.id !== was.id) return null;
    vms.push(at);
  }
  const isMuch =
    Math.max(1, now.hosts.length * MANY_CHANGES) < hosts.length ||
    Math.max(1, now.vms.length * MANY_CHANGES) < vms.length;
  return isMuch ? null : { hosts, vms };
}

function numberAt(
  planes: Int32Array,
  first: number,
  count: number,
  words: number,
  host: number,
): number {
  let number = 0;
  for (let plane = 0; plane < count; plane += 1) {
    const word = planes[(first + plane) * words + (host >> 5)] as number;
    number |= ((word >> (host & 31)) & 1) << plane;
  }
  return number;
}

/** Adds answers up the way `tallyAnswers` does. */
class Tallying {
  #aboutPath = CLEAR;
  #rest = CLEAR;
  #settled = false;

  add({ whenViolated, onlyAboutPath, rule }: CompiledRule, code: AnswerCode): void {
    if (code === ANSWER.nothing) return;
    const tally = code === ANSWER.violated ? whenViolated : whenViolated & DOUBTS;
    if (tally === CLEAR) return;
    if (onlyAboutPath) this.#aboutPath |= tally;
    else this.#rest |= tally;
    if (rule.settlesPath && code === ANSWER.violated) this.#settled = true;
  }

  total(): Tallies {
    return { aboutPath: this.#aboutPath, rest: this.#rest, settled: this.#settled };
  }
}
