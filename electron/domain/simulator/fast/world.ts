import type { Network } from '../network';
import type { Observer } from '../run-result';
import { Calendar } from './calendar';
import { Packets } from './packets';
import type { Plan } from './plan';
import { Ring } from './ring';

/** No party of the calendar. */
export const NOBODY = -1;

/** What the parts of a run share: who acts when, the packets, and the rings that they wait on. */
export class World {
  readonly network: Network;
  readonly warmupPs: number;
  readonly endPs: number;
  readonly calendar: Calendar;
  readonly packets = new Packets();
  readonly rings: readonly Ring[];
  /** Packets that wait in stations. */
  readonly waiting: Ring[] = [];
  /** By station, and then by station that is left: an arrival there is an event of its own. */
  readonly isWatched: Uint8Array;
  nowPs = 0;
  /** When a core last polled: what was to arrive by then has arrived before. */
  polledPs = Number.NEGATIVE_INFINITY;
  /** Lets everything arrive at a station that does so until `timePs`. */
  settle: (station: number, timePs: number) => void = () => undefined;

  constructor(
    readonly plan: Plan,
    readonly observer: Observer | undefined,
  ) {
    this.network = plan.network;
    this.warmupPs = this.network.warmupPs;
    this.endPs = this.network.endPs;
    this.calendar = new Calendar(plan.parties.kinds.length);
    this.rings = plan.ringsTo.map(() => new Ring(this.packets));
    this.isWatched = new Uint8Array(plan.parties.arrivals.length);
  }

  /** The rings that lead to a station; those that cores fill, or all. */
  ringsTo(station: number, which: 'all' | 'from cores' = 'all'): Ring[] {
    return this.rings.filter((_, index) => {
      const to = this.plan.ringsTo[index];
      return to?.station === station && (which === 'all' || to.isFromCore);
    });
  }

  /** Puts a packet on the ring of a step, and tells the one who waits for it. */
  push(step: number, timePs: number, id: number): void {
    const { plan, calendar } = this;
    const station = plan.stations[step] as number;
    if (timePs === this.nowPs) this.#makeDue(station);
    (this.rings[plan.rings[step] as number] as Ring).push(timePs, id);
    const party = plan.parties.arrivals[station] as number;
    if (party < 0 || timePs >= (calendar.times[party] as number)) return;
    if (this.isWatched[station] === 1) calendar.set(party, timePs);
  }

  /**
   * Something arrives now that has taken no time: it comes after all that was to arrive now anyway,
   * if cores have polled since, and before all that happens later at this time.
   */
  #makeDue(station: number): void {
    const party = this.plan.parties.arrivals[station] as number;
    if (party < 0 || (this.calendar.times[party] as number) <= this.nowPs) return;
    if (this.polledPs === this.nowPs && this.isWatched[station] === 0)
      this.settle(station, this.nowPs);
    this.calendar.set(party, this.nowPs);
  }

  /** How much of a stretch of time lies in the measured time. */
  measuredPart(fromPs: number, toPs: number): number {
    return Math.max(0, Math.min(toPs, this.endPs) - Math.max(fromPs, this.warmupPs));
  }
}
