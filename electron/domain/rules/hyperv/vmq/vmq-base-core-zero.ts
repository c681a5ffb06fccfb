import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { knownWithoutQueues } from '../below-ten-gig';
import { ifWanted } from '../if-wanted';

export const vmqBaseCoreZero = defineRule({
  id: 'vmq-base-core-zero',
  title: 'The VM queues of the adapter begin at processor 0',
  scope: 'vmq',
  effect: { slows: 'vmdq' },
  reads: {
    vmqWeight: 'vnic.vmqWeight',
    enabled: 'adapter.vmqEnabled',
    linkBitsPerSecond: 'adapter.linkBitsPerSecond',
    belowTenGig: 'host.belowTenGigVmqEnabled',
    base: 'adapter.vmqBaseProcessor',
  },
  messages: {
    zero: '{adapter} on {host} serves VM queues on processor 0, where the host does much of its own work.',
  },
  remediation:
    "On {host}: Set-NetAdapterVmq -Name '{adapter}' -BaseProcessorNumber 2 with hyper-threading, 1 without (adapter restart: the traffic of {switch} stops briefly).",
  confidence: 'documented',
  sources: ['S18', 'S20'],
  limits: 'Does not look at processor groups: processor 0 of a later group is no trouble.',
  check: ({ vmqWeight, enabled, linkBitsPerSecond, belowTenGig, base }) =>
    ifWanted(vmqWeight, () => {
      if (knownAs(enabled, false)) return notApplicable();
      if (knownWithoutQueues({ linkBitsPerSecond, belowTenGig })) return notApplicable();
      return whenKnown({ base }, ({ base }) => (base === 0 ? violated('zero') : holds()));
    }),
});
