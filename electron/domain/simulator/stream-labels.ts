/** Every place of chance draws from `streamOf(seed, label, index…)` of its own. */
export const STREAM = {
  gap: 1,
  batch: 2,
  burstOn: 3,
  burstOff: 4,
  bytes: 5,
  lane: 6,
  afterDelivery: 7,
  afterLoss: 8,
  /** And the server. */
  service: 9,
  /** And the queue, and the number of its work. */
  work: 10,
} as const;
