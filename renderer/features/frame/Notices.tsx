import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useTheme } from '@mui/material/styles';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { Notice } from '../../app/state/notices';
import { useStore } from '../../app/state/store';
import { useApp } from '../../app/state/use-app';
import { ShapeSymbol } from '../../components/symbols/Symbol';
import { OUTCOME_SHAPES, SEVERITY_SHAPES } from '../../components/symbols/shapes';

const DONE_STAYS = 4000;
const REFUSED_STAYS = 12_000;

/** What was done or refused, told at the edge of the window. */
export function Notices() {
  const { state } = useApp();
  const notices = useStore(state.notices);
  const dismiss = (id: number) =>
    state.notices.update((now) => now.filter((notice) => notice.id !== id));
  return (
    <Box
      role="status"
      aria-live="polite"
      sx={{
        position: 'fixed',
        left: '50%',
        bottom: 44,
        zIndex: 'snackbar',
        transform: 'translateX(-50%)',
        width: 'max-content',
        maxWidth: 'min(560px, calc(100vw - 48px))',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        gap: 2,
      }}
    >
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} onDismiss={() => dismiss(notice.id)} />
      ))}
    </Box>
  );
}

function NoticeCard({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const { hues } = useTheme();
  const { tone, message, next, action } = notice;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts when it appears
  useEffect(() => {
    if (action !== undefined) return;
    const timer = setTimeout(onDismiss, tone === 'done' ? DONE_STAYS : REFUSED_STAYS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 2,
        pl: 3,
        pr: 1,
        py: 1.5,
        borderRadius: 2,
        bgcolor: 'background.paper',
        border: `1px solid ${hues.strongLine}`,
        boxShadow: '0 8px 28px rgb(0 0 0 / 0.2)',
      }}
    >
      <Box sx={{ display: 'flex', pt: 1.5 }}>
        {tone === 'done' ? (
          <ShapeSymbol shape={OUTCOME_SHAPES.keeps} colour={hues.path.sriov} />
        ) : (
          <ShapeSymbol shape={SEVERITY_SHAPES.doubt} colour={hues.outcome['falls-back'].ink} />
        )}
      </Box>
      <Box sx={{ py: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {message}
        {next === '' ? null : <Box sx={{ color: 'text.secondary' }}>{next}</Box>}
      </Box>
      {action === undefined ? null : (
        <Button
          variant="text"
          color="primary"
          onClick={() => {
            onDismiss();
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton aria-label="Dismiss" onClick={onDismiss}>
        <X size={14} />
      </IconButton>
    </Box>
  );
}
