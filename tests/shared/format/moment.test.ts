import { describe, expect, it } from 'vitest';
import { formatMoment, formatRecentMoment } from '../../../shared/format/moment';

const style = { locale: 'en-GB', timeZone: 'UTC' };

describe('points in time', () => {
  it('names date and time to the minute', () => {
    expect(formatMoment('2025-11-24T12:04:31Z', style)).toBe('24 Nov 2025, 12:04');
  });

  it('leaves the date out on the same day only', () => {
    const now = new Date('2025-11-24T23:00:00Z');
    expect(formatRecentMoment('2025-11-24T12:04:31Z', now, style)).toBe('12:04');
    expect(formatRecentMoment('2025-11-23T12:04:31Z', now, style)).toBe('23 Nov 2025, 12:04');
  });

  it('shows what it cannot read as it is', () => {
    expect(formatMoment('yesterday', style)).toBe('yesterday');
  });
});
