import Box from '@mui/material/Box';
import { poolWords } from '../../../shared/format/pool-words';
import type { Pool } from '../../../shared/model/pool';
import { PoolBar } from '../../components/PoolBar';

/** How much of a pool is used, as a bar and in words. */
export function PoolMeter({ pool }: { pool: Pool }) {
  const { name, capacity, used } = pool;
  const words = poolWords(pool);
  return (
    <Box
      role="meter"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={capacity ?? 1}
      aria-valuenow={capacity === null ? 0 : Math.min(used ?? 0, capacity)}
      aria-valuetext={words}
      sx={{ display: 'flex' }}
    >
      <PoolBar pool={pool} words={`${name} ${words}`} />
    </Box>
  );
}
