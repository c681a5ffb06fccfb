/**
 * The rows of a matrix, made when they are first asked for and kept current: what becomes of each
 * VM on every host. VMs and vNICs share what rules cannot tell apart.
 */
import type { Host, Vm, Vnic } from '../../../shared/model/estate';
import type { PathSet } from '../../../shared/model/verdict';
import type { CompiledRule } from '../rules/compiled-rule';
import { CLEAR, maskOf, type Tally } from '../rules/tally';
import { addTallies, NO_TALLIES, type Tallies, teamTally, totalOf } from './answers';
import type { Judge } from './judge';
import { BLOCK_EFFECTS, MOVE_EFFECTS, reportedAt, tallyAt } from './judge';
import type { Changes } from './matrix-changes';
import { type Site, Targets } from './matrix-targets';
import type { VnicTallies } from './outcome';
import { type Place, switchNameOf } from './place';
import { BEARS_ON_CELLS } from './planes';
import { type Bundle, Bundles, groupRules, RuleGroup, talliesOf } from './rule-groups';
import { type Row, RuleRows } from './rule-rows';
import type { AnswerCode } from './rule-tree';
import { Tallying } from './tallying';
import { VmFates } from './vm-fates';
import { type Subject, VmSide } from './vm-side';
import { VnicFates } from './vnic-fates';
import { OutlookTable } from './word-tables';

/** All answers about a VM: sets of hosts, shared by all VMs that a rule cannot tell apart. */
export interface VmAnswers {
  readonly vnics: readonly {
    /** Of the rules about the vNIC alone, in the order of `RuleSet.own`. */
    readonly own: readonly AnswerCode[];
    readonly rows: readonly Row[];
    /** Of the rules about the move that are asked per vNIC. */
    readonly move: readonly Row[];
  }[];
  /** Of the other rules about the move. */
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
/** How many VMs are looked at for what sets VMs apart. */
const SAMPLE = 128;
/** Sums of that many planes are expected for each VM; more of them only take longer to put. */
const EXPECTED_PLANES = 4;
const PATH_EFFECTS = maskOf('sriov', 'vmdq', 'disconnect');

export class MatrixRows {
  judge: Judge;
  readonly targets: Targets;
  /** Words to a plane. */
  readonly words: number;
  readonly rules: RuleSet;
  readonly vms: VmFates;
  readonly vnics: VnicFates;
  readonly #side: VmSide;
  readonly #bundles: Bundles;
  /** The rules that verdicts hang on; the others are only told as reasons. */
  readonly #own: readonly RuleRows[];
  readonly #member: readonly RuleRows[];
  /** Of the rules about both sides, those that say of who is there what they say of who comes. */
  readonly #steady: readonly RuleGroup[];
  readonly #otherHere: readonly RuleRows[];
  readonly #placeGroup: RuleGroup;
  readonly #pathGroups: readonly RuleGroup[];
  readonly #movePerVm: readonly RuleGroup[];
  readonly #movePerVnic: readonly RuleGroup[];
  readonly #bySite: Bundle[] = [];
  readonly #outlooks: OutlookTable[] = [];
  readonly #outlookOf = new Map<string, OutlookTable>();
  /** By site and host: what the rules that know only the place say of each member there. */
  readonly #membersHere = new Map<Site, (readonly Tallies[] | undefined)[]>();
  readonly #memberOfSite: readonly RuleRows[];
  readonly #memberByVnic: readonly RuleRows[];
  readonly #vmPlaces = new Map<string, number>();
  /** By VM: the place of its host; -1 where no source says. */
  readonly #hostOf: Int32Array;
  #redone = 0;

  constructor(judge: Judge) {
    this.judge = judge;
    this.targets = new Targets(judge);
    this.words = this.targets.words;
    const current = () => this.judge;
    this.#side = new VmSide(this.targets, current);
    const rows = (rules: readonly CompiledRule[], within: Tally) =>
      rules.map((rule) => new RuleRows(rule, this.targets, this.#side, current, within));
    const { vnic, place, mixed, member, move } = judge.rules;
    this.rules = {
      place: rows(place, BEARS_ON_CELLS),
      own: rows(vnic, BEARS_ON_CELLS),
      mixed: rows(mixed, BEARS_ON_CELLS),
      member: rows(member, BEARS_ON_CELLS),
      move: rows(move, BEARS_ON_CELLS & MOVE_EFFECTS),
    };
    this.#own = this.rules.own.filter(counts);
    const counted = this.rules.mixed.filter(counts);
    this.#otherHere = counted.filter(({ isOtherHere }) => isOtherHere);
    this.#member = this.rules.member.filter(counts);
    this.#memberOfSite = this.#member.filter(({ isOfSite }) => isOfSite);
    this.#memberByVnic = this.#member.filter(({ isOfSite }) => !isOfSite);
    const moving = this.rules.move.filter(counts);
    const { vms } = judge.estate;
    this.#bundles = new Bundles(
      this.words,
      vms.length * EXPECTED_PLANES,
      () => this.judge.assumptions.setMember === 'unsure',
    );
    const sample = this.#sample();
    const grouped = (rules: readonly RuleRows[], numbers: readonly Int32Array[]) =>
      groupRules(rules, numbers).map(
        (group) => new RuleGroup(group.rules, this.#bundles, group.isVaried),
      );
    this.#placeGroup = new RuleGroup(this.rules.place, this.#bundles);
    this.#steady = grouped(
      counted.filter(({ isOtherHere }) => !isOtherHere),
      sample.vnics,
    );
    this.#pathGroups = [
      ...this.#steady,
      ...grouped(this.#otherHere, sample.vnics),
      // What members of a team have in common shows only when all of their rules are added up.
      new RuleGroup(this.#member, this.#bundles),
    ];
    this.#movePerVm = grouped(moving.filter(isPerVm), sample.vms);
    this.#movePerVnic = grouped(moving.filter(isPerVnic), sample.vnics);
    const refusals = this.#siteBundle(this.targets.site(null));
    const vnics = vms.reduce((sum, vm) => sum + vm.vnics.length, 0);
    this.vnics = new VnicFates(this.#bundles, this.#outlooks, 1 + this.#pathGroups.length, vnics);
    this.vms = new VmFates(vms.length, this.#bundles, this.vnics, refusals.number);
    this.#hostOf = Int32Array.from(vms, ({ hostId }) => this.targets.indexOf(hostId));
    for (const [at, vm] of vms.entries()) this.#vmPlaces.set(vm.id, at);
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

  /** The place of a VM, whose fate is there afterwards. */
  placeOf(vm: Vm): number {
    const at = this.#vmPlaces.get(vm.id);
    if (at === undefined) throw new Error(`${vm.id} is not in the plan`);
    this.prepare(at);
    return at;
  }

  /** Works out what becomes of the VM at a place, if nobody asked yet. */
  prepare(at: number): void {
    if (!this.vms.has(at)) this.#judgeVm(at, this.judge.estate.vms[at] as Vm);
  }

  /** The place of a VM's host; -1 where no source says. */
  hostOf(at: number): number {
    return this.#hostOf[at] as number;
  }

  /** The present paths of a VM's vNICs, wherever it is. */
  presentPaths(at: number): readonly PathSet[] {
    return Array.from(this.vms.fatesOf(at), (fate) => this.vnics.nowOf(fate));
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
      const ofMove: Row[] = [];
      addRows(subject, move.filter(isPerVnic), ofMove);
      return { own: own.map((rule) => rule.answerAlone(subject)), rows, move: ofMove };
    });
    const ofMove: Row[] = [];
    addRows(ofVm, move.filter(isPerVm), ofMove);
    return { vnics, move: ofMove };
  }

  /** What hosts refuse whatever a VM is connected to. */
  get refusals(): readonly Row[] {
    return this.#siteBundle(this.targets.site(null)).rows;
  }

  #sourceOf({ hostId }: Vm): Host | null {
    return this.targets.hosts[this.targets.indexOf(hostId)] ?? null;
  }

  #judgeVm(at: number, vm: Vm): void {
    const source = this.#sourceOf(vm);
    const subject = this.#side.subjectOf(vm, source);
    const move = this.#movePerVm.map((group) => group.bundleFor(subject, null).number);
    let always: Tally = CLEAR;
    const fates: number[] = [];
    for (const vnic of vm.vnics) {
      const site = this.targets.site(switchNameOf(vnic));
      const ofVnic = this.#withVnic(subject, vnic, site);
      const { fate, effects } = this.#judgeVnic(ofVnic, vnic, site);
      fates.push(fate);
      always |= effects;
      for (const group of this.#movePerVnic) move.push(group.bundleFor(ofVnic, null).number);
    }
    this.vms.put(at, { move, fates, vnicsKnown: vm.vnicsKnown, always });
  }

  #withVnic(ofVm: Subject, vnic: Vnic, site: Site): Subject {
    const host = ofVm.source === null ? -1 : this.targets.indexOf(ofVm.source.id);
    return this.#side.withVnic(ofVm, vnic, site, site.places[host] ?? null);
  }

  /** @returns what becomes of it, and what it means for the move on whichever host */
  #judgeVnic(
    subject: Subject,
    vnic: Vnic,
    site: Site,
  ): { readonly fate: number; readonly effects: Tally } {
    const { vm, source } = subject;
    const bundles = [this.#siteBundle(site)];
    for (const group of this.#pathGroups) bundles.push(group.bundleFor(subject, site));
    const own = this.#ownTallies(subject);
    const now =
      source === null
        ? null
        : { own, there: this.#presentTallies(subject, site, source, vnic, bundles) };
    const outlook = this.#outlookFor({
      own: totalOf(own),
      now: now === null ? CLEAR : tallyAt(now),
      reported: reportedAt(vm, vnic, source, now),
    });
    // What a host cannot do at all holds at both ends.
    const blocks = source === null ? CLEAR : totalOf(this.#talliesAt(site, source)) & BLOCK_EFFECTS;
    return {
      effects: (own.rest & MOVE_EFFECTS) | blocks,
      fate: this.vnics.fateFor(
        outlook,
        own.settled,
        bundles.map(({ number }) => number),
      ),
    };
  }

  #ownTallies(subject: Subject): Tallies {
    const tallying = new Tallying();
    for (const rule of this.#own) tallying.add(rule.compiled, rule.answerAlone(subject));
    return tallying.total();
  }

  /** What the rules say where the vNIC is now; `bundles` as of one that comes. */
  #presentTallies(
    subject: Subject,
    site: Site,
    source: Host,
    vnic: Vnic,
    bundles: readonly Bundle[],
  ): Tallies {
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
    const ofSite = this.#membersAt(site, host, (slot) => sumUp(this.#memberOfSite, slot));
    let steady = 0;
    for (let nth = 0; nth <= this.#steady.length; nth += 1) {
      steady |= this.#bundles.planesAt(bundles[nth] as Bundle, host);
    }
    return addTallies(
      talliesOf(steady),
      sumUp(this.#otherHere, 0),
      place.members.length === 0
        ? NO_TALLIES
        : teamTally(
            ofSite.map((tallies, slot) => addTallies(tallies, sumUp(this.#memberByVnic, slot))),
            this.judge.assumptions,
          ),
    );
  }

  /** Of the rules about members that say the same of all who ask, by member. */
  #membersAt(site: Site, host: number, sumUp: (slot: number) => Tallies): readonly Tallies[] {
    let byHost = this.#membersHere.get(site);
    if (byHost === undefined) {
      byHost = [];
      this.#membersHere.set(site, byHost);
    }
    let found = byHost[host];
    if (found === undefined) {
      found = (site.places[host] as Place).members.map((_, slot) => sumUp(slot));
      byHost[host] = found;
    }
    return found;
  }

  /** Of the rules about places alone. */
  #talliesAt(site: Site, host: Host): Tallies {
    const at = this.targets.indexOf(host.id);
    return talliesOf(this.#bundles.planesAt(this.#siteBundle(site), at));
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
    let outlook = this.#outlookOf.get(key);
    if (outlook === undefined) {
      outlook = new OutlookTable(this.#outlooks.length, tallies);
      this.#outlooks.push(outlook);
      this.#outlookOf.set(key, outlook);
    }
    return outlook;
  }

  // ---- changes ----

  /** @returns whether the rows are those of the judge now; if not, they are of no more use */
  update(judge: Judge, { hosts, vms }: Changes): boolean {
    this.judge = judge;
    if (!this.targets.replace(judge, hosts)) return false;
    this.#side.forgetSources();
    for (const byHost of this.#membersHere.values()) {
      for (const host of hosts) byHost[host] = undefined;
    }
    for (const at of vms) {
      this.#hostOf[at] = this.targets.indexOf((judge.estate.vms[at] as Vm).hostId);
    }
    // A VM takes what it has now from its host.
    const changed = new Set(hosts);
    const stale = new Set(vms);
    for (let at = 0; at < this.#hostOf.length; at += 1) {
      if (changed.has(this.#hostOf[at] as number)) stale.add(at);
    }
    const asked = [...stale].filter((at) => this.vms.has(at));
    for (const at of asked) this.vms.forget(at);
    // What nobody uses any more stays, and is kept current; now and then it is cleared up.
    this.#redone += asked.length;
    if (REDONE_PER_VM * this.#hostOf.length < this.#redone) return false;
    for (const host of hosts) this.#refreshHost(host);
    for (const at of asked) this.prepare(at);
    return true;
  }

  #refreshHost(host: number): void {
    const { place, mixed, member, move } = this.rules;
    const markStale = (bundle: number) => this.#bundles.markStale(bundle);
    for (const rules of [place, mixed, member, move]) {
      for (const rule of rules) rule.refreshAll(host, markStale);
    }
    const tallies = this.#bundles.refresh(host);
    if (tallies.isOther.includes(1)) this.vms.refresh(tallies, this.vnics.refresh(tallies));
  }
}

/** Whether cells hang on it. */
function counts({ effect }: RuleRows): boolean {
  return 0 < effect.violated.length + effect.undecided.length;
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
