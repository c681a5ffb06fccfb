import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { useTheme } from '@mui/material/styles';
import { useState } from 'react';
import {
  OUTCOME_LABELS,
  OUTCOME_MEANINGS,
  PATH_LABELS,
  PATH_MEANINGS,
} from '../../../shared/format/verdict-words';
import { DATAPATHS, OUTCOMES } from '../../../shared/model/verdict';
import { OutcomeSymbol, PathSymbol, ShapeSymbol } from '../../components/symbols/Symbol';
import { ASIDE_SHAPES, WARNED_SHAPE } from '../../components/symbols/shapes';

const NARROW = '@container (max-width: 620px) or (max-height: 440px)';

/** What every symbol and colour means: a strip below the matrix, or a button where room is short. */
export function Legend() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <Box
      component="aside"
      aria-label="Legend"
      sx={{ borderTop: 1, borderColor: 'divider', typography: 'caption', color: 'text.secondary' }}
    >
      <Box sx={{ px: 3, py: 1.5, [NARROW]: { display: 'none' } }}>
        <Entries />
      </Box>
      <Box sx={{ display: 'none', [NARROW]: { display: 'block' } }}>
        <Button
          variant="text"
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={{ minHeight: 28, px: 3, typography: 'caption', color: 'text.secondary' }}
        >
          What the symbols mean
        </Button>
      </Box>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { 'aria-label': 'Legend', role: 'dialog' } }}
      >
        <Box sx={{ p: 3, maxWidth: 440, typography: 'caption' }}>
          <Entries />
        </Box>
      </Popover>
    </Box>
  );
}

function Entries() {
  const { hues } = useTheme();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1 }}>
      <Group>
        {OUTCOMES.map((outcome) => (
          <Entry
            key={outcome}
            title={OUTCOME_MEANINGS[outcome]}
            ground={hues.outcome[outcome].tint}
            word={OUTCOME_LABELS[outcome]}
          >
            <OutcomeSymbol outcome={outcome} size={14} />
          </Entry>
        ))}
        <Entry title="allowed, with something to know" word="With warnings">
          <ShapeSymbol shape={WARNED_SHAPE} colour={hues.outcome['falls-back'].ink} size={10} />
        </Entry>
        <Entry
          title="some reasons here are set aside with a note and count for nothing"
          word="Reasons set aside"
        >
          <ShapeSymbol shape={ASIDE_SHAPES.both} colour={hues.quietText} size={14} />
        </Entry>
      </Group>
      <Group>
        {DATAPATHS.map((path) => (
          <Entry key={path} title={PATH_MEANINGS[path]} word={PATH_LABELS[path]}>
            <PathSymbol path={path} size={14} />
          </Entry>
        ))}
      </Group>
    </Box>
  );
}

function Group({ children }: { children: React.ReactNode }) {
  return <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1 }}>{children}</Box>;
}

function Entry({
  title,
  word,
  ground,
  children,
}: {
  title: string;
  word: string;
  ground?: string;
  children: React.ReactNode;
}) {
  return (
    <Box
      component="span"
      title={title}
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5 }}
    >
      <Box
        component="span"
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          justifyContent: 'center',
          minWidth: 20,
          height: 20,
          borderRadius: 0.5,
          bgcolor: ground,
        }}
      >
        {children}
      </Box>
      {word}
    </Box>
  );
}
