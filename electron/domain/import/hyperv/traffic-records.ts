/** Rates of VM adapters, from two readings of raw counters. */
import type { Fact } from '../../../../shared/fact';
import type { PartialFacts } from '../../../../shared/model/field';
import type { vnicFields } from '../../../../shared/model/hyperv/vnic-fields';
import { derived } from './derived';
import type { RecordView } from './record-view';
import type { Snapshot } from './snapshot';

const ADAPTER_COUNTER = 'NvspNicStats_HyperVVirtualNetworkAdapter';
const BITS_PER_BYTE = 8;

/** Facts by the GUID of the adapter. */
export type TrafficByAdapter = ReadonlyMap<string, PartialFacts<typeof vnicFields>>;

/** Fact, counter, factor. */
const RATES = [
  ['receiveBitsPerSecond', 'BytesReceivedPersec', BITS_PER_BYTE],
  ['sendBitsPerSecond', 'BytesSentPersec', BITS_PER_BYTE],
  ['receivePacketsPerSecond', 'PacketsReceivedPersec', 1],
  ['sendPacketsPerSecond', 'PacketsSentPersec', 1],
] as const;

/** The synthetic path only: what a VF carries passes these counters by. */
export function trafficOf(snapshot: Snapshot): TrafficByAdapter {
  const first = new Map<string, RecordView>();
  const rates = new Map<string, PartialFacts<typeof vnicFields>>();
  for (const record of snapshot.records('PortolanTraffic')) {
    const name = record.text('Name');
    if (record.text('Counter') !== ADAPTER_COUNTER || name === null) continue;
    if (record.text('Sample') === '1') {
      first.set(name, record);
      continue;
    }
    const before = first.get(name);
    const seconds = before === undefined ? 0 : secondsBetween(before, record);
    const adapter = adapterGuidIn(name);
    if (before === undefined || adapter === null || !(seconds > 0)) continue;
    rates.set(adapter, ratesOf(before, record, seconds));
  }
  return rates;
}

function ratesOf(
  before: RecordView,
  after: RecordView,
  seconds: number,
): PartialFacts<typeof vnicFields> {
  const facts: Record<string, Fact<number>> = {};
  const from = `PortolanTraffic in ${after.place.file}, over ${Math.round(seconds)} s`;
  for (const [field, counter, factor] of RATES) {
    const difference = differenceOf(before, after, counter);
    // A counter that ran back was reset in between.
    if (difference === null || difference < 0) continue;
    facts[field] = derived(Math.round((difference * factor) / seconds), from);
  }
  return facts as PartialFacts<typeof vnicFields>;
}

/** Performance ticks where they are there, else 100 ns ticks. */
function secondsBetween(before: RecordView, after: RecordView): number {
  const ticks = differenceOf(before, after, 'Timestamp_PerfTime');
  const frequency = Number(after.text('Frequency_PerfTime') ?? 0);
  if (ticks !== null && frequency > 0) return ticks / frequency;
  const hundredNanoseconds = differenceOf(before, after, 'Timestamp_Sys100NS');
  return hundredNanoseconds === null ? 0 : hundredNanoseconds / 1e7;
}

/** Timestamps are beyond 2^53, their differences are not. */
function differenceOf(before: RecordView, after: RecordView, property: string): number | null {
  const [from, to] = [before.text(property), after.text(property)];
  if (from === null || to === null || !/^\d{1,20}$/.test(from) || !/^\d{1,20}$/.test(to))
    return null;
  return Number(BigInt(to) - BigInt(from));
}

/** An instance is named after VM and adapter, with the GUIDs of both; the adapter's stands last. */
function adapterGuidIn(instance: string): string | null {
  const guids = instance.toLowerCase().match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g);
  return guids?.at(-1) ?? null;
}
