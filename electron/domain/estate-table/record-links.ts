/** What goes with a record: its pools, and the records around it, each with what matters of it. */
import { valueOr } from '../../../shared/fact';
import { PATH_LABELS } from '../../../shared/format/verdict-words';
import type { Adapter, Host, RecordKind, VirtualSwitch } from '../../../shared/model/estate';
import type { LinkGroup, RecordLink, RecordLinks } from '../../../shared/model/estate-table';
import type { Pool } from '../../../shared/model/pool';
import type { PathSet } from '../../../shared/model/verdict';
import { holds } from './column-values';
import { adapterPool, hostPool, hostVports, idleVfs, isSriovReady, switchPool } from './pools';
import type { Placed, Port, Surroundings } from './surroundings';

/** More are counted and not listed: a table shows them all. */
const MOST_LINKS = 200;

/** @returns `null` when the estate has no such record */
export function recordLinks(
  around: Surroundings,
  pathNow: (placed: Placed) => PathSet | null,
  kind: RecordKind,
  id: string,
): RecordLinks | null {
  const placed = around.records(kind).find((one) => one.id === id);
  if (placed === undefined) return null;
  const vnicOf = (vnicId: string) => around.records('vnic').find((one) => one.id === vnicId);
  const pathNote = (vnicId: string): string => {
    const vnic = vnicOf(vnicId);
    const paths = vnic === undefined ? null : pathNow(vnic);
    return paths === null || paths.length === 0
      ? 'path not known'
      : paths.map((path) => PATH_LABELS[path]).join(' or ');
  };
  const portLinks = (ports: readonly Port[]): RecordLink[] =>
    ports.slice(0, MOST_LINKS).map(({ vm, vnic }) => ({
      kind: 'vnic',
      id: vnic.id,
      name: `${vm.name} · ${vnic.name}`,
      note: pathNote(vnic.id),
    }));
  const group = (title: string, links: readonly RecordLink[], total = links.length): LinkGroup[] =>
    total === 0 ? [] : [{ title, total, links: links.slice(0, MOST_LINKS) }];
  const hostGroup = (host: Host | null) =>
    group('Host', host === null ? [] : [{ kind: 'host', id: host.id, name: host.name, note: '' }]);
  const { host, vm, adapter, cluster, vnic } = placed;

  switch (kind) {
    case 'host':
      return host === null
        ? NOTHING
        : {
            pools: told([
              hostPool(around, host, 'vfs'),
              hostPool(around, host, 'queuePairs'),
              hostPool(around, host, 'vmQueues'),
              hostVports(host),
            ]),
            groups: [
              ...group('Cluster', cluster === null ? [] : [clusterLink(cluster)]),
              ...group('Switches', host.switches.map(switchLink)),
              ...group(
                'Network adapters',
                host.adapters.map((one) => adapterLink(one, around.switchOver(host, one))),
              ),
              ...group(
                'VMs',
                around.vmsOn(host).map((one) => ({
                  kind: 'vm',
                  id: one.id,
                  name: one.name,
                  note: valueOr(one.facts.state, 'state not known'),
                })),
              ),
            ],
          };
    case 'adapter': {
      if (host === null || adapter === null) return NOTHING;
      const over = around.switchOver(host, adapter);
      const ports = over === null ? [] : around.portsOf(host, over);
      const members = over === null ? [] : around.membersOf(host, over);
      const isTeam = 1 < members.length;
      const vfHolders = ports.filter((port) => holds(port.vnic.facts.iovUsage));
      const queueHolders = ports.filter((port) => holds(port.vnic.facts.vmqUsage));
      const shared = isTeam ? ' (of the whole team)' : '';
      return {
        pools: told([
          adapterPool(adapter, 'vfs', isTeam ? 0 : idleVfs(ports)),
          adapterPool(adapter, 'vports', 0),
        ]),
        groups: [
          ...hostGroup(host),
          ...group('Switch that uses it', over === null ? [] : [switchLink(over)]),
          ...group(
            'Team with',
            members.filter(({ id }) => id !== adapter.id).map((one) => adapterLink(one, over)),
          ),
          ...group(`VF holders${shared}`, portLinks(vfHolders), vfHolders.length),
          ...group(`VM queue holders${shared}`, portLinks(queueHolders), queueHolders.length),
        ],
      };
    }
    case 'switch': {
      const one = placed.switch;
      if (host === null || one === null) return NOTHING;
      const ports = around.portsOf(host, one);
      return {
        pools: told([
          switchPool(one, 'vfs', ports),
          switchPool(one, 'queuePairs', ports),
          switchPool(one, 'vmQueues', ports),
        ]),
        groups: [
          ...hostGroup(host),
          ...group(
            'Adapters behind it',
            around.membersOf(host, one).map((member) => adapterLink(member, null)),
          ),
          ...group('Connected virtual adapters', portLinks(ports), ports.length),
        ],
      };
    }
    case 'vm':
      return vm === null
        ? NOTHING
        : {
            pools: [],
            groups: [
              ...hostGroup(host),
              ...group(
                'Virtual adapters',
                vm.vnics.map((one) => ({
                  kind: 'vnic',
                  id: one.id,
                  name: one.name,
                  note: pathNote(one.id),
                })),
              ),
            ],
          };
    case 'vnic': {
      if (vm === null || vnic === null) return NOTHING;
      const over = around.switchFor(host, vnic);
      return {
        pools: [],
        groups: [
          ...group('VM', [{ kind: 'vm', id: vm.id, name: vm.name, note: pathNote(vnic.id) }]),
          ...hostGroup(host),
          ...group('Switch', over === null ? [] : [switchLink(over)]),
        ],
      };
    }
    case 'cluster':
      return cluster === null
        ? NOTHING
        : {
            pools: [],
            groups: group(
              'Hosts',
              around.hostsOf(cluster).map((one) => ({
                kind: 'host',
                id: one.id,
                name: one.name,
                note: `${around.vmsOn(one).length} VMs`,
              })),
            ),
          };
  }
}

const NOTHING: RecordLinks = { pools: [], groups: [] };

/** Pools of which anything is known. */
function told(pools: readonly Pool[]): readonly Pool[] {
  return pools.filter(({ capacity, used }) => capacity !== null || used !== null);
}

function clusterLink({ id, name }: { readonly id: string; readonly name: string }): RecordLink {
  return { kind: 'cluster', id, name, note: '' };
}

function switchLink({ id, name, facts }: VirtualSwitch): RecordLink {
  const iov = valueOr(facts.iovEnabled, null);
  const note = iov === null ? 'SR-IOV not known' : iov ? 'with SR-IOV' : 'without SR-IOV';
  return { kind: 'switch', id, name, note };
}

function adapterLink(adapter: Adapter, over: VirtualSwitch | null): RecordLink {
  const ready = isSriovReady(adapter);
  const notes = [
    over === null ? '' : `behind ${over.name}`,
    ready === null ? 'SR-IOV not known' : ready ? 'SR-IOV-ready' : 'gives no VFs',
  ];
  return {
    kind: 'adapter',
    id: adapter.id,
    name: adapter.name,
    note: notes.filter((note) => note !== '').join(', '),
  };
}
