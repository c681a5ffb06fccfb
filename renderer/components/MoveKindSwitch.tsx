import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { MOVE_KIND_LABELS, MOVE_KIND_MEANINGS } from '../../shared/format/verdict-words';
import { MOVE_KINDS, type MoveKind } from '../../shared/model/verdict';

export function MoveKindSwitch({
  kind,
  onChange,
}: {
  kind: MoveKind;
  onChange: (kind: MoveKind) => void;
}) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label="Kind of move"
      value={kind}
      onChange={(_, next: MoveKind | null) => {
        if (next !== null) onChange(next);
      }}
    >
      {MOVE_KINDS.map((one) => (
        <ToggleButton key={one} value={one} title={MOVE_KIND_MEANINGS[one]}>
          {MOVE_KIND_LABELS[one]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
