import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import LinearProgress from '@mui/material/LinearProgress';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useState } from 'react';
import { REPORT_FORMATS, type ReportFormat } from '../../../shared/contract/reports';
import { formatBytes } from '../../../shared/format/quantity';
import type { MoveKind } from '../../../shared/model/verdict';
import { useApp, useMoveKind } from '../../app/state/use-app';
import { MoveKindSwitch } from '../../components/MoveKindSwitch';
import { OutcomeSymbol } from '../../components/symbols/Symbol';
import { useReport } from './use-report';

const FORMATS: Readonly<Record<ReportFormat, { readonly label: string; readonly what: string }>> = {
  html: { label: 'HTML', what: 'one file for any browser; folds, and prints well' },
  pdf: { label: 'PDF', what: 'A4 pages to hand on or to file' },
  json: { label: 'JSON', what: 'for scripts; documented and versioned' },
  csv: { label: 'CSV of VMs', what: 'one row per VM, for spreadsheets' },
  'csv-findings': { label: 'CSV of findings', what: 'one row per thing that stands in the way' },
};

/** Writes the plan's verdicts into a file for colleagues. */
export function ReportDialog({ onClose }: { onClose: () => void }) {
  const { actions } = useApp();
  const [format, setFormat] = useState<ReportFormat>('html');
  const [kind, setKind] = useState<MoveKind>(useMoveKind());
  const { run, start, cancel } = useReport();
  const isRunning = run.status === 'running';
  const close = () => {
    cancel();
    onClose();
  };
  return (
    <Dialog
      open
      // A click beside the dialog must not throw a report away that is being written.
      onClose={isRunning ? undefined : close}
      fullWidth
      maxWidth="xs"
      aria-labelledby="report-title"
    >
      <DialogTitle id="report-title">Report</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
        <RadioGroup
          aria-label="Format"
          value={format}
          onChange={(_, next) => setFormat(next as ReportFormat)}
        >
          {REPORT_FORMATS.map((one) => (
            <FormControlLabel
              key={one}
              value={one}
              disabled={isRunning}
              control={<Radio />}
              label={
                <Box component="span" sx={{ display: 'block', py: 1.5 }}>
                  <Box component="span" sx={{ fontWeight: 600 }}>
                    {FORMATS[one].label}
                  </Box>
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {' '}
                    {FORMATS[one].what}
                  </Box>
                </Box>
              }
            />
          ))}
        </RadioGroup>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
          <span>Kind of move</span>
          <MoveKindSwitch kind={kind} onChange={setKind} />
        </Box>
        <Box sx={{ minHeight: 48 }} role="status">
          {isRunning ? (
            <>
              <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                {run.progress.step}
              </Box>
              <LinearProgress
                aria-label="Report"
                variant={run.progress.fraction === null ? 'indeterminate' : 'determinate'}
                value={(run.progress.fraction ?? 0) * 100}
                sx={{ mt: 1.5 }}
              />
            </>
          ) : run.status === 'done' ? (
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
              <OutcomeSymbol outcome="keeps" />
              <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                Wrote <bdi>{run.outcome.fileName}</bdi> ({formatBytes(run.outcome.sizeBytes)}).
              </Box>
              <Button onClick={() => actions.reveal(run.outcome.token)}>Show in folder</Button>
            </Box>
          ) : run.status === 'failed' ? (
            <Box role="alert" sx={{ overflowWrap: 'anywhere' }}>
              <Box sx={{ fontWeight: 600 }}>{run.fault.message}</Box>
              <Box sx={{ color: 'text.secondary' }}>{run.fault.next}</Box>
            </Box>
          ) : run.status === 'cancelled' ? (
            <Box sx={{ color: 'text.secondary' }}>No report was written.</Box>
          ) : null}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={isRunning ? cancel : close}>
          {isRunning ? 'Cancel' : 'Close'}
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={isRunning}
          onClick={() => void start(format, kind)}
        >
          Write the report…
        </Button>
      </DialogActions>
    </Dialog>
  );
}
