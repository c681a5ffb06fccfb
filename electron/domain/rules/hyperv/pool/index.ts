import type { Rule } from '../../rule';
import { iovQueuePairsShort } from './iov-queue-pairs-short';
import { vfFewerQueuePairs } from './vf-fewer-queue-pairs';
import { vfPoolExhausted } from './vf-pool-exhausted';
import { vfPoolInsufficient } from './vf-pool-insufficient';
import { vportPoolExhausted } from './vport-pool-exhausted';

/** In the order in which they name a cause: what is used up before what is short. */
export const poolRules: readonly Rule[] = [
  vfPoolExhausted,
  vfPoolInsufficient,
  vportPoolExhausted,
  iovQueuePairsShort,
  vfFewerQueuePairs,
];
