import type { Network } from '../../../electron/domain/simulator/network';
import { referenceEngine } from '../../../electron/domain/simulator/reference/reference-engine';
import {
  type Engine,
  type Observer,
  type RunResult,
  runWhole,
} from '../../../electron/domain/simulator/run-result';

/** In what an engine differs from the reference engine: packets first, then figures; at most 12. */
export function differences(engine: Engine, network: Network): string[] {
  const expected = new Ends();
  const actual = new Ends();
  const result = runWhole(referenceEngine, network, expected);
  const found = runWhole(engine, network, actual);
  const told: string[] = [];
  for (const [packet, end] of expected.byPacket) {
    const other = actual.byPacket.get(packet) ?? 'no end';
    if (other !== end) told.push(`packet ${packet}: ${other}, and not ${end}`);
  }
  for (const [packet, end] of actual.byPacket) {
    if (!expected.byPacket.has(packet)) told.push(`packet ${packet}: ${end}, and not no end`);
  }
  told.sort((a, b) => timeOf(a) - timeOf(b));
  compare('', figuresOf(result), figuresOf(found), told);
  return told.slice(0, 12);
}

/** What became of every packet. */
class Ends implements Observer {
  readonly byPacket = new Map<string, string>();

  delivered(flow: number, number: number, timePs: number): void {
    this.tell(flow, number, `delivered at ${timePs}`);
  }

  lost(flow: number, number: number, at: string, index: number, timePs: number): void {
    this.tell(flow, number, `lost in ${at} ${index} at ${timePs}`);
  }

  private tell(flow: number, number: number, end: string): void {
    const packet = `${flow}.${number}`;
    const before = this.byPacket.get(packet);
    this.byPacket.set(packet, before === undefined ? end : `${before}, ${end}`);
  }
}

function timeOf(told: string): number {
  return Number(/at (\d+)$/.exec(told)?.[1] ?? 0);
}

/** Everything of a result that has to be the same, as plain data. */
function figuresOf({ flows, ...rest }: RunResult): unknown {
  return {
    ...rest,
    flows: flows.map(({ lost, latency, sinceCause, ...flow }) => ({
      ...flow,
      lost: Object.fromEntries(lost.map(({ at, index, packets }) => [`${at} ${index}`, packets])),
      latency: [latency.count, latency.meanPicoseconds, latency.buckets()],
      sinceCause: [sinceCause.count, sinceCause.meanPicoseconds, sinceCause.buckets()],
    })),
  };
}

function compare(path: string, expected: unknown, found: unknown, told: string[]): void {
  if (isTree(expected) && isTree(found)) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(found)])) {
      compare(`${path}/${name}`, expected[name], found[name], told);
    }
    return;
  }
  if (!Object.is(expected, found)) told.push(`${path}: ${found}, and not ${expected}`);
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
