// @ts-check
import { handOver } from '../lib/processes.mjs';
import { inProject } from '../lib/project.mjs';
import { ensureBuild } from '../setup/build.mjs';
import { ensurePackages } from '../setup/packages.mjs';

/** @param {string[]} args  such as `--json`; see tests/bench */
export async function bench(args) {
  await ensurePackages();
  await ensureBuild();
  return handOver(process.execPath, [inProject('out', 'main', 'bench.cjs'), ...args]);
}
