import { useEffect, useMemo, useState } from 'react';
import type { Fault } from '../../../shared/fault';
import type { HostEntry } from '../../../shared/model/plan';
import type { MoveKind } from '../../../shared/model/verdict';
import { type CellSource, makeCellSource } from './cell-source';

/** The cells of a plan for one kind of move; a new plan, revision or kind starts afresh. */
export function useCellSource(
  planKey: string,
  kind: MoveKind,
  hosts: readonly HostEntry[],
): { readonly source: CellSource; readonly fault: Fault | null } {
  const [fault, setFault] = useState<Fault | null>(null);
  const source = useMemo(
    () => makeCellSource({ kind, planKey, hostIds: hosts.map(({ id }) => id) }, setFault),
    [planKey, kind, hosts],
  );
  useEffect(() => {
    source.start();
    setFault(null);
    return () => source.stop();
  }, [source]);
  return { source, fault };
}
