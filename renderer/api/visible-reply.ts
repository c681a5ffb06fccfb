/** What comes from the main side, made safe to show: names in it come from imported files. */
import type { MethodName } from '../../shared/contract';
import { visibleText } from '../../shared/format/visible-text';

/** Replies whose text is ours and shown or written as it is. */
const OUR_OWN: ReadonlySet<MethodName> = new Set(['collector.text', 'app.settings']);

/** Names of things for the main side, which must come back as they were. */
const IDENTIFIES = /^(?:id|key|token|field)$|Ids?$/;

export function visibleReply<T>(name: MethodName, reply: T): T {
  return OUR_OWN.has(name) ? reply : visible(reply);
}

/**
 * A value with every text safe to show: a name can neither hide nor reorder what stands around it.
 * Identifiers stay as they are. What needs no change is not copied.
 */
export function visible<T>(value: T): T {
  if (typeof value === 'string') return visibleText(value) as T;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
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
