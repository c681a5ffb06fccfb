import type { Distribution } from '../../../electron/domain/simulator/draws/distribution';
import { streamOf } from '../../../electron/domain/simulator/draws/xoshiro';
import {
  ACTIVITIES,
  type Core,
  type Emission,
  type Flow,
  type Hop,
  type Network,
  type Notice,
  type Queue,
  type Server,
  type Source,
  UNBOUNDED,
} from '../../../electron/domain/simulator/network';

/**
 * A network of everything that a network may have, by its seed: overload and idleness, finite rooms,
 * circles, closed loops. A third of them count in single picoseconds, so that much happens at one
 * time and much costs nothing.
 * @param turns  about how many packets each flow starts
 */
export function randomNetwork(seed: number, turns: number): Network {
  return new Maker(seed, turns).network();
}

class Maker {
  private readonly stream;
  /** About the time from one packet of a flow to the next, ps. */
  private readonly scale: number;
  private readonly hasTies: boolean;

  constructor(
    private readonly seed: number,
    private readonly turns: number,
  ) {
    this.stream = streamOf(seed, 4242);
    this.scale = this.oneOf([6, 200, 20_000]);
    this.hasTies = this.chance(0.5);
  }

  network(): Network {
    const cores = this.below(5);
    const servers = this.times(this.below(6) + (cores === 0 ? 1 : 0), () => this.server());
    const queues = cores === 0 ? [] : this.times(this.below(7), () => this.queue(cores));
    if (servers.length + queues.length === 0) servers.push(this.server());
    const count = 1 + this.below(6);
    const endPs = this.scale * this.turns;
    return {
      seed: this.seed,
      warmupPs: this.chance(0.3) ? 0 : Math.floor(endPs * this.share() * 0.5),
      endPs,
      flows: this.times(count, (index) => this.flow(index, count, servers.length, queues.length)),
      servers,
      queues,
      cores: this.cores(cores),
    };
  }

  private flow(index: number, count: number, servers: number, queues: number): Flow {
    const lanes = this.times(this.chance(0.8) ? 1 : 1 + this.below(3), () =>
      this.lane(servers, queues),
    );
    return {
      name: `flow ${index}`,
      source: this.source(),
      bytes: this.bytes(),
      lanes,
      spread: this.oneOf(['in-turn', 'random']),
      onDelivery: this.chance(0.4) ? this.emission(index, count) : null,
      onLoss: this.chance(0.2) ? this.emission(index, count) : null,
    };
  }

  private source(): Source | null {
    if (this.chance(0.2)) return null;
    if (this.chance(0.2)) {
      return { kind: 'initial', packets: this.below(12), apartPs: this.below(2) * this.scale };
    }
    const on: Distribution = { kind: 'sum', of: [this.constant(this.scale), this.time(8)] };
    const burst = { on, off: this.time(8) };
    return {
      kind: 'open',
      firstPs: this.hasTies ? 0 : this.below(this.scale),
      untilPs: this.chance(0.8) ? UNBOUNDED : (this.scale * this.turns) / 2,
      gap: { kind: 'sum', of: [this.constant(Math.ceil(this.scale / 4)), this.time(1)] },
      batch: this.chance(0.8)
        ? { kind: 'constant', value: 1 }
        : this.oneOf<Distribution>([
            { kind: 'geometric', mean: 2 },
            { kind: 'uniform', low: 0, high: 3 },
          ]),
      burst: this.chance(0.2) ? burst : null,
    };
  }

  /** To a later flow perhaps at once; to this one or an earlier one never, or a loop took no time. */
  private emission(index: number, count: number): Emission {
    const flow = this.below(count);
    const delay = flow > index ? this.time(1) : this.constant((1 + this.below(3)) * this.scale);
    const isWide = flow <= index && this.chance(0.5);
    return {
      flow,
      every: flow > index ? 1 + this.below(3) : 1,
      delay: isWide ? { kind: 'sum', of: [delay, this.time(2)] } : delay,
    };
  }

  /** Mostly from servers to queues, in the order of their numbers; now and then any way round. */
  private lane(servers: number, queues: number): Hop[] {
    const hop = (to: Hop['to'], index: number): Hop => ({
      to,
      index,
      delayPs: this.chance(0.7) ? 0 : this.below(this.scale),
    });
    if (this.chance(0.15)) {
      return this.times(1 + this.below(5), () =>
        servers > 0 && (queues === 0 || this.chance(0.5))
          ? hop('server', this.below(servers))
          : hop('queue', this.below(queues)),
      );
    }
    const some = (to: Hop['to'], count: number, most: number) =>
      this.times(count, (index) => index)
        .filter(() => this.chance(0.5))
        .slice(0, most)
        .map((index) => hop(to, index));
    const lane = [...some('server', servers, 4), ...some('queue', queues, 3)];
    if (this.chance(0.2)) lane.push(...some('server', servers, 2));
    if (lane.length > 0) return lane;
    return [servers > 0 ? hop('server', servers - 1) : hop('queue', 0)];
  }

  private server(): Server {
    const takesPlaceAhead = this.chance(0.3);
    return {
      name: 'server',
      count: takesPlaceAhead || this.chance(0.7) ? 1 : 1 + this.below(4),
      capacityPackets: this.bound(1 + this.below(20)),
      capacityBytes: this.bound(200 + this.below(3000)),
      service: {
        fixedPs: this.chance(0.5) ? 0 : this.below(this.scale / 2),
        perBytePs: this.chance(0.6) ? 0 : (this.scale * this.share()) / 500,
        overheadBytes: this.below(2) * 20,
        chunkBytes: 1 + this.below(256),
        chunkPs: this.chance(0.7) ? 0 : this.below(this.scale / 4),
        extra: this.chance(0.5) ? null : this.time(0.5),
      },
      takesPlaceAhead,
    };
  }

  private queue(cores: number): Queue {
    const works = this.below(4);
    return {
      name: 'queue',
      core: this.below(cores),
      capacity: this.bound(1 + this.below(30)),
      releases: this.oneOf(['taken', 'complete']),
      budget: this.bound(1 + this.below(8)),
      priority: this.below(3),
      notice: this.notice(),
      wakePs: this.chance(0.5) ? 0 : this.below(this.scale),
      pollPs: this.chance(0.5) ? 0 : this.below(this.scale),
      work: this.times(works, () => ({
        activity: this.oneOf(ACTIVITIES),
        perPacketPs: this.chance(0.3) ? 0 : this.below(this.scale / 2),
        perBytePs: this.chance(0.7) ? 0 : (this.scale * this.share()) / 2000,
        extra: this.chance(0.6) ? null : this.time(0.3),
      })),
      signalPs: this.chance(0.5) ? 0 : this.below(this.scale),
    };
  }

  private notice(): Notice {
    const delayPs = this.chance(0.5) ? 0 : this.below(this.scale);
    switch (this.below(4)) {
      case 0:
        return { kind: 'at-once', delayPs };
      case 1:
        return {
          kind: 'gathered',
          afterPs: this.below(this.scale * 5),
          packets: this.bound(1 + this.below(8)),
          delayPs,
        };
      case 2:
        return { kind: 'throttled', intervalPs: this.below(this.scale * 8), delayPs };
      default:
        return { kind: 'slept', intervalPs: 1 + this.below(this.scale * 6), delayPs };
    }
  }

  private cores(count: number): Core[] {
    const hasSiblings = this.chance(0.3);
    return this.times(count, (index) => {
      const core = index % 2 === 0 ? index + 1 : index - 1;
      const isPaired = hasSiblings && core < count;
      return {
        name: `core ${index}`,
        sibling: isPaired ? { core, slowdown: 1 + this.share() } : null,
      };
    });
  }

  /** Around `mean` times the scale. */
  private time(mean: number): Distribution {
    const most = Math.max(1, Math.round(mean * this.scale));
    if (this.hasTies) return this.constant(this.below(4) * Math.ceil(most / 2));
    switch (this.below(5)) {
      case 0:
        return this.constant(this.below(2 * most));
      case 1:
        return { kind: 'exponential', mean: most };
      case 2:
        return { kind: 'uniform', low: 0, high: 2 * most };
      case 3:
        return { kind: 'erlang', shape: 3, mean: most };
      default:
        return {
          kind: 'mixture',
          parts: [
            { weight: 3, of: this.constant(0) },
            { weight: 1, of: { kind: 'exponential', mean: most } },
          ],
        };
    }
  }

  private bytes(): Distribution {
    if (this.chance(0.5)) return this.constant(64);
    if (this.chance(0.5)) return { kind: 'uniform', low: 1, high: 1500 };
    return {
      kind: 'mixture',
      parts: [
        { weight: 7, of: this.constant(64) },
        { weight: 4, of: this.constant(594) },
        { weight: 1, of: this.constant(1518) },
      ],
    };
  }

  private constant(value: number): Distribution {
    return { kind: 'constant', value };
  }

  private bound(value: number): number {
    return this.chance(0.4) ? UNBOUNDED : value;
  }

  private times<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => make(index));
  }

  private oneOf<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  private chance(probability: number): boolean {
    return this.share() < probability;
  }

  private share(): number {
    return this.stream.next() / 2 ** 32;
  }

  /** A whole number from 0 on, below `bound`. */
  private below(bound: number): number {
    return Math.floor(this.share() * bound);
  }
}
