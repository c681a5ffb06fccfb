/** Facts that would have decided moves, gathered so that one command appears once. */
import type { Vm } from '../../../shared/model/estate';
import type { Listed, MissingGroup, PlacedRecord } from '../../../shared/model/report';
import type { MissingFact, Outcome } from '../../../shared/model/verdict';
import { type FactPath, fieldAt, type Subject, splitPath } from '../rules/rule';
import type { TargetAssessment } from './assess-vm';
import { listed, type ReportLimits } from './limits';
import { type Reason, recordOf } from './reasons';

/** A fact that an answer lacks, and why. */
export type Missing = Reason['missing'][number];

export type MissingLimits = Pick<ReportLimits, 'missing' | 'recordsPerMissing'>;

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
        b.vms.size - a.vms.size ||
        b.moveCount - a.moveCount ||
        placeOf(a).localeCompare(placeOf(b)),
    );
    const { items, total } = listed(all, limits.missing);
    return {
      total,
      items: items.map(({ vms, records, ...rest }) => {
        const [vm] = vms.values();
        const told = {
          ...rest,
          records: [...records.values()],
          vm: vms.size === 1 && vm !== undefined ? vm : null,
          vmCount: vms.size,
        };
        return groupOfMissing(told, limits);
      }),
    };
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

/** Orders what comes out equal. */
export function placeOf({ path, reason }: Pick<MissingGroup, 'path' | 'reason'>): string {
  return `${path} ${reason}`;
}

/** What no source describes has no name of its own. */
const NAMELESS: Readonly<Record<string, string>> = {
  source: 'the present host',
  switch: 'the switch',
  adapter: 'the adapter behind the switch',
};

export function recordAt(path: FactPath, reason: Reason): PlacedRecord {
  const [subject] = splitPath(path);
  return recordOf(reason, subject) ?? unnamed(subject);
}

export function unnamed(subject: Subject): PlacedRecord {
  return {
    kind: 'derived',
    id: `${subject} that no source describes`,
    name: NAMELESS[subject] ?? subject,
    host: null,
  };
}

/** @param told.vm  the VM, when only one is concerned: the command names it */
export function groupOfMissing(
  told: Pick<Gathered, 'path' | 'reason' | 'ruleIds' | 'moveCount'> & {
    readonly records: readonly PlacedRecord[];
    readonly vm: Vm | null;
    readonly vmCount: number;
  },
  limits: MissingLimits,
): MissingGroup {
  const { path, reason, records, vm, vmCount, ruleIds, moveCount } = told;
  const { title, collect } = fieldAt(path);
  return {
    path,
    title,
    reason,
    collect:
      vm === null ? collect : collect.replaceAll('<vm>', `'${vm.name.replaceAll("'", "''")}'`),
    records: listed(records, limits.recordsPerMissing),
    vmCount,
    moveCount,
    ruleIds: [...ruleIds].sort(),
  };
}
