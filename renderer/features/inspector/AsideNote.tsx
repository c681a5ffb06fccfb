import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { formatMoment } from '../../../shared/format/moment';
import type { Finding, PairVerdict } from '../../../shared/model/verdict';
import { useApp, useOpenPlan } from '../../app/state/use-app';
import { SetAsideDialog } from '../../components/SetAsideDialog';
import { asideChoices } from './aside-choices';

/** Whether a reason is set aside, with the note and the way back; else the way to set it aside. */
export function AsideNote({ finding, pair }: { finding: Finding; pair: PairVerdict }) {
  const { actions } = useApp();
  const { plan } = useOpenPlan();
  const [isAsking, setIsAsking] = useState(false);
  const { waived, ruleId, result } = finding;
  const canEdit = plan !== null && !plan.readOnly;
  if (result === 'holds' || (waived === undefined && !canEdit)) return null;
  if (waived === undefined) {
    return (
      <Box sx={{ mt: 0.5 }}>
        <Button
          variant="text"
          startIcon={<EyeOff size={13} />}
          onClick={() => setIsAsking(true)}
          sx={{ minHeight: 26, px: 1, mx: -1, typography: 'caption', color: 'text.secondary' }}
        >
          Set aside…
        </Button>
        {isAsking ? (
          <SetAsideDialog
            what={finding.message}
            choices={asideChoices(finding, pair)}
            onSave={(record, note) => void actions.setAside({ ruleIds: [ruleId], record, note })}
            onClose={() => setIsAsking(false)}
          />
        ) : null}
      </Box>
    );
  }
  const { recordKind, recordId, note, setAt } = waived;
  const record =
    recordKind === null || recordId === null ? null : { kind: recordKind, id: recordId };
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 2,
        mt: 1.5,
        px: 2,
        py: 1.5,
        borderRadius: 1,
        bgcolor: (theme) => theme.hues.sunken,
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
          {record === null ? 'In the whole plan, since' : 'Since'} {formatMoment(setAt)}
        </Box>
        <Box sx={{ whiteSpace: 'pre-wrap' }}>
          <bdi>{note}</bdi>
        </Box>
      </Box>
      {canEdit ? (
        <Button
          onClick={() => void actions.takeBack({ ruleIds: [ruleId], record })}
          sx={{ minHeight: 26, px: 2, typography: 'caption' }}
        >
          Take back
        </Button>
      ) : null}
    </Box>
  );
}
