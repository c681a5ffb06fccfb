/**
 * The rows of a matrix, made when they are first asked for and kept current: what becomes of each
 * VM on every host. VMs and vNICs share what rules cannot tell apart.
 */
import type { Host, Vm, Vnic } from '../../../shared/model/estate';
import type { CompiledRule } from '../rules/compiled-rule';
import { CLEAR, maskOf, type Tally } from '../rules/tally';
import { addTallies, NO_TALLIES, type Tallies, teamTally, totalOf } from './answers';
import { WordStore } from './bits';
import { BLOCK_EFFECTS, type Judge, MOVE_EFFECTS, reportedAt, tallyAt } from './judge';
import type { Changes } from './matrix-changes';
import { type Site, Targets } from './matrix-targets';
import type { VnicTallies } from './outcome';
import { type Place, switchNameOf } from './place';
import { PLANE, talliesAt } from './planes';
import {
  bearsOnMove,
  FATE,
  judgeVm,
  judgeVnic,
  type MoveSum,
  type SiteSum,
  sumUpMove,
  sumUpSite,
  VM_PLANES,
  type VmFate,
  type VnicFate,
} from './row-outcomes';
import { areSame, hashOf, type Stretch } from './row-sums';
import { type Row, RuleRows } from './rule-rows';
import type { AnswerCode } from './rule-tree';
import { Tallying } from './tallying';
import { type Subject, VmSide } from './vm-side';
import { OutlookTable } from './word-tables';

export interface VmRow {
  readonly source: Host | null;
  readonly fate: VmFate;
}

/** All answers about a VM: sets of hosts, shared by all VMs that a rule cannot tell apart. */
export interface VmAnswers {
  readonly vnics: readonly {
    /** Of the rules about the vNIC alone, in the order of `RuleSet.own`. */
    readonly own: readonly AnswerCode[];
    readonly rows: readonly Row[];
  }[];
  readonly move: readonly Row[];
}

/** The rules as rows, by the side that they are asked on. */
export interface RuleSet {
  readonly place: readonly RuleRows[];
  readonly own: readonly RuleRows[];
  readonly mixed: readonly RuleRows[];
  readonly member: readonly RuleRows[];
  readonly move: readonly RuleRows[];
}

/** Rows may be made anew as often as that, for each VM, before all is made anew. */
const REDONE_PER_VM = 2;
const ALL_HOSTS = -1;
const PATH_EFFECTS = maskOf('sriov', 'vmdq', 'disconnect');

export class MatrixRows {
  judge: Judge;
  readonly targets: Targets;
  /** Words to a plane. */
  readonly words: number;
  readonly rules: RuleSet;
  /** Those that verdicts hang on; the others are only told as reasons. */
  readonly #counting: RuleSet;
  readonly #movePerVm: readonly RuleRows[];
  readonly #movePerVnic: readonly RuleRows[];
  /** Rules about paths that bear on the move as well. */
  readonly #onMove: ReadonlySet<RuleRows>;
  readonly #side: VmSide;
  readonly #stretch: Stretch;
  readonly #store = new WordStore();
  readonly #sites: SiteSum[] = [];
  readonly #refusals: SiteSum;
  readonly #outlooks = new Map<string, OutlookTable>();
  /** By a hash of their rows. */
  readonly #moveSums = new Map<number, MoveSum[]>();
  readonly #vnicFates = new Map<number, VnicFate[]>();
  readonly #vmPlaces = new Map<string, number>();
  readonly #rows: (VmRow | undefined)[];
  #redone = 0;
  /** Of the vNIC or VM at hand. */
  readonly #pathRows: Row[] = [];
  readonly #moveRows: Row[] = [];

  constructor(judge: Judge) {
    this.judge = judge;
    this.targets = new Targets(judge);
    this.words = this.targets.words;
    this.#stretch = { words: this.words, from: 0, to: this.words };
    const current = () => this.judge;
    this.#side = new VmSide(this.targets, current);
    const rows = (rules: readonly CompiledRule[], within: Tally) =>
      rules.map((rule) => new RuleRows(rule, this.targets, this.#side, current, within));
    const { vnic, place, mixed, member, move } = judge.rules;
    this.rules = {
      place: rows(place, EVERYTHING),
      own: rows(vnic, EVERYTHING),
      mixed: rows(mixed, EVERYTHING),
      member: rows(member, EVERYTHING),
      move: rows(move, MOVE_EFFECTS),
    };
    this.#counting = {
      place: this.rules.place,
      own: this.rules.own.filter(counts),
      mixed: this.rules.mixed.filter(counts),
      member: this.rules.member.filter(counts),
      move: this.rules.move.filter(counts),
    };
    this.#movePerVm = this.#counting.move.filter(isPerVm);
    this.#movePerVnic = this.#counting.move.filter(isPerVnic);
    this.#onMove = new Set([...this.rules.mixed, ...this.rules.member].filter(bearsOnMove));
    this.#refusals = this.#siteOf(this.targets.site(null));
    for (const [at, vm] of judge.estate.vms.entries()) this.#vmPlaces.set(vm.id, at);
    this.#rows = new Array(judge.estate.vms.length).fill(undefined);
  }

  rowOf(vm: Vm): VmRow {
    const at = this.#vmPlaces.get(vm.id);
    if (at === undefined) throw new Error(`${vm.id} is not in the plan`);
    let row = this.#rows[at];
    if (row === undefined) {
      row = this.#makeRow(this.judge.estate.vms[at] as Vm);
      this.#rows[at] = row;
    }
    return row;
  }

  /** The answers of all rules, also of those that no verdict hangs on. */
  answersOf(vm: Vm): VmAnswers {
    const ofVm = this.#side.subjectOf(vm, this.#sourceOf(vm));
    const { own, mixed, member, move } = this.rules;
    const vnics = vm.vnics.map((vnic) => {
      const base = this.#siteOf(this.targets.site(switchNameOf(vnic)));
      const { site } = base;
      const subject = this.#withVnic(ofVm, vnic, site);
      const rows: Row[] = [...base.rows];
      for (const rules of [mixed, member]) {
        for (const rule of rules) {
          const row = rule.rowFor(subject, site);
          if (row !== null) rows.push(row);
        }
      }
      return { own: own.map((rule) => rule.answerAlone(subject)), rows };
    });
    const moveRows: Row[] = [];
    addRows(ofVm, move.filter(isPerVm), moveRows);
    for (const vnic of vm.vnics) {
      const site = this.targets.site(switchNameOf(vnic));
      addRows(this.#withVnic(ofVm, vnic, site), move.filter(isPerVnic), moveRows);
    }
    return { vnics, move: moveRows };
  }

  #sourceOf({ hostId }: Vm): Host | null {
    return hostId === null ? null : this.judge.host(hostId);
  }

  #makeRow(vm: Vm): VmRow {
    const source = this.#sourceOf(vm);
    const subject = this.#side.subjectOf(vm, source);
    const move: Row[] = [];
    addRows(subject, this.#movePerVm, move);
    let always: Tally = CLEAR;
    const vnics: VnicFate[] = [];
    for (const vnic of vm.vnics) {
      const base = this.#siteOf(this.targets.site(switchNameOf(vnic)));
      const ofVnic = this.#withVnic(subject, vnic, base.site);
      const { fate, effects } = this.#makeVnic(ofVnic, vnic, base);
      vnics.push(fate);
      always |= effects;
      addRows(ofVnic, this.#movePerVnic, move);
    }
    const fate: VmFate = {
      move: move.slice(),
      vnics,
      vnicsKnown: vm.vnicsKnown,
      always,
      planes: this.#store.take(VM_PLANES * this.words),
      isStale: false,
    };
    for (const row of move) row.users.push(fate);
    judgeVm(fate, this.#stretch, ALL_HOSTS, this.#refusals);
    return { source, fate };
  }

  #withVnic(ofVm: Subject, vnic: Vnic, site: Site): Subject {
    const host = ofVm.source === null ? -1 : this.targets.indexOf(ofVm.source.id);
    return this.#side.withVnic(ofVm, vnic, site, site.places[host] ?? null);
  }

  /** @returns what becomes of it, and what it means for the move on whichever host */
  #makeVnic(
    subject: Subject,
    vnic: Vnic,
    base: SiteSum,
  ): { readonly fate: VnicFate; readonly effects: Tally } {
    const { vm, source } = subject;
    const own = this.#ownTallies(subject);
    const now =
      source === null ? null : { own, there: this.#presentTallies(subject, base, source, vnic) };
    const outlook = this.#outlookFor({
      own: totalOf(own),
      now: now === null ? CLEAR : tallyAt(now),
      reported: reportedAt(vm, vnic, source, now),
    });
    // What a host cannot do at all holds at both ends.
    const blocks = source === null ? CLEAR : totalOf(this.#talliesAt(base, source)) & BLOCK_EFFECTS;
    this.#findPathRows(subject, base.site);
    return {
      effects: (own.rest & MOVE_EFFECTS) | blocks,
      fate: this.#vnicFate(base, own.settled, outlook),
    };
  }

  /** Into `#pathRows`, and those that bear on the move into `#moveRows`. */
  #findPathRows(subject: Subject, site: Site): void {
    this.#pathRows.length = 0;
    this.#moveRows.length = 0;
    for (const rules of [this.#counting.mixed, this.#counting.member]) {
      for (const rule of rules) {
        const row = rule.rowFor(subject, site);
        if (row === null) continue;
        this.#pathRows.push(row);
        if (this.#onMove.has(rule)) this.#moveRows.push(row);
      }
    }
  }

  #ownTallies(subject: Subject): Tallies {
    const tallying = new Tallying();
    for (const rule of this.#counting.own) tallying.add(rule.compiled, rule.answerAlone(subject));
    return tallying.total();
  }

  /** What the rules say where the vNIC is now. */
  #presentTallies(subject: Subject, base: SiteSum, source: Host, vnic: Vnic): Tallies {
    const { site } = base;
    const host = this.targets.indexOf(source.id);
    const place = site.places[host] as Place;
    const here = this.#side.numbersHere(place, subject, vnic);
    const sumUp = (rules: readonly RuleRows[], slot: number): Tallies => {
      const tallying = new Tallying();
      for (const rule of rules) {
        tallying.add(rule.compiled, rule.answerHere(subject, site, slot, host, here));
      }
      return tallying.total();
    };
    return addTallies(
      this.#talliesAt(base, source),
      sumUp(this.#counting.mixed, 0),
      place.members.length === 0
        ? NO_TALLIES
        : teamTally(
            place.members.map((_, slot) => sumUp(this.#counting.member, slot)),
            this.judge.assumptions,
          ),
    );
  }

  #talliesAt({ planes }: SiteSum, host: Host): Tallies {
    return talliesAt(planes, this.words, this.targets.indexOf(host.id));
  }

  #siteOf(site: Site): SiteSum {
    let sum = this.#sites[site.id];
    if (sum === undefined) {
      const rows = this.rules.place.map((rule) => rule.siteRow(site));
      sum = { site, rows, planes: this.#store.take(PLANE.count * this.words), isStale: false };
      for (const row of rows) row.users.push(sum);
      sumUpSite(sum, this.#stretch);
      this.#sites[site.id] = sum;
    }
    return sum;
  }

  #outlookFor(tallies: Omit<VnicTallies, 'there'>): OutlookTable {
    const own = tallies.own & PATH_EFFECTS;
    const now = tallies.now & PATH_EFFECTS;
    const key = `${own} ${now} ${tallies.reported?.join() ?? '?'}`;
    let outlook = this.#outlooks.get(key);
    if (outlook === undefined) {
      outlook = new OutlookTable(this.#outlooks.size, tallies);
      this.#outlooks.set(key, outlook);
    }
    return outlook;
  }

  /** Of the rows in `#moveRows`. */
  #moveSum(base: SiteSum): MoveSum {
    const rows = this.#moveRows;
    const alike = listAt(this.#moveSums, hashOf(rows, base.site.id));
    for (const sum of alike) if (sum.base === base && areSame(sum.rows, rows)) return sum;
    const planes = this.#store.take(PLANE.count * this.words);
    const sum: MoveSum = { base, rows: rows.slice(), planes, isStale: false };
    for (const row of sum.rows) row.users.push(sum);
    sumUpMove(sum, this.#stretch);
    alike.push(sum);
    return sum;
  }

  /** Of the rows in `#pathRows`. */
  #vnicFate(base: SiteSum, isSettled: boolean, outlook: OutlookTable): VnicFate {
    const rows = this.#pathRows;
    const alike = listAt(this.#vnicFates, hashOf(rows, outlook.id * 2 + (isSettled ? 1 : 0)));
    for (const fate of alike) {
      const isSame = fate.base === base && fate.isSettled === isSettled && fate.outlook === outlook;
      if (isSame && areSame(fate.rows, rows)) return fate;
    }
    const fate: VnicFate = {
      base,
      rows: rows.slice(),
      move: this.#moveSum(base),
      isSettled,
      outlook,
      planes: this.#store.take(FATE.count * this.words),
      isStale: false,
    };
    for (const row of fate.rows) row.users.push(fate);
    judgeVnic(fate, this.#stretch, ALL_HOSTS, this.#isUnsure);
    alike.push(fate);
    return fate;
  }

  get #isUnsure(): boolean {
    return this.judge.assumptions.setMember === 'unsure';
  }

  // ---- changes ----

  /** @returns whether the rows are those of the judge now; if not, they are of no more use */
  update(judge: Judge, { hosts, vms }: Changes): boolean {
    this.judge = judge;
    const paths = this.targets.replace(judge, hosts);
    if (paths === null) return false;
    const changed = new Set<string>(hosts.map((at) => (this.targets.hosts[at] as Host).id));
    // A VM takes what it has now from its host.
    const stale = new Set(vms);
    for (const [at, { hostId }] of judge.estate.vms.entries()) {
      if (hostId !== null && changed.has(hostId)) stale.add(at);
    }
    for (const at of stale) this.#rows[at] = undefined;
    // What nobody uses any more stays, and is kept current; now and then it is cleared up.
    this.#redone += stale.size;
    if (REDONE_PER_VM * this.#rows.length < this.#redone) return false;
    for (const host of hosts) this.#refreshHost(host, paths);
    return true;
  }

  #refreshHost(host: number, paths: ReadonlySet<string>): void {
    const { place, mixed, member, move } = this.rules;
    for (const rules of [place, mixed, member, move]) {
      for (const rule of rules) rule.refreshAll(host, paths);
    }
    const bit = 1 << (host & 31);
    const word = host >> 5;
    const stretch: Stretch = { words: this.words, from: word, to: word + 1 };
    for (const sum of this.#sites) if (sum.isStale) sumUpSite(sum, stretch);
    for (const sum of each(this.#moveSums)) {
      sum.isStale ||= sum.base.isStale;
      if (sum.isStale) sumUpMove(sum, stretch);
    }
    for (const fate of each(this.#vnicFates)) {
      fate.isStale ||= fate.base.isStale || fate.move.isStale;
      if (fate.isStale) judgeVnic(fate, stretch, bit, this.#isUnsure);
    }
    for (const row of this.#rows) {
      if (row === undefined) continue;
      const { fate } = row;
      if (fate.isStale || this.#refusals.isStale || fate.vnics.some(isStale)) {
        judgeVm(fate, stretch, bit, this.#refusals);
      }
      fate.isStale = false;
    }
    for (const sum of this.#sites) sum.isStale = false;
    for (const sum of each(this.#moveSums)) sum.isStale = false;
    for (const fate of each(this.#vnicFates)) fate.isStale = false;
  }
}

const EVERYTHING: Tally = -1;

function counts({ compiled }: RuleRows): boolean {
  return compiled.whenViolated !== CLEAR;
}

function isPerVnic({ compiled }: RuleRows): boolean {
  return compiled.perVnic;
}

function isPerVm(rule: RuleRows): boolean {
  return !isPerVnic(rule);
}

/** Of rules about the move. */
function addRows(subject: Subject, rules: readonly RuleRows[], rows: Row[]): void {
  for (let nth = 0; nth < rules.length; nth += 1) {
    const row = (rules[nth] as RuleRows).rowFor(subject, null);
    if (row !== null) rows.push(row);
  }
}

function isStale(fate: VnicFate): boolean {
  return fate.isStale;
}

function listAt<T>(lists: Map<number, T[]>, hash: number): T[] {
  let list = lists.get(hash);
  if (list === undefined) {
    list = [];
    lists.set(hash, list);
  }
  return list;
}

function* each<T>(lists: ReadonlyMap<number, readonly T[]>): Generator<T> {
  for (const list of lists.values()) yield* list;
}
