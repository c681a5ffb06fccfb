import { defineRule, holds, violated, whenKnown } from '../../rule';
import { unlessOff } from '../unless-off';

export const migNestedActive = defineRule({
  id: 'mig-nested-active',
  title: 'The VM may run VMs of its own (nested virtualization)',
  scope: 'migration',
  effect: { warns: true },
  reads: { state: 'vm.state', exposes: 'vm.exposesVirtualization' },
  messages: {
    exposes:
      '{vm} has nested virtualization on; whether it moves live or can be saved while VMs run inside it is not confirmed.',
  },
  remediation:
    'Shut down the VMs inside {vm} first (outage of those VMs), or try it with a VM that may fail.',
  confidence: 'inferred',
  sources: ['S35b'],
  limits:
    'The preview of 2015 could neither save nor move such a VM; nothing later was found. Whether VMs run inside at the moment is not known.',
  check: ({ state, exposes }) =>
    unlessOff(state, () =>
      whenKnown({ exposes }, ({ exposes }) => (exposes ? violated('exposes') : holds())),
    ),
});
