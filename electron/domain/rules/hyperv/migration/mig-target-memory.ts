import { formatBytes } from '../../../../../shared/format/quantity';
import { knownAs } from '../../known-as';
import { defineRule, holds, violated, whenKnown } from '../../rule';

export const migTargetMemory = defineRule({
  id: 'mig-target-memory',
  title: 'The target has too little free memory for the VM',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: {
    state: 'vm.state',
    assigned: 'vm.memoryAssignedBytes',
    startup: 'vm.memoryStartupBytes',
    free: 'target.memoryFreeBytes',
  },
  messages: { tooLittle: '{target} has {free} of memory free; {vm} takes {needed}.' },
  remediation:
    'Free memory on {target}: move other VMs away or shut them down. Or give {vm} less (with {vm} off, unless it has dynamic memory).',
  confidence: 'documented',
  sources: ['S28'],
  limits:
    'Documented for a live move; that a saved VM cannot be resumed there either is inferred. Compares the memory that the VM has now (startup memory when it is off or saved) with what was free at the time of collection; what the host keeps for itself is not deducted.',
  check: ({ state, assigned, startup, free }) => {
    // A VM that is not started has no memory assigned: it then takes its startup memory.
    const atRest = knownAs(state, 'off') || knownAs(state, 'saved') || knownAs(assigned, 0);
    return whenKnown({ needed: atRest ? startup : assigned, free }, ({ needed, free }) =>
      needed <= free
        ? holds()
        : violated('tooLittle', { free: formatBytes(free), needed: formatBytes(needed) }),
    );
  },
});
