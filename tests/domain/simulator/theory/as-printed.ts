import { expect } from 'vitest';

/** Expects a figure as it stands in print: the same when rounded to as many decimals. */
export function expectPrinted(value: number, printed: string): void {
  const decimals = printed.split('.')[1]?.length ?? 0;
  expect(value.toFixed(decimals)).toBe(printed);
}
