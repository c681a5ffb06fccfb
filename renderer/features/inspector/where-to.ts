/** A VM's outcome on every host, grouped for the inspector. */
import { unpackCell } from '../../../shared/model/cell';
import type { HostEntry } from '../../../shared/model/plan';
import { type Cell, OUTCOMES, type Outcome } from '../../../shared/model/verdict';

export interface Target {
  readonly host: HostEntry;
  readonly cell: Cell;
}

export interface TargetGroup {
  readonly outcome: Outcome;
  readonly targets: readonly Target[];
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Good outcomes first, hosts by name; the VM's own host is no target. */
export function groupTargets(hosts: readonly HostEntry[], cells: Uint8Array): TargetGroup[] {
  const targets = hosts.flatMap((host, at) => {
    const byte = cells[at];
    return byte === undefined ? [] : [{ host, cell: unpackCell(byte) }];
  });
  return OUTCOMES.map((outcome) => ({
    outcome,
    targets: targets
      .filter(({ cell }) => cell.outcome === outcome)
      .sort((a, b) => byName.compare(a.host.name, b.host.name)),
  })).filter((group) => group.targets.length > 0);
}
