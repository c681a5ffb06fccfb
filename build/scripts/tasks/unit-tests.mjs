// @ts-check
import { handOver, toolScript } from '../lib/processes.mjs';
import { projectFolder } from '../lib/project.mjs';
import { readReport } from '../lib/report-file.mjs';
import { tallyOfVitest } from '../lib/tallies.mjs';
import { ensurePackages } from '../setup/packages.mjs';

/**
 * Unit, property and architecture tests.
 * @param {string[]} args  for vitest, such as a part of a file name
 */
export async function unitTests(args) {
  await ensurePackages();
  return vitest(args);
}

export async function countedUnitTests() {
  return readReport(async (reportFile) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    return vitest(reporters, { limitMinutes: 14, asGroup: true });
  }, tallyOfVitest);
}

/**
 * @param {string[]} args
 * @param {{ limitMinutes?: number, asGroup?: boolean }} [how]  a test that never ends blocks a
 *   worker, which only a signal to all of them can stop
 */
function vitest(args, how) {
  const command = [toolScript('vitest'), 'run', ...args];
  return handOver(process.execPath, command, { cwd: projectFolder, ...how });
}
