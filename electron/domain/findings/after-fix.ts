/**
 * What a move would come to without some answers: what a fix does. The answers at a host are added
 * up again without those, as `Judge.sparing` does with a single pair.
 */
import type { Vm } from '../../../shared/model/estate';
import { type MoveKind, OUTCOMES, type Outcome } from '../../../shared/model/verdict';
import type { CompiledRule } from '../rules/compiled-rule';
import type { Rule } from '../rules/rule';
import { SHIFT, type Tally } from '../rules/tally';
import { type Answer, addTallies, tallyAnswers, tallyMembers, totalOf } from '../verdict/answers';
import { type Bits, hasBit } from '../verdict/bits';
import { ANYTHING, BLOCK_EFFECTS, type Judge, reportedAt, tallyAt } from '../verdict/judge';
import type { Site } from '../verdict/matrix-targets';
import { PLANE } from '../verdict/planes';
import type { Row } from '../verdict/rule-rows';
import { holdsFor } from '../verdict/waivers';
import { bitsOfRelations, OUTCOME_OF, TOGETHER } from '../verdict/word-tables';
import { OUTLOOK, type OutlookCodes } from './outlook-codes';
import { recordToSpare } from './record-to-spare';
import type { VmCause } from './vm-causes';
import type { MoveSurvey, VmMoves, VnicMoves } from './vm-moves';

/** A row of the VM, with the tally that its answer adds. */
interface Asked {
  readonly compiled: CompiledRule;
  /** Which of the VM's vNICs; -1 for what is about the move. */
  readonly vnic: number;
  readonly site: Site | null;
  /** Which member of a team; -1 for what is about the place. */
  readonly slot: number;
  readonly bits: Bits;
  readonly whenViolated: Tally;
  readonly whenUndecided: Tally;
  /** The question for which it was left out last. */
  sparedIn: number;
}

/** What is the same on all hosts. */
interface Present {
  readonly outlooks: readonly OutlookCodes[];
  readonly ownIsSettled: readonly boolean[];
  readonly always: Tally;
}

/** A cause, with what of the VM's answers goes when it goes. */
export interface Sparing {
  readonly cause: VmCause;
  readonly spares: readonly Asked[];
  readonly symptoms: readonly { readonly asked: readonly Asked[]; readonly hosts: Bits }[];
  readonly present: Present;
}

/** The outcome there, and the worst over the vNICs of the best path; `null` without a vNIC. */
export interface After {
  outcome: Outcome;
  /** Place in `DATAPATHS`; -1 without a vNIC. */
  path: number;
}

const ANYTHING_MAY_BE = bitsOfRelations(ANYTHING.relations);
const ONLY_KEEPS = 1;
const PATHS = 0b111111;
const DOUBTED_PATHS = 0b010101;

/** One VM at a time. */
export class AfterFix {
  readonly #judge: Judge;
  readonly #kind: MoveKind;
  readonly #isUnsure: boolean;
  readonly #survey: MoveSurvey;
  #vm: Vm;
  #vnics: readonly VnicMoves[] = [];
  #asked: Asked[] = [];
  #present: Present = { outlooks: [], ownIsSettled: [], always: 0 };
  /** Of the host at hand: what is answered there, and the tally of each. */
  #host = -1;
  #there: Asked[] = [];
  #tallies: Tally[] = [];
  /** Counts the questions. */
  #question = 0;
  readonly #result: After = { outcome: 'keeps', path: -1 };

  constructor(survey: MoveSurvey) {
    this.#survey = survey;
    this.#judge = survey.judge;
    this.#kind = survey.kind;
    this.#isUnsure = survey.judge.assumptions.setMember === 'unsure';
    this.#vm = survey.judge.estate.vms[0] as Vm;
  }

  /** Turns to another VM. */
  begin({ vm, vnics, answers }: VmMoves): void {
    this.#vm = vm;
    this.#vnics = vnics;
    this.#asked = [];
    this.#host = -1;
    for (const [nth, { rows, site }] of vnics.entries()) {
      for (const row of rows) this.#add(row, nth, site);
      for (const row of answers.vnics[nth]?.move ?? []) this.#add(row, -1, null);
    }
    for (const row of answers.move) this.#add(row, -1, null);
    // Of the place without a switch only what the host refuses counts.
    for (const row of this.#survey.matrix.rows.refusals) this.#add(row, -1, null, BLOCK_EFFECTS);
    this.#present = {
      outlooks: vnics.map(({ outlooks }) => outlooks),
      ownIsSettled: vnics.map(({ ownIsSettled }) => ownIsSettled),
      always: vnics.reduce(
        (all, { judged }) =>
          all |
          judged.there.own.rest |
          (judged.now === null
            ? 0
            : totalOf(this.#judge.hostSideTallies(judged.now.place)) & BLOCK_EFFECTS),
        0,
      ),
    };
  }

  sparing(cause: VmCause): Sparing {
    const { compiled, blames, record, symptoms } = cause;
    const isOf = (rule: Rule) => (asked: Asked) => asked.compiled.rule === rule;
    const mine = this.#asked.filter(isOf(compiled.rule));
    const spares = mine.filter(({ vnic, site, slot, compiled: { side } }) => {
      if (blames === 'source') return side === 'move' && record?.kind === 'host';
      if (blames === 'vm') return side !== 'place';
      if (blames.kind === 'host') return true;
      if (vnic === -1 || site !== blames.site) return false;
      return blames.kind === 'switch' || slot === blames.slot;
    });
    return {
      cause,
      spares,
      symptoms: symptoms.map((one) => ({
        hosts: one.hosts,
        asked: this.#asked.filter(isOf(one.compiled.rule)),
      })),
      present: typeof blames === 'object' ? this.#present : this.#presentWithout(cause),
    };
  }

  /** What becomes of the VM on a host without some causes; the result is good until the next. */
  at(host: number, ...without: readonly Sparing[]): After {
    if (host !== this.#host) this.#goTo(host);
    this.#question += 1;
    const question = this.#question;
    for (const { spares, symptoms } of without) {
      for (const asked of spares) asked.sparedIn = question;
      for (const { hosts, asked } of symptoms) {
        if (hasBit(hosts, host)) for (const one of asked) one.sparedIn = question;
      }
    }
    return this.#addUp(host, without[0]?.present ?? this.#present);
  }

  #add(row: Row, vnic: number, site: Site | null, within: Tally = -1): void {
    const { compiled, effect } = row.of;
    const whenViolated = tallyOf(effect.violated) & within;
    const whenUndecided = tallyOf(effect.undecided) & within;
    if (whenViolated === 0) return;
    for (const [slot, { bits }] of row.slots.entries()) {
      if (bits === null) continue;
      const which = row.of.isMember ? slot : -1;
      this.#asked.push({
        compiled,
        vnic,
        site,
        slot: which,
        bits,
        whenViolated,
        whenUndecided,
        sparedIn: 0,
      });
    }
  }

  #goTo(host: number): void {
    this.#host = host;
    this.#there.length = 0;
    this.#tallies.length = 0;
    const word = host >> 5;
    const bit = host & 31;
    for (let nth = 0; nth < this.#asked.length; nth += 1) {
      const asked = this.#asked[nth] as Asked;
      const { bits } = asked;
      const words = bits.length >> 1;
      let tally = 0;
      if ((((bits[word] as number) >> bit) & 1) === 1) tally = asked.whenViolated;
      else if ((((bits[words + word] as number) >> bit) & 1) === 1) tally = asked.whenUndecided;
      if (tally === 0) continue;
      this.#there.push(asked);
      this.#tallies.push(tally);
    }
  }

  #addUp(host: number, { outlooks, ownIsSettled, always }: Present): After {
    const question = this.#question;
    const there = this.#there;
    let effects = always;
    let relations = ONLY_KEEPS;
    let worst = -1;
    let nth = 0;
    for (let vnic = 0; vnic < this.#vnics.length; vnic += 1) {
      let sum = 0;
      while (nth < there.length && (there[nth] as Asked).vnic < vnic) nth += 1;
      const from = nth;
      let members = 0;
      for (; nth < there.length && (there[nth] as Asked).vnic === vnic; nth += 1) {
        const asked = there[nth] as Asked;
        if (asked.sparedIn === question) continue;
        if (asked.slot === -1) sum |= this.#tallies[nth] as Tally;
        else members += 1;
      }
      if (0 < members) sum |= this.#teamTally(host, vnic, from, nth);
      effects |= sum & 0xffff;
      const isSettled = ownIsSettled[vnic] === true || ((sum >> PLANE.settled) & 1) === 1;
      const tally = (sum | (isSettled ? 0 : sum >> PLANE.aboutPath)) & PATHS;
      const code = (outlooks[vnic] as OutlookCodes)(tally);
      relations =
        vnic === 0
          ? code & OUTLOOK.relations
          : (TOGETHER[relations | ((code & OUTLOOK.relations) << 3)] as number);
      worst = Math.max(worst, (code >> OUTLOOK.best) & 3);
    }
    if (!this.#vm.vnicsKnown) relations = TOGETHER[relations | (ANYTHING_MAY_BE << 3)] as number;
    for (let at = 0; at < there.length; at += 1) {
      const asked = there[at] as Asked;
      if (asked.vnic === -1 && asked.sparedIn !== question) effects |= this.#tallies[at] as Tally;
    }
    const certainty = (effects >> SHIFT[this.#kind]) & 0b11;
    const place = OUTCOME_OF[relations | (certainty << 3)] as number;
    this.#result.outcome = OUTCOMES[place] as Outcome;
    this.#result.path = worst;
    return this.#result;
  }

  /** As `teamTally`: a path is lost for certain only when every member has lost it. */
  #teamTally(host: number, vnic: number, from: number, to: number): Tally {
    const { site } = this.#vnics[vnic] as VnicMoves;
    let common = PATHS;
    let any = 0;
    let rest = 0;
    for (let slot = 0; slot < site.slots.length; slot += 1) {
      if (!hasBit((site.slots[slot] as Site['slots'][number]).hosts, host)) continue;
      let sum = 0;
      for (let nth = from; nth < to; nth += 1) {
        const asked = this.#there[nth] as Asked;
        if (asked.slot === slot && asked.sparedIn !== this.#question)
          sum |= this.#tallies[nth] as Tally;
      }
      common &= sum >> PLANE.aboutPath;
      any |= sum >> PLANE.aboutPath;
      rest |= sum & 0xffff;
    }
    const lost = this.#isUnsure ? common | (any & DOUBTED_PATHS) : common;
    return rest | ((lost & PATHS) << PLANE.aboutPath);
  }

  #presentWithout({ compiled, record }: VmCause): Present {
    const vm = this.#vm;
    const spare = recordToSpare(record, vm);
    const isSpared = (answer: Answer) =>
      answer.compiled.rule === compiled.rule && holdsFor(spare, answer.about);
    const outlooks: OutlookCodes[] = [];
    const ownIsSettled: boolean[] = [];
    let always = 0;
    const source = vm.hostId === null ? null : this.#judge.host(vm.hostId);
    for (const { vnic, judged } of this.#vnics) {
      const own = tallyAnswers(judged.there.asked.own, isSpared);
      ownIsSettled.push(own.settled);
      always |= own.rest;
      const { now } = judged;
      if (now === null) {
        outlooks.push(
          this.#survey.tables.of({
            own: totalOf(own),
            now: 0,
            reported: reportedAt(vm, vnic, source, null),
          }),
        );
        continue;
      }
      const { hostSide, mixed, byMember } = now.asked;
      const place = tallyAnswers(hostSide, isSpared);
      const sums = {
        own,
        there: addTallies(
          place,
          tallyAnswers(mixed, isSpared),
          tallyMembers(byMember, this.#judge.assumptions, isSpared),
        ),
      };
      always |= totalOf(place) & BLOCK_EFFECTS;
      outlooks.push(
        this.#survey.tables.of({
          own: totalOf(own),
          now: tallyAt(sums),
          reported: reportedAt(vm, vnic, source, sums),
        }),
      );
    }
    return { outlooks, ownIsSettled, always };
  }
}

function tallyOf(planes: readonly number[]): Tally {
  return planes.reduce((tally, plane) => tally | (1 << plane), 0);
}
