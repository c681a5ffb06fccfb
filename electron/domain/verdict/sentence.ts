/** The answer in one sentence, the name of the thing first. */
import { pathPhrase, pathWords } from '../../../shared/format/verdict-words';
import type { MoveKind, Outcome, PathSet } from '../../../shared/model/verdict';
import type { Explained } from './explain';
import type { PairJudgement } from './judge';

export function sentenceOf(
  pair: PairJudgement,
  kind: MoveKind,
  outcome: Outcome,
  primary: Explained | null,
  isHere: boolean,
  reasons: readonly Explained[] = [],
): string {
  const vm = pair.vm.name;
  const target = pair.target.name;
  const because = primary === null ? '.' : `: ${primary.message}`;
  if (isHere) return `${vm} is on ${target} now${pathsHere(pair)}.`;
  switch (outcome) {
    case 'blocked':
      return `${vm} cannot move ${KIND_WORDS[kind]} to ${target}${because}`;
    case 'keeps':
      return pair.vnics.length === 0
        ? `${vm} can move to ${target}; it has no network adapter.`
        : `${vm} keeps ${unitedPaths(pair, 'there')} on ${target}.`;
    case 'improves': {
      const gain = pair.vnics.find(({ outlook }) => outlook.relations.has('improves'));
      if (gain === undefined) return `${vm} gains on ${target}.`;
      return `${vm} gets ${pathPhrase(gain.outlook.there)} on ${target} instead of ${pathPhrase(gain.outlook.now)}.${priceOf(gain.vnic.id, reasons)}`;
    }
    case 'falls-back': {
      const loss = pair.vnics.find(({ outlook }) => outlook.relations.has('falls-back'));
      if (loss === undefined) return `${vm} falls back on ${target}${because}`;
      return `${target} gives ${vm} ${pathPhrase(loss.outlook.there)} instead of ${pathPhrase(loss.outlook.now)}${because}`;
    }
    case 'undecided':
      return `${target} for ${vm}: ${choices(pair.possible[kind])}${because}`;
  }
}

/** What the switch enforces now and does not enforce on the higher path. */
function priceOf(vnicId: string, reasons: readonly Explained[]): string {
  return reasons
    .filter(
      ({ at, effect, result, vnicIds }) =>
        at === 'target' &&
        result === 'violated' &&
        effect.bypasses !== undefined &&
        vnicIds.some((id) => id === vnicId),
    )
    .map(({ message }) => ` ${message}`)
    .join('');
}

const KIND_WORDS: Readonly<Record<MoveKind, string>> = {
  live: 'live',
  quick: 'saved (quick migration)',
  offline: 'even when off',
};

function pathsHere(pair: PairJudgement): string {
  return pair.vnics.length === 0 ? '' : `, with ${unitedPaths(pair, 'now')}`;
}

/** The paths of all adapters, each once. */
function unitedPaths(pair: PairJudgement, side: 'now' | 'there'): string {
  const sets = new Map<string, PathSet>();
  for (const { outlook } of pair.vnics) sets.set(outlook[side].join(), outlook[side]);
  return [...sets.values()].map(pathWords).join(' and ');
}

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  keeps: 'keeps its path',
  improves: 'improves',
  'falls-back': 'falls back',
  blocked: 'is refused',
  undecided: 'undecided',
};

function choices(possible: readonly Outcome[]): string {
  const words = possible.map((outcome) => OUTCOME_WORDS[outcome]);
  const last = words.at(-1) ?? '';
  return `it cannot be told whether it ${words.slice(0, -1).join(', ')} or ${last}`;
}
