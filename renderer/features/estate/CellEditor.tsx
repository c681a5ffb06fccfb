import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Popper from '@mui/material/Popper';
import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Fault } from '../../../shared/fault';
import { counted } from '../../../shared/format/plural';
import type { ColumnSpec, TableCell } from '../../../shared/model/estate-table';
import { parseFieldText } from '../../../shared/model/field-text';
import { faultOf } from '../../api/call';
import { CellContent } from './CellContent';

export interface EditorProps {
  readonly spec: ColumnSpec;
  readonly cell: TableCell;
  /** How many records the edit changes. */
  readonly count: number;
  readonly anchor: HTMLElement | null;
  /** `null` takes the imported value back. @throws FaultError when refused */
  readonly onSave: (text: string | null) => Promise<void>;
  /** Sets it to not known. @throws FaultError when refused */
  readonly onUnknown: () => Promise<void>;
  readonly onClose: () => void;
}

/** A property being edited in its cell: a list of what there is to choose from, or a field. */
export function CellEditor(props: EditorProps) {
  const options = optionsOf(props.spec);
  return options === null ? (
    <TextEditor {...props} />
  ) : (
    <OptionEditor {...props} options={options} />
  );
}

function optionsOf({ field }: ColumnSpec): readonly string[] | null {
  if (field?.kind === 'boolean') return ['yes', 'no'];
  return field?.kind === 'choice' ? field.values : null;
}

function OptionEditor({
  spec,
  cell,
  count,
  anchor,
  options,
  onSave,
  onUnknown,
  onClose,
}: EditorProps & { options: readonly string[] }) {
  const now = cell.state === 'unknown' ? null : cell.text;
  const isEdited = cell.imported !== undefined;
  const finish = async (work: () => Promise<void>) => {
    try {
      await work();
    } finally {
      onClose();
    }
  };
  const choose = (text: string | null) =>
    finish(async () => {
      if (count > 1 || text === null || text !== now) await onSave(text);
    });
  const imported = cell.imported ?? now ?? 'unknown';
  return (
    <>
      <CellContent cell={cell} />
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={onClose}
        slotProps={{ list: { 'aria-label': spec.title, dense: true } }}
      >
        {count > 1 ? (
          <Box
            role="presentation"
            sx={{ px: 4, py: 1, typography: 'caption', color: 'text.secondary' }}
          >
            For {counted(count, 'selected row')}
          </Box>
        ) : null}
        {options.map((option) => (
          <MenuItem
            key={option}
            selected={option === now}
            onClick={() => void choose(option).catch(() => undefined)}
          >
            <Box component="span" sx={{ flex: 1 }}>
              {option}
            </Box>
            {option === now ? <Check size={14} aria-label="now" /> : null}
          </MenuItem>
        ))}
        <MenuItem
          selected={now === null}
          disabled={count === 1 && now === null}
          onClick={() => void finish(onUnknown).catch(() => undefined)}
          sx={{ borderTop: 1, borderColor: 'divider', mt: 1 }}
        >
          <Box component="span" sx={{ flex: 1 }}>
            Not known
          </Box>
          {now === null ? <Check size={14} aria-label="now" /> : null}
        </MenuItem>
        <MenuItem
          disabled={count === 1 && !isEdited}
          onClick={() => void choose(null).catch(() => undefined)}
        >
          {count === 1 ? `As imported: ${imported}` : 'As imported, each'}
        </MenuItem>
      </Menu>
    </>
  );
}

function TextEditor({ spec, cell, count, anchor, onSave, onClose }: EditorProps) {
  const first = cell.state === 'unknown' ? '' : cell.text;
  const [text, setText] = useState(first);
  const [fault, setFault] = useState<Pick<Fault, 'message' | 'next'> | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const helpId = useId();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const save = async () => {
    if (text === first && count === 1) return onClose();
    const parsed = spec.field === undefined ? null : parseFieldText(spec.field, text);
    if (parsed !== null && !parsed.ok) {
      setFault({ message: `“${text}” is not ${parsed.expected}.`, next: '' });
      return;
    }
    setIsSaving(true);
    try {
      await onSave(text);
      onClose();
    } catch (thrown) {
      setFault(faultOf(thrown));
      setIsSaving(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') void save();
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  const unit = spec.field !== undefined && 'unit' in spec.field ? spec.field.unit : undefined;
  const hint = [
    count > 1 ? `Sets it for ${counted(count, 'selected row')}.` : '',
    fault === null ? `Enter keeps it, Esc leaves it as it was${unit ? `; in ${unit}` : ''}` : '',
  ];
  return (
    <>
      <InputBase
        inputRef={field}
        value={text}
        readOnly={isSaving}
        onChange={(event) => {
          setText(event.target.value);
          setFault(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (text === first) onClose();
        }}
        inputProps={{
          'aria-label': spec.title,
          'aria-describedby': helpId,
          maxLength: 4000,
          spellCheck: false,
        }}
        sx={{
          flex: 1,
          mx: -2,
          px: 2,
          height: 28,
          bgcolor: 'background.paper',
          outline: (theme) =>
            `2px solid ${fault === null ? theme.hues.accent : theme.hues.outcome.blocked.ink}`,
          outlineOffset: -2,
          borderRadius: 1,
        }}
      />
      <Popper open={anchor !== null} anchorEl={anchor} placement="bottom-start" sx={{ zIndex: 5 }}>
        <Box
          id={helpId}
          role={fault === null ? undefined : 'alert'}
          sx={{
            mt: 1,
            px: 2,
            py: 1,
            maxWidth: 320,
            borderRadius: 1,
            border: 1,
            borderColor: 'divider',
            typography: 'caption',
            overflowWrap: 'anywhere',
            bgcolor: 'background.paper',
            color: fault === null ? 'text.secondary' : 'error.main',
          }}
        >
          {[...hint, fault === null ? '' : `${fault.message} ${fault.next}`]
            .filter((part) => part.trim() !== '')
            .join(' ')}
        </Box>
      </Popper>
    </>
  );
}
