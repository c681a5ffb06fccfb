import Box from '@mui/material/Box';
import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { afterWords } from '../../../shared/format/cause-words';
import { SCOPE_LABELS } from '../../../shared/format/verdict-words';
import type { Cause, CauseThing } from '../../../shared/model/cause';
import { ConfidenceMark } from '../../components/symbols/Symbol';
import { worstEffect } from './arrange';
import { CauseDetail } from './CauseDetail';
import { EffectSymbol, EffectWords } from './EffectWords';

export interface CauseRowProps {
  readonly cause: Cause;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onSetAside: ((thing?: CauseThing) => void) | null;
}

/** One cause: what is wrong, what it does in numbers, what its fix leaves; opens to the rest. */
export function CauseRow({ cause, isOpen, onToggle, onSetAside }: CauseRowProps) {
  const detailId = useId();
  const after = afterWords(cause);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    onToggle();
    event.currentTarget.querySelector<HTMLElement>('[data-cause]')?.focus();
  };
  return (
    <Box
      component="li"
      onKeyDown={leave}
      sx={{
        borderBottom: 1,
        borderColor: 'divider',
        // Rows out of view cost no layout.
        contentVisibility: 'auto',
        containIntrinsicSize: 'auto 56px',
      }}
    >
      <Box
        component="button"
        type="button"
        data-cause={cause.id}
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailId : undefined}
        onClick={onToggle}
        sx={{
          all: 'unset',
          boxSizing: 'border-box',
          width: '100%',
          display: 'grid',
          gridTemplateColumns: '16px 16px minmax(0, 5fr) minmax(0, 3fr) minmax(0, 3fr)',
          columnGap: 3,
          alignItems: 'start',
          px: 4,
          py: 2,
          cursor: 'pointer',
          bgcolor: isOpen ? (theme) => theme.hues.sunken : undefined,
          '&:hover': { bgcolor: (theme) => theme.hues.hover },
          '&:focus-visible': {
            outline: (theme) => `2px solid ${theme.hues.accent}`,
            outlineOffset: -2,
          },
          '@container (max-width: 820px)': {
            gridTemplateColumns: '16px 16px minmax(0, 1fr)',
            '& > .number': { gridColumn: 3, mt: 0.5 },
          },
        }}
      >
        <Box
          component="span"
          sx={{
            display: 'flex',
            pt: 0.5,
            color: 'text.secondary',
            transition: 'transform 120ms',
            transform: isOpen ? 'rotate(90deg)' : 'none',
          }}
        >
          <ChevronRight size={14} />
        </Box>
        <Box component="span" sx={{ display: 'flex', pt: 0.5 }}>
          <EffectSymbol effect={worstEffect(cause)} />
        </Box>
        <Box component="span" sx={{ minWidth: 0 }}>
          <Box
            component="span"
            sx={{ display: 'block', fontWeight: 550, overflowWrap: 'anywhere' }}
          >
            {cause.statement}
          </Box>
          <Box
            component="span"
            sx={{ display: 'flex', gap: 2, typography: 'caption', color: 'text.secondary' }}
          >
            {SCOPE_LABELS[cause.scope]}
            <span aria-hidden="true">·</span>
            <ConfidenceMark confidence={cause.confidence} />
          </Box>
        </Box>
        <Box component="span" className="number" sx={{ minWidth: 0 }}>
          <EffectWords counts={cause.counts} />
        </Box>
        <Box
          component="span"
          className="number"
          sx={{ minWidth: 0, color: 'text.secondary', overflowWrap: 'anywhere' }}
        >
          {after === '' ? '' : `After the fix: ${after}`}
        </Box>
      </Box>
      {isOpen ? (
        <Box id={detailId}>
          <CauseDetail cause={cause} onSetAside={onSetAside} />
        </Box>
      ) : null}
    </Box>
  );
}
