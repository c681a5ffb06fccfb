import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Tooltip from '@mui/material/Tooltip';
import { ArrowLeftRight, ArrowRight, RefreshCw } from 'lucide-react';
import { formatMoment } from '../../../shared/format/moment';
import type { Snapshot } from '../../../shared/model/snapshot';
import type { MoveKind } from '../../../shared/model/verdict';
import type { ComparedStates } from '../../app/state/comparison-run';
import { MoveKindSwitch } from '../../components/MoveKindSwitch';

/** The value that stands for the present state in a list of snapshots. */
const NOW = 'now';

export interface ComparisonToolbarProps {
  readonly snapshots: readonly Snapshot[];
  readonly states: ComparedStates;
  readonly kind: MoveKind;
  /** What is shown was compared before the last edit, or for another kind of move. */
  readonly isOld: boolean;
  readonly onStates: (states: ComparedStates) => void;
  readonly onKind: (kind: MoveKind) => void;
  readonly onAgain: () => void;
}

export function ComparisonToolbar(props: ComparisonToolbarProps) {
  const { snapshots, states, kind, isOld, onStates, onKind, onAgain } = props;
  const { before, after } = states;
  return (
    <Box
      role="toolbar"
      aria-label="What is compared"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, px: 4, py: 2 }}
    >
      <StateChoice
        label="State before"
        snapshots={snapshots}
        value={before}
        onChoice={(next) => onStates({ before: next, after })}
      />
      <ArrowRight size={14} aria-hidden />
      <StateChoice
        label="State after"
        snapshots={snapshots}
        value={after}
        onChoice={(next) => onStates({ before, after: next })}
      />
      <Tooltip title="Swap the two states">
        <IconButton
          aria-label="Swap the two states"
          onClick={() => onStates({ before: after, after: before })}
        >
          <ArrowLeftRight size={14} />
        </IconButton>
      </Tooltip>
      <Box sx={{ flex: 1 }} />
      {isOld ? (
        <Button startIcon={<RefreshCw size={14} />} onClick={onAgain}>
          The plan went on: compare again
        </Button>
      ) : null}
      <MoveKindSwitch kind={kind} onChange={onKind} />
    </Box>
  );
}

interface StateChoiceProps {
  readonly label: string;
  readonly snapshots: readonly Snapshot[];
  readonly value: string | null;
  readonly onChoice: (id: string | null) => void;
}

function StateChoice({ label, snapshots, value, onChoice }: StateChoiceProps) {
  const isKnown = value === null || snapshots.some(({ id }) => id === value);
  return (
    <Select
      size="small"
      value={isKnown ? (value ?? NOW) : ''}
      displayEmpty
      onChange={(event) => onChoice(event.target.value === NOW ? null : event.target.value)}
      inputProps={{ 'aria-label': label }}
      renderValue={(chosen) =>
        chosen === NOW
          ? 'Now'
          : (snapshots.find(({ id }) => id === chosen)?.name ?? 'A snapshot that was removed')
      }
      sx={{ width: 200 }}
    >
      <MenuItem value={NOW}>Now</MenuItem>
      {snapshots.map(({ id, name, madeAt }) => (
        <MenuItem key={id} value={id}>
          <Box>
            <bdi>{name}</bdi>
            <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
              {formatMoment(madeAt)}
            </Box>
          </Box>
        </MenuItem>
      ))}
    </Select>
  );
}
