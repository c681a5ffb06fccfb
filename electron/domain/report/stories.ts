/** VM by VM, told once for VMs that share host, adapters and answers. */
import type { Host, Vm } from '../../../shared/model/estate';
import type { Listed, NamedRecord, StoryTarget, VmStory } from '../../../shared/model/report';
import type {
  Finding,
  MoveKind,
  Outcome,
  Portability,
  VmSummary,
} from '../../../shared/model/verdict';
import type { Judge } from '../verdict/judge';
import { pairVerdict } from '../verdict/pair-verdict';
import { assessTarget, named, type TargetAssessment, type VmAssessment } from './assess-vm';
import { listed, type ReportLimits } from './limits';

/** What needs people first. */
export const PORTABILITY_ORDER: readonly Portability[] = [
  'blocked',
  'falls-back',
  'undecided',
  'alone',
  'portable',
];

/** Hosts with the same answers. */
export interface Alike {
  /** The first of them. */
  readonly host: Host;
  readonly outcome: Outcome;
  readonly hosts: readonly NamedRecord[];
}

interface Gathered {
  readonly vm: Vm;
  readonly vms: NamedRecord[];
  readonly host: NamedRecord | null;
  readonly portability: Portability;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly targets: () => readonly Alike[];
}

type ExplainedTarget = Omit<StoryTarget, 'hosts'> & { readonly hosts: readonly NamedRecord[] };

export interface ExplainedStory {
  readonly story: VmStory;
  /** The findings that are named as causes. */
  readonly primaries: readonly Finding[];
}

export class Stories {
  readonly #judge: Judge;
  readonly #kind: MoveKind;
  readonly #byKey = new Map<string, Gathered>();

  constructor(judge: Judge, kind: MoveKind) {
    this.#judge = judge;
    this.#kind = kind;
  }

  add({ vm, host, summary, presence, targets }: VmAssessment): void {
    const alike = new Map<string, Alike & { readonly hosts: NamedRecord[] }>();
    for (const { reasons, ...first } of targets) {
      const key = answersOf(first, reasons);
      const same = alike.get(key);
      if (same !== undefined) same.hosts.push(named(first.host));
      else {
        const { outcome } = first.cell;
        alike.set(key, { host: first.host, outcome, hosts: [named(first.host)] });
      }
    }
    const answers = [...alike].map(([key, { hosts }]) => [key, hosts.map(({ id }) => id)]);
    const all = [...alike.values()];
    this.addAlike(vm, host, summary, JSON.stringify([presence, answers]), () => all);
  }

  /**
   * @param key      equal texts: the same story
   * @param targets  asked for only when the story is told
   */
  addAlike(
    vm: Vm,
    host: Host | null,
    { portability, counts }: VmSummary,
    key: string,
    targets: () => readonly Alike[],
  ): void {
    const same = this.#byKey.get(key);
    if (same !== undefined) {
      same.vms.push(named(vm));
      return;
    }
    this.#byKey.set(key, {
      vm,
      vms: [named(vm)],
      host: host === null ? null : named(host),
      portability,
      counts,
      targets,
    });
  }

  *list(limits: ReportLimits): Generator<void, Listed<ExplainedStory>> {
    const all = [...this.#byKey.values()].sort(
      (a, b) => weightOf(a.portability) - weightOf(b.portability),
    );
    const { items, total } = listed(all, limits.stories);
    const told: ExplainedStory[] = [];
    for (const one of items) {
      yield;
      told.push(this.#explained(one, limits));
    }
    return { items: told, total };
  }

  #explained(gathered: Gathered, limits: ReportLimits): ExplainedStory {
    const { vm, vms, host, portability, counts } = gathered;
    const targets = gathered.targets();
    const wanted = bestFirst(targets).slice(0, limits.targetsPerStory);
    const told = wanted.map((target) => this.#explainedTarget(vm, target));
    const shown = withSameCause(told.map(({ target }) => target));
    return {
      story: {
        vms,
        host,
        portability,
        counts,
        vnics: this.#presentPaths(vm),
        targets: shown.map((one) => ({
          ...one,
          hosts: listed(one.hosts, limits.hostsPerTarget),
        })),
        hostCount: targets.reduce((sum, { hosts }) => sum + hosts.length, 0),
      },
      primaries: told.flatMap(({ primary }) => (primary === null ? [] : [primary])),
    };
  }

  #explainedTarget(vm: Vm, { host, hosts }: Alike) {
    const first = assessTarget(this.#judge, vm, host, this.#kind);
    const verdict = pairVerdict(this.#judge, this.#judge.judge(vm, host));
    const { primaryRuleId, sentence } = verdict.kinds[this.#kind];
    const primary = verdict.findings.find(({ ruleId }) => ruleId === primaryRuleId) ?? null;
    const target: ExplainedTarget = {
      hosts,
      outcome: first.cell.outcome,
      possible: first.possible,
      queued: first.queued,
      warned: first.cell.warned,
      there: first.there,
      primaryRuleId,
      primaryResult:
        primary === null ? null : primary.result === 'undecided' ? 'undecided' : 'violated',
      sentence,
      remediation: primary?.remediation ?? null,
      warnings: [...new Set(verdict.findings.filter(isWarning).map(({ message }) => message))],
    };
    return { target, primary };
  }

  /** As the VM's own host answers; of a VM without a known host, all that may be. */
  #presentPaths(vm: Vm): VmStory['vnics'] {
    const source = vm.hostId === null ? null : this.#judge.host(vm.hostId);
    const place = source ?? this.#judge.estate.hosts[0];
    if (place === undefined) return [];
    const { vnics } = pairVerdict(this.#judge, this.#judge.judge(vm, place));
    return vnics.map(({ name, now }) => ({ name, now }));
  }
}

function isWarning({ effect, result, at }: Finding): boolean {
  return (
    (effect.warns === true || effect.slows !== undefined || effect.bypasses !== undefined) &&
    result === 'violated' &&
    at !== 'source'
  );
}

export function weightOf(portability: Portability): number {
  return PORTABILITY_ORDER.indexOf(portability);
}

const OUTCOME_WEIGHTS = {
  keeps: 0,
  improves: 1,
  'falls-back': 2,
  undecided: 3,
  blocked: 4,
} as const;

/** Equal texts: the same answer for the same reasons. */
function answersOf(
  { cell, possible, queued, there }: Omit<TargetAssessment, 'reasons'>,
  reasons: TargetAssessment['reasons'],
): string {
  const causes = reasons.map(({ rule, result, vnic }) => `${rule.id} ${result} ${vnic?.name}`);
  return JSON.stringify([cell.outcome, cell.warned, possible, queued, there, causes]);
}

/** Targets with the same answer and named cause stand together. */
function withSameCause(targets: readonly ExplainedTarget[]): ExplainedTarget[] {
  const byCause = new Map<string, ExplainedTarget>();
  for (const target of targets) {
    const { hosts, sentence: _s, remediation: _r, warnings: _w, ...answer } = target;
    const key = JSON.stringify(answer);
    const same = byCause.get(key);
    byCause.set(key, same === undefined ? target : { ...same, hosts: [...same.hosts, ...hosts] });
  }
  return [...byCause.values()];
}

function bestFirst(targets: readonly Alike[]): Alike[] {
  return [...targets].sort((a, b) => OUTCOME_WEIGHTS[a.outcome] - OUTCOME_WEIGHTS[b.outcome]);
}
