/** Every key of a specification as a row for people: what docs/simulation.md shows. */
import type { z } from 'zod';
import { type KeyNote, noteOf } from './key';
import {
  ArrivalsByBits,
  ArrivalsByGaps,
  ArrivalsByPackets,
  CoreSpecification,
  EmissionSpecification,
  FlowSpecification,
  HopSpecification,
  InitialArrivals,
  NetworkSpecification,
  NOTICES,
  QueueSpecification,
  ServerSpecification,
  WorkSpecification,
} from './network-form';

export interface KeyTable {
  readonly title: string;
  readonly rows: readonly (KeyNote & { readonly key: string })[];
}

const TABLES: readonly (readonly [string, { readonly shape: z.core.$ZodShape }])[] = [
  ['The document', NetworkSpecification],
  ['A server', ServerSpecification],
  ['A queue', QueueSpecification],
  ['`work`: one of the list', WorkSpecification],
  ['`notice`: `at_once`', NOTICES.at_once],
  ['`notice`: `gathered`', NOTICES.gathered],
  ['`notice`: `throttled`', NOTICES.throttled],
  ['`notice`: `slept`', NOTICES.slept],
  ['A core', CoreSpecification],
  ['A flow', FlowSpecification],
  ['`arrivals` by packets', ArrivalsByPackets],
  ['`arrivals` by bits', ArrivalsByBits],
  ['`arrivals` by gaps', ArrivalsByGaps],
  ['`arrivals` at the beginning only', InitialArrivals],
  ['`route`: a station with a way to it', HopSpecification],
  ['`on_delivery`, `on_loss`', EmissionSpecification],
];

/** `comment` and `$schema`, which are not read, have no row. */
export function keyTables(): KeyTable[] {
  return TABLES.map(([title, { shape }]) => ({
    title,
    rows: Object.entries(shape).flatMap(([key, schema]) => {
      const note = noteOf(schema);
      return note === undefined ? [] : [{ key, ...note }];
    }),
  }));
}

/** A row as Markdown. */
export function keyRow({ key, takes, leftOut, tells }: KeyTable['rows'][number]): string {
  const absent = leftOut === null ? 'may not be left out' : code(leftOut);
  return `| \`${key}\` | ${takes} | ${absent} | ${tells} |`;
}

function code(leftOut: string): string {
  return /^[\d"[{]|^(?:true|false)$/.test(leftOut) && !leftOut.includes(',')
    ? `\`${leftOut}\``
    : leftOut;
}
