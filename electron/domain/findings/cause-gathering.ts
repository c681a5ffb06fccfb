/** Counts the causes of VM after VM: of each thing at fault, and of like things together. */
import { CAUSE_EFFECTS, type CauseKind, type CauseThing } from '../../../shared/model/cause';
import type { Host, Vm } from '../../../shared/model/estate';
import type { Listed, NamedRecord, PlacedRecord } from '../../../shared/model/report';
import { type MoveKind, OUTCOMES, type Outcome } from '../../../shared/model/verdict';
import type { Rule } from '../rules/rule';
import { type Bits, hasBit, lowestOf } from '../verdict/bits';
import type { Judge } from '../verdict/judge';
import type { Matrix } from '../verdict/matrix';
import { AfterFix, type Sparing } from './after-fix';
import { Counts, type EffectHosts, sizeOf, Total, worstFirst } from './cause-counts';
import { addAll, addBoth, type HostSets, isEmpty, keepOnly, takeAway } from './host-sets';
import { MissingMoves } from './missing-moves';
import { SYMPTOM_OF } from './symptoms';
import type { Things } from './things';
import { causesOfVm, type VmCause } from './vm-causes';
import { MoveSurvey, type VmMoves } from './vm-moves';

export interface NameLimits {
  readonly namesPerCause: number;
  readonly namesPerThing: number;
}

/** One rule about one kind of thing. */
export interface Like {
  readonly id: string;
  readonly rule: Rule;
  readonly result: VmCause['result'];
  readonly kind: CauseKind;
  readonly counts: Counts;
  /** By thing: of those that stand on targets one count per host. */
  readonly things: Map<Things, Counts>;
  /** Of the hosts that VMs come from, by id. */
  readonly sources: Map<string, { readonly record: PlacedRecord; readonly counts: Counts }>;
  /** The first move; its words are told. */
  readonly vm: Vm;
  readonly target: Host;
  readonly subject: PlacedRecord | null;
}

/** The causes of the VM under way that are alike. */
interface LikeNow {
  readonly like: Like;
  readonly causes: Counted[];
  readonly sparings: Unsettled[];
}

interface Counted {
  readonly cause: VmCause;
  /** Of the things at fault; `null` when it is the VM itself. */
  readonly counts: Counts | null;
}

/** A cause with the hosts for which it has to be worked out what its fix leaves. */
interface Unsettled extends Counted {
  readonly unsettled: Bits;
  readonly sparing: Sparing;
}

/** Hosts that refuse the move by another rule, whichever of the things is mended. */
function stillBlockedByAll({ causes }: LikeNow, sets: HostSets): Bits {
  const hosts = sets.none();
  for (const { cause } of causes) addAll(hosts, cause.stillBlocked);
  return hosts;
}

const SYMPTOMS = Object.keys(SYMPTOM_OF);

export class CauseGathering {
  readonly outcomes = Object.fromEntries(OUTCOMES.map((one) => [one, 0])) as Record<
    Outcome,
    number
  >;
  readonly missing: MissingMoves;
  readonly #survey: MoveSurvey;
  readonly #fix: AfterFix;
  readonly #vms: readonly Vm[];
  readonly #limits: NameLimits;
  readonly #likes = new Map<string, Like>();
  /** What goes at the host at hand. */
  readonly #some: Sparing[] = [];

  /** @param vms  in the order in which they will be added */
  constructor(
    judge: Judge,
    matrix: Matrix,
    kind: MoveKind,
    vms: readonly Vm[],
    limits: NameLimits,
  ) {
    this.#survey = new MoveSurvey(judge, matrix, kind);
    this.#fix = new AfterFix(this.#survey);
    this.missing = new MissingMoves(this.#survey);
    this.#vms = vms;
    this.#limits = limits;
  }

  add(at: number): void {
    const moves = this.#survey.of(this.#vms[at] as Vm);
    if (moves === null) return;
    for (const outcome of OUTCOMES) this.outcomes[outcome] += sizeOf(moves.outcomes[outcome]);
    this.missing.add(moves);
    const { causes, doubted } = causesOfVm(this.#survey, moves);
    if (causes.length === 0) return;
    const alike = new Map<Like, LikeNow>();
    for (const cause of causes) {
      const like = this.#like(cause, moves);
      const one = { cause, counts: this.#countsOf(like, cause) };
      const now = alike.get(like);
      if (now === undefined) alike.set(like, { like, causes: [one], sparings: [] });
      else now.causes.push(one);
    }
    const likes = [...alike.values()];
    this.#countMoves(at, likes, doubted);
    this.#countAfter(moves, likes);
  }

  /** The worst first. */
  list(): readonly { readonly like: Like; readonly total: Total }[] {
    const all = [...this.#likes.values()].map((like) => {
      const total = new Total(like.subject);
      like.counts.addTo(total, 0);
      return { like, total };
    });
    return all.sort((a, b) => worstFirst(a.total, b.total) || (a.like.id < b.like.id ? -1 : 1));
  }

  /** Of one cause: the things at fault, the worst first. */
  thingsOf({ things, sources }: Like, limit: number): Listed<CauseThing> {
    const totals = new Map<string, Total>();
    const of = (record: PlacedRecord): Total => {
      let total = totals.get(record.id);
      if (total === undefined) {
        total = new Total(record);
        totals.set(record.id, total);
      }
      return total;
    };
    for (const [thing, counts] of things) {
      for (let host = 0; host < counts.places; host += 1) {
        if (counts.vmCountAt(host) === 0) continue;
        counts.addTo(of(this.#survey.things.recordAt(thing, host)), host);
      }
    }
    for (const { record, counts } of sources.values()) counts.addTo(of(record), 0);
    const sorted = [...totals.values()].sort(worstFirst);
    return {
      total: sorted.length,
      items: sorted.slice(0, limit).map((total) => ({
        subject: total.record as PlacedRecord,
        counts: total.counts,
        vms: this.namesOf(total, this.#limits.namesPerThing),
        after: total.after,
      })),
    };
  }

  namesOf({ vms, vmCount }: Total, limit: number): Listed<NamedRecord> {
    const places = [...new Set(vms)].sort((a, b) => a - b).slice(0, limit);
    return {
      total: vmCount,
      items: places.map((place) => {
        const { id, name } = this.#vms[place] as Vm;
        return { id, name };
      }),
    };
  }

  symptomsOf({ symptoms }: Total): string[] {
    return SYMPTOMS.filter((_, at) => ((symptoms >> at) & 1) === 1);
  }

  #countMoves(vm: number, likes: readonly LikeNow[], doubted: Bits): void {
    const causes = likes.flatMap((now) => now.causes);
    const effects = this.#effectsOf(
      causes.map(({ cause }) => cause),
      doubted,
    );
    for (const [nth, { cause, counts }] of causes.entries()) {
      const of = effects[nth] as EffectHosts;
      if (counts === null) continue;
      if (typeof cause.blames === 'object') counts.addByHost(vm, cause.told, of);
      else counts.addAll(vm, of);
    }
    const together = likes.map((now) => this.#together(now));
    for (const [nth, of] of this.#effectsOf(together, doubted).entries()) {
      (likes[nth] as LikeNow).like.counts.addAll(vm, of);
    }
  }

  #countAfter(moves: VmMoves, likes: readonly LikeNow[]): void {
    const { sets } = this.#survey;
    const fix = this.#fix;
    fix.begin(moves);
    const open = sets.none();
    for (const now of likes) {
      for (const { cause, counts } of now.causes) {
        const unsettled = sets.copy(cause.turned);
        takeAway(unsettled, cause.stillBlocked);
        addAll(open, unsettled);
        if (!isEmpty(unsettled)) {
          now.sparings.push({ counts, cause, unsettled, sparing: fix.sparing(cause) });
        }
        if (counts !== null && typeof cause.blames === 'object') {
          counts.addBlockedByHost(cause.stillBlocked);
        } else counts?.addBlockedOfAll(cause.stillBlocked);
        this.#addSymptoms(now.like, cause, counts);
      }
      now.like.counts.addBlockedOfAll(stillBlockedByAll(now, sets));
    }
    for (let word = 0; word < open.length; word += 1) {
      for (let left = open[word] as number; left !== 0; left &= left - 1) {
        const host = word * 32 + lowestOf(left);
        for (let nth = 0; nth < likes.length; nth += 1) {
          this.#countAfterAt(host, likes[nth] as LikeNow);
        }
      }
    }
    for (const { like, causes } of likes) {
      like.counts.endVm();
      for (const { cause, counts } of causes) {
        if (typeof cause.blames !== 'object') counts?.endVm();
      }
    }
  }

  #countAfterAt(host: number, { like, sparings }: LikeNow): void {
    const some = this.#some;
    some.length = 0;
    for (let nth = 0; nth < sparings.length; nth += 1) {
      const one = sparings[nth] as Unsettled;
      if (!hasBit(one.unsettled, host)) continue;
      some.push(one.sparing);
      const { counts, cause } = one;
      const after = this.#fix.at(host, one.sparing);
      if (counts !== null) {
        if (typeof cause.blames === 'object') counts.addAfterByHost(host, after);
        else counts.addAfterOfAll(after);
      }
      if (sparings.length === 1) like.counts.addAfterOfAll(after);
    }
    if (sparings.length === 1 || some.length === 0) return;
    like.counts.addAfterOfAll(this.#fix.at(host, ...some));
  }

  #addSymptoms(like: Like, { symptoms, turned, blames }: VmCause, counts: Counts | null): void {
    for (const { compiled, hosts } of symptoms) {
      const told = this.#survey.sets.copy(hosts);
      keepOnly(told, turned);
      if (isEmpty(told)) continue;
      const symptom = SYMPTOMS.indexOf(compiled.rule.id);
      counts?.addSymptom(symptom, typeof blames === 'object' ? told : null);
      like.counts.addSymptom(symptom, null);
    }
  }

  /** By cause, the hosts of each effect, and where nothing else has it. */
  #effectsOf(causes: readonly EffectsNow[], doubted: Bits): EffectHosts[] {
    const { sets } = this.#survey;
    const all = causes.map(({ blocked, falls, undecided, behind, waits, warned }) => [
      blocked,
      falls,
      undecided,
      behind,
      waits,
      warned,
    ]);
    const alone = causes.map((): Bits[] => []);
    for (let effect = 0; effect < CAUSE_EFFECTS.length; effect += 1) {
      const once = sets.none();
      const twice = sets.none();
      if (CAUSE_EFFECTS[effect] === 'undecided') addAll(twice, doubted);
      for (const of of all) {
        addBoth(twice, once, of[effect] as Bits);
        addAll(once, of[effect] as Bits);
      }
      for (const [nth, of] of all.entries()) {
        const some = sets.copy(of[effect] as Bits);
        takeAway(some, twice);
        alone[nth]?.push(some);
      }
    }
    return all.map((moves, nth) => ({ moves, alone: alone[nth] as Bits[] }));
  }

  #together({ causes }: LikeNow): EffectsNow {
    const [first] = causes;
    if (causes.length === 1 && first !== undefined) return first.cause;
    const { sets } = this.#survey;
    const union = (of: (cause: VmCause) => Bits) => {
      const some = sets.none();
      for (const { cause } of causes) addAll(some, of(cause));
      return some;
    };
    return {
      blocked: union((one) => one.blocked),
      falls: union((one) => one.falls),
      undecided: union((one) => one.undecided),
      behind: union((one) => one.behind),
      waits: union((one) => one.waits),
      warned: union((one) => one.warned),
    };
  }

  #countsOf(like: Like, { blames, record }: VmCause): Counts | null {
    if (blames === 'vm') return null;
    const limit = this.#limits.namesPerThing;
    if (blames === 'source') {
      if (record === null) return null;
      let of = like.sources.get(record.id);
      if (of === undefined) {
        of = { record, counts: new Counts(1, limit) };
        like.sources.set(record.id, of);
      }
      return of.counts;
    }
    let counts = like.things.get(blames);
    if (counts === undefined) {
      counts = new Counts(this.#survey.matrix.rows.targets.hosts.length, limit);
      like.things.set(blames, counts);
    }
    return counts;
  }

  #like({ compiled: { rule }, result, blames, record, told }: VmCause, { vm }: VmMoves): Like {
    const kind =
      blames === 'vm' ? 'vm' : blames === 'source' ? (record?.kind as CauseKind) : blames.kind;
    const id = idOf(rule, result, kind);
    let like = this.#likes.get(id);
    if (like === undefined) {
      const host = this.#firstOf(told);
      const { things } = this.#survey;
      like = {
        id,
        rule,
        result,
        kind,
        counts: new Counts(1, this.#limits.namesPerCause),
        things: new Map(),
        sources: new Map(),
        vm,
        target: things.hostAt(host),
        subject: typeof blames === 'object' ? things.recordAt(blames, host) : record,
      };
      this.#likes.set(id, like);
    }
    return like;
  }

  #firstOf(hosts: Bits): number {
    for (let word = 0; word < hosts.length; word += 1) {
      const one = hosts[word] as number;
      if (one !== 0) return word * 32 + lowestOf(one);
    }
    throw new Error('a cause without a move');
  }
}

type EffectsNow = Pick<VmCause, 'blocked' | 'falls' | 'undecided' | 'behind' | 'waits' | 'warned'>;

function idOf(rule: Rule, result: VmCause['result'], kind: CauseKind): string {
  return `${rule.id} ${result} ${kind}`;
}
