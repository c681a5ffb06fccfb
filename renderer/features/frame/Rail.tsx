import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { FileStack, Grid3x3, type LucideIcon, SlidersHorizontal } from 'lucide-react';
import type { View } from '../../app/state/selection';

const VIEWS: readonly { readonly view: View; readonly label: string; readonly Icon: LucideIcon }[] =
  [
    { view: 'matrix', label: 'Matrix', Icon: Grid3x3 },
    { view: 'sources', label: 'Sources', Icon: FileStack },
    { view: 'assumptions', label: 'Assumptions', Icon: SlidersHorizontal },
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
