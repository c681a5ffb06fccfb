/** Named sets of stage costs, each figure with range, source and how far it can be trusted. */
import { z } from 'zod';
import { STAGE_COST_IDS, type StageCostId, stageCosts } from './stage-costs';

/** A second of processor time or delay at most: longer is a slip of the pen. */
const GREATEST_NANOSECONDS = 1e9;

const nanoseconds = z.number().min(0).max(GREATEST_NANOSECONDS);

export const figureSchema = z.strictObject({
  value: nanoseconds,
  /** What can be defended, at the same clock. */
  low: nanoseconds,
  high: nanoseconds,
  /**
   * `published`: read in the source. `derived`: worked out from figures of the source. `inferred`:
   * nobody published it; it is what the rest leaves over.
   */
  confidence: z.enum(['published', 'derived', 'inferred']),
  /** Where it is from, and how it was worked out. */
  basis: z.string().min(1).max(1000),
  /** The published table that it was set from, which is then no test of it. */
  calibratedBy: z.string().max(100).optional(),
});
export type Figure = z.infer<typeof figureSchema>;

export const costProfileSchema = z.strictObject({
  id: z.string().min(1).max(100),
  title: z.string().min(1).max(200),
  /** What it stands for, and what it does not know. */
  notes: z.string().max(2000),
  /** The clock that costs which scale with it were given for. */
  clockGigahertz: z.number().min(0.1).max(20),
  costs: z.strictObject(
    Object.fromEntries(STAGE_COST_IDS.map((id) => [id, figureSchema])) as Record<
      StageCostId,
      typeof figureSchema
    >,
  ),
});
export type CostProfile = z.infer<typeof costProfileSchema>;

/**
 * A cost in picoseconds (per packet or byte; then it may be a fraction) on a core of another clock.
 */
export function costPs(profile: CostProfile, id: StageCostId, clockGigahertz: number): number {
  const { scales } = stageCosts[id];
  const cycles = scales === 'clock' ? profile.clockGigahertz / clockGigahertz : 1;
  return profile.costs[id].value * 1000 * cycles;
}
