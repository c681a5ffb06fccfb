/** The form for an own row, made from the descriptions of the columns. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type {
  CatalogueColumn,
  CatalogueRowProblem,
  CatalogueTable,
} from '../../../shared/model/catalogue';

export type Typed = Readonly<Record<string, string>>;

export interface RowFormProps {
  readonly table: CatalogueTable;
  readonly title: string;
  readonly start: Typed;
  /** @returns what is wrong; empty when the row was taken */
  readonly onSave: (typed: Typed) => Promise<readonly CatalogueRowProblem[]>;
  readonly onClose: () => void;
}

export function RowForm({ table, title, start, onSave, onClose }: RowFormProps) {
  const [typed, setTyped] = useState<Typed>(start);
  const [problems, setProblems] = useState<readonly CatalogueRowProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      const found = await onSave(typed);
      setProblems(found);
      if (found.length === 0) onClose();
      else document.getElementById(fieldId(found[0]?.column ?? ''))?.focus();
    } finally {
      setSaving(false);
    }
  };
  const required = table.columns.filter(({ isRequired }) => isRequired);
  const others = table.columns.filter(({ isRequired }) => !isRequired);
  const fields = (columns: readonly CatalogueColumn[]) => (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 4, rowGap: 3 }}>
      {columns.map((column) => (
        <Field
          key={column.key}
          column={column}
          text={typed[column.key] ?? ''}
          problem={problems.find((one) => one.column === column.key)?.message ?? null}
          onText={(text) => setTyped((now) => ({ ...now, [column.key]: text }))}
        />
      ))}
    </Box>
  );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="own-row-title">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        style={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
      >
        <DialogTitle id="own-row-title">{title}</DialogTitle>
        <DialogContent>
          <Box sx={{ mb: 3, color: 'text.secondary' }}>
            The row belongs to this plan. It wins over a shipped row for the same match, and leaves
            the shipped row as it is.
          </Box>
          {problems.length === 0 ? null : (
            <Box role="alert" sx={{ mb: 3, color: 'error.main' }}>
              {problems.length === 1
                ? problems[0]?.message
                : `${problems.length} columns are not right yet; each says what to type.`}
            </Box>
          )}
          {fields(required)}
          <Box sx={{ typography: 'subtitle1', mt: 4, mb: 2 }}>May stay empty: not known</Box>
          {fields(others)}
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="contained" color="primary" disabled={isSaving}>
            Save the row
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface FieldProps {
  readonly column: CatalogueColumn;
  readonly text: string;
  readonly problem: string | null;
  readonly onText: (text: string) => void;
}

function Field({ column, text, problem, onText }: FieldProps) {
  const { key, title, unit, kind, choices, isRequired, hint } = column;
  return (
    <TextField
      id={fieldId(key)}
      size="small"
      fullWidth
      select={kind === 'choice'}
      label={unit === null ? title : `${title}, ${unit}`}
      required={isRequired}
      value={text}
      error={problem !== null}
      helperText={problem ?? hint}
      onChange={(event) => onText(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 4000 } }}
    >
      {kind === 'choice'
        ? [
            ...(isRequired
              ? []
              : [
                  <MenuItem key="" value="">
                    not known
                  </MenuItem>,
                ]),
            ...choices.map((one) => (
              <MenuItem key={one} value={one}>
                {one}
              </MenuItem>
            )),
          ]
        : undefined}
    </TextField>
  );
}

function fieldId(key: string): string {
  return `own-row-${key}`;
}
