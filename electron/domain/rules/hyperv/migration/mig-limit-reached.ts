import { knownAs } from '../../known-as';
import { defineRule, holds, type ReadFact, violated, whenKnown } from '../../rule';

export const migLimitReached = defineRule({
  id: 'mig-limit-reached',
  title: 'As many migrations run already as are allowed',
  scope: 'migration',
  effect: { queues: true },
  reads: {
    runningHere: 'source.migrationsRunning',
    runningThere: 'target.migrationsRunning',
    sameCluster: 'move.sameCluster',
    clusterLimit: 'cluster.parallelMigrations',
    limitHere: 'source.migrationLimit',
    limitThere: 'target.migrationLimit',
  },
  messages: {
    source: '{source} runs as many migrations as it may: {limit}.',
    target: '{target} runs as many migrations as it may: {limit}.',
  },
  remediation:
    'Wait for a running migration to end, or allow more: Set-VMHost -MaximumVirtualMachineMigrations <n> on {source} and {target}; in a cluster (Get-Cluster).MaximumParallelMigrations = <n>, which counts instead (no outage).',
  confidence: 'documented',
  sources: ['S28', 'S49'],
  limits:
    'The number of running migrations is that of the time of collection. Names the target when both hosts are at their limit. Where the limit of the cluster is not known, a host at its own limit is taken to be at its limit: older clusters have none of their own.',
  check: (facts) => {
    const { runningHere, runningThere, sameCluster, clusterLimit, limitHere, limitThere } = facts;
    // Where nothing runs, no limit is reached, whatever it is.
    if (knownAs(runningHere, 0) && knownAs(runningThere, 0)) return holds();
    return whenKnown({ sameCluster }, ({ sameCluster }) => {
      // A cluster without a limit of its own has that of its hosts.
      const isOverridden = sameCluster && clusterLimit.fact.state === 'known';
      const here = isOverridden ? clusterLimit : limitHere;
      const there = isOverridden ? clusterLimit : limitThere;
      if (knownReached(runningThere, there)) return violated('target', limitOf(there));
      if (knownReached(runningHere, here)) return violated('source', limitOf(here));
      return sameCluster
        ? whenKnown({ runningHere, runningThere, clusterLimit }, () => holds())
        : whenKnown({ runningHere, runningThere, limitHere, limitThere }, () => holds());
    });
  },
});

function knownReached(running: ReadFact<number>, limit: ReadFact<number>): boolean {
  if (running.fact.state === 'unknown' || limit.fact.state === 'unknown') return false;
  return limit.fact.value <= running.fact.value;
}

function limitOf({ fact }: ReadFact<number>): { readonly limit: number } | undefined {
  return fact.state === 'known' ? { limit: fact.value } : undefined;
}
