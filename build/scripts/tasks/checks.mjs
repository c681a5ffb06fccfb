// @ts-check
/** The checks that read the sources without running them. */
import { handOver, toolScript } from '../lib/processes.mjs';
import { projectFolder } from '../lib/project.mjs';
import { ensurePackages } from '../setup/packages.mjs';

/** Types, and once more the pure rooms alone, where Node and the browser do not exist. */
export async function typecheck() {
  const everything = await typecheckProject('tsconfig.json');
  const pureRooms = await typecheckProject('tsconfig.pure.json');
  return everything || pureRooms;
}

/** @param {'tsconfig.json' | 'tsconfig.pure.json'} project */
export function typecheckProject(project) {
  return check('typescript', ['--project', project]);
}

/** Lint rules and formatting; changes nothing. */
export function lint() {
  return check('biome', ['check', '--error-on-warnings', '.']);
}

/** Formats, sorts imports, and repairs what can be repaired without a second thought. */
export function format() {
  return check('biome', ['check', '--write', '.']);
}

/**
 * @param {'biome' | 'typescript'} tool
 * @param {string[]} args
 */
async function check(tool, args) {
  await ensurePackages();
  const command = [toolScript(tool), ...args];
  return handOver(process.execPath, command, { cwd: projectFolder, limitMinutes: 5 });
}
