import { formatBytes } from '../../../../../shared/format/quantity';
import { knownAs } from '../../known-as';
import { defineRule, holds, violated, whenKnown } from '../../rule';
import { unlessOff } from '../unless-off';

export const migTargetMemory = defineRule({
  id: 'mig-target-memory',
  title: 'The target has too little free memory for the VM',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: {
    state: 'vm.state',
    assigned: 'vm.memoryAssignedBytes',
    startup: 'vm.memoryStartupBytes',
    dynamic: 'vm.dynamicMemory',
    free: 'target.memoryFreeBytes',
  },
  messages: { tooLittle: '{target} has {free} of memory free; {vm} takes {needed}.' },
  remediation:
    'Free memory on {target}: move other VMs away or shut them down. Or give {vm} less (with {vm} off, unless it has dynamic memory).',
  confidence: 'documented',
  sources: ['S28'],
  limits:
    'Documented for a live move; that a saved VM cannot be resumed there either is inferred. Compares the memory that the VM has now (startup memory when it is saved) with what was free at the time of collection; what the host keeps for itself is not deducted. A VM that is off moves without memory; whether it can start there is another question.',
  check: ({ state, assigned, startup, dynamic, free }) =>
    unlessOff(state, () => {
      // A saved VM has no memory assigned: it takes its startup memory when it is resumed.
      const atRest = knownAs(state, 'saved') || knownAs(assigned, 0);
      // Static memory is all there from the start.
      const isStatic = assigned.fact.state === 'unknown' && knownAs(dynamic, false);
      return whenKnown(
        { needed: atRest || isStatic ? startup : assigned, free },
        ({ needed, free }) =>
          needed <= free
            ? holds()
            : violated('tooLittle', { free: formatBytes(free), needed: formatBytes(needed) }),
      );
    }),
});
