import type { View } from '../../../shared/contract/app';
import type { RecordRef } from '../../../shared/model/estate-table';

/**
 * What is selected, for the whole app, and the way back to what was selected before.
 * A VM and a host: a cell of the matrix. Only one of them: that record. None: `record`, or nothing.
 */
export interface Selection {
  readonly vmId: string | null;
  readonly hostId: string | null;
  /** An adapter, a switch, a virtual adapter or a cluster. */
  readonly record?: RecordRef | null;
}

export const NO_SELECTION: Selection = { vmId: null, hostId: null };

export type { View };

/** A record of any kind as what is selected. */
export function selectionOf({ kind, id }: RecordRef): Selection {
  if (kind === 'vm') return { vmId: id, hostId: null };
  if (kind === 'host') return { vmId: null, hostId: id };
  return { vmId: null, hostId: null, record: { kind, id } };
}

/** The one record that is selected; `null` for none, and for a VM on a host. */
export function recordOf({ vmId, hostId, record }: Selection): RecordRef | null {
  if (vmId !== null) return hostId === null ? { kind: 'vm', id: vmId } : null;
  return hostId !== null ? { kind: 'host', id: hostId } : (record ?? null);
}

export interface Stop {
  readonly view: View;
  readonly selection: Selection;
  /** Reached by stepping with the arrow keys: a walk leaves one stop, not one per step. */
  readonly isWalk: boolean;
}

export interface Trail {
  readonly stops: readonly Stop[];
  readonly at: number;
}

const LONGEST_TRAIL = 200;

/** The way begins here, with nothing selected. */
export function trailFrom(view: View): Trail {
  return { stops: [{ view, selection: NO_SELECTION, isWalk: false }], at: 0 };
}

export const FIRST_TRAIL: Trail = trailFrom('matrix');

export function currentStop(trail: Trail): Stop {
  const stop = trail.stops[trail.at];
  if (stop === undefined) throw new Error('the trail has no current stop');
  return stop;
}

/** Goes on to a new stop; what lay ahead is forgotten. */
export function goTo(trail: Trail, change: Partial<Stop>): Trail {
  const here = currentStop(trail);
  const next: Stop = { ...here, isWalk: false, ...change };
  if (isSamePlace(here, next)) return trail;
  const replaces = here.isWalk && next.isWalk && here.view === next.view;
  const kept = trail.stops.slice(0, replaces ? trail.at : trail.at + 1);
  const stops = [...kept, next].slice(-LONGEST_TRAIL);
  return { stops, at: stops.length - 1 };
}

/** Steps back (−1) or forward (+1) along the trail; stays where the trail ends. */
export function stepAlong(trail: Trail, step: -1 | 1): Trail {
  const at = Math.min(Math.max(trail.at + step, 0), trail.stops.length - 1);
  return at === trail.at ? trail : { ...trail, at };
}

function isSamePlace(a: Stop, b: Stop): boolean {
  return (
    a.view === b.view &&
    a.selection.vmId === b.selection.vmId &&
    a.selection.hostId === b.selection.hostId &&
    a.selection.record?.kind === b.selection.record?.kind &&
    a.selection.record?.id === b.selection.record?.id
  );
}
