import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Tooltip from '@mui/material/Tooltip';
import { Copy } from 'lucide-react';
import { counted } from '../../../shared/format/plural';
import { formatNumber } from '../../../shared/format/quantity';
import { PORTABILITY_LABELS, PORTABILITY_MEANINGS } from '../../../shared/format/verdict-words';
import type { MoveKind, PlanTotals, Portability } from '../../../shared/model/verdict';
import { keyWords } from '../../app/keys';
import type { MatrixChoices, RowOrder } from '../../app/state/matrix-choices';
import { MoveKindSwitch } from '../../components/MoveKindSwitch';
import { SearchField } from '../../components/SearchField';
import { PortabilitySymbol } from '../../components/symbols/Symbol';

const CHIPS: readonly Portability[] = ['falls-back', 'blocked', 'undecided', 'portable', 'alone'];
const ORDER_LABELS: Readonly<Record<RowOrder, string>> = {
  name: 'By name',
  portability: 'Worst first',
  host: 'By host',
};

export interface MatrixToolbarProps {
  readonly kind: MoveKind;
  readonly onKind: (kind: MoveKind) => void;
  readonly choices: MatrixChoices;
  readonly onChoices: (choices: MatrixChoices) => void;
  readonly totals: PlanTotals | null;
  readonly shown: { readonly vms: number; readonly hosts: number };
  readonly all: { readonly vms: number; readonly hosts: number };
  readonly onCopy: () => void;
}

export function MatrixToolbar(props: MatrixToolbarProps) {
  const { kind, onKind, choices, onChoices, totals, shown, all, onCopy } = props;
  const toggle = (portability: Portability) => {
    const { portabilities } = choices;
    onChoices({
      ...choices,
      portabilities: portabilities.includes(portability)
        ? portabilities.filter((one) => one !== portability)
        : [...portabilities, portability],
    });
  };
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        px: 3,
        py: 2,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <MoveKindSwitch kind={kind} onChange={onKind} />
      <SearchField
        text={choices.text}
        onText={(text) => onChoices({ ...choices, text })}
        placeholder="VM or host"
        label="Show only VMs or hosts with this in their name"
        clearLabel="Show all names"
        minWidth={112}
        maxWidth={200}
      />
      <Select
        size="small"
        value={choices.order}
        onChange={(event) => onChoices({ ...choices, order: event.target.value })}
        inputProps={{ 'aria-label': 'Order of the VMs' }}
        sx={{ width: 116 }}
      >
        {Object.entries(ORDER_LABELS).map(([order, label]) => (
          <MenuItem key={order} value={order}>
            {label}
          </MenuItem>
        ))}
      </Select>
      <Tooltip title={`Copy what is shown as a table (${keyWords('CmdOrCtrl+Shift+C')})`}>
        <IconButton aria-label="Copy the table" onClick={onCopy}>
          <Copy size={16} />
        </IconButton>
      </Tooltip>
      <Box
        sx={{
          flex: '100 1 440px',
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          justifyContent: 'space-between',
          columnGap: 3,
          rowGap: 1,
        }}
      >
        <Box
          role="group"
          aria-label="Show only VMs that are"
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}
        >
          {CHIPS.filter((portability) => isOffered(portability, choices, totals)).map(
            (portability) => (
              <Chip
                key={portability}
                portability={portability}
                count={totals?.byPortability[portability] ?? null}
                isOn={choices.portabilities.includes(portability)}
                onToggle={() => toggle(portability)}
              />
            ),
          )}
        </Box>
        <Box
          component="span"
          aria-live="polite"
          sx={{ typography: 'caption', color: 'text.secondary', whiteSpace: 'nowrap' }}
        >
          {shownWords(shown, all)}
        </Box>
      </Box>
    </Box>
  );
}

/** Plans with VMs that have nowhere to go are rare; elsewhere this chip would only be in the way. */
function isOffered(
  portability: Portability,
  { portabilities }: MatrixChoices,
  totals: PlanTotals | null,
): boolean {
  return (
    portability !== 'alone' ||
    portabilities.includes('alone') ||
    (totals?.byPortability.alone ?? 0) > 0
  );
}

/** Told only while a choice hides something; the status bar has the whole. */
function shownWords(shown: MatrixToolbarProps['shown'], all: MatrixToolbarProps['all']): string {
  const parts = [
    shown.vms === all.vms ? '' : `${formatNumber(shown.vms)} of ${counted(all.vms, 'VM')}`,
    shown.hosts === all.hosts
      ? ''
      : `${formatNumber(shown.hosts)} of ${counted(all.hosts, 'host')}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

interface ChipProps {
  readonly portability: Portability;
  /** `null` while the VMs are being counted. */
  readonly count: number | null;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

function Chip({ portability, count, isOn, onToggle }: ChipProps) {
  return (
    <ButtonBase
      aria-pressed={isOn}
      disabled={count === null}
      title={count === null ? 'Being counted' : `VMs where ${PORTABILITY_MEANINGS[portability]}`}
      onClick={onToggle}
      sx={{
        height: 28,
        px: 2,
        gap: 1.5,
        borderRadius: 3.5,
        border: 1,
        typography: 'caption',
        fontWeight: isOn ? 600 : 450,
        borderColor: isOn ? 'primary.main' : (theme) => theme.hues.strongLine,
        bgcolor: isOn ? (theme) => theme.hues.accentTint : 'background.paper',
        '&:hover': { bgcolor: (theme) => (isOn ? theme.hues.accentTint : theme.hues.hover) },
        '&.Mui-disabled': { color: 'text.secondary' },
      }}
    >
      <PortabilitySymbol portability={portability} />
      {PORTABILITY_LABELS[portability]}
      <Box
        component="span"
        sx={{
          minWidth: 16,
          textAlign: 'right',
          fontVariantNumeric: 'tabular-nums',
          color: 'text.secondary',
        }}
      >
        {count === null ? '…' : formatNumber(count)}
      </Box>
    </ButtonBase>
  );
}
