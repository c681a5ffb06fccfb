import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import {
  BookOpen,
  FileStack,
  GitCompareArrows,
  Grid3x3,
  ListChecks,
  type LucideIcon,
  Network,
  SlidersHorizontal,
} from 'lucide-react';
import { keysOf } from '../../app/keys';
import type { View } from '../../app/state/selection';

const VIEWS: readonly { readonly view: View; readonly label: string; readonly Icon: LucideIcon }[] =
  [
    { view: 'estate', label: 'Estate', Icon: Network },
    { view: 'matrix', label: 'Matrix', Icon: Grid3x3 },
    { view: 'findings', label: 'Findings', Icon: ListChecks },
    { view: 'sources', label: 'Sources', Icon: FileStack },
    { view: 'changes', label: 'Changes', Icon: GitCompareArrows },
    { view: 'assumptions', label: 'Assumptions', Icon: SlidersHorizontal },
    { view: 'catalogue', label: 'Catalogue', Icon: BookOpen },
  ];

export function Rail({ view, onView }: { view: View; onView: (view: View) => void }) {
  return (
    <Box
      component="nav"
      aria-label="Views"
      sx={{
        width: 92,
        flexShrink: 0,
        userSelect: 'none',
        display: 'flex',
        flexDirection: 'column',
        gap: 1,
        p: 1.5,
        bgcolor: 'background.default',
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      {VIEWS.map(({ view: one, label, Icon }) => (
        <ButtonBase
          key={one}
          title={keysOf(`view-${one}`)}
          aria-current={one === view ? 'page' : undefined}
          onClick={() => onView(one)}
          sx={{
            flexDirection: 'column',
            gap: 1,
            py: 2,
            borderRadius: 1.5,
            typography: 'caption',
            fontWeight: one === view ? 600 : 450,
            color: one === view ? 'primary.main' : 'text.secondary',
            bgcolor: one === view ? (theme) => theme.hues.accentTint : 'transparent',
            '&:hover': {
              bgcolor: (theme) => (one === view ? theme.hues.accentTint : theme.hues.hover),
            },
          }}
        >
          <Icon size={18} />
          {label}
        </ButtonBase>
      ))}
    </Box>
  );
}
