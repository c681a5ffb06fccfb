import type { MethodName } from '../../shared/contract';
import { visibleText } from '../../shared/format/visible-text';

/** Methods whose replies carry text out of imported files. */
const CARRY_IMPORTED_TEXT: ReadonlySet<MethodName> = new Set([
  'estate.index',
  'estate.record',
  'estate.children',
  'estate.table',
  'estate.table-values',
  'estate.links',
  'verdicts.pair',
  'imports.files',
  'imports.problems',
  'conflicts.list',
  'snapshots.list',
  'history.list',
]);

/** Names of things for the main side, which must come back as they were. */
const IDENTIFIES = /^(?:id|token|field)$|Ids?$/;

/**
 * A reply with every text safe to show: a name can neither hide nor reorder what stands around it.
 * Identifiers stay as they are. What needs no change is not copied.
 */
export function visibleReply<T>(name: MethodName, reply: T): T {
  return CARRY_IMPORTED_TEXT.has(name) ? visible(reply) : reply;
}

function visible<T>(value: T): T {
  if (typeof value === 'string') return visibleText(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(visible);
    return items.some((item, at) => item !== value[at]) ? (items as T) : value;
  }
  const changes = Object.entries(value)
    .filter(([key]) => !IDENTIFIES.test(key))
    .map(([key, part]) => [key, part, visible(part)] as const)
    .filter(([, part, shown]) => shown !== part)
    .map(([key, , shown]) => [key, shown] as const);
  return changes.length === 0 ? value : { ...value, ...Object.fromEntries(changes) };
}
