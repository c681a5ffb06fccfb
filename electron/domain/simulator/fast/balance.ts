import { ACTIVITIES, type Network } from '../network';
import type { RunResult } from '../run-result';

/**
 * Looks whether nothing came from nowhere and nothing went missing: packets in are packets out, lost
 * and found under way, and a core's activities make up the time that it worked. The numbers on both
 * sides were counted apart.
 * @throws Error  which names the flow or core whose numbers do not add up: a bug in the engine
 */
export function checkBalance({ flows, cores }: RunResult, network: Network): void {
  for (const [index, { whole }] of flows.entries()) {
    const found = whole.delivered + whole.lost + whole.inFlight;
    if (found === whole.started) continue;
    throw new Error(
      `flow ${index} (${network.flows[index]?.name}): ${whole.started} packets started, and ` +
        `${whole.delivered} delivered + ${whole.lost} lost + ${whole.inFlight} in flight = ${found}`,
    );
  }
  for (const [index, { workedPs, byActivity }] of cores.entries()) {
    const spentPs = ACTIVITIES.reduce((sum, activity) => sum + byActivity[activity], 0);
    if (spentPs === workedPs) continue;
    throw new Error(
      `core ${index} (${network.cores[index]?.name}): worked ${workedPs} ps, and its activities ` +
        `took ${spentPs} ps`,
    );
  }
}
