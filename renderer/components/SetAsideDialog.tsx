import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useState } from 'react';
import { NOTE_LENGTH, type WaiverKind } from '../../shared/model/waiver';
import { useFirstFocus } from './use-first-focus';

export interface AsideRecord {
  readonly kind: WaiverKind;
  readonly id: string;
}

/** One extent to which a reason can be set aside; `record: null`: the whole plan. */
export interface AsideChoice {
  readonly label: string;
  readonly record: AsideRecord | null;
}

export interface SetAsideDialogProps {
  /** The reason, as a statement. */
  readonly what: string;
  /** The nearest first. */
  readonly choices: readonly AsideChoice[];
  /** The note so far, when it is being changed. */
  readonly note?: string;
  readonly onSave: (record: AsideRecord | null, note: string) => void;
  readonly onClose: () => void;
}

/** Asks why a reason is set aside, and how far. */
export function SetAsideDialog({ what, choices, note, onSave, onClose }: SetAsideDialogProps) {
  const [text, setText] = useState(note ?? '');
  const [at, setAt] = useState(0);
  const field = useFirstFocus<HTMLTextAreaElement>();
  const isUsable = text.trim() !== '';
  const isChange = note !== undefined;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="aside-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isUsable) return;
          onSave(choices[at]?.record ?? null, text.trim());
          onClose();
        }}
      >
        <DialogTitle id="aside-title">{isChange ? 'Change the note' : 'Set aside'}</DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
          <Box sx={{ overflowWrap: 'anywhere' }}>
            <Box sx={{ fontWeight: 550 }}>{what}</Box>
            <Box sx={{ color: 'text.secondary', mt: 1 }}>
              It stays visible, with your note, and counts for nothing in the verdicts.
            </Box>
          </Box>
          {choices.length < 2 ? null : (
            <RadioGroup
              aria-label="How far"
              value={String(at)}
              onChange={(_, next) => setAt(Number(next))}
            >
              {choices.map(({ label, record }, place) => (
                <FormControlLabel
                  key={record === null ? 'plan' : `${record.kind} ${record.id}`}
                  value={String(place)}
                  control={<Radio />}
                  label={
                    <Box
                      component="span"
                      sx={{ display: 'block', py: 1.5, overflowWrap: 'anywhere' }}
                    >
                      {label}
                    </Box>
                  }
                />
              ))}
            </RadioGroup>
          )}
          <Box>
            <Box component="label" htmlFor="aside-note" sx={{ display: 'block', mb: 1 }}>
              Why
            </Box>
            <OutlinedInput
              id="aside-note"
              inputRef={field}
              fullWidth
              multiline
              minRows={3}
              maxRows={8}
              size="small"
              value={text}
              placeholder="For example: planned for the window on 12 March, change 4711"
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                event.currentTarget.closest('form')?.requestSubmit();
              }}
              inputProps={{ maxLength: NOTE_LENGTH }}
              sx={{ p: 0 }}
            />
          </Box>
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="contained" color="primary" disabled={!isUsable}>
            {isChange ? 'Keep the note' : 'Set aside'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
