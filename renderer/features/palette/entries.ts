/** Everything that the palette offers: what can be done, and every VM and host by name. */
import { APP_COMMANDS, type AppCommand, commandSpec } from '../../../shared/contract/commands';
import { counted } from '../../../shared/format/plural';
import type { EstateIndex } from '../../../shared/model/plan';
import { keysOf } from '../../app/keys';
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
