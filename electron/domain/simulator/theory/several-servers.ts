import { meansFromWait, type QueueMeans, utilisationOf } from './queue-means';
import { mm1 } from './single-server';

/**
 * Erlang B: what share finds all servers taken where nobody may wait.
 * B(0) = 1, B(k) = aB(k−1) / (k + aB(k−1)).
 * @param offered  a = λ/μ
 * @see Kleinrock, Queueing Systems I, 1975, chapter 3
 */
export function erlangB(servers: number, offered: number): number {
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (offered * blocked) / (k + offered * blocked);
  return blocked;
}

/**
 * Erlang C: what share has to wait for one of c servers. From Erlang B by C = cB / (c − a(1−B)).
 * @param offered  a = λ/μ, below the number of servers
 * @throws RangeError  when the servers cannot keep up
 */
export function erlangC(servers: number, offered: number): number {
  utilisationOf(offered, 1, servers);
  const blocked = erlangB(servers, offered);
  return (servers * blocked) / (servers - offered * (1 - blocked));
}

/** M/M/c, one queue for all servers: Wq = C/(cμ−λ). */
export function mmc(arrivalRate: number, serviceRate: number, servers: number): QueueMeans {
  const delayed = erlangC(servers, arrivalRate / serviceRate);
  const wait = delayed / (servers * serviceRate - arrivalRate);
  return meansFromWait(arrivalRate, 1 / serviceRate, wait, servers);
}

/** M/M/c: the wait that a share p does not exceed, from P(Wq > t) = C e^−(cμ−λ)t. */
export function mmcWaitQuantile(
  arrivalRate: number,
  serviceRate: number,
  servers: number,
  p: number,
): number {
  const delayed = erlangC(servers, arrivalRate / serviceRate);
  if (1 - p >= delayed) return 0;
  return Math.log(delayed / (1 - p)) / (servers * serviceRate - arrivalRate);
}

/**
 * Packets spread at random over c queues with a server each (receive-side scaling, a queue per VM):
 * c times M/M/1 with λ/c. The numbers waiting and inside are those of all queues together.
 */
export function separateQueues(
  arrivalRate: number,
  serviceRate: number,
  servers: number,
): QueueMeans {
  const { wait } = mm1(arrivalRate / servers, serviceRate);
  return meansFromWait(arrivalRate, 1 / serviceRate, wait, servers);
}
