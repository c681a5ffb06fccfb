import { expect, it } from 'vitest';
import { comparisonSummary } from '../../../shared/format/comparison-words';
import type { Comparison } from '../../../shared/model/comparison';

const NOTHING: Comparison = {
  kind: 'live',
  records: { added: 0, gone: 0, moved: 0, entries: [] },
  facts: { total: 0, entries: [] },
  verdicts: { compared: 4, total: 0, better: 0, worse: 0, groups: [], entries: [] },
};

it('tells a comparison in one sentence', () => {
  expect(comparisonSummary(NOTHING)).toBe('Nothing changed.');
  expect(
    comparisonSummary({
      ...NOTHING,
      records: { added: 1, gone: 0, moved: 2, entries: [] },
      facts: { total: 1, entries: [] },
      verdicts: { ...NOTHING.verdicts, total: 1200, worse: 1100, better: 1 },
    }),
  ).toBe(
    '1 record added and 2 records moved; 1 fact changed; 1,100 verdicts worse, 1 verdict better and 99 verdicts different.',
  );
});
