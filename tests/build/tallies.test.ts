import { describe, expect, it } from 'vitest';
import {
  sumOf,
  tallyOfCheck,
  tallyOfPlaywright,
  tallyOfVitest,
} from '../../build/scripts/lib/tallies.mjs';

const brokenFile = { status: 'failed', assertionResults: [] };
const soundFile = { status: 'passed', assertionResults: [{ status: 'passed' }] };

describe('the tally of vitest', () => {
  const cases = [
    { name: 'all passed', total: 3, passed: 3, exit: 0, want: { passed: 3, failed: 0 } },
    { name: 'one failed', total: 3, passed: 2, exit: 1, want: { passed: 2, failed: 1 } },
    {
      name: 'a skipped test is a failed one',
      total: 3,
      passed: 2,
      exit: 0,
      want: { passed: 2, failed: 1 },
    },
    {
      name: 'an error outside of any test',
      total: 3,
      passed: 3,
      exit: 1,
      want: { passed: 3, failed: 1 },
    },
  ];
  it.each(cases)('$name', ({ total, passed, exit, want }) => {
    const report = { numTotalTests: total, numPassedTests: passed, testResults: [soundFile] };
    expect(tallyOfVitest(report, exit)).toEqual(want);
  });

  it('counts a file that could not be loaded as one failure', () => {
    const report = { numTotalTests: 1, numPassedTests: 1, testResults: [soundFile, brokenFile] };
    expect(tallyOfVitest(report, 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a run without a report as one failure, whatever its exit code', () => {
    expect(tallyOfVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('the tally of Playwright', () => {
  const nothing = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  const cases = [
    { name: 'all passed', stats: { expected: 2 }, exit: 0, want: { passed: 2, failed: 0 } },
    {
      name: 'one failed',
      stats: { expected: 1, unexpected: 1 },
      exit: 1,
      want: { passed: 1, failed: 1 },
    },
    {
      name: 'a skipped test is a failed one',
      stats: { expected: 1, skipped: 1 },
      exit: 0,
      want: { passed: 1, failed: 1 },
    },
    {
      name: 'so is one that passed at the second try',
      stats: { flaky: 1 },
      exit: 0,
      want: { passed: 0, failed: 1 },
    },
  ];
  it.each(cases)('$name', ({ stats, exit, want }) => {
    expect(tallyOfPlaywright({ stats: { ...nothing, ...stats }, errors: [] }, exit)).toEqual(want);
  });

  it('counts an error outside of any test', () => {
    const report = { stats: nothing, errors: [{ message: 'no tests found' }] };
    expect(tallyOfPlaywright(report, 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a run without a report as one failure', () => {
    expect(tallyOfPlaywright(undefined, 137)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('the sum', () => {
  it('takes a check as one test', () => {
    const tallies = [tallyOfCheck(0), tallyOfCheck(2), { passed: 5, failed: 2 }];
    expect(sumOf(tallies)).toEqual({ passed: 6, failed: 3 });
  });
});
