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
import {
  bearsOnMove,
  FATE,
  judgeVm,
  judgeVnic,
  VM_PLANES,
  type VmFate,
  type VnicFate,
} from './row-outcomes';
import type { Stretch } from './row-sums';
import { type Bundle, groupRules, RuleGroup, type Surroundings, talliesOf } from './rule-groups';
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
/** How many VMs are looked at for what sets VMs apart. */
const SAMPLE = 128;
const PATH_EFFECTS = maskOf('sriov', 'vmdq', 'disconnect');

export class MatrixRows {
  judge: Judge;
  readonly targets: Targets;
  /** Words to a plane. */
  readonly words: number;
  readonly rules: RuleSet;
  readonly #side: VmSide;
  readonly #stretch: Stretch;
  readonly #store = new WordStore();
  /** The rules that verdicts hang on; the others are only told as reasons. */
  readonly #own: readonly RuleRows[];
  readonly #mixed: readonly RuleRows[];
  readonly #member: readonly RuleRows[];
  readonly #placeGroup: RuleGroup;
  readonly #pathGroups: readonly RuleGroup[];
  readonly #movePerVm: readonly RuleGroup[];
  readonly #movePerVnic: readonly RuleGroup[];
  readonly #onMove: ReadonlySet<RuleGroup>;
  readonly #bySite: Bundle[] = [];
  readonly #refusals: Bundle;
  readonly #outlooks = new Map<string, OutlookTable>();
  /** By a hash of their bundles. */
  readonly #vnicFates = new Map<number, VnicFate[]>();
  readonly #vmPlaces = new Map<string, number>();
  readonly #rows: (VmRow | undefined)[];
  #redone = 0;

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
    this.#own = this.rules.own.filter(counts);
    this.#mixed = this.rules.mixed.filter(counts);
    this.#member = this.rules.member.filter(counts);
    const moving = this.rules.move.filter(counts);
    let bundles = 0;
    const around: Surroundings = {
      words: this.words,
      store: this.#store,
      isUnsure: () => this.judge.assumptions.setMember === 'unsure',
      nextId: () => {
        bundles += 1;
        return bundles;
      },
    };
    const sample = this.#sample();
    const grouped = (rules: readonly RuleRows[], numbers: readonly Int32Array[]) =>
      groupRules(rules, numbers).map((group) => new RuleGroup(group.rules, around, group.isVaried));
    this.#placeGroup = new RuleGroup(this.rules.place, around);
    this.#pathGroups = [
      ...grouped(this.#mixed, sample.vnics),
      // What members of a team have in common shows only when all of their rules are added up.
      new RuleGroup(this.#member, around),
    ];
    this.#movePerVm = grouped(moving.filter(isPerVm), sample.vms);
    this.#movePerVnic = grouped(moving.filter(isPerVnic), sample.vnics);
    this.#onMove = new Set([this.#placeGroup, ...this.#pathGroups].filter(bearsOnMove));
    this.#refusals = this.#siteBundle(this.targets.site(null));
    for (const [at, vm] of judge.estate.vms.entries()) this.#vmPlaces.set(vm.id, at);
    this.#rows = new Array(judge.estate.vms.length).fill(undefined);
  }

  /** Some VMs and vNICs as rules see them, to tell what sets them apart. */
  #sample(): { readonly vms: readonly Int32Array[]; readonly vnics: readonly Int32Array[] } {
    const { vms } = this.judge.estate;
    const step = Math.max(1, Math.floor(vms.length / SAMPLE));
    const ofVms: Int32Array[] = [];
    const ofVnics: Int32Array[] = [];
    for (let at = 0; at < vms.length; at += step) {
      const vm = vms[at] as Vm;
      const subject = this.#side.subjectOf(vm, this.#sourceOf(vm));
      ofVms.push(subject.numbers.slice());
      const vnic = vm.vnics.at(-1);
      if (vnic === undefined) continue;
      const site = this.targets.site(switchNameOf(vnic));
      ofVnics.push(this.#withVnic(subject, vnic, site).numbers.slice());
    }
    return { vms: ofVms, vnics: ofVnics };
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
      const site = this.targets.site(switchNameOf(vnic));
      const subject = this.#withVnic(ofVm, vnic, site);
      const rows: Row[] = [...this.#siteBundle(site).rows];
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
    const move = this.#movePerVm.map((group) => group.bundleFor(subject, null));
    let always: Tally = CLEAR;
    const vnics: VnicFate[] = [];
    for (const vnic of vm.vnics) {
      const site = this.targets.site(switchNameOf(vnic));
      const ofVnic = this.#withVnic(subject, vnic, site);
      const { fate, effects } = this.#makeVnic(ofVnic, vnic, site);
      vnics.push(fate);
      always |= effects;
      for (const group of this.#movePerVnic) move.push(group.bundleFor(ofVnic, null));
    }
    const fate: VmFate = {
      move,
      vnics,
      vnicsKnown: vm.vnicsKnown,
      always,
      planes: this.#store.take(VM_PLANES * this.words),
    };
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
    site: Site,
  ): { readonly fate: VnicFate; readonly effects: Tally } {
    const { vm, source } = subject;
    const own = this.#ownTallies(subject);
    const now =
      source === null ? null : { own, there: this.#presentTallies(subject, site, source, vnic) };
    const outlook = this.#outlookFor({
      own: totalOf(own),
      now: now === null ? CLEAR : tallyAt(now),
      reported: reportedAt(vm, vnic, source, now),
    });
    // What a host cannot do at all holds at both ends.
    const blocks = source === null ? CLEAR : totalOf(this.#talliesAt(site, source)) & BLOCK_EFFECTS;
    return {
      effects: (own.rest & MOVE_EFFECTS) | blocks,
      fate: this.#vnicFate(subject, site, own.settled, outlook),
    };
  }

  #ownTallies(subject: Subject): Tallies {
    const tallying = new Tallying();
    for (const rule of this.#own) tallying.add(rule.compiled, rule.answerAlone(subject));
    return tallying.total();
  }

  /** What the rules say where the vNIC is now. */
  #presentTallies(subject: Subject, site: Site, source: Host, vnic: Vnic): Tallies {
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
      this.#talliesAt(site, source),
      sumUp(this.#mixed, 0),
      place.members.length === 0
        ? NO_TALLIES
        : teamTally(
            place.members.map((_, slot) => sumUp(this.#member, slot)),
            this.judge.assumptions,
          ),
    );
  }

  /** Of the rules about places alone. */
  #talliesAt(site: Site, host: Host): Tallies {
    return talliesOf(this.#siteBundle(site), this.words, this.targets.indexOf(host.id));
  }

  #siteBundle(site: Site): Bundle {
    let bundle = this.#bySite[site.id];
    if (bundle === undefined) {
      bundle = this.#placeGroup.siteBundle(site);
      this.#bySite[site.id] = bundle;
    }
    return bundle;
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

  /** vNICs of which all rules say the same share it. */
  #vnicFate(subject: Subject, site: Site, isSettled: boolean, outlook: OutlookTable): VnicFate {
    const bundles = [this.#siteBundle(site)];
    let hash = outlook.id * 2 + (isSettled ? 1 : 0);
    for (const group of this.#pathGroups) {
      const bundle = group.bundleFor(subject, site);
      bundles.push(bundle);
      hash = Math.imul(hash ^ bundle.id, 0x01000193) ^ (hash >>> 15);
    }
    let alike = this.#vnicFates.get(hash);
    if (alike === undefined) {
      alike = [];
      this.#vnicFates.set(hash, alike);
    }
    for (const fate of alike) {
      const isSame = fate.isSettled === isSettled && fate.outlook === outlook;
      if (isSame && areSame(fate.bundles, bundles)) return fate;
    }
    const fate: VnicFate = {
      bundles,
      onMove: bundles.filter(({ of }) => this.#onMove.has(of)),
      isSettled,
      outlook,
      planes: this.#store.take(FATE.count * this.words),
      isStale: false,
    };
    judgeVnic(fate, this.#stretch, ALL_HOSTS);
    alike.push(fate);
    return fate;
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
    const asked = [...stale].filter((at) => this.#rows[at] !== undefined);
    for (const at of asked) this.#rows[at] = undefined;
    // What nobody uses any more stays, and is kept current; now and then it is cleared up.
    this.#redone += asked.length;
    if (REDONE_PER_VM * this.#rows.length < this.#redone) return false;
    for (const host of hosts) this.#refreshHost(host, paths);
    for (const at of asked) this.#rows[at] = this.#makeRow(judge.estate.vms[at] as Vm);
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
    const groups = [
      this.#placeGroup,
      ...this.#pathGroups,
      ...this.#movePerVm,
      ...this.#movePerVnic,
    ];
    for (const group of groups) group.refresh(stretch, bit);
    for (const alike of this.#vnicFates.values()) {
      for (const fate of alike) {
        fate.isStale = hasStale(fate.bundles);
        if (fate.isStale) judgeVnic(fate, stretch, bit);
      }
    }
    for (const row of this.#rows) {
      if (row === undefined) continue;
      const { fate } = row;
      if (this.#refusals.isStale || hasStale(fate.move) || hasStale(fate.vnics)) {
        judgeVm(fate, stretch, bit, this.#refusals);
      }
    }
    for (const group of groups) for (const bundle of group.bundles) bundle.isStale = false;
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

function hasStale(list: readonly { readonly isStale: boolean }[]): boolean {
  for (let nth = 0; nth < list.length; nth += 1) {
    if ((list[nth] as { readonly isStale: boolean }).isStale) return true;
  }
  return false;
}

function areSame<T>(some: readonly T[], others: readonly T[]): boolean {
  for (let nth = 0; nth < some.length; nth += 1) if (some[nth] !== others[nth]) return false;
  return some.length === others.length;
}
