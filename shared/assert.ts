/** Ends a `switch` over a union: a new member breaks the build here, not the user's day. */
export function assertNever(value: never, what: string): never {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`);
}

/** @throws Error with `message` when `value` is null or undefined: a bug, not bad input */
export function present<T>(value: T | null | undefined, message: string): T {
  if (value === null || value === undefined) throw new Error(message);
  return value;
}
