import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { effectPhrase } from '../../../shared/format/cause-words';
import { CAUSE_EFFECTS, type Cause, type CauseEffect } from '../../../shared/model/cause';
import type { Outcome } from '../../../shared/model/verdict';
import { OutcomeSymbol, ShapeSymbol } from '../../components/symbols/Symbol';
import { SEVERITY_SHAPES } from '../../components/symbols/shapes';

const OUTCOME_OF: Readonly<Partial<Record<CauseEffect, Outcome>>> = {
  blocked: 'blocked',
  'falls-back': 'falls-back',
  undecided: 'undecided',
};

export function EffectSymbol({ effect, size }: { effect: CauseEffect; size?: number }) {
  const { hues } = useTheme();
  const outcome = OUTCOME_OF[effect];
  if (outcome !== undefined) return <OutcomeSymbol outcome={outcome} size={size} />;
  const isQuiet = effect === 'behind';
  return (
    <ShapeSymbol
      shape={isQuiet ? SEVERITY_SHAPES.note : SEVERITY_SHAPES.doubt}
      colour={isQuiet ? hues.quietText : hues.outcome['falls-back'].ink}
      size={size}
    />
  );
}

/** What a cause does, one line per effect: symbol, number, word. */
export function EffectWords({ counts }: Pick<Cause, 'counts'>) {
  const felt = CAUSE_EFFECTS.filter((effect) => effect !== 'behind' && 0 < counts[effect].vms);
  const shown = felt.length === 0 ? (['behind'] as const) : felt;
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}>
      {shown.map((effect) => (
        <Box
          key={effect}
          component="span"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5, whiteSpace: 'nowrap' }}
        >
          <EffectSymbol effect={effect} size={14} />
          {effectPhrase(effect, counts[effect].vms)}
        </Box>
      ))}
    </Box>
  );
}
