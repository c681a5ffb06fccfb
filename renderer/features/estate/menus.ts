/** What the menus of a head and of a cell offer. */
import type { TableChoice } from '../../../shared/contract/estate-tables';
import { counted } from '../../../shared/format/plural';
import {
  type ColumnSpec,
  EDITED_VALUE,
  NAME_COLUMN,
  type RecordRef,
  type TableKind,
  type TableLine,
  UNKNOWN_VALUE,
} from '../../../shared/model/estate-table';
import { keyWords } from '../../app/keys';
import type { MenuEntry } from './GridMenu';
import { movedColumn, toggledColumn } from './table-choice';

export interface HeadMenuProps {
  readonly spec: ColumnSpec | undefined;
  readonly choice: TableChoice;
  readonly onChoice: (choice: TableChoice) => void;
  readonly onFilter: () => void;
}

export function headMenu({ spec, choice, onChoice, onFilter }: HeadMenuProps) {
  if (spec === undefined) return [];
  const { id } = spec;
  const isName = id === NAME_COLUMN;
  const at = choice.columns.findIndex((one) => one.id === id);
  const entries: (MenuEntry | null)[] = [
    {
      label: 'Sort ascending',
      run: () => onChoice({ ...choice, sort: { column: id, isDescending: false } }),
    },
    {
      label: 'Sort descending',
      run: () => onChoice({ ...choice, sort: { column: id, isDescending: true } }),
    },
    null,
    { label: 'Filter…', run: onFilter },
    {
      label: choice.groupBy === id ? 'No groups' : 'Group by this',
      isOff: isName || spec.shape === 'pool',
      run: () => onChoice({ ...choice, groupBy: choice.groupBy === id ? null : id }),
    },
    null,
    {
      label: 'Move left',
      isOff: at < 2,
      run: () => onChoice(movedColumn(choice, id, -1)),
    },
    {
      label: 'Move right',
      isOff: isName || at === choice.columns.length - 1,
      run: () => onChoice(movedColumn(choice, id, 1)),
    },
    {
      label: 'Hide this column',
      isOff: isName,
      run: () => onChoice(toggledColumn(choice, spec)),
    },
  ];
  return entries;
}

export interface CellMenuProps {
  readonly kind: TableKind;
  readonly line: TableLine | null;
  readonly column: number;
  readonly spec: ColumnSpec | undefined;
  readonly canEdit: boolean;
  /** Rows that are selected. */
  readonly count: number;
  readonly onEdit: () => void;
  readonly onTakeBack: (id: string, field: string) => void;
  readonly onUnknown: (id: string, field: string) => void;
  readonly onFilter: (column: string, value: string) => void;
  readonly onGroup: (column: string) => void;
  readonly onCopy: () => void;
  readonly onCopyCommand: (command: string) => void;
  readonly onSelect: (ref: RecordRef) => void;
  readonly onMatrix: (ref: RecordRef) => void;
}

export function cellMenu(props: CellMenuProps): readonly (MenuEntry | null)[] {
  const { kind, line, column, spec, canEdit, count } = props;
  const cell = line?.line === 'record' ? line.cells[column] : undefined;
  if (line?.line !== 'record' || spec === undefined || cell === undefined) return [];
  const { id, field } = spec;
  const { link } = cell;
  const many = count > 1 ? ` of ${counted(count, 'row')}` : '';
  const entries: (MenuEntry | null)[] = [];
  if (field !== undefined) {
    entries.push({ label: `Edit${many}…`, keys: 'F2', isOff: !canEdit, run: props.onEdit });
    entries.push({
      label:
        count > 1 ? `As imported,${many.slice(3)}` : `As imported: ${cell.imported ?? cell.text}`,
      isOff: !canEdit || (count === 1 && cell.imported === undefined),
      run: () => props.onTakeBack(line.id, id),
    });
    entries.push({
      label: `Set${many} to not known`,
      keys: keyWords('Delete'),
      isOff: !canEdit || (count === 1 && cell.state === 'unknown'),
      run: () => props.onUnknown(line.id, id),
    });
    if (cell.state === 'unknown') {
      entries.push({
        label: 'Copy the command that collects it',
        run: () => props.onCopyCommand(field.collect),
      });
    }
    entries.push(null);
  }
  if (id !== NAME_COLUMN && cell.state !== 'pending') {
    const value = cell.state === 'unknown' ? UNKNOWN_VALUE : cell.text;
    const words = cell.state === 'unknown' ? 'unknown' : `“${shortened(cell.text)}”`;
    entries.push({ label: `Only ${words}`, run: () => props.onFilter(id, value) });
    if (cell.imported !== undefined) {
      entries.push({ label: 'Only edited ones', run: () => props.onFilter(id, EDITED_VALUE) });
    }
    if (spec.shape !== 'pool') {
      entries.push({ label: 'Group by this column', run: () => props.onGroup(id) });
    }
    entries.push(null);
  }
  entries.push({
    label: 'Show in the inspector',
    run: () => props.onSelect({ kind, id: line.id }),
  });
  if (link !== undefined) {
    entries.push({ label: `Go to ${shortened(cell.text)}`, run: () => props.onSelect(link) });
  }
  if (kind === 'vm' || kind === 'host') {
    entries.push({ label: 'Show in the matrix', run: () => props.onMatrix({ kind, id: line.id }) });
  }
  entries.push({
    label: count > 1 ? `Copy ${counted(count, 'row')}` : 'Copy the row',
    keys: keyWords('CmdOrCtrl+C'),
    run: props.onCopy,
  });
  return entries;
}

function shortened(text: string): string {
  return text.length <= 32 ? text : `${text.slice(0, 31)}…`;
}
