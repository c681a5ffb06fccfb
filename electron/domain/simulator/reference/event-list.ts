/** A binary heap of events in the one order that `network.ts` gives. */

export interface Event {
  readonly timePs: number;
  /** Order at one time, compared from left to right; then what was added first comes first. */
  readonly key: EventKey;
  readonly act: () => void;
}

export type EventKey = readonly [phase: number, rank: number, flow: number, number: number];

/** The phases of one time. */
export const PHASE = { completions: 0, arrivals: 1, notices: 2, polls: 3 } as const;

type Entry = Event & { readonly order: number };

export class EventList {
  private readonly heap: Entry[] = [];
  private added = 0;

  get next(): Event | undefined {
    return this.heap[0];
  }

  add(event: Event): void {
    const { heap } = this;
    const entry = { ...event, order: this.added++ };
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(entry, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = entry;
  }

  take(): Event | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      let below = heap[child];
      if (below === undefined) break;
      const right = heap[child + 1];
      if (right !== undefined && isBefore(right, below)) {
        child += 1;
        below = right;
      }
      if (!isBefore(below, last)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  if (a.timePs !== b.timePs) return a.timePs < b.timePs;
  for (let part = 0; part < a.key.length; part++) {
    const difference = (a.key[part] ?? 0) - (b.key[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return a.order < b.order;
}
