import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { CircleCheck, GitCompareArrows } from 'lucide-react';
import { comparisonSummary } from '../../../shared/format/comparison-words';
import type { Comparison } from '../../../shared/model/comparison';
import type { Snapshot } from '../../../shared/model/snapshot';
import type { ComparedStates } from '../../app/state/comparison-run';
import { useStore } from '../../app/state/store';
import { useApp, useMoveKind, useOpenPlan } from '../../app/state/use-app';
import { EmptyFace, FailedFace } from '../../components/faces';
import { ComparisonToolbar } from './ComparisonToolbar';
import { DifferenceTable } from './DifferenceTable';

/** Two states side by side: chosen at the top, and below what is different. */
export function ComparisonPanel({ snapshots }: { snapshots: readonly Snapshot[] }) {
  const { state } = useApp();
  const { key } = useOpenPlan();
  const kind = useMoveKind();
  const run = useStore(state.comparison.store);
  const { wish, status } = run;
  const start = ({ before, after }: ComparedStates) =>
    state.comparison.start({ before, after, kind, key });

  if (wish === null) {
    const [newest] = snapshots;
    return (
      <EmptyFace
        icon={<GitCompareArrows size={32} />}
        title="What is different"
        actions={
          newest === undefined ? null : (
            <Button onClick={() => start({ before: newest.id, after: null })}>
              Compare “{newest.name}” with now
            </Button>
          )
        }
      >
        {newest === undefined
          ? 'Once a state was kept, it can be compared with what the plan says now: which records came and went, which facts changed, and which verdicts turned with them.'
          : 'Choose a snapshot to see which records came and went since then, which facts changed, and which verdicts turned with them.'}
      </EmptyFace>
    );
  }
  // The present state went on, or another kind of move is looked at.
  const isOld =
    status === 'done' &&
    (wish.kind !== kind || (wish.key !== key && (wish.before === null || wish.after === null)));
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <ComparisonToolbar
        snapshots={snapshots}
        states={wish}
        kind={kind}
        isOld={isOld}
        onStates={start}
        onKind={(next) => {
          state.setKind(next);
          state.comparison.start({ ...wish, kind: next, key });
        }}
        onAgain={() => start(wish)}
      />
      {status === 'running' ? (
        <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 4, pb: 2 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{run.progress.step}</Box>
            <LinearProgress
              aria-label="Comparison"
              variant={run.progress.fraction === null ? 'indeterminate' : 'determinate'}
              value={(run.progress.fraction ?? 0) * 100}
              sx={{ mt: 1 }}
            />
          </Box>
          <Button onClick={state.comparison.cancel}>Cancel</Button>
        </Box>
      ) : null}
      {status === 'cancelled' ? (
        <Box role="status" sx={{ px: 4, pb: 2, color: 'text.secondary' }}>
          The comparison was stopped before all verdicts were compared.
        </Box>
      ) : null}
      {run.comparison === null ? null : (
        <Box role="status" sx={{ px: 4, pb: 2 }}>
          {comparisonSummary(run.comparison)}
        </Box>
      )}
      <Box sx={{ flex: 1, minHeight: 0 }}>
        {run.fault !== null ? (
          <FailedFace fault={run.fault} onRetry={() => start(wish)} />
        ) : run.comparison !== null && isNothing(run.comparison) ? (
          <EmptyFace icon={<CircleCheck size={32} />} title="Nothing changed">
            Both states have the same records, the same facts and the same verdicts.
          </EmptyFace>
        ) : run.part === null ? null : (
          <DifferenceTable part={run.part} verdicts={run.comparison?.verdicts ?? null} />
        )}
      </Box>
    </Box>
  );
}

function isNothing({ records, facts, verdicts }: Comparison): boolean {
  return records.added + records.gone + records.moved + facts.total + verdicts.total === 0;
}
