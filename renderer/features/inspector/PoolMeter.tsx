import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { type Pool, poolWords } from './pools';

/** How much of a pool is used, as a bar and in words. */
export function PoolMeter({ pool }: { pool: Pool }) {
  const { hues } = useTheme();
  const { name, capacity, used } = pool;
  const share =
    capacity === null || used === null || capacity === 0 ? null : Math.min(used / capacity, 1);
  const words = poolWords(pool);
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
        <span>{name}</span>
        <span>{words}</span>
      </Box>
      <Box
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={capacity ?? undefined}
        aria-valuenow={share === null ? 0 : (used ?? 0)}
        aria-valuetext={words}
        sx={{
          height: 6,
          mt: 1,
          borderRadius: 1,
          overflow: 'hidden',
          bgcolor: hues.line,
          border: share === null ? `1px dashed ${hues.strongLine}` : 'none',
        }}
      >
        {share === null ? null : (
          <Box
            sx={{
              width: `${share * 100}%`,
              height: '100%',
              bgcolor:
                share >= 1
                  ? hues.outcome.blocked.ink
                  : share >= 0.9
                    ? hues.outcome['falls-back'].ink
                    : hues.path.sriov,
            }}
          />
        )}
      </Box>
    </Box>
  );
}
