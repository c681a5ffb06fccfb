// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStamp } from './stamp.mjs';

/**
 * Runs a test runner that writes a JSON report to a file, and counts what the report says.
 * @param {(reportFile: string) => Promise<number>} run  answers the runner's exit code
 * @param {(report: any, exitCode: number) => import('./tallies.mjs').Tally} count
 */
export async function readReport(run, count) {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-report-'));
  try {
    const reportFile = join(folder, 'report.json');
    const exitCode = await run(reportFile);
    return count(readStamp(reportFile), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
