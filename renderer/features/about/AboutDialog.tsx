import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { Copy } from 'lucide-react';
import type { AppInfo } from '../../../shared/contract/app';
import { counted } from '../../../shared/format/plural';
import { useAsked } from '../../api/use-asked';
import { useApp } from '../../app/state/use-app';
import { FailedFace, LoadingFace } from '../../components/faces';

/** Which version of what runs here, ready to be pasted into a ticket. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const { actions } = useApp();
  const info = useAsked('app.info', {});
  const lines = info.value === undefined ? [] : linesOf(info.value);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="about-title">
      <DialogTitle id="about-title">About Portolan</DialogTitle>
      <DialogContent>
        <Box sx={{ color: 'text.secondary', mb: 3 }}>
          Tells where a Hyper-V VM can move, on which datapath it runs there, and why. Works
          offline; nothing ever leaves this machine.
        </Box>
        {info.fault !== null ? (
          <FailedFace fault={info.fault} onRetry={info.retry} />
        ) : info.value === undefined ? (
          <LoadingFace label="Reading the versions" lines={7} />
        ) : (
          <Box
            component="dl"
            sx={{ display: 'grid', gridTemplateColumns: '96px 1fr', rowGap: 1, m: 0 }}
          >
            {lines.map(([name, value]) => (
              <Box key={name} sx={{ display: 'contents' }}>
                <Box component="dt" sx={{ color: 'text.secondary' }}>
                  {name}
                </Box>
                <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                  {value}
                </Box>
              </Box>
            ))}
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button
          startIcon={<Copy size={14} />}
          disabled={info.value === undefined}
          onClick={() =>
            actions.copy(
              lines.map(([name, value]) => `${name}: ${value}`).join('\n'),
              'Copied the versions.',
            )
          }
        >
          Copy
        </Button>
        <Button variant="contained" color="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function linesOf(info: AppInfo): [string, string][] {
  return [
    ['Portolan', info.version],
    ['Rules', `${info.rulesVersion} (${counted(info.ruleCount, 'rule')})`],
    ['Catalogue', info.catalogueVersion],
    ['Runtime', info.runtime],
    ['Electron', info.electron],
    ['Chromium', info.chromium],
    ['Node', info.node],
    ['System', info.platform],
  ];
}
