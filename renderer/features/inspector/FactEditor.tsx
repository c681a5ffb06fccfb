import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Fault } from '../../../shared/fault';
import { faultOf } from '../../api/call';

export interface FactEditorProps {
  readonly title: string;
  readonly value: string;
  /** @throws FaultError  when the text is not understood */
  readonly onSave: (text: string) => Promise<void>;
  readonly onClose: () => void;
}

/** A value being typed: Enter keeps it, Escape leaves it as it was. A refusal stands beside it. */
export function FactEditor({ title, value, onSave, onClose }: FactEditorProps) {
  const [text, setText] = useState(value);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const helpId = useId();

  const save = async () => {
    if (text === value) return onClose();
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
    if (event.key === 'Enter') void save();
    else if (event.key === 'Escape') onClose();
    else return;
    event.stopPropagation();
    event.preventDefault();
  };
  return (
    <Box sx={{ flex: 1, minWidth: 0, my: -1 }}>
      <OutlinedInput
        fullWidth
        size="small"
        autoFocus
        value={text}
        readOnly={isSaving}
        error={fault !== null}
        onChange={(event) => {
          setText(event.target.value);
          setFault(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // Leaving without a change is no edit; with one, the text stays until it is decided.
          if (text === value) onClose();
        }}
        inputProps={{
          'aria-label': title,
          'aria-describedby': helpId,
          maxLength: 4000,
          spellCheck: false,
        }}
      />
      <Box
        id={helpId}
        role={fault === null ? undefined : 'alert'}
        sx={{
          typography: 'caption',
          mt: 1,
          color: fault === null ? 'text.secondary' : 'error.main',
          overflowWrap: 'anywhere',
        }}
      >
        {fault === null
          ? 'Enter keeps it, Esc leaves it as it was'
          : `${fault.message} ${fault.next}`.trim()}
      </Box>
    </Box>
  );
}
