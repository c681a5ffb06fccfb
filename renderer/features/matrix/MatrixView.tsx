import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { FileInput, Grid3x3, SearchX } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { EstateIndex } from '../../../shared/model/plan';
import { ALL_OF_IT } from '../../app/state/matrix-choices';
import { useStore } from '../../app/state/store';
import {
  useApp,
  useMoveKind,
  useOpenPlan,
  useSelection,
  useSummary,
} from '../../app/state/use-app';
import { CLIPPED } from '../../components/clip';
import { EmptyFace, FailedFace, LoadingFace } from '../../components/faces';
import { arrange } from './arrange';
import { Legend } from './Legend';
import { MatrixGrid } from './MatrixGrid';
import { MatrixToolbar } from './MatrixToolbar';
import { useCellSource } from './use-cell-source';
import { useCopy } from './use-copy';

/** The matrix of VMs and hosts, in the face that fits what there is. */
export function MatrixView() {
  const { state, actions } = useApp();
  const { index, indexFault, key } = useOpenPlan();
  if (indexFault !== null)
    return <FailedFace fault={indexFault} onRetry={state.plan.reloadIndex} />;
  if (index === null) return <LoadingFace label="Reading the plan" lines={10} />;
  if (index.vms.length === 0 || index.hosts.length === 0) {
    return (
      <EmptyFace
        icon={<Grid3x3 size={32} />}
        title={index.hosts.length === 0 ? 'No hosts in this plan yet' : 'No VMs in this plan yet'}
        actions={
          <>
            <Button
              variant="contained"
              color="primary"
              startIcon={<FileInput size={16} />}
              onClick={() => actions.run('import')}
            >
              Import files…
            </Button>
            <Button onClick={() => actions.run('collector')}>Collect from your hosts…</Button>
          </>
        }
      >
        Import what your hosts printed: files of the collector, cmdlet output as JSON, or an
        inventory. Every VM then stands here against every host, with the path that it would get.
      </EmptyFace>
    );
  }
  return <FullMatrix index={index} planKey={key} />;
}

function FullMatrix({ index, planKey }: { index: EstateIndex; planKey: string }) {
  const { state } = useApp();
  const kind = useMoveKind();
  const choices = useStore(state.choices);
  const summary = useSummary();
  const selection = useSelection();
  const sought = useDeferredValue(choices);
  const arrangement = useMemo(
    () => arrange(index, sought, summary.settled),
    [index, sought, summary.settled],
  );
  const { source, fault } = useCellSource(planKey, kind, index.hosts);
  const copy = useCopy(index, arrangement, kind);
  const isEmpty = arrangement.vms.length === 0 || arrangement.hosts.length === 0;

  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        height: '100%',
        containerType: 'size',
        bgcolor: 'background.paper',
      }}
    >
      <Box component="h2" sx={CLIPPED}>
        Matrix of VMs and hosts
      </Box>
      <MatrixToolbar
        kind={kind}
        onKind={state.setKind}
        choices={choices}
        onChoices={state.choices.set}
        totals={summary.totals}
        shown={{ vms: arrangement.vms.length, hosts: arrangement.hosts.length }}
        all={{ vms: index.vms.length, hosts: index.hosts.length }}
        onCopy={() => void copy('table', selection)}
      />
      {fault !== null ? (
        <FailedFace fault={fault} onRetry={source.retry} />
      ) : isEmpty ? (
        <EmptyFace
          icon={<SearchX size={32} />}
          title="Nothing fits these choices"
          actions={
            <Button onClick={() => state.choices.set(ALL_OF_IT)}>Show all VMs and hosts</Button>
          }
        >
          {choices.text === ''
            ? 'No VM is in the state that was chosen above.'
            : `No VM or host that fits has “${choices.text}” in its name.`}
        </EmptyFace>
      ) : (
        <MatrixGrid
          index={index}
          arrangement={arrangement}
          summaries={summary.byVm}
          source={source}
          selection={selection}
          onSelect={(next, isWalk) => state.select(next, { isWalk })}
          onOpen={state.openInspector}
          onCopy={(what) => void copy(what, selection)}
        />
      )}
      <Legend />
    </Box>
  );
}
