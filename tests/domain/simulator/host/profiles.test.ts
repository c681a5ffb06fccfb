import { describe, expect, it } from 'vitest';
import { costProfileSchema, costPs } from '../../../../electron/domain/simulator/host/cost-profile';
import { costProfiles } from '../../../../electron/domain/simulator/host/profiles/profiles';

describe.each(costProfiles)('the cost profile $id', (profile) => {
  it('is whole', () => {
    expect(costProfileSchema.parse(profile)).toEqual(profile);
  });

  it('has every value in its range', () => {
    for (const [id, { value, low, high }] of Object.entries(profile.costs)) {
      expect([id, low <= value && value <= high]).toEqual([id, true]);
    }
  });
});

it('there are at most eight, each with an id of its own', () => {
  expect(costProfiles.length).toBeLessThanOrEqual(8);
  expect(new Set(costProfiles.map(({ id }) => id)).size).toBe(costProfiles.length);
});

it('cycles take less time at a higher clock, and copies do not', () => {
  const [profile] = costProfiles;
  if (profile === undefined) throw new Error('there is no profile');
  expect(costPs(profile, 'hostSwitch', 6)).toBe(costPs(profile, 'hostSwitch', 3) / 2);
  expect(costPs(profile, 'hostCopy', 6)).toBe(costPs(profile, 'hostCopy', 3));
});
