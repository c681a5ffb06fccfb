/** Traffic as a person states it, as sources and sizes of flows. */
import type { Distribution } from '../draws/distribution';
import type { OpenSource } from '../network';
import { UNBOUNDED } from '../network';
import { plainSource } from '../plain-parts';
import type { Traffic } from './host-scenario';

const PS_PER_SECOND = 1e12;

/** Frames of the simple Internet mix and how often each comes. */
const IMIX: Distribution = {
  kind: 'mixture',
  parts: [
    { weight: 7, of: { kind: 'constant', value: 64 } },
    { weight: 4, of: { kind: 'constant', value: 594 } },
    { weight: 1, of: { kind: 'constant', value: 1518 } },
  ],
};
const IMIX_MEAN_BYTES = (7 * 64 + 4 * 594 + 1518) / 12;

/** Without rates, a gigabit a second. */
export function sourceOf(traffic: Traffic, firstPs = 0, untilPs = UNBOUNDED): OpenSource {
  const meanGapPs = Math.round(PS_PER_SECOND / packetsPerSecond(traffic));
  const gap: Distribution =
    traffic.arrivals === 'constant'
      ? { kind: 'constant', value: meanGapPs }
      : { kind: 'exponential', mean: meanGapPs };
  return plainSource(gap, { firstPs, untilPs });
}

export function sizesOf({ bytes }: Traffic): Distribution {
  return bytes === 'imix' ? IMIX : { kind: 'constant', value: bytes };
}

/** Of frames, without gap and preamble. */
export function gigabitsPerSecondOf(traffic: Traffic): number {
  return (packetsPerSecond(traffic) * 8 * meanBytes(traffic)) / 1e9;
}

function packetsPerSecond(traffic: Traffic): number {
  const { packetsPerSecond: packets, gigabitsPerSecond = 1 } = traffic;
  return packets ?? (gigabitsPerSecond * 1e9) / (8 * meanBytes(traffic));
}

function meanBytes({ bytes }: Traffic): number {
  return bytes === 'imix' ? IMIX_MEAN_BYTES : bytes;
}
