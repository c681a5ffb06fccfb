import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useState } from 'react';
import { SNAPSHOT_NAME_LENGTH } from '../../../shared/model/snapshot';
import { useFirstFocus } from '../../components/use-first-focus';

export interface SnapshotDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly name?: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for the name of a snapshot, new or old. */
export function SnapshotDialog({ title, confirm, name, onName, onClose }: SnapshotDialogProps) {
  const [text, setText] = useState(name ?? '');
  const field = useFirstFocus<HTMLInputElement>();
  const isUsable = text.trim() !== '';
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="snapshot-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isUsable) return;
          if (text.trim() !== name) onName(text.trim());
          onClose();
        }}
      >
        <DialogTitle id="snapshot-title">{title}</DialogTitle>
        <DialogContent>
          {name !== undefined ? null : (
            <Box sx={{ mb: 3, color: 'text.secondary' }}>
              It keeps the estate with all edits, assumptions and reasons set aside, to compare with
              and to go back to.
            </Box>
          )}
          <OutlinedInput
            autoFocus
            inputRef={field}
            fullWidth
            size="small"
            value={text}
            placeholder="For example: before the firmware update"
            onChange={(event) => setText(event.target.value)}
            onFocus={(event) => event.target.select()}
            inputProps={{ 'aria-label': 'Name of the snapshot', maxLength: SNAPSHOT_NAME_LENGTH }}
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
