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
    return vitest(reporters);
  }, tallyOfVitest);
}

/** @param {string[]} args */
function vitest(args) {
  return handOver(process.execPath, [toolScript('vitest'), 'run', ...args], { cwd: projectFolder });
}
