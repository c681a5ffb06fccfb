import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { effectWords, SCOPE_LABELS } from '../../../shared/format/verdict-words';
import type { RuleDescription } from '../../../shared/model/verdict';
import { useApp } from '../../app/state/use-app';
import { Remediation } from '../../components/Remediation';
import { RuleOrigin } from '../../components/RuleOrigin';
import { ConfidenceMark } from '../../components/symbols/Symbol';

/** What a rule says, wherever it speaks: what is wrong, what that does, what to do, and who says so. */
export function RuleDialog({ rule, onClose }: { rule: RuleDescription; onClose: () => void }) {
  const { actions } = useApp();
  const { ruleId, title, scope, effect, confidence, remediation, sources, limits } = rule;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="rule-title">
      <DialogTitle id="rule-title">{title}</DialogTitle>
      <DialogContent tabIndex={0} sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 2,
            typography: 'caption',
            color: 'text.secondary',
          }}
        >
          <span>{SCOPE_LABELS[scope]}</span>
          <span aria-hidden="true">·</span>
          <Box component="span" sx={{ fontWeight: 550 }}>
            {effectWords(effect)}
          </Box>
          <span aria-hidden="true">·</span>
          <ConfidenceMark confidence={confidence} />
          <span aria-hidden="true">·</span>
          <Box component="code" sx={{ fontFamily: 'inherit', userSelect: 'text' }}>
            {ruleId}
          </Box>
        </Box>
        {remediation === '' ? null : (
          <Remediation text={remediation} onCopy={(text) => actions.copy(text, 'Copied.')} />
        )}
        <Box
          component="ul"
          sx={{
            listStyle: 'none',
            m: 0,
            p: 0,
            typography: 'caption',
            display: 'flex',
            flexDirection: 'column',
            gap: 1.5,
          }}
        >
          <RuleOrigin sources={sources} limits={limits} />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button
          onClick={() => {
            onClose();
            actions.run('view-findings');
          }}
        >
          Show the findings
        </Button>
        <Button variant="contained" color="primary" onClick={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
