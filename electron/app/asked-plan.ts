/** A plan file among the arguments of the program: how a double-clicked file arrives. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PLAN_EXTENSION } from '../../shared/model/plan';

/**
 * @param argv    of the process, the program first; Linux desktops hand over addresses (`file://…`)
 * @param folder  that relative paths begin in
 */
export function planAmong(argv: readonly string[], folder: string): string | null {
  const asked = argv
    .slice(1)
    .find((argument) => argument.toLowerCase().endsWith(`.${PLAN_EXTENSION}`));
  if (asked === undefined) return null;
  return /^file:\/\//i.test(asked) ? fileURLToPath(asked) : resolve(folder, asked);
}
