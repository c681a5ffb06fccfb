import Button from '@mui/material/Button';
import { SearchX } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { TableChoice } from '../../../shared/contract/estate-tables';
import { counted } from '../../../shared/format/plural';
import { NAME_COLUMN, type TableKind, type TableLine } from '../../../shared/model/estate-table';
import { call } from '../../api/call';
import { NO_FILTER, type TableFilter } from '../../app/state/estate-choices';
import { recordOf, selectionOf } from '../../app/state/selection';
import { useStore } from '../../app/state/store';
import {
  useApp,
  useMoveKind,
  useOpenPlan,
  useSelection,
  useSummary,
} from '../../app/state/use-app';
import { EmptyFace, FailedFace, LoadingFace } from '../../components/faces';
import { CellEditor } from './CellEditor';
import { ColumnChooser } from './ColumnChooser';
import { EstateGrid, type GridKey } from './EstateGrid';
import { EstateToolbar } from './EstateToolbar';
import { FilterMenu } from './FilterMenu';
import { GridMenu, type MenuAnchor } from './GridMenu';
import type { Place } from './keys';
import { KIND_NOUNS, TABS } from './kinds';
import { cellMenu, headMenu } from './menus';
import { nextSort, shownColumns, tableChoice, toggledColumn, withWidth } from './table-choice';
import { useCopyRows } from './use-copy-rows';
import { type TableQuery, useTable } from './use-table';

type Open =
  | { readonly what: 'columns'; readonly anchor: HTMLElement }
  | { readonly what: 'filter'; readonly column: number; readonly anchor: HTMLElement }
  | { readonly what: 'head'; readonly column: number; readonly anchor: MenuAnchor }
  | { readonly what: 'cell'; readonly at: Place; readonly anchor: MenuAnchor };

/** One table of the estate with all that can be done in it. */
export function EstateTable({ kind, planKey }: { kind: TableKind; planKey: string }) {
  const { state, actions } = useApp();
  const { plan } = useOpenPlan();
  const settings = useStore(state.settings);
  const filter = useStore(state.estate).byKind[kind] ?? NO_FILTER;
  const moveKind = useMoveKind();
  const summary = useSummary();
  const selection = useSelection();
  const [draft, setDraft] = useState<TableChoice | null>(null);
  const saved = settings.estateTables?.[kind];
  const choice = useMemo(() => draft ?? tableChoice(kind, saved), [draft, kind, saved]);
  const columns = useMemo(() => shownColumns(kind, choice), [kind, choice]);
  const [cursor, setCursor] = useState<Place>({ row: 0, column: 0 });
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const [anchorRow, setAnchorRow] = useState(0);
  const [isEditing, setIsEditing] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const canEdit = plan !== null && !plan.readOnly;

  const sought = useDeferredValue(filter);
  const query = useMemo<TableQuery>(
    () => ({
      kind,
      moveKind,
      text: sought.text,
      filters: sought.filters.map(({ column, values }) => ({ column, values: [...values] })),
      sort: choice.sort,
      groupBy: choice.groupBy,
      closedGroups: [...sought.closedGroups],
      columns: columns.map(({ spec }) => spec.id),
    }),
    [kind, moveKind, sought, choice.sort, choice.groupBy, columns],
  );
  // Counts of where VMs can go come later than the plan; what shows them is asked for anew then.
  const version = `${planKey} ${kind === 'vm' && summary.status === 'done' ? 'counted' : ''}`;
  const chosen = recordOf(selection);
  const chosenId = chosen?.kind === kind ? chosen.id : null;
  const table = useTable(query, version, chosenId);
  const copyRows = useCopyRows(query, columns);
  const { counts, line } = table;

  // The cursor goes with its record when the order changes.
  useEffect(() => {
    const place = counts?.place;
    if (counts === null) return;
    setCursor((now) =>
      place === null || place === undefined || now.row < 0
        ? { ...now, row: Math.min(now.row, counts.lineCount - 1) }
        : { ...now, row: place },
    );
  }, [counts]);
  useEffect(() => {
    if (chosenId !== null) setSelectedIds((now) => (now.has(chosenId) ? now : new Set([chosenId])));
  }, [chosenId]);

  const setFilter = (change: Partial<TableFilter>) =>
    state.estate.update((now) => ({
      ...now,
      byKind: { ...now.byKind, [kind]: { ...(now.byKind[kind] ?? NO_FILTER), ...change } },
    }));
  const setChoice = (next: TableChoice) => {
    setDraft(null);
    state.changeSettings({ estateTables: { ...settings.estateTables, [kind]: next } });
  };
  const setColumnFilter = (column: string, values: readonly string[]) =>
    setFilter({
      filters: [
        ...filter.filters.filter((one) => one.column !== column),
        ...(values.length === 0 ? [] : [{ column, values }]),
      ],
    });
  const toggleGroup = (groupId: string) =>
    setFilter({
      closedGroups: filter.closedGroups.includes(groupId)
        ? filter.closedGroups.filter((one) => one !== groupId)
        : [...filter.closedGroups, groupId],
    });

  const idsBetween = async (from: number, end: number) => {
    try {
      const { ids } = await call('estate.table-ids', { ...query, from, end });
      setSelectedIds(new Set(ids));
    } catch (thrown) {
      state.refused(thrown);
    }
  };
  const goTo = (
    to: Place,
    how: { readonly extends: boolean; readonly toggles: boolean; readonly isWalk: boolean },
  ) => {
    setIsEditing(false);
    setCursor(to);
    const at = line(to.row);
    if (to.row < 0 || at === null) return;
    if (at.line === 'group') {
      if (!how.isWalk) toggleGroup(at.groupId);
      return;
    }
    if (how.extends) {
      void idsBetween(Math.min(anchorRow, to.row), Math.max(anchorRow, to.row) + 1);
      return;
    }
    setAnchorRow(to.row);
    if (how.toggles) {
      setSelectedIds((now) => {
        const next = new Set(now);
        if (!next.delete(at.id)) next.add(at.id);
        return next;
      });
      return;
    }
    setSelectedIds(new Set([at.id]));
    state.select(selectionOf({ kind, id: at.id }), { isWalk: how.isWalk });
  };
  const idsFor = (id: string): string[] =>
    selectedIds.has(id) && 1 < selectedIds.size ? [...selectedIds] : [id];
  const edit = async (id: string, field: string, text: string | null) => {
    state.plan.take(await call('estate.edit-many', { kind, ids: idsFor(id), field, text }));
  };
  const setUnknown = async (id: string, field: string) => {
    state.plan.take(await call('estate.set-unknown', { kind, ids: idsFor(id), field }));
  };
  const enter = (at: Place, way: 'enter' | 'edit') => {
    const there = line(at.row);
    if (there === null) return;
    setCursor(at);
    if (there.line === 'group') {
      if (way === 'enter') toggleGroup(there.groupId);
      return;
    }
    const spec = columns[at.column]?.spec;
    if (canEdit && spec?.field !== undefined) setIsEditing(true);
    else if (way === 'enter') {
      state.select(selectionOf({ kind, id: there.id }));
      state.openInspector();
    }
  };
  const onKey = (does: GridKey) => {
    const at = line(cursor.row);
    if (does === 'unknown') {
      const spec = columns[cursor.column]?.spec;
      if (at?.line !== 'record' || spec?.field === undefined || !canEdit) return;
      void setUnknown(at.id, spec.id).catch(state.refused);
    } else if (does === 'select-all') void idsBetween(0, counts?.lineCount ?? 0);
    else if (does === 'copy') void copyRows(selectedIds.size === 0 ? null : [...selectedIds]);
    else if (does === 'clear') {
      setSelectedIds(new Set(at?.line === 'record' ? [at.id] : []));
    } else goTo(cursor, { extends: false, toggles: at?.line === 'record', isWalk: false });
  };

  const editor = (at: TableLine, anchor: HTMLElement) => {
    const spec = columns[cursor.column]?.spec;
    const cell = at.line === 'record' ? at.cells[cursor.column] : undefined;
    if (at.line !== 'record' || spec?.field === undefined || cell === undefined) return null;
    return (
      <CellEditor
        key={`${at.id} ${spec.id}`}
        spec={spec}
        cell={cell}
        count={idsFor(at.id).length}
        anchor={anchor}
        onSave={async (text) => {
          try {
            await edit(at.id, spec.id, text);
          } catch (thrown) {
            // A list has no place beside it where a refusal could stand.
            if (spec.field?.kind === 'boolean' || spec.field?.kind === 'choice') {
              state.refused(thrown);
            }
            throw thrown;
          }
        }}
        onUnknown={async () => {
          try {
            await setUnknown(at.id, spec.id);
          } catch (thrown) {
            state.refused(thrown);
            throw thrown;
          }
        }}
        onClose={() => setIsEditing(false)}
      />
    );
  };

  if (table.fault !== null && counts === null) {
    return <FailedFace fault={table.fault} onRetry={table.retry} />;
  }
  const [, plural] = KIND_NOUNS[kind];
  const isFiltered = filter.text.trim() !== '' || filter.filters.length > 0;
  return (
    <>
      <EstateToolbar
        kind={kind}
        filter={filter}
        groupBy={choice.groupBy}
        counts={counts}
        selectedCount={selectedIds.size}
        onText={(text) => setFilter({ text })}
        onUnfilter={(column) => setColumnFilter(column, [])}
        onGroupBy={(groupBy) => {
          setFilter({ closedGroups: [] });
          setChoice({ ...choice, groupBy });
        }}
        onColumns={(anchor) => setOpen({ what: 'columns', anchor })}
        onCopy={() => void copyRows(1 < selectedIds.size ? [...selectedIds] : null)}
      />
      {table.fault !== null ? (
        <FailedFace fault={table.fault} onRetry={table.retry} />
      ) : counts === null ? (
        <LoadingFace label={`Reading the ${plural}`} lines={10} />
      ) : counts.total === 0 ? (
        <EmptyFace title={`No ${plural} in this plan yet`}>
          No imported file speaks of any. Import what describes them, and they stand here.
        </EmptyFace>
      ) : counts.shown === 0 && isFiltered && !table.isOld ? (
        <EmptyFace
          icon={<SearchX size={32} />}
          title="Nothing fits these choices"
          actions={
            <Button onClick={() => setFilter({ text: '', filters: [] })}>
              Show all {counted(counts.total, ...KIND_NOUNS[kind])}
            </Button>
          }
        >
          {filter.filters.length > 0
            ? 'No row has all the values that are filtered by.'
            : `No name and no text shown has “${filter.text}” in it.`}
        </EmptyFace>
      ) : (
        <EstateGrid
          label={TABS.find((tab) => tab.kind === kind)?.label ?? ''}
          columns={columns}
          sort={choice.sort}
          filtered={new Set(filter.filters.map(({ column }) => column))}
          table={table}
          cursor={cursor}
          selectedIds={selectedIds}
          editor={editor}
          isEditing={isEditing}
          onCursor={goTo}
          onEnter={enter}
          onKey={onKey}
          onMenu={(at, anchor) => {
            const there = line(at.row);
            if (there?.line !== 'record') return;
            if (!selectedIds.has(there.id)) {
              goTo(at, { extends: false, toggles: false, isWalk: false });
            } else setCursor(at);
            setOpen({ what: 'cell', at, anchor });
          }}
          onHeadMenu={(column, anchor) => setOpen({ what: 'head', column, anchor })}
          onFilter={(column, anchor) => setOpen({ what: 'filter', column, anchor })}
          onSort={(id) =>
            setChoice({
              ...choice,
              sort:
                id === NAME_COLUMN && choice.sort === null
                  ? { column: id, isDescending: true }
                  : nextSort(choice.sort, id),
            })
          }
          onWidth={(id, width, isFinal) => {
            const next = withWidth(choice, id, width);
            if (isFinal) setChoice(next);
            else setDraft(next);
          }}
        />
      )}
      {open?.what === 'columns' ? (
        <ColumnChooser
          kind={kind}
          shown={new Set(columns.map(({ spec }) => spec.id))}
          anchor={open.anchor}
          onToggle={(spec) => setChoice(toggledColumn(choice, spec))}
          onReset={() => setChoice(tableChoice(kind, undefined))}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open?.what === 'filter' && columns[open.column] !== undefined ? (
        <FilterMenu
          kind={kind}
          spec={(columns[open.column] as (typeof columns)[number]).spec}
          version={version}
          values={
            filter.filters.find(({ column }) => column === columns[open.column]?.spec.id)?.values ??
            []
          }
          anchor={open.anchor}
          onValues={(values) => setColumnFilter(columns[open.column]?.spec.id ?? '', values)}
          onClose={() => setOpen(null)}
        />
      ) : null}
      <GridMenu
        label="Column"
        anchor={open?.what === 'head' ? open.anchor : null}
        entries={
          open?.what === 'head'
            ? headMenu({
                spec: columns[open.column]?.spec,
                choice,
                onChoice: setChoice,
                onFilter: () => {
                  const { anchor } = open;
                  if (anchor instanceof HTMLElement) {
                    setOpen({ what: 'filter', column: open.column, anchor });
                  }
                },
              })
            : []
        }
        onClose={() => setOpen(null)}
      />
      <GridMenu
        label="Row"
        anchor={open?.what === 'cell' ? open.anchor : null}
        entries={
          open?.what === 'cell'
            ? cellMenu({
                kind,
                line: line(open.at.row),
                column: open.at.column,
                spec: columns[open.at.column]?.spec,
                canEdit,
                count: selectedIds.size,
                onEdit: () => enter(open.at, 'edit'),
                onTakeBack: (id, field) => void edit(id, field, null).catch(state.refused),
                onUnknown: (id, field) => void setUnknown(id, field).catch(state.refused),
                onFilter: (column, value) => setColumnFilter(column, [value]),
                onGroup: (groupBy) => setChoice({ ...choice, groupBy }),
                onCopy: () => void copyRows([...selectedIds]),
                onCopyCommand: (command) => actions.copy(command, 'Copied.'),
                onSelect: (ref) => {
                  state.select(selectionOf(ref));
                  state.openInspector();
                },
                onMatrix: (ref) => {
                  state.select(selectionOf(ref));
                  state.show('matrix');
                },
              })
            : []
        }
        onClose={() => setOpen(null)}
      />
    </>
  );
}
