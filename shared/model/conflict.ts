/** Disagreements of sources as a plan keeps them. */
import type { ImportConflict } from './import';

/** How a conflict was settled: by one of its sides, or by a value that neither of them has. */
export const CONFLICT_CHOICES = ['kept', 'other', 'own'] as const;
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

export interface StoredConflict extends ImportConflict {
  readonly id: string;
  /** `null`: not settled. It follows from the fact set by hand, so that undo opens it again. */
  readonly choice: ConflictChoice | null;
}
