import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Fault } from '../../../shared/fault';
import { faultOf } from '../../api/call';

export interface FactEditorProps {
  readonly title: string;
  readonly value: string;
  /** @throws FaultError  when the text is not understood */
  readonly onSave: (text: string) => Promise<void>;
  /** Says that it is not known; `null` where that is said already. */
  readonly onUnknown: (() => void) | null;
  readonly onClose: () => void;
}

/** A value being typed: Enter keeps it, Escape leaves it as it was. A refusal stands beside it. */
export function FactEditor({ title, value, onSave, onUnknown, onClose }: FactEditorProps) {
  const [text, setText] = useState(value);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const helpId = useId();
  const box = useRef<HTMLDivElement>(null);

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
    <Box ref={box} sx={{ flex: 1, minWidth: 0, my: -1 }}>
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
        onBlur={(event) => {
          // Leaving without a change is no edit; with one, the text stays until it is decided.
          const isInside = box.current?.contains(event.relatedTarget) ?? false;
          if (text === value && !isInside) onClose();
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
      {onUnknown === null ? null : (
        <Button
          variant="text"
          // The field keeps the focus until this is done, so that leaving it does not close it first.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            onClose();
            onUnknown();
          }}
          sx={{ minHeight: 24, px: 1, mx: -1, typography: 'caption' }}
        >
          Set to not known
        </Button>
      )}
    </Box>
  );
}
