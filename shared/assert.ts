/** @throws Error with `message` when `value` is null or undefined: a bug, not bad input */
export function present<T>(value: T | null | undefined, message: string): T {
  if (value === null || value === undefined) throw new Error(message);
  return value;
}
