import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import { useTheme } from '@mui/material/styles';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportOutcome } from '../../../shared/contract/imports';
import { counted } from '../../../shared/format/plural';
import type { ImportRun } from '../../app/state/import-run';
import { OutcomeSymbol, ShapeSymbol } from '../../components/symbols/Symbol';
import { SEVERITY_SHAPES } from '../../components/symbols/shapes';

export interface ImportCardProps {
  readonly run: ImportRun;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
  readonly onProblems: () => void;
  readonly onConflicts: () => void;
  /** Compares the state before the import with what the plan says now. */
  readonly onCompare: (snapshotId: string) => void;
}

/** An import while it runs and what came of it, where it was started. */
export function ImportCard(props: ImportCardProps) {
  const { run, onCancel, onDismiss, onProblems, onConflicts, onCompare } = props;
  const { hues } = useTheme();
  switch (run.status) {
    case 'idle':
      return null;
    case 'running':
      return (
        <Card>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box sx={{ fontWeight: 600 }}>Importing {counted(run.fileCount, 'file')}</Box>
            <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {run.progress.step}
            </Box>
            <LinearProgress
              aria-label="Import"
              variant={run.progress.fraction === null ? 'indeterminate' : 'determinate'}
              value={(run.progress.fraction ?? 0) * 100}
              sx={{ mt: 1.5 }}
            />
          </Box>
          <Button onClick={onCancel}>Cancel</Button>
        </Card>
      );
    case 'cancelled':
      return (
        <Card onDismiss={onDismiss}>
          <Box sx={{ flex: 1 }}>The import was stopped; the plan is as it was before.</Box>
        </Card>
      );
    case 'failed':
      return (
        <Card onDismiss={onDismiss}>
          <ShapeSymbol shape={SEVERITY_SHAPES.lost} colour={hues.outcome.blocked.ink} />
          <Box role="alert" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            <Box sx={{ fontWeight: 600 }}>{run.fault.message}</Box>
            <Box sx={{ color: 'text.secondary' }}>{run.fault.next}</Box>
          </Box>
          <Button onClick={run.retry}>Try again</Button>
        </Card>
      );
    case 'done':
      return (
        <Card onDismiss={onDismiss}>
          <OutcomeSymbol outcome="keeps" />
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box sx={{ fontWeight: 600 }}>Imported {counted(run.outcome.files.length, 'file')}</Box>
            <Box sx={{ color: 'text.secondary' }}>{outcomeWords(run.outcome)}</Box>
          </Box>
          <SeeWhatChanged snapshotId={run.outcome.snapshotId} onCompare={onCompare} />
          {run.outcome.conflictCount === 0 ? null : (
            <Button onClick={onConflicts}>
              See {counted(run.outcome.conflictCount, 'disagreement')}
            </Button>
          )}
          {run.outcome.problemCount === 0 ? null : (
            <Button onClick={onProblems}>See {counted(run.outcome.problemCount, 'problem')}</Button>
          )}
        </Card>
      );
  }
}

/** Only where the plan held something before: else everything is new. */
function SeeWhatChanged({
  snapshotId,
  onCompare,
}: {
  snapshotId: string | null;
  onCompare: (snapshotId: string) => void;
}) {
  if (snapshotId === null) return null;
  return <Button onClick={() => onCompare(snapshotId)}>See what changed</Button>;
}

function outcomeWords({ files, hosts, vms, problemCount }: ImportOutcome): string {
  const strange = files.filter(({ format }) => format === 'unrecognised').length;
  const parts = [
    `The plan now has ${counted(hosts, 'host')} and ${counted(vms, 'VM')}.`,
    problemCount === 0 ? 'Everything in the files was understood.' : '',
    strange === 0 ? '' : `${counted(strange, 'file')} had no known format.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function Card({ onDismiss, children }: { onDismiss?: () => void; children: ReactNode }) {
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        mx: 4,
        mt: 1,
        mb: 2,
        px: 4,
        py: 3,
        borderRadius: 2,
        border: 1,
        borderColor: (theme) => theme.hues.strongLine,
        bgcolor: 'background.default',
      }}
    >
      {children}
      {onDismiss === undefined ? null : (
        <IconButton aria-label="Dismiss" onClick={onDismiss}>
          <X size={14} />
        </IconButton>
      )}
    </Box>
  );
}
