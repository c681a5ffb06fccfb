import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import { formatNumber } from '../../../shared/format/quantity';
import type { ColumnSpec, TableKind } from '../../../shared/model/estate-table';
import { useAsked } from '../../api/use-asked';
import { useMoveKind } from '../../app/state/use-app';
import { FailedFace, LoadingFace } from '../../components/faces';

export interface FilterMenuProps {
  readonly kind: TableKind;
  readonly spec: ColumnSpec;
  readonly version: string;
  readonly values: readonly string[];
  readonly anchor: HTMLElement | null;
  readonly onValues: (values: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The values of a column with how often they occur; only rows with the ticked ones stay. */
export function FilterMenu(props: FilterMenuProps) {
  const { kind, spec, version, values, anchor, onValues, onClose } = props;
  const [typed, setTyped] = useState('');
  const moveKind = useMoveKind();
  const asked = useAsked('estate.table-values', { kind, moveKind, column: spec.id }, version);
  const wanted = typed.trim().toLowerCase();
  const fitting = (asked.value?.values ?? []).filter(({ text }) =>
    text.toLowerCase().includes(wanted),
  );
  const toggle = (valueId: string) =>
    onValues(
      values.includes(valueId) ? values.filter((one) => one !== valueId) : [...values, valueId],
    );
  return (
    <Popover
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        paper: { role: 'dialog', 'aria-label': `Filter by ${spec.title}`, sx: { width: 280 } },
      }}
    >
      <Box sx={{ display: 'flex', gap: 2, p: 3, borderBottom: 1, borderColor: 'divider' }}>
        <OutlinedInput
          autoFocus
          fullWidth
          size="small"
          placeholder="Find a value"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          inputProps={{ 'aria-label': 'Find a value', spellCheck: false }}
        />
        <Button disabled={values.length === 0} onClick={() => onValues([])}>
          All
        </Button>
      </Box>
      <Box sx={{ maxHeight: 'min(50vh, 360px)', overflow: 'auto', px: 3, py: 2 }}>
        {asked.fault !== null ? (
          <FailedFace fault={asked.fault} onRetry={asked.retry} />
        ) : asked.value === undefined ? (
          <LoadingFace label="Reading the values" lines={4} />
        ) : fitting.length === 0 ? (
          <Box sx={{ color: 'text.secondary' }}>No value has “{typed}” in it.</Box>
        ) : (
          fitting.map(({ valueId, text, count }) => (
            <FormControlLabel
              key={valueId}
              control={
                <Checkbox
                  size="small"
                  checked={values.includes(valueId)}
                  onChange={() => toggle(valueId)}
                  sx={{ p: 1 }}
                />
              }
              label={
                <Box component="span" sx={{ display: 'flex', gap: 2, width: '100%' }}>
                  <Box component="bdi" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                    {text}
                  </Box>
                  <Box
                    component="span"
                    sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}
                  >
                    {formatNumber(count)}
                  </Box>
                </Box>
              }
              sx={{
                display: 'flex',
                alignItems: 'center',
                m: 0,
                minHeight: 28,
                '& .MuiFormControlLabel-label': { flex: 1, minWidth: 0 },
              }}
            />
          ))
        )}
      </Box>
    </Popover>
  );
}
