/** Kept states of a plan, to compare with and to go back to. */

export interface Snapshot {
  readonly id: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** Made by Portolan before an import; only the last few of these are kept. */
  readonly isAutomatic: boolean;
  readonly hostCount: number;
  readonly vmCount: number;
}

/** How many automatic snapshots a plan keeps; those that people made are never thrown away. */
export const AUTOMATIC_SNAPSHOTS_KEPT = 5;

export const SNAPSHOT_NAME_LENGTH = 120;
