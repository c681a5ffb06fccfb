// @ts-check
/** Sees to node_modules: exactly what package-lock.json names. */
import { exclusively } from '../lib/exclusive.mjs';
import { contentKey } from '../lib/fingerprint.mjs';
import { say } from '../lib/messages.mjs';
import { npmCi } from '../lib/npm.mjs';
import { inProject, projectFolder } from '../lib/project.mjs';
import { readStamp, writeStamp } from '../lib/stamp.mjs';

/** The stamp lives in the folder that it vouches for: npm empties that before it fills it. */
const stampFile = inProject('node_modules', '.portolan-packages.json');

export async function ensurePackages() {
  if (isCurrent()) return;
  await exclusively(projectFolder, async () => {
    if (isCurrent()) return;
    say('installing the packages of package-lock.json …');
    await npmCi('install the packages of package-lock.json', projectFolder);
    writeStamp(stampFile, wanted());
  });
}

function isCurrent() {
  return JSON.stringify(readStamp(stampFile)) === JSON.stringify(wanted());
}

/** The platform is part of it, for checkouts that two systems share. */
function wanted() {
  return {
    lock: contentKey([inProject('package.json'), inProject('package-lock.json')]),
    system: `${process.platform}-${process.arch}`,
  };
}
