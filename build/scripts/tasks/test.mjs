// @ts-check
import { SetupFailure } from '../lib/messages.mjs';
import { sumOf, tallyOfCheck } from '../lib/tallies.mjs';
import { ensureBuild } from '../setup/build.mjs';
import { ensurePackages } from '../setup/packages.mjs';
import { ensureRunnableElectron } from '../setup/runtime.mjs';
import { lint, typecheckProject } from './checks.mjs';
import { countedEndToEndTests } from './end-to-end-tests.mjs';
import { countedUnitTests } from './unit-tests.mjs';

/**
 * Everything that must hold before a change is worth showing. All parts run even if the first one
 * fails, since nobody wants to learn of the second problem after mending the first.
 */
const parts = {
  'type check': async () => tallyOfCheck(await typecheckProject('tsconfig.json')),
  'type check of the pure rooms': async () =>
    tallyOfCheck(await typecheckProject('tsconfig.pure.json')),
  'lint and format check': async () => tallyOfCheck(await lint()),
  'unit, property and architecture tests': countedUnitTests,
  'end-to-end tests': builtAndTestedEndToEnd,
};

/** @returns {Promise<number>} */
export async function test() {
  await ensurePackages();
  const tallies = [];
  for (const [title, run] of Object.entries(parts)) {
    console.log(`\n— ${title}`);
    tallies.push(await run().catch(asFailure));
  }
  const { passed, failed } = sumOf(tallies);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function builtAndTestedEndToEnd() {
  const electron = await ensureRunnableElectron();
  await ensureBuild();
  return countedEndToEndTests(electron);
}

/** @param {unknown} error  that kept a part from running: one failure, whatever it would have held */
function asFailure(error) {
  console.error(error instanceof SetupFailure ? error.message : error);
  return { passed: 0, failed: 1 };
}
