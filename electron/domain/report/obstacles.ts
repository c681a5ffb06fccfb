/** "What stands in the way": reasons of many moves, gathered by rule and by the thing at fault. */
import type { Host, Vm } from '../../../shared/model/estate';
import type { Listed, NamedRecord, Obstacle, PlacedRecord } from '../../../shared/model/report';
import { type Finding, RULE_SCOPES } from '../../../shared/model/verdict';
import type { Judge } from '../verdict/judge';
import { pairVerdict } from '../verdict/pair-verdict';
import { named, type VmAssessment } from './assess-vm';
import { byName } from './by-name';
import { listed, type ReportLimits } from './limits';
import { type Reason, subjectOf } from './reasons';

interface Gathered extends Pick<Reason, 'rule' | 'result' | 'at'> {
  readonly subject: PlacedRecord | null;
  /** The first move that it stands in the way of; its words are told. */
  readonly vm: Vm;
  readonly target: Host;
  /** By id; a map keeps the order of the estate. */
  readonly vms: Map<string, NamedRecord>;
  moveCount: number;
}

export interface ExplainedObstacle {
  readonly obstacle: Obstacle;
  readonly finding: Finding;
}

const NO_ONE = { name: '' };

export class Obstacles {
  readonly #judge: Judge;
  readonly #byKey = new Map<string, Gathered>();

  constructor(judge: Judge) {
    this.#judge = judge;
  }

  add({ vm, targets }: VmAssessment): void {
    for (const { host, reasons } of targets) {
      const counted = new Set<Gathered>();
      for (const reason of reasons) {
        const gathered = this.#gathered(reason, vm, host);
        gathered.vms.set(vm.id, named(vm));
        if (!counted.has(gathered)) gathered.moveCount += 1;
        counted.add(gathered);
      }
    }
  }

  /**
   * What is certain before what is in doubt, the most VMs first; at the same number the layer whose
   * fix the others wait for.
   */
  *list(limits: ReportLimits): Generator<void, Listed<ExplainedObstacle>> {
    const all = [...this.#byKey.values()].sort(
      (a, b) =>
        Number(a.result === 'undecided') - Number(b.result === 'undecided') ||
        b.vms.size - a.vms.size ||
        b.moveCount - a.moveCount ||
        RULE_SCOPES.indexOf(a.rule.scope) - RULE_SCOPES.indexOf(b.rule.scope) ||
        a.rule.id.localeCompare(b.rule.id) ||
        byName(a.subject ?? NO_ONE, b.subject ?? NO_ONE),
    );
    const { items, total } = listed(all, limits.obstacles);
    const told: ExplainedObstacle[] = [];
    for (const one of items) {
      yield;
      told.push(this.#explained(one, limits));
    }
    return { items: told, total };
  }

  #gathered(reason: Reason, vm: Vm, target: Host): Gathered {
    const subject = reason.result === 'violated' ? subjectOf(reason) : null;
    const key = `${reason.rule.id}\n${reason.result}\n${subject?.kind}\n${subject?.id}`;
    let gathered = this.#byKey.get(key);
    if (gathered === undefined) {
      const { rule, result, at } = reason;
      gathered = { rule, result, at, subject, vm, target, vms: new Map(), moveCount: 0 };
      this.#byKey.set(key, gathered);
    }
    return gathered;
  }

  #explained(gathered: Gathered, limits: ReportLimits): ExplainedObstacle {
    const { result, subject, vms, moveCount } = gathered;
    const finding = this.#findingOf(gathered);
    const { ruleId, title, scope, effect, confidence, message, remediation } = finding;
    const told = listed([...vms.values()], limits.namesPerObstacle);
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
        vms: told,
        moveCount,
      },
    };
  }

  /** @throws Error when the verdict does not list the reason: a bug */
  #findingOf({ rule, result, at, subject, vm, target }: Gathered): Finding {
    const { findings } = pairVerdict(this.#judge, this.#judge.judge(vm, target));
    const same = findings.filter(
      (one) => one.ruleId === rule.id && one.result === result && one.at === at,
    );
    // Several adapters of a team have a finding each.
    const about = same.find(({ evidence, missing }) =>
      [...evidence, ...missing].some(({ recordId }) => recordId === subject?.id),
    );
    const found = about ?? same[0];
    if (found === undefined) throw new Error(`no finding of ${rule.id} for ${vm.name}`);
    return found;
  }
}
