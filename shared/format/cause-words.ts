/** Causes in numbers, for people: the same on screen, in reports and on the command line. */
import { CAUSE_EFFECTS, type Cause, type CauseEffect } from '../model/cause';
import { DATAPATHS, OUTCOMES, type Outcome } from '../model/verdict';
import { chosen, counted, joined } from './plural';
import { formatNumber } from './quantity';
import { pathWords } from './verdict-words';

export const CAUSE_EFFECT_LABELS: Readonly<Record<CauseEffect, string>> = {
  blocked: 'Blocked',
  'falls-back': 'Falls back',
  undecided: 'Undecided',
  behind: 'Behind others',
  waits: 'Waits',
  warned: 'Warned',
};

export const CAUSE_EFFECT_MEANINGS: Readonly<Record<CauseEffect, string>> = {
  blocked: 'it refuses the move',
  'falls-back': 'it takes away the path that the VM has now',
  undecided: 'because of it the outcome is open',
  behind: 'something else refuses the move; this comes after it',
  waits: 'the move has to wait for others',
  warned: 'allowed, with something to know',
};

/** What it does to VMs: "12 VMs fall back, 3 VMs are blocked". */
export function causeWords({ counts }: Pick<Cause, 'counts'>): string {
  const main = CAUSE_EFFECTS.filter((effect) => effect !== 'behind' && 0 < counts[effect].vms);
  const shown = main.length === 0 ? (['behind'] as const) : main;
  return joined(shown.map((effect) => effectPhrase(effect, counts[effect].vms)));
}

/** "SR-IOV is off in the firmware of HV07: 12 VMs fall back". */
export function headline(cause: Pick<Cause, 'statement' | 'counts'>): string {
  return `${cause.statement}: ${causeWords(cause)}`;
}

/** Moves now: "30 moves fall back, 24 of them for no other reason". */
export function causeMoveWords({ counts }: Pick<Cause, 'counts'>): string {
  return CAUSE_EFFECTS.filter((effect) => 0 < counts[effect].moves)
    .map((effect) => {
      const { moves, aloneMoves } = counts[effect];
      const what = `${counted(moves, 'move')} ${MOVES_NOW[effect](moves)}`;
      if (effect === 'behind' || effect === 'warned') return what;
      if (aloneMoves === moves) return `${what}, for no other reason`;
      if (aloneMoves === 0) return `${what}, for other reasons as well`;
      return `${what}, ${formatNumber(aloneMoves)} of them for no other reason`;
    })
    .join('; ');
}

const MOVES_NOW: Readonly<Record<CauseEffect, (count: number) => string>> = {
  blocked: (count) => chosen(count, 'is blocked', 'are blocked'),
  'falls-back': (count) => chosen(count, 'falls back', 'fall back'),
  undecided: (count) => chosen(count, 'is undecided', 'are undecided'),
  behind: (count) =>
    `${chosen(count, 'is', 'are')} blocked by something else, and this comes after`,
  waits: (count) => chosen(count, 'waits for others', 'wait for others'),
  warned: (count) => chosen(count, 'needs a look', 'need a look'),
};

/** What the fix leaves: "11 keep their path, 1 falls back to the software path". */
export function afterWords({ after }: Pick<Cause, 'after'>): string {
  const { vms } = after;
  const words = AFTER_ORDER.filter((outcome) => 0 < vms[outcome]).map((outcome) =>
    afterPhrase(outcome, vms[outcome], after),
  );
  return joined(words);
}

/** Moves after the fix: "Of 30 moves: 24 keep their path and 6 stay blocked". */
export function afterMoveWords({ after }: Pick<Cause, 'after'>): string {
  const total = OUTCOMES.reduce((sum, outcome) => sum + after.moves[outcome], 0);
  if (total === 0) return '';
  const words = AFTER_ORDER.filter((outcome) => 0 < after.moves[outcome]).map(
    (outcome) =>
      `${formatNumber(after.moves[outcome])} ${MOVES_AFTER[outcome](after.moves[outcome])}`,
  );
  return `Of ${counted(total, 'move')}: ${joined(words)}`;
}

/** "685 keep their path, 68 fall back and 4 are undecided". */
export function outcomeCountWords(counts: Readonly<Record<Outcome, number>>): string {
  const words = AFTER_ORDER.filter((outcome) => 0 < counts[outcome]).map(
    (outcome) => `${formatNumber(counts[outcome])} ${OUTCOME_VERBS[outcome](counts[outcome])}`,
  );
  return words.length === 0 ? 'no move to judge' : joined(words);
}

const OUTCOME_VERBS: Readonly<Record<Outcome, (count: number) => string>> = {
  keeps: (count) => chosen(count, 'keeps its path', 'keep their path'),
  improves: (count) => chosen(count, 'improves', 'improve'),
  'falls-back': (count) => chosen(count, 'falls back', 'fall back'),
  undecided: (count) => `${chosen(count, 'is', 'are')} undecided`,
  blocked: (count) => `${chosen(count, 'is', 'are')} blocked`,
};

const AFTER_ORDER: readonly Outcome[] = ['keeps', 'improves', 'falls-back', 'undecided', 'blocked'];

/** "12 VMs fall back". */
export function effectPhrase(effect: CauseEffect, count: number): string {
  const vms = counted(count, 'VM');
  switch (effect) {
    case 'blocked':
      return `${vms} ${chosen(count, 'is', 'are')} blocked`;
    case 'falls-back':
      return `${vms} ${chosen(count, 'falls', 'fall')} back`;
    case 'undecided':
      return `${vms} ${chosen(count, 'is', 'are')} undecided`;
    case 'behind':
      return `${vms} ${chosen(count, 'meets', 'meet')} it behind other reasons`;
    case 'waits':
      return `${vms} ${chosen(count, 'waits', 'wait')}`;
    case 'warned':
      return `${vms} ${chosen(count, 'needs', 'need')} a look`;
  }
}

function afterPhrase(outcome: Outcome, count: number, after: Cause['after']): string {
  const vms = counted(count, 'VM');
  switch (outcome) {
    case 'keeps':
      return `${vms} ${chosen(count, 'keeps its path', 'keep their path')}`;
    case 'improves':
      return `${vms} ${chosen(count, 'improves', 'improve')}`;
    case 'falls-back': {
      const paths = DATAPATHS.filter((path) => 0 < after.fallsBackTo[path]);
      const to = paths.length === 0 ? '' : ` to ${pathWords(paths)}`;
      return `${vms} ${chosen(count, 'falls', 'fall')} back${to}`;
    }
    case 'undecided':
      return `${vms} ${chosen(count, 'is', 'are')} undecided`;
    case 'blocked':
      return `${vms} ${chosen(count, 'stays', 'stay')} blocked`;
  }
}

const MOVES_AFTER: Readonly<Record<Outcome, (count: number) => string>> = {
  keeps: (count) => chosen(count, 'keeps its path', 'keep their path'),
  improves: (count) => chosen(count, 'improves', 'improve'),
  'falls-back': (count) => `${chosen(count, 'falls', 'fall')} back`,
  undecided: (count) => `${chosen(count, 'is', 'are')} undecided`,
  blocked: (count) => `${chosen(count, 'stays', 'stay')} blocked`,
};
