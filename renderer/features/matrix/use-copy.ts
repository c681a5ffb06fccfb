import { counted } from '../../../shared/format/plural';
import type { EstateIndex } from '../../../shared/model/plan';
import type { MoveKind } from '../../../shared/model/verdict';
import { call } from '../../api/call';
import type { Selection } from '../../app/state/selection';
import { useApp } from '../../app/state/use-app';
import { type Table, tableHtml, tableText } from '../../components/copy-table';
import type { Arrangement } from './arrange';
import { cellText } from './cell-text';

/** As many cells as go into one clipboard entry with comfort; a larger table is cut to whole rows. */
const MOST_CELLS = 40_000;
const BLOCK = 256;

/** Copies the selected cell, row or column, or the whole table that is shown. */
export function useCopy(index: EstateIndex, arrangement: Arrangement, kind: MoveKind) {
  const { state, actions } = useApp();
  return async (what: 'selected' | 'table', selection: Selection) => {
    const isTable = what === 'table' || (selection.vmId === null && selection.hostId === null);
    const hosts =
      isTable || selection.hostId === null
        ? arrangement.hosts
        : index.hosts.filter(({ id }) => id === selection.hostId);
    const wanted =
      isTable || selection.vmId === null
        ? arrangement.vms
        : index.vms.filter(({ id }) => id === selection.vmId);
    const vms = wanted.slice(0, Math.max(Math.floor(MOST_CELLS / Math.max(hosts.length, 1)), 1));
    try {
      const table = await tableOf(vms, hosts, index, kind);
      const cut =
        vms.length < wanted.length
          ? ` of ${counted(wanted.length, 'VM')}; filter to copy the others`
          : '';
      actions.copy(
        tableText(table),
        `Copied ${counted(vms.length, 'VM')} × ${counted(hosts.length, 'host')} as a table${cut}.`,
        tableHtml(table),
      );
    } catch (thrown) {
      state.refused(thrown);
    }
  };
}

async function tableOf(
  vms: Arrangement['vms'],
  hosts: Arrangement['hosts'],
  index: EstateIndex,
  kind: MoveKind,
): Promise<Table> {
  const hostNames = new Map(index.hosts.map(({ id, name }) => [id as string, name]));
  const rows = vms.map(({ name, hostId }) => [
    name,
    hostId === null ? '' : (hostNames.get(hostId) ?? ''),
  ]);
  for (let column = 0; column < hosts.length; column += BLOCK) {
    const hostIds = hosts.slice(column, column + BLOCK).map(({ id }) => id);
    for (let row = 0; row < vms.length; row += BLOCK) {
      const vmIds = vms.slice(row, row + BLOCK).map(({ id }) => id);
      const { cells } = await call('verdicts.window', { kind, vmIds, hostIds });
      vmIds.forEach((_, at) => {
        const line = cells.subarray(at * hostIds.length, (at + 1) * hostIds.length);
        rows[row + at]?.push(...Array.from(line, cellText));
      });
    }
  }
  return { head: ['VM', 'Runs on', ...hosts.map(({ name }) => name)], rows };
}
