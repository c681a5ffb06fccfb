/** "What stands in the way": reasons of many moves, gathered by rule and by the thing at fault. */
import type { Host, Vm } from '../../../shared/model/estate';
import type { Listed, NamedRecord, Obstacle, PlacedRecord } from '../../../shared/model/report';
import { type Finding, RULE_SCOPES } from '../../../shared/model/verdict';
import { sizeOf } from '../findings/cause-counts';
import { addAll, isEmpty } from '../findings/host-sets';
import type { Things } from '../findings/things';
import type { MoveSurvey, WayReason } from '../findings/vm-moves';
import type { Rule } from '../rules/rule';
import type { Bits } from '../verdict/bits';
import type { Judge } from '../verdict/judge';
import { pairVerdict } from '../verdict/pair-verdict';
import { named } from './assess-vm';
import { byName } from './by-name';
import { listed, type ReportLimits } from './limits';
import type { Reason } from './reasons';
import { listOf, type SurveyedVm } from './survey-vm';

interface Gathered {
  readonly rule: Rule;
  readonly result: Reason['result'];
  readonly subject: PlacedRecord | null;
  /** The first move that it stands in the way of; its words are told. */
  readonly vm: Vm;
  readonly target: Host;
  readonly vms: NamedRecord[];
  vmCount: number;
  moveCount: number;
}

/** Of the VM under way: one rule about one kind of thing, or about one record. */
interface Now {
  readonly reason: WayReason;
  /** `null`: the same record, or none, on all hosts. */
  readonly things: Things | null;
  readonly hosts: Bits;
}

export interface ExplainedObstacle {
  readonly obstacle: Obstacle;
  readonly finding: Finding;
}

const NO_ONE = { name: '' };

export class Obstacles {
  readonly #judge: Judge;
  readonly #survey: MoveSurvey;
  readonly #nameLimit: number;
  readonly #fixed = new Map<string, Gathered>();
  /** By rule and kind of thing: on each host the thing there. */
  readonly #onHosts = new Map<string, (Gathered | undefined)[]>();

  constructor(survey: MoveSurvey, { namesPerObstacle }: ReportLimits) {
    this.#judge = survey.judge;
    this.#survey = survey;
    this.#nameLimit = namesPerObstacle;
  }

  add({ vm, moves }: SurveyedVm): void {
    if (moves === null) return;
    const found = new Map<string, Now>();
    for (const reason of moves.reasons) {
      if (isEmpty(reason.way)) continue;
      const { compiled, result, blames, record } = reason;
      const things = result === 'violated' && typeof blames === 'object' ? blames : null;
      const whose = result === 'undecided' ? '' : (things?.id ?? record?.id ?? '');
      const key = `${compiled.rule.id} ${result} ${whose}`;
      let now = found.get(key);
      if (now === undefined) {
        now = { reason, things, hosts: this.#survey.sets.none() };
        found.set(key, now);
      }
      addAll(now.hosts, reason.way);
    }
    for (const [key, { reason, things, hosts }] of found) {
      if (things !== null) this.#addOnHosts(key, reason, things, hosts, vm);
      else {
        const first = listOf(hosts)[0] as number;
        let gathered = this.#fixed.get(key);
        if (gathered === undefined) {
          const subject = reason.result === 'violated' ? reason.record : null;
          gathered = this.#begin(reason, subject, vm, first);
          this.#fixed.set(key, gathered);
        }
        this.#count(gathered, vm, sizeOf(hosts));
      }
    }
  }

  /**
   * What is certain before what is in doubt, the most VMs first; at the same number the layer whose
   * fix the others wait for.
   */
  *list(limits: ReportLimits): Generator<void, Listed<ExplainedObstacle>> {
    const all = this.#merged().sort(
      (a, b) =>
        Number(a.result === 'undecided') - Number(b.result === 'undecided') ||
        b.vmCount - a.vmCount ||
        b.moveCount - a.moveCount ||
        RULE_SCOPES.indexOf(a.rule.scope) - RULE_SCOPES.indexOf(b.rule.scope) ||
        a.rule.id.localeCompare(b.rule.id) ||
        byName(a.subject ?? NO_ONE, b.subject ?? NO_ONE),
    );
    const { items, total } = listed(all, limits.obstacles);
    const told: ExplainedObstacle[] = [];
    for (const one of items) {
      yield;
      told.push(this.#explained(one));
    }
    return { items: told, total };
  }

  #addOnHosts(key: string, reason: WayReason, things: Things, hosts: Bits, vm: Vm): void {
    let onHosts = this.#onHosts.get(key);
    if (onHosts === undefined) {
      onHosts = [];
      this.#onHosts.set(key, onHosts);
    }
    for (const host of listOf(hosts)) {
      let gathered = onHosts[host];
      if (gathered === undefined) {
        const subject = this.#survey.things.recordAt(things, host);
        gathered = this.#begin(reason, subject, vm, host);
        onHosts[host] = gathered;
      }
      this.#count(gathered, vm, 1);
    }
  }

  #begin(reason: WayReason, subject: PlacedRecord | null, vm: Vm, host: number): Gathered {
    const { rule } = reason.compiled;
    const target = this.#survey.things.hostAt(host);
    const none = { vms: [], vmCount: 0, moveCount: 0 };
    return { rule, result: reason.result, subject, vm, target, ...none };
  }

  #count(gathered: Gathered, vm: Vm, moves: number): void {
    gathered.moveCount += moves;
    gathered.vmCount += 1;
    if (gathered.vms.length < this.#nameLimit) gathered.vms.push(named(vm));
  }

  /** A host that VMs come from may be one that others go to. */
  #merged(): Gathered[] {
    const byKey = new Map<string, Gathered>();
    const all = [...this.#fixed.values(), ...[...this.#onHosts.values()].flat()];
    for (const one of all) {
      if (one === undefined) continue;
      const { rule, result, subject } = one;
      const key = `${rule.id} ${result} ${subject?.kind} ${subject?.id}`;
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, one);
      else {
        same.moveCount += one.moveCount;
        same.vmCount += one.vmCount;
        same.vms.push(...one.vms.slice(0, this.#nameLimit - same.vms.length));
      }
    }
    return [...byKey.values()];
  }

  #explained(gathered: Gathered): ExplainedObstacle {
    const { result, subject, vms, vmCount, moveCount } = gathered;
    const finding = this.#findingOf(gathered);
    const { ruleId, title, scope, effect, confidence, message, remediation } = finding;
    return {
      finding,
      obstacle: {
        ruleId,
        title,
        scope,
        result,
        effect,
        confidence,
        subject,
        message,
        remediation,
        vms: { items: vms, total: vmCount },
        moveCount,
      },
    };
  }

  /** @throws Error when the verdict does not list the reason: a bug */
  #findingOf({ rule, result, subject, vm, target }: Gathered): Finding {
    const { findings } = pairVerdict(this.#judge, this.#judge.judge(vm, target));
    const same = findings.filter((one) => one.ruleId === rule.id && one.result === result);
    // Several adapters of a team have a finding each, and the present host has its own.
    const about = same.filter(({ evidence, missing }) =>
      [...evidence, ...missing].some(({ recordId }) => recordId === subject?.id),
    );
    const some = about.length === 0 ? same : about;
    const found = some.find(({ at }) => at !== 'source') ?? some[0];
    if (found === undefined) throw new Error(`no finding of ${rule.id} for ${vm.name}`);
    return found;
  }
}
