/** Everything that the palette offers: what can be done, and every VM and host by name. */
import type { AppCommand } from '../../../shared/contract';
import { counted } from '../../../shared/format/plural';
import type { EstateIndex } from '../../../shared/model/plan';
import { bestOf } from './fuzzy';

export interface Entry {
  readonly id: string;
  readonly kind: 'action' | 'vm' | 'host';
  readonly text: string;
  readonly detail: string;
  readonly target:
    | { readonly command: AppCommand }
    | { readonly vmId: string }
    | { readonly hostId: string };
}

interface ActionName {
  readonly command: AppCommand;
  readonly text: string;
  readonly keys?: string;
  /** Means something only while a plan is open. */
  readonly needsPlan?: true;
}

const ACTIONS: readonly ActionName[] = [
  { command: 'import', text: 'Import files…', keys: 'Ctrl+I' },
  { command: 'report', text: 'Write a report…', keys: 'Ctrl+P', needsPlan: true },
  { command: 'view-estate', text: 'Show the estate', keys: 'Ctrl+6', needsPlan: true },
  { command: 'view-matrix', text: 'Show the matrix', keys: 'Ctrl+1', needsPlan: true },
  { command: 'view-findings', text: 'Show the findings', keys: 'Ctrl+4', needsPlan: true },
  { command: 'view-sources', text: 'Show the sources', keys: 'Ctrl+2', needsPlan: true },
  { command: 'view-assumptions', text: 'Show the assumptions', keys: 'Ctrl+3', needsPlan: true },
  { command: 'view-changes', text: 'Show the changes', keys: 'Ctrl+5', needsPlan: true },
  { command: 'view-catalogue', text: 'Show the catalogue', keys: 'Ctrl+7', needsPlan: true },
  { command: 'snapshot', text: 'Keep a snapshot…', keys: 'Ctrl+S', needsPlan: true },
  { command: 'collector', text: 'Collect from your hosts…' },
  { command: 'undo', text: 'Undo', keys: 'Ctrl+Z', needsPlan: true },
  { command: 'redo', text: 'Redo', keys: 'Ctrl+Y', needsPlan: true },
  { command: 'new-plan', text: 'New plan…', keys: 'Ctrl+N' },
  { command: 'open-plan', text: 'Open a plan…', keys: 'Ctrl+O' },
  { command: 'open-demonstration', text: 'Open the demonstration plan' },
  { command: 'save-as', text: 'Save the plan as…', keys: 'Ctrl+Shift+S', needsPlan: true },
  { command: 'close-plan', text: 'Close the plan', keys: 'Ctrl+W', needsPlan: true },
  { command: 'theme-light', text: 'Light theme' },
  { command: 'theme-dark', text: 'Dark theme' },
  { command: 'theme-system', text: "The system's theme" },
  { command: 'about', text: 'About Portolan' },
];

export function actionEntries(hasPlan: boolean): Entry[] {
  return ACTIONS.filter(({ needsPlan }) => hasPlan || needsPlan === undefined).map(
    ({ command, text, keys }) => ({
      id: `action ${command}`,
      kind: 'action',
      text,
      detail: keys ?? '',
      target: { command },
    }),
  );
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
      target: { hostId: id },
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
      target: { vmId: id },
    }),
  );
  return [...hosts, ...vms];
}

/** What fits what was typed: names and actions, best first; nothing typed: the actions. */
export function foundEntries(
  actions: readonly Entry[],
  estate: readonly Entry[],
  typed: string,
  most: number,
): Entry[] {
  if (typed.trim() === '') return actions.slice(0, most);
  return bestOf([...actions, ...estate], typed, ({ text }) => text, most);
}
