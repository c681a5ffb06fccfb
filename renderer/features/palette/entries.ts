/** Everything that the palette offers: what can be done, records, rules and settings by name. */
import { APP_COMMANDS, type AppCommand, commandSpec } from '../../../shared/contract/commands';
import { counted } from '../../../shared/format/plural';
import { RECORD_LABELS, SCOPE_LABELS } from '../../../shared/format/verdict-words';
import { fuzzyScore } from '../../../shared/fuzzy';
import {
  type AssumptionName,
  type Assumptions,
  assumptionTable,
} from '../../../shared/model/assumptions';
import type { FoundRecord, RecordRef } from '../../../shared/model/estate-table';
import type { EstateIndex } from '../../../shared/model/plan';
import type { RuleDescription } from '../../../shared/model/verdict';
import { keysOf } from '../../app/keys';

export type EntryKind = 'action' | RecordRef['kind'] | 'rule' | 'setting';

export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly text: string;
  readonly detail: string;
  readonly target:
    | { readonly command: AppCommand }
    | { readonly record: RecordRef }
    | { readonly rule: RuleDescription }
    | { readonly assumption: AssumptionName };
}

export interface Scored {
  readonly entry: Entry;
  /** On the scale of `fuzzyScore`. */
  readonly score: number;
}

/** What can be done; without an open plan, only what needs none. */
export function actionEntries(hasPlan: boolean): Entry[] {
  return APP_COMMANDS.filter(
    (command) => command !== 'palette' && (hasPlan || !commandSpec(command).needsPlan),
  ).map((command) => ({
    id: `action ${command}`,
    kind: 'action',
    text: commandSpec(command).text,
    detail: keysOf(command),
    target: { command },
  }));
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  collator.compare(a.name, b.name);

export function estateEntries(index: EstateIndex): Entry[] {
  const hostNames = new Map(index.hosts.map(({ id, name }) => [id as string, name]));
  const hosts = index.hosts.toSorted(byName).map(
    ({ id, name, clusterName, vmCount }): Entry => ({
      id: `host ${id}`,
      kind: 'host',
      text: name,
      detail: `${clusterName ?? 'no cluster'} · ${counted(vmCount, 'VM')}`,
      target: { record: { kind: 'host', id } },
    }),
  );
  const vms = index.vms.toSorted(byName).map(
    ({ id, name, hostId, state }): Entry => ({
      id: `vm ${id}`,
      kind: 'vm',
      text: name,
      detail: [hostId === null ? '' : `on ${hostNames.get(hostId) ?? hostId}`, state]
        .filter((part) => part !== '')
        .join(' · '),
      target: { record: { kind: 'vm', id } },
    }),
  );
  return [...hosts, ...vms];
}

/** Kinds that the index of the plan does not name; they are sought on the other side. */
export const SOUGHT_KINDS = ['adapter', 'switch', 'vnic', 'cluster'] as const;

export function foundRecordEntries(found: readonly FoundRecord[]): Scored[] {
  return found.map(({ kind, id, name, note, score }) => ({
    score,
    entry: {
      id: `${kind} ${id}`,
      kind,
      text: name,
      detail: [RECORD_LABELS[kind], note].filter((part) => part !== '').join(' '),
      target: { record: { kind, id } },
    },
  }));
}

export function ruleEntries(rules: readonly RuleDescription[]): Entry[] {
  return rules.map((rule) => ({
    id: `rule ${rule.ruleId}`,
    kind: 'rule',
    text: rule.title,
    detail: `Rule · ${SCOPE_LABELS[rule.scope]}`,
    target: { rule },
  }));
}

/** The assumptions of the plan, each with the answer that it takes. */
export function settingEntries(assumptions: Assumptions): Entry[] {
  return (Object.keys(assumptionTable) as AssumptionName[]).map((name) => {
    const choices: Readonly<Record<string, string>> = assumptionTable[name].choices;
    return {
      id: `setting ${name}`,
      kind: 'setting',
      text: assumptionTable[name].title,
      detail: choices[assumptions[name]] ?? '',
      target: { assumption: name },
    };
  });
}

/** What fits what was typed, best first; nothing typed: what can be done. */
export function foundEntries(
  actions: readonly Entry[],
  others: readonly Entry[],
  sought: readonly Scored[],
  typed: string,
  most: number,
): Entry[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return actions.slice(0, most);
  const scored: Scored[] = [];
  for (const list of [actions, others]) {
    for (const entry of list) {
      const score = scoreOf(entry, wanted);
      if (score !== null) scored.push({ entry, score });
    }
  }
  return [...scored, ...sought]
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entry }) => entry);
}

/** Rules are long sentences, in which nearly any letters stand somewhere: they need the words. */
function scoreOf({ kind, text, target }: Entry, wanted: string): number | null {
  if (kind !== 'rule' && kind !== 'setting') return fuzzyScore(wanted, text);
  if ('rule' in target && target.rule.ruleId === wanted) return 1000;
  const lower = `${text} ${'rule' in target ? target.rule.ruleId : ''}`.toLowerCase();
  return wanted.split(/\s+/).every((word) => lower.includes(word)) ? SENTENCE : null;
}

const SENTENCE = 450;
