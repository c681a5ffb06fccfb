import { defineRule, holds, violated, whenKnown } from '../../rule';

export const migDdaAttached = defineRule({
  id: 'mig-dda-attached',
  title: 'The VM holds a device of its host (DDA)',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: { devices: 'vm.assignedDevices' },
  messages: {
    attached: '{vm} holds {devices} of its host, which can neither move live nor be saved.',
  },
  remediation:
    'Shut {vm} down (outage of {vm}), Remove-VMAssignableDevice, move it, and add a device on {target}: Add-VMAssignableDevice.',
  confidence: 'documented',
  sources: ['S36'],
  limits:
    'Speaks of whole devices assigned to the VM (Discrete Device Assignment), not of VFs, which Hyper-V takes away and gives back by itself. A VM with such a device cannot be clustered either.',
  check: ({ devices }) =>
    whenKnown({ devices }, ({ devices }) =>
      devices.length === 0
        ? holds()
        : violated('attached', {
            devices: devices.length === 1 ? 'a device' : `${devices.length} devices`,
          }),
    ),
});
