/** A finite pool of an adapter or of what lies above it: VFs, queue pairs, VM queues, VPorts. */
export interface Pool {
  readonly name: string;
  /** `null`: unknown. */
  readonly capacity: number | null;
  readonly used: number | null;
  /** Entries that are held and carry no traffic now; absent where that cannot be told. */
  readonly idle?: number;
}
