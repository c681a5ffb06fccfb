/** Which causes are shown, in which order and under which headings. No page around it. */
import { SCOPE_LABELS } from '../../../shared/format/verdict-words';
import { CAUSE_EFFECTS, type Cause, type CauseEffect } from '../../../shared/model/cause';

export const CAUSE_ORDERS = ['worst', 'vms', 'moves', 'name'] as const;
export type CauseOrder = (typeof CAUSE_ORDERS)[number];

export const CAUSE_GROUPINGS = ['none', 'scope', 'host', 'rule'] as const;
export type CauseGrouping = (typeof CAUSE_GROUPINGS)[number];

export interface CauseChoices {
  /** Part of the statement, the rule, the thing at fault or a VM that is listed. */
  readonly text: string;
  /** Empty: all. */
  readonly effects: readonly CauseEffect[];
  readonly order: CauseOrder;
  readonly grouping: CauseGrouping;
}

export const ALL_CAUSES: CauseChoices = { text: '', effects: [], order: 'worst', grouping: 'none' };

export interface CauseGroup {
  readonly key: string;
  /** `null` when nothing is grouped. */
  readonly title: string | null;
  readonly causes: readonly Cause[];
}

/** @param causes  worst first */
export function arrangeCauses(causes: readonly Cause[], choices: CauseChoices): CauseGroup[] {
  const shown = causes.filter((cause) => isShown(cause, choices)).sort(orderOf(choices.order));
  const groups = new Map<string, { title: string | null; causes: Cause[] }>();
  for (const cause of shown) {
    const { key, title } = headingOf(cause, choices.grouping);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { title, causes: [cause] });
    else group.causes.push(cause);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

/** How many causes have each effect, for the filter. */
export function countEffects(causes: readonly Cause[]): Record<CauseEffect, number> {
  return Object.fromEntries(
    CAUSE_EFFECTS.map((effect) => [
      effect,
      causes.filter(({ counts }) => 0 < counts[effect].moves).length,
    ]),
  ) as Record<CauseEffect, number>;
}

/** The worst that it does: its symbol, and where it stands. */
export function worstEffect({ counts }: Pick<Cause, 'counts'>): CauseEffect {
  return CAUSE_EFFECTS.find((effect) => 0 < counts[effect].moves) ?? 'warned';
}

/** The host that a cause is about: its own, or that of its adapter or switch; of several none. */
export function hostOf({ subject }: Pick<Cause, 'subject'>) {
  if (subject === null) return null;
  return subject.kind === 'host' ? { id: subject.id, name: subject.name } : subject.host;
}

function isShown(cause: Cause, { text, effects }: CauseChoices): boolean {
  if (0 < effects.length && !effects.some((effect) => 0 < cause.counts[effect].moves)) return false;
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const host = hostOf(cause);
  return [
    cause.statement,
    cause.title,
    cause.ruleId,
    cause.message,
    cause.subject?.name ?? '',
    host?.name ?? '',
    ...cause.things.items.flatMap(({ subject }) => [subject.name, subject.host?.name ?? '']),
    ...cause.vms.items.map(({ name }) => name),
  ].some((one) => one.toLowerCase().includes(wanted));
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function orderOf(order: CauseOrder): (a: Cause, b: Cause) => number {
  switch (order) {
    case 'worst':
      return () => 0;
    case 'vms':
      return (a, b) => b.vms.total - a.vms.total;
    case 'moves':
      return (a, b) => movesOf(b) - movesOf(a);
    case 'name':
      return (a, b) => collator.compare(a.statement, b.statement);
  }
}

function movesOf({ counts }: Cause): number {
  return CAUSE_EFFECTS.reduce((most, effect) => Math.max(most, counts[effect].moves), 0);
}

function headingOf(cause: Cause, grouping: CauseGrouping): { key: string; title: string | null } {
  switch (grouping) {
    case 'none':
      return { key: '', title: null };
    case 'scope':
      return { key: cause.scope, title: SCOPE_LABELS[cause.scope] };
    case 'rule':
      return { key: cause.ruleId, title: cause.title };
    case 'host': {
      const host = hostOf(cause);
      if (host !== null) return { key: host.id, title: host.name };
      return cause.kind === 'vm'
        ? { key: '', title: 'The VMs themselves' }
        : { key: 'several', title: 'Several hosts' };
    }
  }
}
