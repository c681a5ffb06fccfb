import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { formatMoment } from '../../../shared/format/moment';
import { counted } from '../../../shared/format/plural';
import type { Snapshot } from '../../../shared/model/snapshot';
import { call } from '../../api/call';
import { useApp } from '../../app/state/use-app';
import { ONE_LINE } from '../../components/clip';
import { SnapshotDialog } from './SnapshotDialog';

export interface SnapshotListProps {
  readonly snapshots: readonly Snapshot[];
  readonly isFixed: boolean;
}

/** The kept states, newest first. */
export function SnapshotList({ snapshots, isFixed }: SnapshotListProps) {
  const { actions } = useApp();
  const [renamed, setRenamed] = useState<Snapshot | null>(null);
  if (snapshots.length === 0) {
    return (
      <Box sx={{ p: 4, color: 'text.secondary' }}>
        No state was kept yet. Keep one before you try something out; Portolan keeps one by itself
        before every import into a plan that already holds hosts.
      </Box>
    );
  }
  return (
    <Box component="ul" aria-label="Snapshots" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {snapshots.map((snapshot) => (
        <SnapshotItem
          key={snapshot.id}
          snapshot={snapshot}
          isFixed={isFixed}
          onRename={() => setRenamed(snapshot)}
        />
      ))}
      {renamed === null ? null : (
        <SnapshotDialog
          title="Rename the snapshot"
          confirm="Rename"
          name={renamed.name}
          onName={(name) =>
            void actions.edit(() => call('snapshots.rename', { id: renamed.id, name }))
          }
          onClose={() => setRenamed(null)}
        />
      )}
    </Box>
  );
}

interface ItemProps {
  readonly snapshot: Snapshot;
  readonly isFixed: boolean;
  readonly onRename: () => void;
}

function SnapshotItem({ snapshot, isFixed, onRename }: ItemProps) {
  const { actions } = useApp();
  const { id, name, madeAt, isAutomatic, hostCount, vmCount } = snapshot;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (what: () => void) => () => {
    setAnchor(null);
    what();
  };
  return (
    <Box component="li" sx={{ px: 4, py: 3, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box component="bdi" title={name} sx={{ flex: 1, fontWeight: 600, ...ONE_LINE }}>
          {name}
        </Box>
        <IconButton
          aria-label={`More about ${name}`}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={{ p: 1 }}
        >
          <Ellipsis size={14} />
        </IconButton>
      </Box>
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
        <time dateTime={madeAt}>{formatMoment(madeAt)}</time>
        {` · ${counted(hostCount, 'host')}, ${counted(vmCount, 'VM')}`}
        {isAutomatic ? ' · by itself' : ''}
      </Box>
      <Box sx={{ mt: 2, display: 'flex', gap: 2 }}>
        <Button size="small" onClick={() => actions.compare(id, null)}>
          Compare with now
        </Button>
        <Button
          size="small"
          disabled={isFixed}
          onClick={() => void actions.edit(() => call('snapshots.restore', { id }))}
        >
          Go back
        </Button>
      </Box>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem disabled={isFixed} onClick={choose(onRename)}>
          Rename…
        </MenuItem>
        <MenuItem
          disabled={isFixed}
          onClick={choose(() => void actions.edit(() => call('snapshots.remove', { id })))}
        >
          Remove
        </MenuItem>
      </Menu>
    </Box>
  );
}
