import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migResourcePoolMissing = defineRule({
  id: 'mig-resource-pool-missing',
  title: 'The target lacks the resource pool of the vNIC',
  scope: 'migration',
  effect: { blocks: 'live' },
  reads: { pool: 'vnic.resourcePool', pools: 'target.ethernetResourcePools' },
  messages: {
    missing:
      '{target} has no Ethernet resource pool named {poolName}, which {vnic} of {vm} belongs to.',
  },
  remediation:
    "On {target}: New-VMResourcePool -Name <pool> -ResourcePoolType Ethernet, and add its switches. Or take {vnic} out of the pool: Connect-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -SwitchName <switch>.",
  confidence: 'inferred',
  sources: ['S49'],
  limits: 'No document says which moves a missing pool refuses; a live one is taken to be.',
  check: ({ pool, pools }) =>
    whenKnown({ pool }, ({ pool }) => {
      if (pool === null || isSame(pool, 'Primordial')) return notApplicable();
      return whenKnown({ pools }, ({ pools }) =>
        pools.some((one) => isSame(one, pool)) ? holds() : violated('missing', { poolName: pool }),
      );
    }),
});

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
