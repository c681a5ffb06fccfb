/** One row of the catalogue in full: every column, what of the plan it describes, what can be done. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Copy, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../../shared/format/plural';
import type { CatalogueRow, CatalogueTable, CatalogueUse } from '../../../shared/model/catalogue';
import { useAsked } from '../../api/use-asked';
import { selectionOf } from '../../app/state/selection';
import { useApp, useOpenPlan } from '../../app/state/use-app';

export interface RowDetailProps {
  readonly table: CatalogueTable;
  readonly row: CatalogueRow;
  readonly canEdit: boolean;
  readonly onCopy: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

export function RowDetail({ table, row, canEdit, onCopy, onEdit, onRemove }: RowDetailProps) {
  return (
    <Box
      component="section"
      aria-label="The row in full"
      // A region that scrolls has to be reachable by the keyboard.
      tabIndex={0}
      sx={{
        width: 320,
        flexShrink: 0,
        overflow: 'auto',
        borderLeft: 1,
        borderColor: 'divider',
        px: 4,
        py: 3,
      }}
    >
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {titleOf(table, row)}
      </Typography>
      <Box sx={{ mt: 1, color: 'text.secondary' }}>
        {row.own
          ? row.hides === null
            ? 'Own row of this plan.'
            : `Own row of this plan; it stands in front of the shipped row ${row.hides}.`
          : 'Shipped with Portolan.'}
      </Box>
      {row.rivals.length === 0 ? null : (
        <Box role="note" sx={{ mt: 1 }}>
          {row.rivals.length === 1 ? 'The own row' : 'The own rows'} {row.rivals.join(', ')} fit the
          same, so it is not certain which of them counts: keep one.
        </Box>
      )}
      {table.fixedBecause === null && canEdit ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2 }}>
          {row.own ? (
            <>
              <Button startIcon={<Pencil size={14} />} onClick={onEdit}>
                Edit…
              </Button>
              <Button startIcon={<Trash2 size={14} />} onClick={onRemove}>
                Remove
              </Button>
            </>
          ) : (
            <Button startIcon={<Copy size={14} />} onClick={onCopy}>
              Copy as own row…
            </Button>
          )}
        </Box>
      ) : null}
      <Uses key={row.key} table={table} row={row} />
      <Box
        component="dl"
        sx={{ display: 'grid', gridTemplateColumns: '132px 1fr', columnGap: 3, rowGap: 1.5, mt: 3 }}
      >
        {table.columns.map((column, at) => {
          const cell = row.cells[at] ?? '';
          return (
            <Box key={column.key} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ color: 'text.secondary' }}>
                {column.title}
              </Box>
              <Box
                component="dd"
                sx={{ m: 0, overflowWrap: 'anywhere', ...(cell === '' ? FAINT : {}) }}
              >
                {cell === ''
                  ? column.kind === 'list'
                    ? 'none'
                    : 'not known'
                  : column.unit === null
                    ? cell
                    : `${cell} ${column.unit}`}
              </Box>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

const FAINT = { color: 'text.secondary', fontStyle: 'italic' } as const;

/** What a row is called for people. */
export function titleOf({ columns }: CatalogueTable, { cells }: CatalogueRow): string {
  const of = (key: string) => cells[columns.findIndex((column) => column.key === key)] ?? '';
  if (of('model') !== '') return `${of('vendor')} ${of('model')}`;
  return of('name') || of('item') || cells[0] || '';
}

/** More than these push the row itself out of view. */
const FIRST_USES = 4;
const NOUNS = { adapter: 'adapter', host: 'host', vm: 'VM' } as const;

function Uses({ table, row }: { table: CatalogueTable; row: CatalogueRow }) {
  const { state } = useApp();
  const { key } = useOpenPlan();
  const asked = useAsked(
    'catalogue.uses',
    row.uses === null ? null : { table: table.name, key: row.key },
    key,
  );
  const [isWhole, setWhole] = useState(false);
  if (row.uses === null) return null;
  if (row.uses === 0) {
    return (
      <Box sx={{ mt: 3, color: 'text.secondary' }}>No record of this plan matches this row.</Box>
    );
  }
  const uses = asked.isOld ? undefined : asked.value;
  const shown = isWhole ? (uses?.uses ?? []) : (uses?.uses.slice(0, FIRST_USES) ?? []);
  return (
    <Box sx={{ mt: 3 }}>
      <Typography variant="subtitle1" component="h3">
        {wordsFor(row.uses, uses?.uses[0])} of this plan {row.uses === 1 ? 'matches' : 'match'} this
        row
      </Typography>
      {asked.fault === null ? null : <Box role="alert">{asked.fault.message}</Box>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {shown.map((use) => (
          <Button
            key={`${use.kind} ${use.id}`}
            variant="text"
            size="small"
            onClick={() => state.select(selectionOf(use))}
          >
            <bdi>{use.name}</bdi>
          </Button>
        ))}
        {uses !== undefined && shown.length < uses.uses.length ? (
          <Button variant="text" size="small" onClick={() => setWhole(true)}>
            Show {uses.uses.length - shown.length} more
          </Button>
        ) : null}
        {uses !== undefined && isWhole && uses.uses.length < uses.total ? (
          <Box sx={{ color: 'text.secondary', alignSelf: 'center' }}>
            and {uses.total - uses.uses.length} more
          </Box>
        ) : null}
      </Box>
    </Box>
  );
}

function wordsFor(count: number, use: CatalogueUse | undefined): string {
  const kind = use?.kind;
  const noun = kind === 'adapter' || kind === 'host' || kind === 'vm' ? NOUNS[kind] : 'record';
  return counted(count, noun);
}
