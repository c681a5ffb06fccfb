/** The last complete count of where VMs can go, kept so that tables can sort by it. */
import type { MoveKind, VmSummary } from '../../../shared/model/verdict';

interface Kept {
  readonly revision: number;
  readonly byVm: ReadonlyMap<string, VmSummary>;
}

const kept = new WeakMap<object, Map<MoveKind, Kept>>();

export function keepSummaries(
  session: { readonly revision: number },
  kind: MoveKind,
  summaries: readonly VmSummary[],
): void {
  const byKind = kept.get(session) ?? new Map<MoveKind, Kept>();
  kept.set(session, byKind);
  byKind.set(kind, {
    revision: session.revision,
    byVm: new Map(summaries.map((summary) => [summary.vmId, summary])),
  });
}

/** `null`: none was completed for this state of the plan. */
export function lastSummaries(
  session: { readonly revision: number },
  kind: MoveKind,
): ReadonlyMap<string, VmSummary> | null {
  const last = kept.get(session)?.get(kind);
  return last !== undefined && last.revision === session.revision ? last.byVm : null;
}
