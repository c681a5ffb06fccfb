import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, useState } from 'react';
import { useFirstFocus } from './use-first-focus';

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly confirm: string;
  /** The name so far; left out for what is new. */
  readonly name?: string;
  readonly longest: number;
  readonly explanation?: string;
  readonly placeholder?: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a name. One that stays the same is no change. */
export function NameDialog(props: NameDialogProps) {
  const { title, label, confirm, name, longest, explanation, placeholder, onName, onClose } = props;
  const [text, setText] = useState(name ?? '');
  const field = useFirstFocus<HTMLInputElement>();
  const titleId = useId();
  const isUsable = text.trim() !== '';
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isUsable) return;
          if (text.trim() !== name) onName(text.trim());
          onClose();
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          {explanation === undefined ? null : (
            <Box sx={{ mb: 3, color: 'text.secondary' }}>{explanation}</Box>
          )}
          <OutlinedInput
            autoFocus
            inputRef={field}
            fullWidth
            size="small"
            value={text}
            placeholder={placeholder}
            onChange={(event) => setText(event.target.value)}
            onFocus={(event) => event.target.select()}
            inputProps={{ 'aria-label': label, maxLength: longest }}
          />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="contained" color="primary" disabled={!isUsable}>
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
