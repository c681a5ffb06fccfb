import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { CircleCheck } from 'lucide-react';
import { describeOrigin } from '../../../shared/fact';
import { RECORD_LABELS } from '../../../shared/format/verdict-words';
import type { ConflictChoice, StoredConflict } from '../../../shared/model/conflict';
import type { ConflictSide } from '../../../shared/model/import';
import { call } from '../../api/call';
import type { Asked } from '../../api/use-asked';
import { useApp } from '../../app/state/use-app';
import { EmptyFace, FailedFace, LoadingFace } from '../../components/faces';

const MOST_SHOWN = 200;

const CHOICE_WORDS: Readonly<Record<ConflictChoice, string>> = {
  kept: 'Settled',
  other: 'Settled',
  own: 'Settled with a value of your own',
};

export interface ConflictListProps {
  readonly conflicts: Asked<StoredConflict[]>;
  readonly isFixed: boolean;
}

/** Facts that two sources disagree about, with both of them, to be settled. */
export function ConflictList({ conflicts, isFixed }: ConflictListProps) {
  const { fault, value, retry } = conflicts;
  if (fault !== null) return <FailedFace fault={fault} onRetry={retry} />;
  if (value === undefined) return <LoadingFace label="Reading the disagreements" />;
  if (value.length === 0) {
    return (
      <EmptyFace icon={<CircleCheck size={32} />} title="The sources agree">
        Where two files say something else about the same thing, and neither is newer, both stand
        here to choose from.
      </EmptyFace>
    );
  }
  return (
    <Box sx={{ height: '100%', overflow: 'auto' }}>
      <Box component="ul" aria-label="Disagreements" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {value.slice(0, MOST_SHOWN).map((one) => (
          <ConflictItem key={one.id} conflict={one} isFixed={isFixed} />
        ))}
      </Box>
      {value.length <= MOST_SHOWN ? null : (
        <Box sx={{ px: 4, py: 3, color: 'text.secondary' }}>
          The first {MOST_SHOWN} of {value.length} are shown; settle some to see the next.
        </Box>
      )}
    </Box>
  );
}

function ConflictItem({ conflict, isFixed }: { conflict: StoredConflict; isFixed: boolean }) {
  const { actions } = useApp();
  const { id, recordKind, recordName, title, kept, other, choice } = conflict;
  const settle = (side: 'kept' | 'other' | null) =>
    void actions.edit(() => call('conflicts.settle', { id, side }));
  return (
    <Box component="li" sx={{ px: 4, py: 3, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32 }}>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {title}
          </Box>{' '}
          of {RECORD_LABELS[recordKind]} <bdi>{recordName}</bdi>
        </Box>
        {choice === null ? null : (
          <>
            <Box sx={{ color: 'text.secondary' }}>{CHOICE_WORDS[choice]}</Box>
            <Button size="small" disabled={isFixed} onClick={() => settle(null)}>
              Open again
            </Button>
          </>
        )}
      </Box>
      <Box
        role="group"
        aria-label={`What the sources say about ${title} of ${recordName}`}
        sx={{ mt: 2, display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, maxWidth: 860 }}
      >
        <Side
          side={kept}
          isChosen={choice === 'kept'}
          note={choice === null ? 'counts until you choose' : ''}
          isFixed={isFixed}
          onChoose={() => settle('kept')}
        />
        <Side
          side={other}
          isChosen={choice === 'other'}
          note=""
          isFixed={isFixed}
          onChoose={() => settle('other')}
        />
      </Box>
    </Box>
  );
}

interface SideProps {
  readonly side: ConflictSide;
  readonly isChosen: boolean;
  readonly note: string;
  readonly isFixed: boolean;
  readonly onChoose: () => void;
}

function Side({ side, isChosen, note, isFixed, onChoose }: SideProps) {
  return (
    <Box
      sx={{
        minWidth: 0,
        px: 3,
        py: 2,
        borderRadius: 1.5,
        border: 1,
        borderColor: isChosen ? 'primary.main' : 'divider',
      }}
    >
      <Box sx={{ fontWeight: 550, overflowWrap: 'anywhere' }}>
        <bdi>{side.text}</bdi>
      </Box>
      <Box sx={{ typography: 'caption', color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {describeOrigin(side.origin)}
        {note === '' ? null : ` · ${note}`}
      </Box>
      <Button
        size="small"
        sx={{ mt: 2 }}
        disabled={isFixed || isChosen}
        aria-pressed={isChosen}
        onClick={onChoose}
      >
        {isChosen ? 'Chosen' : 'Choose this'}
      </Button>
    </Box>
  );
}
