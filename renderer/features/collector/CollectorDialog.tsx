import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { Copy, Save } from 'lucide-react';
import { call } from '../../api/call';
import { useAsked } from '../../api/use-asked';
import { useApp } from '../../app/state/use-app';
import { MONO_FAMILY } from '../../app/theme';
import { Code } from '../../components/CommandLine';
import { FailedFace, LoadingFace } from '../../components/faces';

/** The script to run on the hosts: to be read first, then saved or copied. */
export function CollectorDialog({ onClose }: { onClose: () => void }) {
  const { state, actions } = useApp();
  const collector = useAsked('collector.text', {});
  const save = async () => {
    try {
      const { fileName } = await call('collector.save', {});
      if (fileName !== null) {
        state.notify({ tone: 'done', message: `Saved ${fileName}.`, next: 'Run it on each host.' });
      }
    } catch (thrown) {
      state.refused(thrown);
    }
  };
  const fileName = collector.value?.fileName ?? 'the script';
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="collector-title">
      <DialogTitle id="collector-title">Collect from your hosts</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Box component="ol" sx={{ m: 0, pl: 5, '& li': { mb: 1 } }}>
          <li>
            Save the script, read it if you like: it only reads, and works with PowerShell 5.1 and
            7.
          </li>
          <li>
            In PowerShell as administrator on each host, run{' '}
            <Code>{`powershell -ExecutionPolicy Bypass -File .\\${fileName}`}</Code>
          </li>
          <li>Import the JSON files that it writes, one per host.</li>
        </Box>
        <Box
          sx={{
            height: 'min(44vh, 380px)',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            overflow: 'hidden',
            bgcolor: (theme) => theme.hues.sunken,
          }}
        >
          {collector.fault !== null ? (
            <FailedFace fault={collector.fault} onRetry={collector.retry} />
          ) : collector.value === undefined ? (
            <LoadingFace label="Reading the script" lines={10} />
          ) : (
            <Box
              component="pre"
              tabIndex={0}
              role="region"
              aria-label={`Text of ${fileName}`}
              sx={{
                height: '100%',
                m: 0,
                p: 3,
                overflow: 'auto',
                fontFamily: MONO_FAMILY,
                fontSize: 12,
                lineHeight: '18px',
                '&:focus-visible': { outlineOffset: -2 },
              }}
            >
              {collector.value.text}
            </Box>
          )}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose}>
          Close
        </Button>
        <Button
          startIcon={<Copy size={14} />}
          disabled={collector.value === undefined}
          onClick={() => {
            if (collector.value) actions.copy(collector.value.text, 'Copied the script.');
          }}
        >
          Copy
        </Button>
        <Button
          variant="contained"
          color="primary"
          startIcon={<Save size={14} />}
          onClick={() => void save()}
        >
          Save…
        </Button>
      </DialogActions>
    </Dialog>
  );
}
