import type { Figure } from '../cost-profile';

type Confidence = Figure['confidence'];

/** A figure with its range: `figure(575, [530, 730], 'derived', '…')`. */
export function figure(
  value: number,
  [low, high]: readonly [number, number],
  confidence: Confidence,
  basis: string,
  calibratedBy?: string,
): Figure {
  return calibratedBy === undefined
    ? { value, low, high, confidence, basis }
    : { value, low, high, confidence, basis, calibratedBy };
}
