/**
 * Judges VMs on hosts: asks every rule, keeps every answer, and says what can come of a move.
 *
 * Answers that depend on one side only (the vNIC, or the host with its switch) are worked out once
 * and kept; what needs both sides is asked per pair. The judge holds one state of the estate; a
 * changed estate gets a new judge.
 */
import type { Assumptions } from '../../../shared/model/assumptions';
import type { Cluster, Estate, Host, Vm, Vnic } from '../../../shared/model/estate';
import type { Cell, MoveKind, Outcome, PathSet } from '../../../shared/model/verdict';
import { DATAPATHS, MOVE_KINDS } from '../../../shared/model/verdict';
import type { Waiver } from '../../../shared/model/waiver';
import { type GuestFacts, guestFacts } from '../capability/guest-facts';
import { moveFacts } from '../capability/move-facts';
import { placeFacts } from '../capability/place-facts';
import { poolFacts } from '../capability/pool-facts';
import { type Catalogue, SHIPPED_CATALOGUE } from '../catalogue/catalogue';
import type { PlatformRow } from '../catalogue/records';
import { type CompiledRule, compileRule } from '../rules/compiled-rule';
import type { CaseFacts, Rule } from '../rules/rule';
import { CLEAR, certainty, maskOf, type Tally } from '../rules/tally';
import {
  type Answer,
  addTallies,
  ask,
  type Tallies,
  tallyAnswers,
  tallyMembers,
  totalOf,
} from './answers';
import { outcomesOf, outlookOf, type VnicOutlook, verdictOf } from './outcome';
import { type Place, placeOn, switchNameOf } from './place';
import { reportedPath } from './present-path';
import { NO_WAIVERS, type WaiverContext, Waivers } from './waivers';

/** A vNIC at a place: all path rules' answers there. */
export interface PlaceJudgement {
  readonly place: Place;
  readonly own: Tallies;
  readonly there: Tallies;
  readonly answers: () => readonly Answer[];
  /** The same answers by what they are about, to add them up anew. */
  readonly asked: AskedPlace;
}

/** All path rules' answers about a vNIC at a place. */
interface AskedPlace {
  readonly place: Place;
  readonly own: readonly Answer[];
  readonly hostSide: readonly Answer[];
  readonly byMember: readonly (readonly Answer[])[];
  readonly mixed: readonly Answer[];
}

/** What can come of a pair, by kind of move, with the paths that its vNICs get. */
export interface Outlook {
  readonly effects: Tally;
  readonly possible: Readonly<Record<MoveKind, readonly Outcome[]>>;
  /** One per vNIC. */
  readonly there: readonly PathSet[];
}

export interface VnicJudgement {
  readonly vnic: Vnic;
  readonly outlook: VnicOutlook;
  readonly reported: PathSet | null;
  /** `null` when no source says where the VM is. */
  readonly now: PlaceJudgement | null;
  readonly there: PlaceJudgement;
}

export interface PairJudgement {
  readonly vm: Vm;
  readonly source: Host | null;
  readonly target: Host;
  readonly vnics: readonly VnicJudgement[];
  readonly moveAnswers: readonly Answer[];
  /** Blocks, waits and warnings over everything. */
  readonly effects: Tally;
  readonly possible: Readonly<Record<MoveKind, readonly Outcome[]>>;
}

interface HostSide {
  readonly answers: readonly Answer[];
  readonly tallies: Tallies;
}

type RulesBySide = Readonly<Record<CompiledRule['side'], readonly CompiledRule[]>>;

export class Judge {
  readonly estate: Estate;
  readonly assumptions: Assumptions;
  readonly waivers: Waivers;
  /** What hardware and guest systems are looked up in. */
  readonly catalogue: Catalogue;
  readonly #ruleList: readonly Rule[];
  #withoutWaivers: Judge | null = null;
  // Made when somebody looks a record up: not every judge is asked for single ones.
  #hosts: ReadonlyMap<string, Host> | null = null;
  #vms: ReadonlyMap<string, Vm> | null = null;
  readonly #clusters: ReadonlyMap<string, Cluster>;
  readonly rules: RulesBySide;
  readonly #platforms = new Map<Host, PlatformRow | null>();
  readonly #guests = new Map<string, GuestFacts>();
  readonly #places = new Map<string, Place>();
  readonly #placeSides = new Map<Place, HostSide>();
  readonly #ownSides = new Map<Vnic, HostSide>();
  /** Of the VM asked about last: whoever asks goes from host to host with one VM. */
  readonly #presentPlaces = new Map<Vnic, PlaceJudgement>();
  #presentOf: Vm | null = null;

  /** @param waivers  reasons set aside: told among the answers, and counted for nothing */
  constructor(
    estate: Estate,
    assumptions: Assumptions,
    rules: readonly Rule[],
    waivers: readonly Waiver[] = [],
    catalogue: Catalogue = SHIPPED_CATALOGUE,
  ) {
    this.catalogue = catalogue;
    this.estate = estate;
    this.assumptions = assumptions;
    this.waivers = waivers.length === 0 ? NO_WAIVERS : new Waivers(waivers);
    this.#ruleList = rules;
    this.#clusters = new Map(estate.clusters.map((cluster) => [cluster.id, cluster]));
    this.rules = rulesBySide(rules);
  }

  /** Whether another judge goes by the same rules, assumptions, waivers and catalogue. */
  judgesLike(other: Judge): boolean {
    return (
      this.#ruleList === other.#ruleList &&
      this.catalogue === other.catalogue &&
      JSON.stringify(this.assumptions) === JSON.stringify(other.assumptions) &&
      JSON.stringify(this.waivers.list) === JSON.stringify(other.waivers.list)
    );
  }

  host(id: string): Host | null {
    this.#hosts ??= byId(this.estate.hosts);
    return this.#hosts.get(id) ?? null;
  }

  vm(id: string): Vm | null {
    this.#vms ??= byId(this.estate.vms);
    return this.#vms.get(id) ?? null;
  }

  clusterOf(host: Host): Cluster | null {
    return host.clusterId === null ? null : (this.#clusters.get(host.clusterId) ?? null);
  }

  /** All of one VM on one host, with the answers behind it. */
  judge(vm: Vm, target: Host): PairJudgement {
    const source = vm.hostId === null ? null : this.host(vm.hostId);
    const vnics = vm.vnics.map((vnic) => this.#judgeVnic(vm, vnic, source, target));
    const moveAnswers = source?.id === target.id ? [] : this.#askMove(vm, source, target);
    let effects = totalOf(tallyAnswers(moveAnswers)) & MOVE_EFFECTS;
    for (const { there, now } of vnics) {
      effects |= judgedEffects(addTallies(there.own, there.there));
      // What a host cannot do at all (no live migration on a client) holds at both ends.
      if (now !== null) effects |= this.#placeBlocks(now.place);
    }
    effects |= this.hostBlocks(target);
    return {
      vm,
      source,
      target,
      vnics,
      moveAnswers,
      effects,
      possible: possibleOutcomes(
        vm,
        effects,
        vnics.map((vnic) => vnic.outlook),
      ),
    };
  }

  /**
   * The pair as it would be if some answers did not count: what a fix does, or a waiver. Nothing is
   * asked again.
   */
  sparing(pair: PairJudgement, isSpared: (answer: Answer) => boolean): Outlook {
    const { vm, source, target } = pair;
    const blocksAt = (place: Place) =>
      totalOf(tallyAnswers(this.#placeSide(place).answers, isSpared)) & BLOCK_EFFECTS;
    let effects = totalOf(tallyAnswers(pair.moveAnswers, isSpared)) & MOVE_EFFECTS;
    const outlooks = pair.vnics.map(({ vnic, now, there }) => {
      const thereNow = this.#addUp(there.asked, isSpared);
      const nowNow = now === null ? null : this.#addUp(now.asked, isSpared);
      effects |= judgedEffects(addTallies(thereNow.own, thereNow.there));
      if (nowNow !== null) effects |= blocksAt(nowNow.place);
      return outlookOf({
        own: totalOf(thereNow.own),
        now: nowNow === null ? CLEAR : tallyAt(nowNow),
        there: tallyAt(thereNow),
        reported: reportedAt(vm, vnic, source, nowNow),
      });
    });
    effects |= blocksAt(this.#placeNamed(target, null));
    return {
      effects,
      possible: possibleOutcomes(vm, effects, outlooks),
      there: outlooks.map((outlook) => outlook.there),
    };
  }

  /** The judge of the same estate for whom nothing is set aside. */
  get withoutWaivers(): Judge {
    if (this.waivers.isEmpty) return this;
    this.#withoutWaivers ??= new Judge(
      this.estate,
      this.assumptions,
      this.#ruleList,
      [],
      this.catalogue,
    );
    return this.#withoutWaivers;
  }

  /** One cell of the matrix. */
  cell(vm: Vm, target: Host, kind: MoveKind): Cell {
    const pair = this.judge(vm, target);
    const isHere = pair.source?.id === target.id;
    const warned = certainty(pair.effects, 'warn') === 'yes';
    return {
      outcome: isHere ? 'here' : verdictOf(pair.possible[kind]),
      path: worstPath(pair.vnics.map(({ outlook }) => (isHere ? outlook.now : outlook.there))),
      warned: warned && !isHere,
    };
  }

  /** What the host refuses whatever the VM is connected to. */
  hostBlocks(host: Host): Tally {
    return this.#placeBlocks(this.#placeNamed(host, null));
  }

  placeFor(host: Host, vnic: Vnic): Place {
    return this.#placeNamed(host, switchNameOf(vnic));
  }

  /** @param switchName  `null` for a vNIC that asks for none */
  placeNamed(host: Host, switchName: string | null): Place {
    return this.#placeNamed(host, switchName);
  }

  hostSideTallies(place: Place): Tallies {
    return this.#placeSide(place).tallies;
  }

  /** What does not depend on the target: the vNIC's own part, and its present path. */
  presentSide(vm: Vm, vnic: Vnic, source: Host | null) {
    const now = this.#judgePresent(vm, vnic, source);
    return {
      own: this.#ownSide(vm, vnic).tallies,
      now:
        now === null
          ? null
          : { place: now.place, tally: tallyAt(now), blocks: this.#placeBlocks(now.place) },
      reported: reportedAt(vm, vnic, source, now),
    };
  }

  readonly platformOf = (host: Host): PlatformRow | null => {
    let platform = this.#platforms.get(host);
    if (platform === undefined) {
      const model = host.facts.processorModel;
      platform = model.state === 'known' ? this.catalogue.findPlatform(model.value) : null;
      this.#platforms.set(host, platform);
    }
    return platform;
  };

  guest(vm: Vm): GuestFacts {
    let facts = this.#guests.get(vm.id);
    if (facts === undefined) {
      facts = guestFacts(vm, this.catalogue);
      this.#guests.set(vm.id, facts);
    }
    return facts;
  }

  #judgeVnic(vm: Vm, vnic: Vnic, source: Host | null, target: Host): VnicJudgement {
    const now = this.#judgePresent(vm, vnic, source);
    const place = this.placeFor(target, vnic);
    const there =
      now?.place === place ? now : this.#judgePlace(vm, vnic, place, now?.place ?? null);
    const reported = reportedAt(vm, vnic, source, now);
    const outlook = outlookOf({
      own: totalOf(there.own),
      now: now === null ? CLEAR : tallyAt(now),
      there: tallyAt(there),
      reported,
    });
    return { vnic, outlook, reported, now, there };
  }

  #judgePresent(vm: Vm, vnic: Vnic, source: Host | null): PlaceJudgement | null {
    if (source === null) return null;
    if (this.#presentOf !== vm) {
      this.#presentPlaces.clear();
      this.#presentOf = vm;
    }
    let now = this.#presentPlaces.get(vnic);
    if (now === undefined) {
      const present = this.placeFor(source, vnic);
      now = this.#judgePlace(vm, vnic, present, present);
      this.#presentPlaces.set(vnic, now);
    }
    return now;
  }

  #judgePlace(vm: Vm, vnic: Vnic, place: Place, present: Place | null): PlaceJudgement {
    const hostSide = this.#placeSide(place);
    const ownSide = this.#ownSide(vm, vnic);
    const facts: CaseFacts = {
      vnic: vnic.facts,
      vm: vm.facts,
      guest: this.guest(vm),
      host: place.host.facts,
      ...(place.switch === null ? {} : { switch: place.switch.facts }),
      place: placeFacts(place, vm, vnic, present),
      pool: poolFacts(place, vm, vnic, present?.host.id === place.host.id, this),
    };
    const about = { ...aboutPlace(place), vm: vm.id, vnic: vnic.id };
    const asked: AskedPlace = {
      place,
      own: ownSide.answers,
      hostSide: hostSide.answers,
      byMember: place.members.map((member) => {
        const ofMember = { ...about, adapter: member.named.id };
        return this.rules.member.map((rule) =>
          ask(rule, { ...facts, adapter: member.facts }, this, ofMember, member),
        );
      }),
      mixed: this.rules.mixed.map((rule) => ask(rule, facts, this, about)),
    };
    return {
      place,
      own: ownSide.tallies,
      there: addTallies(
        hostSide.tallies,
        tallyAnswers(asked.mixed),
        tallyMembers(asked.byMember, this.assumptions),
      ),
      asked,
      answers: () => [...asked.hostSide, ...asked.byMember.flat(), ...asked.own, ...asked.mixed],
    };
  }

  #addUp(asked: AskedPlace, isSpared: (answer: Answer) => boolean) {
    return {
      place: asked.place,
      own: tallyAnswers(asked.own, isSpared),
      there: addTallies(
        tallyAnswers(asked.hostSide, isSpared),
        tallyAnswers(asked.mixed, isSpared),
        tallyMembers(asked.byMember, this.assumptions, isSpared),
      ),
    };
  }

  #askMove(vm: Vm, source: Host | null, target: Host): readonly Answer[] {
    const facts: CaseFacts = {
      vm: vm.facts,
      guest: this.guest(vm),
      ...(source === null ? {} : { source: source.facts }),
      target: target.facts,
      cluster: this.clusterOf(target)?.facts ?? {},
      move: moveFacts(vm, source, target, this.platformOf),
    };
    const host = source === null ? target.id : [target.id, source.id];
    const about: WaiverContext = { host, vm: vm.id };
    return this.rules.move.flatMap((rule) =>
      rule.perVnic
        ? vm.vnics.map((vnic) =>
            ask(rule, { ...facts, vnic: vnic.facts }, this, { ...about, vnic: vnic.id }),
          )
        : [ask(rule, facts, this, about)],
    );
  }

  #placeNamed(host: Host, name: string | null): Place {
    const key = `${host.id}\n${name?.toLowerCase() ?? ''}`;
    let place = this.#places.get(key);
    if (place === undefined) {
      place = placeOn(host, name, this.catalogue);
      this.#places.set(key, place);
    }
    return place;
  }

  #placeBlocks(place: Place): Tally {
    return totalOf(this.#placeSide(place).tallies) & BLOCK_EFFECTS;
  }

  #placeSide(place: Place): HostSide {
    let side = this.#placeSides.get(place);
    if (side === undefined) {
      const facts: CaseFacts = {
        host: place.host.facts,
        ...(place.switch === null ? {} : { switch: place.switch.facts }),
      };
      const about = aboutPlace(place);
      const answers = this.rules.place.map((rule) => ask(rule, facts, this, about));
      side = { answers, tallies: tallyAnswers(answers) };
      this.#placeSides.set(place, side);
    }
    return side;
  }

  #ownSide(vm: Vm, vnic: Vnic): HostSide {
    let side = this.#ownSides.get(vnic);
    if (side === undefined) {
      const facts: CaseFacts = { vnic: vnic.facts, vm: vm.facts, guest: this.guest(vm) };
      const about: WaiverContext = { vm: vm.id, vnic: vnic.id };
      const answers = this.rules.vnic.map((rule) => ask(rule, facts, this, about));
      side = { answers, tallies: tallyAnswers(answers) };
      this.#ownSides.set(vnic, side);
    }
    return side;
  }
}

// Every edit makes a new judge, of the same rules.
const COMPILED = new WeakMap<readonly Rule[], RulesBySide>();

function rulesBySide(rules: readonly Rule[]): RulesBySide {
  let found = COMPILED.get(rules);
  if (found === undefined) {
    const compiled = rules.map(compileRule);
    const bySide = (side: CompiledRule['side']) => compiled.filter((rule) => rule.side === side);
    found = {
      vnic: bySide('vnic'),
      place: bySide('place'),
      member: bySide('member'),
      mixed: bySide('mixed'),
      move: bySide('move'),
    };
    COMPILED.set(rules, found);
  }
  return found;
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** The worst of the best cases of several vNICs; `null` for none. */
export function worstPath(sets: readonly PathSet[]): Cell['path'] {
  let worst: Cell['path'] = null;
  for (const [best] of sets) {
    if (best === undefined) continue;
    if (worst === null || DATAPATHS.indexOf(worst) < DATAPATHS.indexOf(best)) worst = best;
  }
  return worst;
}

/** Of what holds at a place, the part that bears on the move as a whole. */
export function judgedEffects(tallies: Tallies): Tally {
  return totalOf(tallies) & MOVE_EFFECTS;
}

export type Sums = Pick<PlaceJudgement, 'own' | 'there'>;

export const BLOCK_EFFECTS = maskOf('live', 'quick', 'offline');
export const MOVE_EFFECTS = BLOCK_EFFECTS | maskOf('queue', 'warn');
const ANY_PATH: PathSet = ['sriov', 'vmdq', 'software'];
export const ANYTHING = { relations: new Set(['keeps', 'falls-back'] as const) };

function aboutPlace({ host, switch: found }: Place): WaiverContext {
  return found === null ? { host: host.id } : { host: host.id, switch: found.id };
}

function possibleOutcomes(
  vm: Vm,
  effects: Tally,
  outlooks: readonly VnicOutlook[],
): Outlook['possible'] {
  const relations = vm.vnicsKnown ? outlooks : [...outlooks, ANYTHING];
  return Object.fromEntries(
    MOVE_KINDS.map((kind) => [kind, outcomesOf(kind, effects, relations)]),
  ) as Record<MoveKind, readonly Outcome[]>;
}

/** The reported path; a host cannot report one for a vNIC that is not connected. */
export function reportedAt(
  vm: Vm,
  vnic: Vnic,
  source: Host | null,
  now: Sums | null,
): PathSet | null {
  if (source === null) return ANY_PATH;
  const isCut =
    now !== null &&
    addTallies(now.own, now.there).settled &&
    certainty(tallyAt(now) | now.own.rest, 'disconnect') === 'yes';
  return isCut ? null : reportedPath(vm, vnic);
}

/** The tally at a place without what the vNIC itself contributes, path part only once settled. */
export function tallyAt({ own, there }: Sums): Tally {
  return addTallies(own, there).settled ? there.rest : totalOf(there);
}
