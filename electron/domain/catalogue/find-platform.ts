/** Which processor generation a host has, by the name its processor gives. */
import type { PlatformRow } from './records';
import { platformNameRuleTable, platformTable } from './tables';

const compiledRules = platformNameRuleTable.map(({ platformId, pattern }) => ({
  platformId,
  expression: new RegExp(`^(?:${pattern})$`),
}));

/**
 * The platform of a processor such as `Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz` or
 * `AMD EPYC 7543 32-Core Processor`.
 * @param ownRows  rows that the user has added, found by their `exampleModels`, which come first; one with
 *                 the id of a shipped row stands in its place
 * @returns `null` when unsure: no rule fits, or rules of several platforms do
 */
export function findPlatform(
  cpuModelName: string,
  ownRows: readonly PlatformRow[] = [],
): PlatformRow | null {
  const name = cleanProcessorName(cpuModelName);
  if (name === '') return null;
  const own = ownRows.find((row) =>
    row.exampleModels.some((model) => cleanProcessorName(model) === name),
  );
  if (own !== undefined) return own;
  const ids = new Set(
    compiledRules.filter(({ expression }) => expression.test(name)).map((rule) => rule.platformId),
  );
  const [id] = ids;
  if (ids.size !== 1 || id === undefined) return null;
  return ownRows.find((row) => row.id === id) ?? platformById(id);
}

/** The row of that id. */
export function platformById(id: string): PlatformRow | null {
  return platformTable.find((row) => row.id === id) ?? null;
}

/**
 * A processor name without marks, clock and core count: `Quad-Core AMD Opteron(tm) Processor 2356`
 * becomes `opteron 2356`, `Intel(R) Core(TM) i7 CPU 920 @ 2.67GHz` becomes `core i7-920`, and
 * `Intel(R) Xeon(R) CPU E7- 4870 @ 2.40GHz` becomes `xeon e7-4870`.
 */
export function cleanProcessorName(cpuModelName: string): string {
  return cpuModelName
    .toLowerCase()
    .replace(/\((?:r|tm|c)\)|[®™©]/g, ' ')
    .replace(/@.*$/, ' ')
    .replace(/\b\d+(?:st|nd|rd|th) gen\b/, ' ')
    .replace(/\b(?:\d+|dual|triple|quad|six|eight|twelve|sixteen)-?cores?\b/g, ' ')
    .replace(/\b(?:genuine|intel|authentic|amd|cpu|processor|with radeon .*)(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ 0$/, '')
    .replace(/\b(core i\d) /, '$1-')
    .replace(/\b(fx|e\d)- /, '$1-')
    .replace(/\bfx -/, 'fx-');
}
