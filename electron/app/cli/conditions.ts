/** `--require`: what must hold of every move that was asked about. */
import { counted } from '../../../shared/format/plural';
import { OUTCOME_LABELS, pathWords } from '../../../shared/format/verdict-words';
import type { MoveKind, Outcome } from '../../../shared/model/verdict';
import type { Judge } from '../../domain/verdict/judge';
import { verdictOf } from '../../domain/verdict/outcome';
import { UsageError } from './io';
import { type Selection, targetsIn } from './selection';

export const CONDITIONS = {
  'no-blocked': { breaks: ['blocked'], meaning: 'no move is refused' },
  'no-fallback': { breaks: ['falls-back'], meaning: 'no move lowers a path' },
  'no-undecided': { breaks: ['undecided'], meaning: 'every move can be told' },
  keeps: {
    breaks: ['blocked', 'falls-back', 'undecided'],
    meaning: 'every move is allowed and keeps or raises every path',
  },
} as const satisfies Record<string, { breaks: readonly Outcome[]; meaning: string }>;
export type Condition = keyof typeof CONDITIONS;

/** @throws UsageError for a condition that does not exist */
export function readConditions(texts: readonly string[]): Condition[] {
  const names = texts.flatMap((text) => text.split(',').map((one) => one.trim()));
  return names.map((name) => {
    if (name in CONDITIONS) return name as Condition;
    throw new UsageError(
      `There is no condition "${name}".`,
      `The conditions are ${Object.keys(CONDITIONS).join(', ')}; join several with commas.`,
    );
  });
}

export interface BrokenMove {
  readonly vm: string;
  readonly to: string;
  readonly outcome: Outcome;
  readonly path: string;
}

export interface Checked {
  readonly moves: number;
  readonly broken: readonly BrokenMove[];
  /** Undecided moves that no condition refuses though they may turn out as one does. */
  readonly doubtful: number;
}

export function checkConditions(
  judge: Judge,
  selection: Selection,
  kind: MoveKind,
  conditions: readonly Condition[],
): Checked {
  const breaking = new Set<Outcome>(conditions.flatMap((one) => CONDITIONS[one].breaks));
  const broken: BrokenMove[] = [];
  let moves = 0;
  let doubtful = 0;
  for (const vm of selection.vms) {
    for (const host of targetsIn(selection, judge, vm)) {
      const pair = judge.judge(vm, host);
      const possible = pair.possible[kind];
      const outcome = verdictOf(possible);
      moves += 1;
      if (breaking.has(outcome)) {
        const path = pair.vnics.map(({ outlook }) => pathWords(outlook.there)).join('; ');
        broken.push({ vm: vm.name, to: host.name, outcome, path });
      } else if (outcome === 'undecided' && possible.some((one) => breaking.has(one)))
        doubtful += 1;
    }
  }
  return { moves, broken, doubtful };
}

const LISTED = 50;

/** What to tell a person about conditions that do not hold, or that hold with doubts. */
export function describeChecked(conditions: readonly Condition[], checked: Checked): string {
  const { broken, moves, doubtful } = checked;
  const names = conditions.join(', ');
  const lines: string[] = [];
  if (0 < broken.length) {
    lines.push(
      `Required ${names}: does not hold for ${broken.length} of ${counted(moves, 'move')}.`,
    );
    for (const { vm, to, outcome, path } of broken.slice(0, LISTED)) {
      const where = outcome === 'falls-back' && path !== '' ? ` (${path})` : '';
      lines.push(`  ${vm} to ${to}: ${OUTCOME_LABELS[outcome].toLowerCase()}${where}`);
    }
    if (LISTED < broken.length)
      lines.push(`  and ${broken.length - LISTED} more; --json lists them all.`);
  } else {
    lines.push(`Required ${names}: holds for ${counted(moves, 'move')}.`);
  }
  if (0 < doubtful) {
    lines.push(
      `${counted(doubtful, 'more move is', 'more moves are')} undecided and may still break it; require no-undecided as well to refuse that.`,
    );
  }
  return `${lines.join('\n')}\n`;
}
