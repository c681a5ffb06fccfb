/**
 * Stations in the order in which packets pass them, as far as there are no circles; stations that
 * no route parts stay as they were named.
 * @param names   all stations, in the order of the document
 * @param routes  names of stations
 */
export function stationOrder(
  names: readonly string[],
  routes: readonly (readonly string[])[],
): string[] {
  const next = new Map<string, Set<string>>(names.map((name) => [name, new Set()]));
  for (const route of routes) {
    for (const [at, name] of route.slice(0, -1).entries()) next.get(name)?.add(route[at + 1] ?? '');
  }
  // What is left last in a walk into the depth comes first: whoever leads on to a station without
  // a way back is left after it.
  const left: string[] = [];
  const seen = new Set<string>();
  const rank = new Map(names.map((name, at) => [name, at]));
  const onwards = (name: string) =>
    [...(next.get(name) ?? [])]
      .filter((one) => rank.has(one))
      .sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  for (const start of names.toReversed()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const walk = [{ name: start, onwards: onwards(start) }];
    for (let here = walk.at(-1); here !== undefined; here = walk.at(-1)) {
      const name = here.onwards.pop();
      if (name === undefined) {
        left.push(here.name);
        walk.pop();
      } else if (!seen.has(name)) {
        seen.add(name);
        walk.push({ name, onwards: onwards(name) });
      }
    }
  }
  return left.reverse();
}
