// @ts-check
import { handOver } from '../lib/processes.mjs';
import { inProject } from '../lib/project.mjs';
import { ensureBuild } from '../setup/build.mjs';
import { ensurePackages } from '../setup/packages.mjs';
import { ensureRunnableElectron, runtimeVariables } from '../setup/runtime.mjs';

/**
 * The command line, under Node. Only printing a PDF takes an Electron, so only then is one sought:
 * `portolan judge` must not wait for 100 MB that it has no use for.
 * @param {string[]} args
 */
export async function portolan(args) {
  await ensurePackages();
  const variables = printsPdf(args) ? await variablesForPrinting() : {};
  await ensureBuild();
  return handOver(process.execPath, [inProject('out', 'main', 'portolan.cjs'), ...args], {
    env: { ...process.env, ...variables },
  });
}

/** @param {string[]} args */
function printsPdf(args) {
  return args[0] === 'demo' || args.some((arg) => /\bpdf$/i.test(arg));
}

/** The command line itself runs under Node, for which the shipped database library is right. */
async function variablesForPrinting() {
  const { PORTOLAN_SQLITE_BINDING: _, ...rest } = runtimeVariables(await ensureRunnableElectron());
  return rest;
}
