/** Facts that would have decided moves, gathered pair by pair. */
import type { Missing } from '../../../electron/domain/report/missing-facts';
import { groupOfMissing, placeOf, recordAt } from '../../../electron/domain/report/missing-facts';
import type { Reason } from '../../../electron/domain/report/reasons';
import type { Vm } from '../../../shared/model/estate';
import type { MissingGroup, PlacedRecord } from '../../../shared/model/report';

interface Gathered extends Missing {
  readonly records: Map<string, PlacedRecord>;
  readonly vms: Map<string, Vm>;
  readonly ruleIds: Set<string>;
  moveCount: number;
}

const ALL = { missing: 10_000, recordsPerMissing: 10_000 };

export class PlainMissing {
  readonly #byKey = new Map<string, Gathered>();

  /** @param doubts  of a move that is undecided */
  add(vm: Vm, doubts: readonly Reason[]): void {
    const counted = new Set<Gathered>();
    for (const doubt of doubts) {
      for (const missing of doubt.missing) {
        const gathered = this.#gathered(missing);
        const record = recordAt(missing.path, doubt);
        gathered.records.set(record.id, record);
        gathered.ruleIds.add(doubt.rule.id);
        gathered.vms.set(vm.id, vm);
        if (!counted.has(gathered)) gathered.moveCount += 1;
        counted.add(gathered);
      }
    }
  }

  list(): MissingGroup[] {
    return [...this.#byKey.values()]
      .sort(
        (a, b) =>
          b.vms.size - a.vms.size ||
          b.moveCount - a.moveCount ||
          placeOf(a).localeCompare(placeOf(b)),
      )
      .map(({ vms, records, ...rest }) => {
        const [vm] = vms.values();
        const told = { ...rest, records: [...records.values()], vmCount: vms.size };
        return groupOfMissing({ ...told, vm: vms.size === 1 && vm ? vm : null }, ALL);
      });
  }

  #gathered({ path, reason }: Missing): Gathered {
    const key = `${path}\n${reason}`;
    let gathered = this.#byKey.get(key);
    if (gathered === undefined) {
      const records = new Map<string, PlacedRecord>();
      gathered = { path, reason, records, vms: new Map(), ruleIds: new Set(), moveCount: 0 };
      this.#byKey.set(key, gathered);
    }
    return gathered;
  }
}
