/** The cost profiles that are shipped: one per generation of a path, never one per test. */
import type { CostProfile } from '../cost-profile';
import { hypervProfiles } from './hyperv';
import { otherProfiles } from './others';

export const costProfiles: readonly CostProfile[] = [...hypervProfiles, ...otherProfiles];

export function findCostProfile(id: string): CostProfile | undefined {
  return costProfiles.find((profile) => profile.id === id);
}
