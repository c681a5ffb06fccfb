/** What people see of the plan as a document, and of the files that went into it. */
import type { ClusterId, HostId, VmId } from '../ids';
import type { Assumptions } from './assumptions';
import type { Platform } from './estate';

export interface PlanState {
  /** Stays the same through renaming and saving elsewhere, so that a view knows its plan again. */
  readonly id: string;
  readonly name: string;
  /** File name without folder; `null` for the demonstration plan that was not saved yet. */
  readonly fileName: string | null;
  /** Counts up with every change, so that a view knows when what it holds is old. */
  readonly revision: number;
  /** Time of the last saved edit, ISO 8601 UTC. */
  readonly savedAt: string;
  /** What undo would take back, in words; `null` when there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly assumptions: Assumptions;
  readonly isDemonstration: boolean;
  /** True when the file may not be written: all can be looked at, nothing edited. */
  readonly readOnly: boolean;
}

/** An edit in the plan's journal. */
export interface HistoryEntry {
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly editedAt: string;
  readonly description: string;
  readonly isUndone: boolean;
}

export interface RecentPlan {
  readonly token: string;
  readonly name: string;
  readonly folder: string;
  readonly openedAt: string;
  /** False when the file was moved or deleted since. */
  readonly isThere: boolean;
}

/** The estate's names, enough for the headers of the matrix, search and grouping. */
export interface EstateIndex {
  readonly revision: number;
  readonly hosts: readonly HostEntry[];
  readonly vms: readonly VmEntry[];
}
export interface HostEntry {
  readonly id: HostId;
  readonly platform: Platform;
  readonly name: string;
  readonly clusterId: ClusterId | null;
  readonly clusterName: string | null;
  /** "Windows Server 2019 · 2 × Xeon Gold 6248R"; what is unknown is left out. */
  readonly summary: string;
  readonly vmCount: number;
}
export interface VmEntry {
  readonly id: VmId;
  readonly name: string;
  readonly hostId: HostId | null;
  readonly vnicCount: number;
  readonly state: string;
}

export const PLAN_EXTENSION = 'portolan';
