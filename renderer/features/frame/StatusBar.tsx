import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import LinearProgress from '@mui/material/LinearProgress';
import type { ReactNode } from 'react';
import { chosen, counted } from '../../../shared/format/plural';
import { formatNumber, formatShare } from '../../../shared/format/quantity';
import { MOVE_KIND_LABELS } from '../../../shared/format/verdict-words';
import type { EstateIndex } from '../../../shared/model/plan';
import type { MoveKind, Portability } from '../../../shared/model/verdict';
import type { Summary } from '../../app/state/summary';

export interface StatusBarProps {
  readonly index: EstateIndex | null;
  readonly kind: MoveKind;
  readonly summary: Summary;
  readonly rulesVersion: string | null;
  readonly onCancel: () => void;
  readonly onRecount: () => void;
  /** Shows the VMs of one kind in the matrix. */
  readonly onShow: (portability: Portability) => void;
}

const COUNTED: readonly {
  readonly portability: Portability;
  readonly words: (count: number) => string;
}[] = [
  {
    portability: 'falls-back',
    words: (count) => `${formatNumber(count)} ${chosen(count, 'falls', 'fall')} back`,
  },
  { portability: 'blocked', words: (count) => `${formatNumber(count)} blocked` },
  { portability: 'undecided', words: (count) => `${formatNumber(count)} undecided` },
];

/** "12 hosts · 40 VMs · 9 fall back · 2 blocked · 3 undecided"; every count leads to its VMs. */
export function StatusBar(props: StatusBarProps) {
  const { index, kind, summary, rulesVersion, onCancel, onRecount, onShow } = props;
  return (
    <Box
      component="footer"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        height: 32,
        userSelect: 'none',
        px: 3,
        overflow: 'hidden',
        whiteSpace: 'nowrap',
        typography: 'caption',
        color: 'text.secondary',
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {index === null ? null : (
        <>
          <span>{counted(index.hosts.length, 'host')}</span>
          <Dot />
          <span>{counted(index.vms.length, 'VM')}</span>
        </>
      )}
      {summary.totals === null
        ? null
        : COUNTED.map(({ portability, words }) => {
            const count = summary.totals?.byPortability[portability] ?? 0;
            return (
              <Box
                component="span"
                key={portability}
                sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}
              >
                <Dot />
                <ButtonBase
                  disabled={count === 0}
                  title={count === 0 ? undefined : 'Show these VMs in the matrix'}
                  onClick={() => onShow(portability)}
                  sx={{
                    px: 0.5,
                    borderRadius: 0.5,
                    typography: 'caption',
                    color: count === 0 ? 'inherit' : 'text.primary',
                    '&:hover': { textDecoration: 'underline' },
                  }}
                >
                  {words(count)}
                </ButtonBase>
              </Box>
            );
          })}
      <Box sx={{ flex: 1 }} />
      <Counting summary={summary} kind={kind} onCancel={onCancel} onRecount={onRecount} />
      {rulesVersion === null ? null : <span>rules {rulesVersion}</span>}
      <Dot />
      <span title="Portolan never connects to anything beyond this machine">offline</span>
    </Box>
  );
}

function Counting({
  summary: { status, fraction },
  kind,
  onCancel,
  onRecount,
}: Pick<StatusBarProps, 'summary' | 'kind' | 'onCancel' | 'onRecount'>) {
  if (status === 'running') {
    return (
      <Beside>
        <span>
          Judging {MOVE_KIND_LABELS[kind].toLowerCase()} moves
          {fraction === null ? '' : `, ${formatShare(fraction)}`}
        </span>
        <LinearProgress
          aria-label="Judging all VMs"
          variant={fraction === null ? 'indeterminate' : 'determinate'}
          value={(fraction ?? 0) * 100}
          sx={{ width: 96 }}
        />
        <SmallButton onClick={onCancel}>Cancel</SmallButton>
      </Beside>
    );
  }
  if (status !== 'cancelled' && status !== 'failed') return null;
  return (
    <Beside>
      <span>{status === 'cancelled' ? 'Counting was stopped' : 'Counting did not finish'}</span>
      <SmallButton onClick={onRecount}>Count again</SmallButton>
    </Beside>
  );
}

function Beside({ children }: { children: ReactNode }) {
  return <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mr: 3 }}>{children}</Box>;
}

function SmallButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button
      variant="text"
      onClick={onClick}
      sx={{ minHeight: 24, px: 1.5, typography: 'caption', fontWeight: 600 }}
    >
      {children}
    </Button>
  );
}

function Dot() {
  return <span aria-hidden="true">·</span>;
}
