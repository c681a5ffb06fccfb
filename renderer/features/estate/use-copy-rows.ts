import { counted } from '../../../shared/format/plural';
import type { TableLine } from '../../../shared/model/estate-table';
import { call } from '../../api/call';
import { useApp } from '../../app/state/use-app';
import { type Table, tableHtml, tableText } from '../../components/copy-table';
import { KIND_NOUNS } from './kinds';
import type { ShownColumn } from './table-choice';
import type { TableQuery } from './use-table';

/** As many cells as go into one clipboard entry with comfort; a larger table is cut to whole rows. */
const MOST_CELLS = 40_000;
const PAGE = 1000;

/** Copies rows as a table, in their order on screen; `null`: all that are shown. */
export function useCopyRows(query: TableQuery, columns: readonly ShownColumn[]) {
  const { state, actions } = useApp();
  return async (ids: readonly string[] | null) => {
    const most = Math.max(Math.floor(MOST_CELLS / Math.max(columns.length, 1)), 1);
    const rows: string[][] = [];
    let total = 0;
    try {
      for (let from = 0; rows.length < most; from += PAGE) {
        const { lines, shown } = await call('estate.table', {
          ...query,
          closedGroups: [],
          groupBy: null,
          from,
          count: PAGE,
          find: null,
          ...(ids === null ? {} : { onlyIds: [...ids] }),
        });
        total = shown;
        rows.push(...lines.flatMap(textsOf));
        if (lines.length < PAGE) break;
      }
    } catch (thrown) {
      state.refused(thrown);
      return;
    }
    const table: Table = {
      head: columns.map(({ spec }) => spec.title),
      rows: rows.slice(0, most),
    };
    const cut = table.rows.length < total ? ` of ${total}; filter to copy the others` : '';
    actions.copy(
      tableText(table),
      `Copied ${counted(table.rows.length, ...KIND_NOUNS[query.kind])} as a table${cut}.`,
      tableHtml(table),
    );
  };
}

function textsOf(line: TableLine): string[][] {
  if (line.line === 'group') return [];
  return [line.cells.map((cell) => (cell.state === 'unknown' && !cell.pool ? '' : cell.text))];
}
