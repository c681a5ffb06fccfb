// @ts-check
import { say } from '../lib/messages.mjs';
import { handOver } from '../lib/processes.mjs';
import { projectFolder } from '../lib/project.mjs';
import { ensureBuild } from '../setup/build.mjs';
import { hasDisplay, sandboxArguments } from '../setup/display.mjs';
import { ensurePackages } from '../setup/packages.mjs';
import { ensureRunnableElectron, runtimeVariables } from '../setup/runtime.mjs';
import { portolan } from './portolan.mjs';

/**
 * Opens the application. Where there is no display it does the demonstration's job on the command
 * line instead: a window that nobody can see would help nobody.
 * @param {string[]} args  handed on to the application
 */
export async function start(args) {
  if (!hasDisplay()) {
    say('there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can');
    say('be shown. The demonstration runs on the command line instead.');
    return portolan(['demo', ...args]);
  }
  await ensurePackages();
  const electron = await ensureRunnableElectron();
  await ensureBuild();
  return handOver(electron.program, [...sandboxArguments(), projectFolder, ...args], {
    env: { ...process.env, ...runtimeVariables(electron) },
  });
}
