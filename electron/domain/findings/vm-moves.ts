/**
 * One VM on all hosts it is counted over: what becomes of it, and every reason that is in the way,
 * as sets of hosts. It comes to the same as judging each pair and gathering its reasons
 * (`report/reasons.ts`), for all hosts at once; a property test holds both together.
 */
import type { Host, Vm, Vnic } from '../../../shared/model/estate';
import type { PlacedRecord } from '../../../shared/model/report';
import { DATAPATHS, type MoveKind, OUTCOMES, type Outcome } from '../../../shared/model/verdict';
import { blocks, changesPath, type Reason, reasonsOf, subjectOf } from '../report/reasons';
import type { CompiledRule } from '../rules/compiled-rule';
import type { Rule } from '../rules/rule';
import type { Tally } from '../rules/tally';
import { type Answer, totalOf } from '../verdict/answers';
import { type Bits, clearBit, noBits, setBit } from '../verdict/bits';
import { type Judge, type PairJudgement, tallyAt, type VnicJudgement } from '../verdict/judge';
import type { Matrix } from '../verdict/matrix';
import type { VmAnswers } from '../verdict/matrix-rows';
import type { Site } from '../verdict/matrix-targets';
import { switchNameOf } from '../verdict/place';
import { PATH_PLANES, PLANE } from '../verdict/planes';
import { addPathRows, Scratch } from '../verdict/row-sums';
import type { Row } from '../verdict/rule-rows';
import { AnswerParts, type Blamed, type Part } from './answer-parts';
import { addAll, addBoth, HostSets, isEmpty, keepOnly, takeAway } from './host-sets';
import { OUTLOOK, type OutlookCodes, OutlookTables } from './outlook-codes';
import { ThingTable } from './things';

/** A reason over all hosts where it is in the way of the VM. */
export interface WayReason {
  readonly compiled: CompiledRule;
  readonly result: Reason['result'];
  readonly at: Reason['at'];
  /** Place in `vm.vnics`; -1 for what is about the VM as a whole. */
  readonly vnic: number;
  readonly missing: Reason['missing'];
  readonly saysMore: boolean;
  readonly blames: Blamed;
  /** For a reason at the source: the record at fault; else `null`. */
  readonly record: PlacedRecord | null;
  /** The reason itself, for one at the source. */
  readonly here: Reason | null;
  /** Where the rule was asked; `null` for the VM as a whole. */
  readonly site: Site | null;
  readonly slot: number;
  /** Hosts where it is in the way. */
  readonly way: Bits;
  /** Those, and the hosts where it only warns. */
  readonly hosts: Bits;
}

export interface VnicMoves {
  readonly vnic: Vnic;
  readonly site: Site;
  readonly rows: readonly Row[];
  readonly judged: VnicJudgement;
  /** Its own answers, which are the same on every host. */
  readonly own: readonly Answer[];
  readonly ownIsSettled: boolean;
  readonly outlooks: OutlookCodes;
  /** Place in `DATAPATHS` of the best path now. */
  readonly bestNow: number;
  /** Hosts where it may fall back. */
  readonly falls: Bits;
  /** By path: hosts where it is possible. */
  readonly paths: readonly Bits[];
}

export interface VmMoves {
  readonly vm: Vm;
  readonly source: Host | null;
  readonly answers: VmAnswers;
  /** The hosts it is counted over; its own is not among them. */
  readonly hosts: Bits;
  readonly outcomes: Readonly<Record<Outcome, Bits>>;
  readonly vnics: readonly VnicMoves[];
  /** What makes a move worse than staying, and what warns of it. */
  readonly reasons: readonly WayReason[];
  /** Reasons where the VM is now that hang on missing facts and refuse nothing. */
  readonly doubtsHere: readonly Reason[];
}

/** Everything is good for one VM: the next one takes its sets over. */
export class MoveSurvey {
  readonly judge: Judge;
  readonly matrix: Matrix;
  readonly kind: MoveKind;
  readonly sets: HostSets;
  readonly things: ThingTable;
  readonly tables = new OutlookTables();
  readonly #parts: AnswerParts;
  readonly #noSwitch = new Map<Site, Bits>();

  constructor(judge: Judge, matrix: Matrix, kind: MoveKind) {
    this.judge = judge;
    this.matrix = matrix;
    this.kind = kind;
    const { targets } = matrix.rows;
    this.sets = new HostSets(targets.words);
    this.things = new ThingTable(targets);
    this.#parts = new AnswerParts(judge, targets, this.things);
  }

  /** `null` when there is no host it could move to. */
  of(vm: Vm): VmMoves | null {
    this.sets.takeBack();
    const { targets } = this.matrix.rows;
    const hosts = this.sets.copy(this.matrix.targetsOf(vm));
    const own = targets.indexOf(vm.hostId);
    if (0 <= own) clearBit(hosts, own);
    if (isEmpty(hosts)) return null;
    const source = vm.hostId === null ? null : this.judge.host(vm.hostId);
    const base = this.judge.judge(vm, source ?? (targets.hosts[0] as Host));
    const answers = this.matrix.answersOf(vm);
    const byOutcome = this.matrix.hostsByOutcome(vm, this.kind);
    const outcomes = Object.fromEntries(
      OUTCOMES.map((outcome, at) => {
        const some = this.sets.copy(hosts);
        keepOnly(some, byOutcome[at] as Bits);
        return [outcome, some];
      }),
    ) as Record<Outcome, Bits>;
    const vnics = base.vnics.map((judged, at) =>
      this.#vnic(judged, answers.vnics[at] as VmAnswers['vnics'][number], hosts),
    );
    const gathering = new Gathering(this, hosts, outcomes);
    const here = source === null ? [] : reasonsOf(base);
    for (const [nth, vnic] of vnics.entries()) this.#gatherAtTarget(gathering, vnic, nth, here);
    this.#gatherMove(gathering, answers, base);
    const doubtsHere = gathering.addHere(here);
    return { vm, source, answers, hosts, outcomes, vnics, reasons: gathering.list(), doubtsHere };
  }

  #vnic(judged: VnicJudgement, { rows }: VmAnswers['vnics'][number], hosts: Bits): SettledVnic {
    const { vnic, there, now, reported, outlook } = judged;
    const site = this.matrix.rows.targets.site(switchNameOf(vnic));
    const outlooks = this.tables.of({
      own: totalOf(there.own),
      now: now === null ? 0 : tallyAt(now),
      reported,
    });
    const settled = this.sets.none();
    const falls = this.sets.none();
    const paths = DATAPATHS.map(() => this.sets.none());
    const planes = PLANES.of(PLANE.count * this.sets.words).fill(0);
    const isUnsure = this.judge.assumptions.setMember === 'unsure';
    const { words } = this.sets;
    addPathRows(rows, site, planes, words, isUnsure);
    const bits = new Int32Array(PATH_PLANES);
    for (let word = 0; word < words; word += 1) {
      let left = hosts[word] as number;
      if (left === 0) continue;
      const cut = there.own.settled ? -1 : (planes[PLANE.settled * words + word] as number);
      settled[word] = cut;
      for (let plane = 0; plane < PATH_PLANES; plane += 1) {
        bits[plane] =
          (planes[plane * words + word] as number) |
          ((planes[(PLANE.aboutPath + plane) * words + word] as number) & ~cut);
      }
      while (left !== 0) {
        const bit = 31 - Math.clz32(left & -left);
        let same = left;
        let tally: Tally = 0;
        for (let plane = 0; plane < PATH_PLANES; plane += 1) {
          const isThere = ((bits[plane] as number) >> bit) & 1;
          tally |= isThere << plane;
          same &= (bits[plane] as number) ^ (isThere - 1);
        }
        left &= ~same;
        const code = outlooks(tally);
        if ((code & 4) !== 0) falls[word] = (falls[word] as number) | same;
        for (let path = 0; path < DATAPATHS.length; path += 1) {
          if (((code >> (OUTLOOK.paths + path)) & 1) === 0) continue;
          const some = paths[path] as Bits;
          some[word] = (some[word] as number) | same;
        }
      }
    }
    return {
      vnic,
      site,
      rows,
      judged,
      own: there.asked.own,
      ownIsSettled: there.own.settled,
      outlooks,
      bestNow: DATAPATHS.indexOf(outlook.now[0] ?? 'none'),
      falls,
      paths,
      settled,
      withoutSwitch: this.#withoutSwitch(site),
    };
  }

  #withoutSwitch(site: Site): Bits {
    let hosts = this.#noSwitch.get(site);
    if (hosts === undefined) {
      hosts = noBits(site.places.length);
      for (const [host, place] of site.places.entries()) {
        if (place.switch === null) setBit(hosts, host);
      }
      this.#noSwitch.set(site, hosts);
    }
    return hosts;
  }

  #gatherAtTarget(
    gathering: Gathering,
    vnic: SettledVnic,
    nth: number,
    here: readonly Reason[],
  ): void {
    const violatedHere = new Set<Rule>();
    for (const { result, rule, vnic: of } of here) {
      if (result === 'violated' && of?.id === vnic.vnic.id) violatedHere.add(rule);
    }
    for (const { compiled, result, waiver } of vnic.own) {
      if (waiver !== null || !matters(compiled)) continue;
      if (result.kind !== 'violated' && result.kind !== 'undecided') continue;
      const part: Part = {
        result: result.kind,
        missing: result.kind === 'undecided' ? result.missing : [],
        saysMore: false,
        blames: 'vm',
        hosts: gathering.hosts,
      };
      gathering.addAtTarget(compiled, part, vnic, nth, 0, violatedHere);
    }
    for (const row of vnic.rows) {
      const { compiled } = row.of;
      if (!matters(compiled)) continue;
      for (let slot = 0; slot < row.slots.length; slot += 1) {
        for (const part of this.#parts.of(row, slot)) {
          gathering.addAtTarget(compiled, part, vnic, nth, slot, violatedHere);
        }
      }
    }
  }

  #gatherMove(gathering: Gathering, answers: VmAnswers, { source }: PairJudgement): void {
    const add = (row: Row, vnic: number) => {
      const { compiled } = row.of;
      if (!matters(compiled)) return;
      for (const part of this.#parts.of(row, 0)) {
        const record =
          part.blames === 'source' && source !== null
            ? ({ kind: 'host', id: source.id, name: source.name, host: null } as const)
            : null;
        gathering.addMove(compiled, part, vnic, record);
      }
    };
    for (const [nth, { move }] of answers.vnics.entries()) for (const row of move) add(row, nth);
    for (const row of answers.move) add(row, -1);
  }
}

/** With the hosts where the path is settled: connected to nothing, or on no NIC. */
interface SettledVnic extends VnicMoves {
  readonly settled: Bits;
  /** Hosts that are not known to have its switch: which switches they have is the only question. */
  readonly withoutSwitch: Bits;
}

const PLANES = new Scratch();

/** Rules that only slow a path, or let a policy pass, stand in nobody's way. */
function matters({ whenViolated }: CompiledRule): boolean {
  return whenViolated !== 0;
}

class Gathering {
  readonly hosts: Bits;
  readonly #sets: HostSets;
  readonly #kind: MoveKind;
  readonly #falls: Bits;
  readonly #undecided: Bits;
  readonly #bad: Bits;
  readonly #reasons: WayReason[] = [];
  /** What lowers a path here as well: in the way only where nothing else explains the fall. */
  readonly #alsoHere: { readonly reason: WayReason; readonly hosts: Bits }[] = [];
  readonly #explained: Bits;

  constructor(survey: MoveSurvey, hosts: Bits, outcomes: Readonly<Record<Outcome, Bits>>) {
    this.#sets = survey.sets;
    this.#kind = survey.kind;
    this.hosts = hosts;
    this.#falls = outcomes['falls-back'];
    this.#undecided = outcomes.undecided;
    this.#bad = this.#sets.copy(outcomes.blocked);
    addAll(this.#bad, outcomes['falls-back']);
    addAll(this.#bad, outcomes.undecided);
    this.#explained = this.#sets.none();
  }

  addAtTarget(
    compiled: CompiledRule,
    part: Part,
    vnic: SettledVnic,
    nth: number,
    slot: number,
    violatedHere: ReadonlySet<Rule>,
  ): void {
    const { rule } = compiled;
    const { result, missing, saysMore, blames } = part;
    const told = this.#sets.copy(part.hosts);
    keepOnly(told, this.hosts);
    if (compiled.onlyAboutPath || result === 'undecided') takeAway(told, vnic.settled);
    if (result === 'undecided' && compiled.isBehindSwitch) takeAway(told, vnic.withoutSwitch);
    if (result === 'undecided') this.#takeIdleAway(told, compiled, missing.length === 0, vnic);
    if (isEmpty(told)) return;
    const way = this.#sets.none();
    const site = vnic.site;
    const base = { compiled, result, missing, saysMore, blames, site, slot } as const;
    const reason: WayReason = {
      ...base,
      at: 'target',
      vnic: nth,
      record: null,
      here: null,
      way,
      hosts: rule.effect.warns === true ? this.#sets.none() : way,
    };
    if (this.#stops(rule)) addBoth(way, told, this.#stoppedBy(rule));
    else if (changesPath(rule)) {
      if (result === 'violated' && violatedHere.has(rule)) {
        const hosts = this.#sets.copy(told);
        keepOnly(hosts, this.#falls);
        this.#alsoHere.push({ reason, hosts });
      } else {
        addBoth(way, told, this.#bad);
        if (result === 'violated') addAll(this.#explained, way);
      }
    }
    if (reason.hosts !== way) {
      addAll(reason.hosts, way);
      if (result === 'violated') addAll(reason.hosts, told);
    }
    this.#reasons.push(reason);
  }

  addMove(compiled: CompiledRule, part: Part, vnic: number, record: PlacedRecord | null): void {
    const { rule } = compiled;
    const { result, missing, saysMore } = part;
    const told = this.#sets.copy(part.hosts);
    keepOnly(told, this.hosts);
    if (isEmpty(told)) return;
    const blames = part.blames === 'source' && record === null ? 'vm' : part.blames;
    const way = this.#sets.none();
    if (this.#stops(rule)) addBoth(way, told, this.#stoppedBy(rule));
    else if (changesPath(rule)) addBoth(way, told, this.#bad);
    const hosts = this.#sets.copy(way);
    if (result === 'violated' && rule.effect.warns === true) addAll(hosts, told);
    this.#reasons.push({
      compiled,
      result,
      at: 'move',
      vnic,
      missing,
      saysMore,
      blames,
      record,
      here: null,
      site: null,
      slot: 0,
      way,
      hosts,
    });
  }

  /** @returns the doubts that only leave the outcome open */
  addHere(here: readonly Reason[]): Reason[] {
    const doubts: Reason[] = [];
    for (const reason of here) {
      const { rule, result, missing, answer, vnic } = reason;
      if (!blocks(rule, this.#kind)) {
        if (0 < missing.length) doubts.push(reason);
        continue;
      }
      const record = subjectOf(reason);
      const nth = reason.scene.pair.vm.vnics.findIndex(({ id }) => id === vnic?.id);
      this.#reasons.push({
        compiled: answer.compiled,
        result,
        at: 'source',
        vnic: nth,
        missing,
        saysMore: false,
        blames: record === null ? 'vm' : 'source',
        record,
        here: reason,
        site: null,
        slot: 0,
        // What the present host refuses stands in the way of whichever move.
        way: this.hosts,
        hosts: this.hosts,
      });
    }
    return isEmpty(this.#undecided) ? [] : doubts;
  }

  list(): WayReason[] {
    for (const { reason, hosts } of this.#alsoHere) {
      takeAway(hosts, this.#explained);
      addAll(reason.way, hosts);
      addAll(reason.hosts, hosts);
    }
    return this.#reasons.filter(({ hosts }) => !isEmpty(hosts));
  }

  /** Refuses the move, or makes it wait. */
  #stops(rule: Rule): boolean {
    return blocks(rule, this.#kind) || (rule.effect.queues === true && this.#kind !== 'offline');
  }

  #stoppedBy(rule: Rule): Bits {
    return blocks(rule, this.#kind) ? this.#bad : this.hosts;
  }

  /** As `isMoot` has it: a doubt that changes neither path nor move, however it is answered. */
  #takeIdleAway(
    told: Bits,
    compiled: CompiledRule,
    isOpen: boolean,
    { judged, paths }: SettledVnic,
  ): void {
    const { effect } = compiled.rule;
    if (effect.blocks !== undefined || effect.queues === true) return;
    const { provenAbsent } = judged.outlook;
    const isProven = provenAbsent !== 0 && (compiled.whenViolated & ~provenAbsent) === 0;
    if (compiled.side === 'vnic' && isProven) {
      told.fill(0);
      return;
    }
    const lowered = (effect.lowers ?? []).map((path) => DATAPATHS.indexOf(path));
    const atStake = [...lowered, ...(effect.disconnects ? [DATAPATHS.indexOf('none')] : [])];
    const least = isOpen && 0 < lowered.length ? Math.min(...lowered) : -1;
    const [p0, p1, p2, p3] = paths as readonly [Bits, Bits, Bits, Bits];
    for (let word = 0; word < told.length; word += 1) {
      const s0 = p0[word] as number;
      const s1 = p1[word] as number;
      const s2 = p2[word] as number;
      const s3 = p3[word] as number;
      const several = (s0 & (s1 | s2 | s3)) | (s1 & (s2 | s3)) | (s2 & s3);
      let stakes = 0;
      for (const path of atStake) stakes |= (paths[path] as Bits)[word] as number;
      let kept = several & stakes;
      // A path that is lost anyway, to this cause as well once the others are mended.
      if (0 <= least) {
        let better = 0;
        for (let path = 0; path <= least; path += 1)
          better |= (paths[path] as Bits)[word] as number;
        kept |= ~better;
      }
      told[word] = (told[word] as number) & kept;
    }
  }
}
