import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import {
  ChevronLeft,
  ChevronRight,
  FileInput,
  FileText,
  PanelRight,
  Redo2,
  Search,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { formatRecentMoment } from '../../../shared/format/moment';
import type { PlanState } from '../../../shared/model/plan';
import { keysOf } from '../../app/keys';
import { useStore } from '../../app/state/store';
import { useApp } from '../../app/state/use-app';
import { ONE_LINE } from '../../components/clip';

/** The inspector explains a selection; beside the matrix it also says how to make one. */
export type InspectorSwitch = 'shown' | 'hidden' | 'nothing-to-show';

function inspectorWords(inspector: InspectorSwitch): string {
  if (inspector === 'nothing-to-show') return 'Nothing is selected';
  const what = inspector === 'shown' ? 'Hide the inspector' : 'Show the inspector';
  return `${what} (${keysOf('inspector')})`;
}

/** Which plan is open and what can be done to it as a whole. */
export function TitleBar({ plan, inspector }: { plan: PlanState; inspector: InspectorSwitch }) {
  const { state, actions } = useApp();
  const trail = useStore(state.trail);
  return (
    <Box
      component="header"
      sx={{
        display: 'grid',
        gridTemplateColumns:
          'minmax(0, 1fr) minmax(140px, min(320px, 25vw)) minmax(max-content, 1fr)',
        alignItems: 'center',
        gap: 3,
        height: 48,
        userSelect: 'none',
        px: 3,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minWidth: 0 }}>
        <PlanName plan={plan} onRename={() => actions.run('rename-plan')} />
        <Box
          sx={{
            flexShrink: 1,
            minWidth: 0,
            typography: 'caption',
            color: 'text.secondary',
            ...ONE_LINE,
            // Where room is short the name needs it; the words stand in its tooltip as well.
            '@media (max-width: 1160px)': plan.readOnly ? {} : { display: 'none' },
          }}
        >
          {savedWords(plan)}
        </Box>
        <Divider orientation="vertical" flexItem sx={{ my: 1 }} />
        <Act
          label="Undo"
          what={plan.undo}
          none="Nothing to undo"
          keys={keysOf('undo')}
          onClick={() => actions.run('undo')}
        >
          <Undo2 size={16} />
        </Act>
        <Act
          label="Redo"
          what={plan.redo}
          none="Nothing to redo"
          keys={keysOf('redo')}
          onClick={() => actions.run('redo')}
        >
          <Redo2 size={16} />
        </Act>
        <Divider orientation="vertical" flexItem sx={{ my: 1 }} />
        <Act
          label="Back"
          what={trail.at > 0 ? 'to what was selected before' : null}
          none="Nothing before this"
          keys={keysOf('back')}
          onClick={() => actions.run('back')}
        >
          <ChevronLeft size={18} />
        </Act>
        <Act
          label="Forward"
          what={trail.at < trail.stops.length - 1 ? 'to what was selected after' : null}
          none="Nothing after this"
          keys={keysOf('forward')}
          onClick={() => actions.run('forward')}
        >
          <ChevronRight size={18} />
        </Act>
      </Box>
      <ButtonBase
        onClick={() => actions.run('palette')}
        sx={{
          height: 32,
          px: 2,
          gap: 2,
          borderRadius: 1.5,
          border: 1,
          borderColor: (theme) => theme.hues.strongLine,
          bgcolor: 'background.default',
          color: 'text.secondary',
          justifyContent: 'flex-start',
          '&:hover': { bgcolor: (theme) => theme.hues.hover },
        }}
      >
        <Search size={14} />
        <Box component="span" sx={{ flex: 1, textAlign: 'left', ...ONE_LINE }}>
          Search or do…
        </Box>
        <Box component="kbd" sx={{ font: 'inherit', typography: 'caption' }}>
          {keysOf('palette')}
        </Box>
      </ButtonBase>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 2 }}>
        <Button
          startIcon={<FileInput size={15} />}
          onClick={() => actions.run('import')}
          disabled={plan.readOnly}
        >
          Import…
        </Button>
        <Button startIcon={<FileText size={15} />} onClick={() => actions.run('report')}>
          Report…
        </Button>
        <Tooltip title={inspectorWords(inspector)}>
          <span>
            <IconButton
              aria-label="Inspector"
              aria-pressed={inspector === 'shown'}
              disabled={inspector === 'nothing-to-show'}
              onClick={() => actions.run('inspector')}
              sx={{ color: inspector === 'shown' ? 'primary.main' : undefined }}
            >
              <PanelRight size={18} />
            </IconButton>
          </span>
        </Tooltip>
      </Box>
    </Box>
  );
}

function PlanName({ plan, onRename }: { plan: PlanState; onRename: () => void }) {
  return (
    <Tooltip
      title={`${plan.name}, ${savedWords(plan)}${plan.readOnly ? '' : ' — click to rename'}`}
    >
      <Box component="h1" sx={{ m: 0, minWidth: 0, display: 'flex', flexShrink: 1 }}>
        <ButtonBase
          disabled={plan.readOnly}
          onClick={onRename}
          aria-label={`Rename the plan ${plan.name}`}
          sx={{
            minWidth: 48,
            px: 1,
            mx: -1,
            height: 28,
            borderRadius: 1,
            typography: 'subtitle1',
            '&:hover': { bgcolor: (theme) => theme.hues.hover },
          }}
        >
          <Box component="bdi" sx={ONE_LINE}>
            {plan.name}
          </Box>
        </ButtonBase>
      </Box>
    </Tooltip>
  );
}

function savedWords(plan: PlanState): string {
  if (plan.readOnly) return 'read only';
  const saved = `saved ${formatRecentMoment(plan.savedAt, new Date())}`;
  return plan.isDemonstration && plan.fileName === null ? `demonstration · ${saved}` : saved;
}

interface ActProps {
  readonly label: string;
  /** What it would do; `null`: nothing, and the button is off. */
  readonly what: string | null;
  readonly none: string;
  readonly keys: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Act({ label, what, none, keys, onClick, children }: ActProps) {
  return (
    <Tooltip
      title={
        what === null ? none : `${label} ${what.startsWith('to ') ? what : `“${what}”`} (${keys})`
      }
    >
      <span>
        <IconButton aria-label={label} disabled={what === null} onClick={onClick} sx={{ mx: -1 }}>
          {children}
        </IconButton>
      </span>
    </Tooltip>
  );
}
