import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Tooltip from '@mui/material/Tooltip';
import { Copy } from 'lucide-react';
import { CAUSE_EFFECT_LABELS, CAUSE_EFFECT_MEANINGS } from '../../../shared/format/cause-words';
import { formatNumber } from '../../../shared/format/quantity';
import { CAUSE_EFFECTS, type CauseEffect } from '../../../shared/model/cause';
import type { MoveKind } from '../../../shared/model/verdict';
import { MoveKindSwitch } from '../../components/MoveKindSwitch';
import { SearchField } from '../../components/SearchField';
import type { CauseChoices, CauseGrouping, CauseOrder } from './arrange';
import { EffectSymbol } from './EffectWords';

const ORDER_LABELS: Readonly<Record<CauseOrder, string>> = {
  worst: 'Worst first',
  vms: 'Most VMs first',
  moves: 'Most moves first',
  name: 'By name',
};

const GROUPING_LABELS: Readonly<Record<CauseGrouping, string>> = {
  none: 'Not grouped',
  scope: 'Grouped by part',
  host: 'Grouped by host',
  rule: 'Grouped by rule',
};

export interface FindingsToolbarProps {
  readonly kind: MoveKind;
  readonly onKind: (kind: MoveKind) => void;
  readonly choices: CauseChoices;
  readonly onChoices: (choices: CauseChoices) => void;
  readonly effectCounts: Readonly<Record<CauseEffect, number>> | null;
  readonly onCopy: () => void;
}

export function FindingsToolbar(props: FindingsToolbarProps) {
  const { kind, onKind, choices, onChoices, effectCounts, onCopy } = props;
  const toggle = (effect: CauseEffect) => {
    const { effects } = choices;
    onChoices({
      ...choices,
      effects: effects.includes(effect)
        ? effects.filter((one) => one !== effect)
        : [...effects, effect],
    });
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, px: 3, py: 2 }}>
      <MoveKindSwitch kind={kind} onChange={onKind} />
      <SearchField
        text={choices.text}
        onText={(text) => onChoices({ ...choices, text })}
        placeholder="Cause, host or VM"
        label="Show only causes with this in them"
        clearLabel="Show all causes"
        minWidth={150}
        maxWidth={240}
      />
      <Select
        size="small"
        value={choices.order}
        onChange={(event) => onChoices({ ...choices, order: event.target.value })}
        inputProps={{ 'aria-label': 'Order of the causes' }}
        sx={{ width: 150 }}
      >
        {Object.entries(ORDER_LABELS).map(([order, label]) => (
          <MenuItem key={order} value={order}>
            {label}
          </MenuItem>
        ))}
      </Select>
      <Select
        size="small"
        value={choices.grouping}
        onChange={(event) => onChoices({ ...choices, grouping: event.target.value })}
        inputProps={{ 'aria-label': 'Grouping of the causes' }}
        sx={{ width: 156 }}
      >
        {Object.entries(GROUPING_LABELS).map(([grouping, label]) => (
          <MenuItem key={grouping} value={grouping}>
            {label}
          </MenuItem>
        ))}
      </Select>
      <Tooltip title="Copy what is shown as a table">
        <IconButton aria-label="Copy the table" onClick={onCopy}>
          <Copy size={16} />
        </IconButton>
      </Tooltip>
      <Box
        role="group"
        aria-label="Show only causes with this effect"
        sx={{ flex: '1 1 100%', display: 'flex', flexWrap: 'wrap', gap: 1 }}
      >
        {CAUSE_EFFECTS.filter(
          (effect) => choices.effects.includes(effect) || 0 < (effectCounts?.[effect] ?? 0),
        ).map((effect) => {
          const isOn = choices.effects.includes(effect);
          return (
            <ButtonBase
              key={effect}
              aria-pressed={isOn}
              title={CAUSE_EFFECT_MEANINGS[effect]}
              onClick={() => toggle(effect)}
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
                '&:hover': {
                  bgcolor: (theme) => (isOn ? theme.hues.accentTint : theme.hues.hover),
                },
              }}
            >
              <EffectSymbol effect={effect} />
              {CAUSE_EFFECT_LABELS[effect]}
              <Box
                component="span"
                sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}
              >
                {formatNumber(effectCounts?.[effect] ?? 0)}
              </Box>
            </ButtonBase>
          );
        })}
      </Box>
    </Box>
  );
}
