import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import type { Pool } from '../../shared/model/pool';

/** How much of a pool is used, in words with a thin bar under them; idle entries are hatched. */
export function PoolBar({ pool, words }: { pool: Pool; words: string }) {
  const { hues } = useTheme();
  const { name, capacity, used, idle = 0 } = pool;
  const isKnown = capacity !== null && used !== null && 0 < capacity;
  const share = isKnown ? Math.min(used / capacity, 1) : 0;
  const idleShare = isKnown ? Math.min(idle / capacity, share) : 0;
  const ink =
    share >= 1
      ? hues.outcome.blocked.ink
      : share >= 0.9
        ? hues.outcome['falls-back'].ink
        : hues.path.sriov;
  return (
    <Box component="span" title={`${name}: ${words}`} sx={{ flex: 1, minWidth: 0 }}>
      <Box
        component="span"
        sx={{
          display: 'block',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
          fontVariantNumeric: 'tabular-nums',
          lineHeight: '16px',
          color: isKnown ? undefined : 'text.secondary',
        }}
      >
        {words}
      </Box>
      {capacity === 0 ? null : (
        <Box
          component="span"
          aria-hidden="true"
          sx={{
            display: 'flex',
            height: 4,
            mt: 0.5,
            borderRadius: 0.5,
            overflow: 'hidden',
            bgcolor: isKnown ? hues.line : 'transparent',
            border: isKnown ? 'none' : `1px dashed ${hues.strongLine}`,
          }}
        >
          <span style={{ width: `${(share - idleShare) * 100}%`, background: ink }} />
          <span
            style={{
              width: `${idleShare * 100}%`,
              background: `repeating-linear-gradient(135deg, ${ink} 0 2px, ${hues.line} 2px 4px)`,
            }}
          />
        </Box>
      )}
    </Box>
  );
}
