import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { formatMoment } from '../../../shared/format/moment';
import { RECORD_LABELS } from '../../../shared/format/verdict-words';
import { type NamedWaiver, waiverKey } from '../../../shared/model/waiver';
import { EmptyFace } from '../../components/faces';

export interface AsideListProps {
  readonly waivers: readonly NamedWaiver[];
  readonly canEdit: boolean;
  readonly onChange: (waiver: NamedWaiver) => void;
  readonly onTakeBack: (waiver: NamedWaiver) => void;
}

/** What was set aside, with the notes, newest first. */
export function AsideList({ waivers, canEdit, onChange, onTakeBack }: AsideListProps) {
  if (waivers.length === 0) {
    return (
      <EmptyFace title="Nothing is set aside">
        A cause that is known and accepted can be set aside with a note. It then counts for nothing
        in the verdicts, and stands here.
      </EmptyFace>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {waivers.map((waiver) => (
        <Box
          component="li"
          key={waiverKey(waiver)}
          sx={{
            display: 'flex',
            alignItems: 'flex-start',
            gap: 3,
            px: 4,
            py: 3,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            <Box sx={{ fontWeight: 550 }}>{waiver.ruleTitle}</Box>
            <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
              {whereWords(waiver)} · since {formatMoment(waiver.setAt)}
            </Box>
            <Box sx={{ mt: 1, whiteSpace: 'pre-wrap' }}>
              <bdi>{waiver.note}</bdi>
            </Box>
          </Box>
          {canEdit ? (
            <>
              <Button variant="text" onClick={() => onChange(waiver)}>
                Change the note…
              </Button>
              <Button onClick={() => onTakeBack(waiver)}>Take back</Button>
            </>
          ) : null}
        </Box>
      ))}
    </Box>
  );
}

function whereWords({ recordKind, recordName }: NamedWaiver): string {
  if (recordKind === null) return 'In the whole plan';
  const label = RECORD_LABELS[recordKind];
  return recordName === null ? `${label} that is no longer in the plan` : `${label} ${recordName}`;
}
