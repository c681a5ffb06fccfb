import { fastEngine } from './fast/fast-engine';
import { referenceEngine } from './reference/reference-engine';
import type { Engine } from './run-result';

/** Every engine gives the same result for the same network, to the last digit. */
export const ENGINES = {
  /** One event per packet and station: slow, and plain to check. */
  reference: referenceEngine,
  /** By batches, without an event list. */
  fast: fastEngine,
} as const satisfies Readonly<Record<string, Engine>>;

export type EngineName = keyof typeof ENGINES;

export const DEFAULT_ENGINE: EngineName = 'fast';
