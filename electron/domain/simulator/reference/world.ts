import type { Network } from '../network';
import type { Observer } from '../run-result';
import { type EventKey, EventList } from './event-list';

/** What the parts of a run share: the network, the time, and what is still to happen. */
export class World {
  readonly events = new EventList();
  nowPs = 0;

  constructor(
    readonly network: Network,
    readonly observer: Observer | undefined,
  ) {}

  at(timePs: number, key: EventKey, act: () => void): void {
    this.events.add({ timePs, key, act });
  }

  get isMeasured(): boolean {
    return this.nowPs >= this.network.warmupPs;
  }

  /** How much of a stretch of time lies in the measured time. */
  measuredPart(fromPs: number, toPs: number): number {
    const { warmupPs, endPs } = this.network;
    return Math.max(0, Math.min(toPs, endPs) - Math.max(fromPs, warmupPs));
  }
}
