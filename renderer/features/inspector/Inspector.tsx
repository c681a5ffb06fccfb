import Box from '@mui/material/Box';
import { MousePointer2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { recordOf } from '../../app/state/selection';
import { useStore } from '../../app/state/store';
import { useApp, useOpenPlan, useSelection } from '../../app/state/use-app';
import { focusMain } from '../../app/window-parts';
import { EmptyFace } from '../../components/faces';
import { PairInspector } from './PairInspector';
import { RecordInspector } from './RecordInspector';

/** What is selected, explained: a VM on a host, or a VM or host with its facts. */
export function Inspector() {
  const { state } = useApp();
  const selection = useSelection();
  const { vmId, hostId } = selection;
  const record = recordOf(selection);
  const { key } = useOpenPlan();
  const calls = useStore(state.inspectorCalls);
  const panel = useRef<HTMLDivElement>(null);
  const answered = useRef(calls);

  useEffect(() => {
    if (calls === answered.current) return;
    answered.current = calls;
    panel.current?.focus();
  }, [calls]);

  return (
    <Box
      ref={panel}
      tabIndex={-1}
      data-panel=""
      onKeyDown={(event) => {
        // Back to the list that the selection came from.
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        focusMain();
      }}
      sx={{
        height: '100%',
        overflowY: 'auto',
        overflowX: 'hidden',
        '&:focus-visible': { outlineOffset: -2 },
      }}
    >
      {vmId !== null && hostId !== null ? (
        <PairInspector vmId={vmId} hostId={hostId} planKey={key} />
      ) : record !== null ? (
        <RecordInspector
          key={`${record.kind} ${record.id}`}
          kind={record.kind}
          id={record.id}
          planKey={key}
        />
      ) : (
        <EmptyFace icon={<MousePointer2 size={28} />} title="Nothing is selected">
          Pick a cell of the matrix to see whether that VM can run on that host, on which path, and
          why. Pick a VM, a host or any row of the estate for its facts.
        </EmptyFace>
      )}
    </Box>
  );
}
