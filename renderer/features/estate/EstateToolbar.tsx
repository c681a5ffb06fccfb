import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Tooltip from '@mui/material/Tooltip';
import { Columns3, Copy, X } from 'lucide-react';
import { counted } from '../../../shared/format/plural';
import { formatNumber } from '../../../shared/format/quantity';
import {
  columnsOf,
  EDITED_VALUE,
  NAME_COLUMN,
  type TableKind,
  type TableWindow,
  UNKNOWN_VALUE,
} from '../../../shared/model/estate-table';
import { keyWords } from '../../app/keys';
import type { TableFilter } from '../../app/state/estate-choices';
import { ONE_LINE } from '../../components/clip';
import { SearchField } from '../../components/SearchField';
import { KIND_NOUNS } from './kinds';

export interface ToolbarProps {
  readonly kind: TableKind;
  readonly filter: TableFilter;
  readonly groupBy: string | null;
  readonly counts: TableWindow | null;
  readonly selectedCount: number;
  readonly onText: (text: string) => void;
  readonly onUnfilter: (column: string) => void;
  readonly onGroupBy: (column: string | null) => void;
  readonly onColumns: (anchor: HTMLElement) => void;
  readonly onCopy: () => void;
}

export function EstateToolbar(props: ToolbarProps) {
  const { kind, filter, groupBy, counts, selectedCount } = props;
  const specs = columnsOf(kind);
  const titleOf = (id: string) => specs.find((spec) => spec.id === id)?.title ?? id;
  const groupable = specs.filter(
    ({ id, shape, field }) =>
      id !== NAME_COLUMN && shape !== 'pool' && (shape !== 'number' || field !== undefined),
  );
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        px: 3,
        py: 2,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <SearchField
        text={filter.text}
        onText={props.onText}
        placeholder="Name or text shown"
        label="Show only rows with this in a name or text"
        clearLabel="Show all rows"
        minWidth={140}
        maxWidth={240}
      />
      <Select
        size="small"
        displayEmpty
        value={groupBy ?? ''}
        onChange={(event) => props.onGroupBy(event.target.value === '' ? null : event.target.value)}
        inputProps={{ 'aria-label': 'Group by' }}
        renderValue={(id) => (id === '' ? 'No groups' : `By ${titleOf(id)}`)}
        MenuProps={{ slotProps: { paper: { sx: { maxHeight: 420 } } } }}
        sx={{ width: 140 }}
      >
        <MenuItem value="">No groups</MenuItem>
        {groupable.map(({ id, title }) => (
          <MenuItem key={id} value={id}>
            {title}
          </MenuItem>
        ))}
      </Select>
      <Button
        startIcon={<Columns3 size={15} />}
        onClick={(event) => props.onColumns(event.currentTarget)}
      >
        Columns
      </Button>
      <Tooltip
        title={
          selectedCount > 1
            ? `Copy ${formatNumber(selectedCount)} rows as a table (${keyWords('CmdOrCtrl+C')})`
            : 'Copy all rows shown as a table'
        }
      >
        <IconButton aria-label="Copy as a table" onClick={props.onCopy}>
          <Copy size={16} />
        </IconButton>
      </Tooltip>
      {filter.filters.map(({ column, values }) => (
        <ButtonBase
          key={column}
          onClick={() => props.onUnfilter(column)}
          title="Take this filter away"
          sx={{
            height: 28,
            px: 2,
            gap: 1.5,
            maxWidth: 260,
            borderRadius: 3.5,
            border: 1,
            typography: 'caption',
            borderColor: 'primary.main',
            bgcolor: (theme) => theme.hues.accentTint,
          }}
        >
          <Box component="span" sx={ONE_LINE}>
            {titleOf(column)}: <bdi>{values.map(valueWords).join(' or ')}</bdi>
          </Box>
          <X size={13} aria-hidden="true" />
        </ButtonBase>
      ))}
      <Box
        component="span"
        aria-live="polite"
        sx={{ ml: 'auto', typography: 'caption', color: 'text.secondary', whiteSpace: 'nowrap' }}
      >
        {countWords(kind, counts, selectedCount)}
      </Box>
    </Box>
  );
}

export function valueWords(valueId: string): string {
  if (valueId === UNKNOWN_VALUE) return 'unknown';
  return valueId === EDITED_VALUE ? 'edited' : valueId;
}

function countWords(kind: TableKind, counts: TableWindow | null, selectedCount: number): string {
  if (counts === null) return '';
  const nouns = KIND_NOUNS[kind];
  const whole = counted(counts.total, ...nouns);
  return [
    counts.shown === counts.total ? whole : `${formatNumber(counts.shown)} of ${whole}`,
    counts.groupCount === 0 ? '' : counted(counts.groupCount, 'group'),
    selectedCount > 1 ? `${formatNumber(selectedCount)} selected` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
