import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import { useAsked } from '../../api/use-asked';
import { useApp, useOpenPlan } from '../../app/state/use-app';
import { FailedFace, LoadingFace } from '../../components/faces';
import { ViewFrame, ViewHead } from '../../components/ViewFrame';
import { ComparisonPanel } from './ComparisonPanel';
import { HistoryList } from './HistoryList';
import { SnapshotList } from './SnapshotList';

type Side = 'snapshots' | 'history';

/** Kept states, the history of edits, and what is different between two states. */
export function ChangesView() {
  const { actions } = useApp();
  const { key, plan } = useOpenPlan();
  const snapshots = useAsked('snapshots.list', {}, key);
  const [side, setSide] = useState<Side>('snapshots');
  if (plan === null) return <LoadingFace label="Reading the snapshots" lines={8} />;
  if (snapshots.fault !== null) {
    return <FailedFace fault={snapshots.fault} onRetry={snapshots.retry} />;
  }
  if (snapshots.value === undefined) return <LoadingFace label="Reading the snapshots" lines={8} />;
  return (
    <ViewFrame>
      <ViewHead title="Changes">
        <Button
          variant="contained"
          color="primary"
          startIcon={<BookmarkPlus size={15} />}
          disabled={plan.readOnly}
          onClick={() => actions.run('snapshot')}
        >
          Keep a snapshot…
        </Button>
      </ViewHead>
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0, borderTop: 1, borderColor: 'divider' }}>
        <Box
          sx={{
            width: 300,
            flexShrink: 0,
            display: 'flex',
            flexDirection: 'column',
            minHeight: 0,
            borderRight: 1,
            borderColor: 'divider',
          }}
        >
          <Tabs
            value={side}
            onChange={(_, next: Side) => setSide(next)}
            aria-label="Snapshots or history"
            sx={{ minHeight: 36, px: 2, borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}
          >
            <Tab value="snapshots" label="Snapshots" {...tabName('snapshots', side)} />
            <Tab value="history" label="History" {...tabName('history', side)} />
          </Tabs>
          <Box
            role="tabpanel"
            id={`changes-panel-${side}`}
            aria-labelledby={`changes-tab-${side}`}
            sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}
          >
            {side === 'snapshots' ? (
              <SnapshotList snapshots={snapshots.value} isFixed={plan.readOnly} />
            ) : (
              <HistoryList planKey={key} isFixed={plan.readOnly} />
            )}
          </Box>
        </Box>
        <Box sx={{ flex: 1, minWidth: 0, minHeight: 0 }}>
          <ComparisonPanel snapshots={snapshots.value} />
        </Box>
      </Box>
    </ViewFrame>
  );
}

function tabName(one: Side, shown: Side) {
  return {
    id: `changes-tab-${one}`,
    // Only the panel that is shown exists.
    'aria-controls': one === shown ? `changes-panel-${one}` : undefined,
  };
}
