import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import {
  type ColumnSpec,
  columnsOf,
  NAME_COLUMN,
  type TableKind,
} from '../../../shared/model/estate-table';

export interface ChooserProps {
  readonly kind: TableKind;
  readonly shown: ReadonlySet<string>;
  readonly anchor: HTMLElement | null;
  readonly onToggle: (spec: ColumnSpec) => void;
  readonly onReset: () => void;
  readonly onClose: () => void;
}

/** Every column that the table can show, to be ticked. */
export function ColumnChooser({ kind, shown, anchor, onToggle, onReset, onClose }: ChooserProps) {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const fitting = columnsOf(kind).filter(
    ({ id, title }) => id !== NAME_COLUMN && title.toLowerCase().includes(wanted),
  );
  const parts = [
    ['Worked out', fitting.filter(({ field }) => field === undefined)],
    ['Properties', fitting.filter(({ field }) => field !== undefined)],
  ] as const;
  return (
    <Popover
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': 'Columns', sx: { width: 320 } } }}
    >
      <Box sx={{ display: 'flex', gap: 2, p: 3, borderBottom: 1, borderColor: 'divider' }}>
        <OutlinedInput
          autoFocus
          fullWidth
          size="small"
          placeholder="Find a column"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          inputProps={{ 'aria-label': 'Find a column', spellCheck: false }}
        />
        <Button onClick={onReset}>Reset</Button>
      </Box>
      <Box sx={{ maxHeight: 'min(56vh, 440px)', overflow: 'auto', px: 3, py: 2 }}>
        {fitting.length === 0 ? (
          <Box sx={{ color: 'text.secondary', py: 2 }}>No column has “{typed}” in its name.</Box>
        ) : null}
        {parts.map(([title, specs]) =>
          specs.length === 0 ? null : (
            <Box key={title} role="group" aria-label={title} sx={{ mb: 2 }}>
              <Box sx={{ typography: 'overline', color: 'text.secondary', textTransform: 'none' }}>
                {title}
              </Box>
              {specs.map((spec) => (
                <FormControlLabel
                  key={spec.id}
                  label={spec.title}
                  title={spec.field === undefined ? spec.meaning : `Collected by ${spec.meaning}`}
                  control={
                    <Checkbox
                      size="small"
                      checked={shown.has(spec.id)}
                      onChange={() => onToggle(spec)}
                      sx={{ p: 1 }}
                    />
                  }
                  sx={{ display: 'flex', alignItems: 'center', minHeight: 28, m: 0 }}
                />
              ))}
            </Box>
          ),
        )}
      </Box>
    </Popover>
  );
}
