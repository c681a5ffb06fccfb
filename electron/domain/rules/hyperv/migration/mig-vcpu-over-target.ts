import { defineRule, holds, violated, whenKnown } from '../../rule';

export const migVcpuOverTarget = defineRule({
  id: 'mig-vcpu-over-target',
  title: 'The VM has more virtual processors than the target has logical ones',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: { wanted: 'vm.processorCount', offered: 'target.logicalProcessorCount' },
  messages: {
    over: '{vm} has {wanted} virtual processors; {target} has {offered} logical processors.',
  },
  remediation:
    "With {vm} off (outage of {vm}): Set-VMProcessor '{vm}' -Count <n>, at most the logical processors of {target}. Or choose a larger target.",
  confidence: 'inferred',
  sources: ['assumption'],
  limits:
    'No document was found for the move itself. It is taken that a VM cannot run on a host with fewer logical processors than it has virtual ones; moved while off, it would not start there.',
  check: ({ wanted, offered }) =>
    whenKnown({ wanted, offered }, ({ wanted, offered }) =>
      wanted <= offered ? holds() : violated('over', { wanted, offered }),
    ),
});
