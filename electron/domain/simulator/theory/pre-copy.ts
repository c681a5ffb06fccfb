/** One live migration by pre-copy. Bytes and bytes per second; seconds. */
export interface PreCopy {
  /** M. */
  readonly memoryBytes: number;
  /** B. */
  readonly transferRate: number;
  /** D: newly dirtied bytes per second. */
  readonly dirtyRate: number;
  /** V_th: when so little is left, the VM is stopped and the rest is sent. */
  readonly stopBytes: number;
  /** t_s: device state, route update, detaching and attaching of VFs. */
  readonly switchOverSeconds: number;
  /** n_max: rounds while the VM runs, at most. */
  readonly mostRounds: number;
}

export interface PreCopyTimes {
  /** Rounds that were sent while the VM ran. */
  readonly rounds: number;
  readonly totalSeconds: number;
  readonly downtimeSeconds: number;
  readonly sentBytes: number;
  /** False when it was stopped for the number of rounds. */
  readonly isConverged: boolean;
}

/**
 * Round i sends M·rⁱ with r = D/B. After n = ⌈ln(V_th/M) / ln r⌉ rounds, or n_max, the VM stops:
 * downtime M·rⁿ/B + t_s, total (M/B)(1 + r + … + rⁿ) + t_s. With r ≥ 1 every round leaves all of
 * the memory dirty, at most.
 * @see Clark et al., Live migration of virtual machines, NSDI 2005
 */
export function preCopy(move: PreCopy): PreCopyTimes {
  const ratio = move.dirtyRate / move.transferRate;
  let left = move.memoryBytes;
  let sentBytes = 0;
  let rounds = 0;
  while (left > move.stopBytes && rounds < move.mostRounds) {
    sentBytes += left;
    left = Math.min(left * ratio, move.memoryBytes);
    rounds += 1;
  }
  sentBytes += left;
  return {
    rounds,
    totalSeconds: sentBytes / move.transferRate + move.switchOverSeconds,
    downtimeSeconds: left / move.transferRate + move.switchOverSeconds,
    sentBytes,
    isConverged: left <= move.stopBytes,
  };
}

/**
 * Upper bound of the total time, M/(B−D) + t_s, in seconds.
 * @returns null when it never converges (D ≥ B)
 */
export function preCopyBound(move: PreCopy): number | null {
  if (move.dirtyRate >= move.transferRate) return null;
  return move.memoryBytes / (move.transferRate - move.dirtyRate) + move.switchOverSeconds;
}

/**
 * Least downtime when a working set is written anew in every round, H/B + t_s, in seconds.
 * @param workingSetBytes  H
 */
export function workingSetDowntime(move: PreCopy, workingSetBytes: number): number {
  return workingSetBytes / move.transferRate + move.switchOverSeconds;
}
