import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import { useEffect, useState } from 'react';
import { formatMoment } from '../../../shared/format/moment';
import { call } from '../../api/call';
import { useAsked } from '../../api/use-asked';
import { useApp } from '../../app/state/use-app';
import { FailedFace, LoadingFace } from '../../components/faces';

const PAGE = 100;
const MOST = 1000;

/** Every edit, newest first; choosing one goes to the moment right after it. */
export function HistoryList({ planKey, isFixed }: { planKey: string; isFixed: boolean }) {
  const { actions } = useApp();
  const [count, setCount] = useState(PAGE);
  const asked = useAsked('history.list', { from: 0, count }, planKey);
  const planId = planKey.split(':')[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another plan begins with its first page
  useEffect(() => setCount(PAGE), [planId]);
  if (asked.fault !== null) return <FailedFace fault={asked.fault} onRetry={asked.retry} />;
  if (asked.value === undefined) return <LoadingFace label="Reading the history" />;
  const { entries, total } = asked.value;
  if (total === 0) {
    return <Box sx={{ p: 4, color: 'text.secondary' }}>Nothing was edited in this plan yet.</Box>;
  }
  const now = entries.find(({ isUndone }) => !isUndone)?.number ?? 0;
  const goTo = (number: number) => void actions.edit(() => call('history.go-to', { number }));
  return (
    <Box component="ol" aria-label="History" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {entries.map(({ number, description, editedAt, isUndone }) => (
        <Moment
          key={number}
          words={description}
          when={editedAt}
          isNow={number === now}
          isUndone={isUndone}
          isFixed={isFixed}
          onChoose={() => goTo(number)}
        />
      ))}
      {entries.length < total ? (
        <Box component="li" sx={{ px: 4, py: 2 }}>
          {count < MOST ? (
            <Button size="small" onClick={() => setCount(Math.min(count + 3 * PAGE, MOST))}>
              Show older edits
            </Button>
          ) : (
            <Box sx={{ color: 'text.secondary' }}>Older edits are reached by undoing these.</Box>
          )}
        </Box>
      ) : (
        <Moment
          words="Before all edits"
          when={null}
          isNow={now === 0}
          isUndone={false}
          isFixed={isFixed}
          onChoose={() => goTo(0)}
        />
      )}
    </Box>
  );
}

interface MomentProps {
  readonly words: string;
  readonly when: string | null;
  readonly isNow: boolean;
  readonly isUndone: boolean;
  readonly isFixed: boolean;
  readonly onChoose: () => void;
}

function Moment({ words, when, isNow, isUndone, isFixed, onChoose }: MomentProps) {
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider' }}>
      <ButtonBase
        disabled={isFixed}
        aria-current={isNow ? 'step' : undefined}
        onClick={() => {
          if (!isNow) onChoose();
        }}
        sx={{
          width: '100%',
          display: 'block',
          px: 4,
          py: 2,
          textAlign: 'left',
          bgcolor: isNow ? (theme) => theme.hues.accentTint : 'transparent',
          '&:hover': { bgcolor: (theme) => (isNow ? theme.hues.accentTint : theme.hues.hover) },
          '&.Mui-focusVisible': { outlineOffset: -2 },
        }}
      >
        <Box
          sx={{
            fontWeight: isNow ? 600 : 450,
            color: isUndone ? 'text.secondary' : 'text.primary',
            overflowWrap: 'anywhere',
          }}
        >
          <bdi>{words}</bdi>
        </Box>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
          {when === null ? null : <time dateTime={when}>{formatMoment(when)}</time>}
          {isNow ? `${when === null ? '' : ' · '}the plan is here` : isUndone ? ' · undone' : ''}
        </Box>
      </ButtonBase>
    </Box>
  );
}
