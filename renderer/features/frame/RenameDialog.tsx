import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useState } from 'react';
import { useFirstFocus } from '../../components/use-first-focus';

const LONGEST_NAME = 120;

export function RenameDialog({
  name,
  onRename,
  onClose,
}: {
  name: string;
  onRename: (name: string) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState(name);
  const field = useFirstFocus<HTMLInputElement>();
  const isUsable = text.trim() !== '';
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="rename-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isUsable) return;
          if (text.trim() !== name) onRename(text.trim());
          onClose();
        }}
      >
        <DialogTitle id="rename-title">Rename the plan</DialogTitle>
        <DialogContent>
          <OutlinedInput
            autoFocus
            inputRef={field}
            fullWidth
            size="small"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onFocus={(event) => event.target.select()}
            inputProps={{ 'aria-label': 'Name of the plan', maxLength: LONGEST_NAME }}
          />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="contained" color="primary" disabled={!isUsable}>
            Rename
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
