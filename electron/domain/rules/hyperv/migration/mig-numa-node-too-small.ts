import type { Fact } from '../../../../../shared/fact';
import { formatBytes } from '../../../../../shared/format/quantity';
import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migNumaNodeTooSmall = defineRule({
  id: 'mig-numa-node-too-small',
  title: 'NUMA spanning is off on the target, and the VM does not fit its nodes',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: {
    spanning: 'target.numaSpanningEnabled',
    processors: 'move.numaNodeProcessors',
    memory: 'move.numaNodeMemoryBytes',
    nodeProcessors: 'target.numaNodeProcessorCount',
    nodeMemory: 'target.numaNodeMemoryBytes',
  },
  messages: {
    processors:
      '{target} has NUMA spanning off and {offered} logical processors in a node; a node of {vm} has {wanted}.',
    memory:
      '{target} has NUMA spanning off and {offered} of memory in a node; a node of {vm} takes {wanted}.',
  },
  remediation:
    "On {target}: Set-VMHost -NumaSpanningEnabled $true, then Restart-Service vmms. Or, with {vm} off (outage of {vm}), make its virtual NUMA nodes smaller: Set-VMProcessor '{vm}' -MaximumCountPerNumaNode <n>, Set-VMMemory '{vm}' -MaximumAmountPerNumaNodeBytes <n>.",
  confidence: 'inferred',
  sources: ['S49', 'assumption'],
  limits:
    'No document was found for the move itself. With spanning off a virtual NUMA node must fit one node of the host; a VM with dynamic memory is taken to have a single one. Compares with the whole of the smallest node, not with what is free in it. Where the size of the nodes was not collected, there is nothing to judge.',
  check: ({ spanning, processors: wanted, memory: needed, nodeProcessors, nodeMemory }) => {
    if (knownAs(spanning, true)) return notApplicable();
    if (nodeProcessors.fact.state === 'unknown' && nodeMemory.fact.state === 'unknown') {
      return notApplicable();
    }
    const processors = tooMany(wanted.fact, nodeProcessors.fact);
    const memory = tooMany(needed.fact, nodeMemory.fact);
    if (processors === null && memory === null) return holds();
    return whenKnown({ spanning }, () =>
      processors !== null
        ? violated('processors', processors)
        : violated('memory', {
            wanted: formatBytes(memory?.wanted ?? 0),
            offered: formatBytes(memory?.offered ?? 0),
          }),
    );
  },
});

function tooMany(
  wanted: Fact<number>,
  offered: Fact<number>,
): { readonly wanted: number; readonly offered: number } | null {
  if (wanted.state === 'unknown' || offered.state === 'unknown') return null;
  if (wanted.value <= offered.value) return null;
  return { wanted: wanted.value, offered: offered.value };
}
