import { defineRule, holds, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';

export const vrssSingleVcpu = defineRule({
  id: 'vrss-single-vcpu',
  title: 'The VM has a single virtual processor to receive on',
  scope: 'vmq',
  effect: { slows: 'vmdq' },
  reads: { vmqWeight: 'vnic.vmqWeight', processors: 'vm.processorCount' },
  messages: { single: '{vm} has one virtual processor, which does all the receiving.' },
  remediation: "With {vm} off (outage of {vm}): Set-VMProcessor '{vm}' -Count 2, or more.",
  confidence: 'documented',
  sources: ['S27'],
  limits:
    'Matters only to a VM that receives more than one virtual processor can take. Without a VM queue there is no spreading in any case.',
  check: ({ vmqWeight, processors }) =>
    ifWanted(vmqWeight, () =>
      whenKnown({ processors }, ({ processors }) =>
        processors === 1 ? violated('single') : holds(),
      ),
    ),
});
