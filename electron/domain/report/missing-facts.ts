/** Facts that would have decided moves, gathered so that one command appears once. */
import type { Vm } from '../../../shared/model/estate';
import type { Listed, MissingGroup, PlacedRecord } from '../../../shared/model/report';
import type { MissingFact, Outcome } from '../../../shared/model/verdict';
import { type FactPath, fieldAt, splitPath } from '../rules/rule';
import type { TargetAssessment } from './assess-vm';
import { listed, type ReportLimits } from './limits';
import { type Reason, recordOf } from './reasons';

type MissingLimits = Pick<ReportLimits, 'missing' | 'recordsPerMissing'>;

interface Gathered {
  readonly path: FactPath;
  readonly reason: MissingFact['reason'];
  readonly records: Map<string, PlacedRecord>;
  /** By id. */
  readonly vms: Map<string, Vm>;
  readonly ruleIds: Set<string>;
  moveCount: number;
}

/** Moves of a VM with their doubts: a part of its assessment. */
export interface DoubtedMoves {
  readonly vm: Vm;
  readonly targets: readonly (Pick<TargetAssessment, 'reasons' | 'doubtsHere'> & {
    readonly cell: { readonly outcome: Outcome };
  })[];
}

export class MissingFacts {
  readonly #byKey = new Map<string, Gathered>();

  /** Only what leaves a move undecided: a gap that changes no answer needs no filling. */
  add({ vm, targets }: DoubtedMoves): void {
    for (const { cell, reasons, doubtsHere } of targets) {
      if (cell.outcome !== 'undecided') continue;
      const counted = new Set<Gathered>();
      for (const doubt of [...reasons, ...doubtsHere]) {
        for (const { path, reason } of doubt.missing) {
          const gathered = this.#gathered(path, reason);
          const record = recordAt(path, doubt);
          gathered.records.set(record.id, record);
          gathered.ruleIds.add(doubt.rule.id);
          gathered.vms.set(vm.id, vm);
          if (!counted.has(gathered)) gathered.moveCount += 1;
          counted.add(gathered);
        }
      }
    }
  }

  /** The most VMs first. */
  list(limits: MissingLimits): Listed<MissingGroup> {
    const all = [...this.#byKey.values()].sort(
      (a, b) =>
        b.vms.size - a.vms.size || b.moveCount - a.moveCount || a.path.localeCompare(b.path),
    );
    const { items, total } = listed(all, limits.missing);
    return { items: items.map((one) => groupOf(one, limits)), total };
  }

  #gathered(path: FactPath, reason: MissingFact['reason']): Gathered {
    const key = `${path}\n${reason}`;
    let gathered = this.#byKey.get(key);
    if (gathered === undefined) {
      const [records, vms, ruleIds] = [new Map(), new Map(), new Set<string>()];
      gathered = { path, reason, records, vms, ruleIds, moveCount: 0 };
      this.#byKey.set(key, gathered);
    }
    return gathered;
  }
}

/** What no source describes has no name of its own. */
const NAMELESS: Readonly<Record<string, string>> = {
  source: 'the present host',
  switch: 'the switch',
  adapter: 'the adapter behind the switch',
};

function recordAt(path: FactPath, reason: Reason): PlacedRecord {
  const [subject] = splitPath(path);
  const name = NAMELESS[subject] ?? subject;
  return (
    recordOf(reason, subject) ?? {
      kind: 'derived',
      id: `${subject} that no source describes`,
      name,
      host: null,
    }
  );
}

function groupOf(gathered: Gathered, limits: MissingLimits): MissingGroup {
  const { path, reason, records, vms, ruleIds, moveCount } = gathered;
  const { title, collect } = fieldAt(path);
  const [vm, ...others] = vms.values();
  const isOfOneVm = vm !== undefined && others.length === 0;
  return {
    path,
    title,
    reason,
    collect: isOfOneVm ? collect.replaceAll('<vm>', `'${vm.name.replaceAll("'", "''")}'`) : collect,
    records: listed([...records.values()], limits.recordsPerMissing),
    vmCount: vms.size,
    moveCount,
    ruleIds: [...ruleIds].sort(),
  };
}
