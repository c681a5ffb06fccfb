// @ts-check
/**
 * How many tests passed and failed, from the JSON reports of the two test runners. A skipped test
 * counts as failed: nothing here is skipped. So does a run that failed without a failed test.
 */

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * @param {any} report  of vitest's JSON reporter; `undefined` when it never got so far
 * @param {number} exitCode  of the run that wrote it
 * @returns {Tally}
 */
export function tallyOfVitest(report, exitCode) {
  if (report === undefined) return withExitCode({ passed: 0, failed: 0 }, exitCode || 1);
  // A file that could not even be loaded has no tests to report.
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numTotalTests - report.numPassedTests + brokenFiles.length;
  return withExitCode({ passed: report.numPassedTests, failed }, exitCode);
}

/**
 * @param {any} report  of Playwright's JSON reporter; `undefined` when it never got so far
 * @param {number} exitCode  of the run that wrote it
 * @returns {Tally}
 */
export function tallyOfPlaywright(report, exitCode) {
  if (report === undefined) return withExitCode({ passed: 0, failed: 0 }, exitCode || 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + skipped + report.errors.length;
  return withExitCode({ passed: expected, failed }, exitCode);
}

/**
 * A check that either holds or does not counts as one test.
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOfCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sumOf(tallies) {
  return tallies.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

/**
 * @param {Tally} tally
 * @param {number} exitCode
 */
function withExitCode(tally, exitCode) {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
