// @ts-check
import { build } from '../setup/build.mjs';
import { ensurePackages } from '../setup/packages.mjs';

/** Builds anew, whatever the stamp says: whoever asks for it by name has a reason. */
export async function buildTask() {
  await ensurePackages();
  await build();
  return 0;
}
