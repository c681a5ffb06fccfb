/** Finds records by a few letters of their names, or of where they are. */
import { counted } from '../../../shared/format/plural';
import { fuzzyScore } from '../../../shared/fuzzy';
import type { FoundRecord, TableKind } from '../../../shared/model/estate-table';
import type { Placed, Surroundings } from './surroundings';

/**
 * @param kinds  the kinds to look among
 * @returns      the best `most`, best first; equal ones in the order of the estate
 */
export function findRecords(
  around: Surroundings,
  kinds: readonly TableKind[],
  typed: string,
  most: number,
): FoundRecord[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const words = wanted.split(/\s+/);
  const found: { readonly placed: Placed; readonly score: number }[] = [];
  for (const kind of kinds) {
    for (const placed of around.records(kind)) {
      const score = scoreOf(placed, wanted, words);
      if (score !== null) found.push({ placed, score });
    }
  }
  return found
    .sort((a, b) => b.score - a.score || compareHosts(a.placed, b.placed))
    .slice(0, most)
    .map(({ placed, score }) => ({
      kind: placed.kind,
      id: placed.id,
      name: placed.name,
      note: noteOf(around, placed),
      score,
    }));
}

/** By its name; or, a little lower, by words that stand in its name and in where it is. */
function scoreOf(placed: Placed, wanted: string, words: readonly string[]): number | null {
  const own = fuzzyScore(wanted, placed.name);
  if (words.length < 2 || (own !== null && ALL_BY_PLACE < own)) return own;
  const all = [placed.name, placed.vm?.name, placed.host?.name].join(' ').toLowerCase();
  const byPlace = words.every((word) => all.includes(word)) ? ALL_BY_PLACE : null;
  return byPlace ?? own;
}

const ALL_BY_PLACE = 500;

function compareHosts(a: Placed, b: Placed): number {
  const [one, other] = [a.host?.name ?? '', b.host?.name ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}

function noteOf(around: Surroundings, { kind, vm, host, cluster }: Placed): string {
  const where = host === null ? '' : `on ${host.name}`;
  if (kind === 'vnic') return [vm === null ? '' : `of ${vm.name}`, where].join(' ').trim();
  if (kind !== 'cluster' || cluster === null) return where;
  return counted(around.hostsOf(cluster).length, 'host');
}
