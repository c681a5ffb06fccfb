// @ts-check
import { handOver, toolScript } from '../lib/processes.mjs';
import { projectFolder } from '../lib/project.mjs';
import { readReport } from '../lib/report-file.mjs';
import { tallyOfPlaywright } from '../lib/tallies.mjs';
import { ensureBuild } from '../setup/build.mjs';
import { displayPrefix } from '../setup/display.mjs';
import { ensurePackages } from '../setup/packages.mjs';
import { ensureRunnableElectron, runtimeVariables } from '../setup/runtime.mjs';

/** Playwright ends each test after two minutes by itself; this is for when it does not end. */
const limitMinutes = 12;

/**
 * The built application in a real Electron, driven by Playwright.
 * @param {string[]} args  for Playwright, such as `--grep matrix` or `--trace on`
 */
export async function endToEndTests(args) {
  await ensurePackages();
  const electron = await ensureRunnableElectron();
  await ensureBuild();
  return playwright(electron, args);
}

/** @param {import('../setup/electron.mjs').Electron} electron */
export function countedEndToEndTests(electron) {
  return readReport(
    (reportFile) =>
      playwright(electron, ['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }),
    tallyOfPlaywright,
  );
}

/**
 * One display, virtual or not, serves the whole run and both of its workers.
 * @param {import('../setup/electron.mjs').Electron} electron
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [variables]
 */
function playwright(electron, args, variables) {
  const prefix = displayPrefix();
  const command = [...prefix, process.execPath, toolScript('playwright'), 'test', ...args];
  const [program = process.execPath, ...rest] = command;
  return handOver(program, rest, {
    cwd: projectFolder,
    asGroup: prefix.length > 0,
    limitMinutes,
    env: { ...process.env, ...runtimeVariables(electron), ...variables },
  });
}
