import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { joined } from '../../../shared/format/plural';
import {
  MOVE_KIND_LABELS,
  MOVE_KIND_MEANINGS,
  OUTCOME_LABELS,
} from '../../../shared/format/verdict-words';
import {
  type KindVerdict,
  MOVE_KINDS,
  type MoveKind,
  type PairVerdict,
} from '../../../shared/model/verdict';
import { OutcomeSymbol } from '../../components/symbols/Symbol';

/** The outcome for each kind of move; picking one shows its sentence and the matrix of that kind. */
export function KindRows({
  pair,
  kind,
  onKind,
}: {
  pair: PairVerdict;
  kind: MoveKind;
  onKind: (kind: MoveKind) => void;
}) {
  return (
    <Box role="group" aria-label="Kinds of move">
      {MOVE_KINDS.map((one) => (
        <ButtonBase
          key={one}
          aria-pressed={one === kind}
          onClick={() => onKind(one)}
          title={MOVE_KIND_MEANINGS[one]}
          sx={{
            width: '100%',
            minHeight: 32,
            px: 2,
            py: 1,
            gap: 2,
            justifyContent: 'flex-start',
            textAlign: 'left',
            borderRadius: 1,
            typography: 'body1',
            bgcolor: (theme) => (one === kind ? theme.hues.accentTint : 'transparent'),
            '&:hover': {
              bgcolor: (theme) => (one === kind ? theme.hues.accentTint : theme.hues.hover),
            },
          }}
        >
          <Box component="span" sx={{ width: 56, fontWeight: one === kind ? 600 : 450 }}>
            {MOVE_KIND_LABELS[one]}
          </Box>
          <Box component="span" sx={{ display: 'flex' }}>
            <OutcomeSymbol outcome={pair.kinds[one].outcome} />
          </Box>
          <span>{outcomeWords(pair.kinds[one])}</span>
        </ButtonBase>
      ))}
    </Box>
  );
}

function outcomeWords({ outcome, possible, queued, withoutWaivers }: KindVerdict): string {
  const between =
    outcome === 'undecided' && possible.length > 1
      ? ` between ${joined(possible.map((one) => OUTCOME_LABELS[one].toLowerCase()))}`
      : '';
  const bare =
    withoutWaivers === undefined
      ? ''
      : `, with all reasons: ${OUTCOME_LABELS[withoutWaivers].toLowerCase()}`;
  return `${OUTCOME_LABELS[outcome]}${between}${queued ? ', waits for other moves first' : ''}${bare}`;
}
