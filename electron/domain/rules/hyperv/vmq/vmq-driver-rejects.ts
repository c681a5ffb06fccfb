import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const vmqDriverRejects = defineRule({
  id: 'vmq-driver-rejects',
  title: 'The driver of the adapter refused a VM queue',
  scope: 'vmq',
  effect: { lowers: ['vmdq'] },
  reads: {
    rejected: 'switch.vmqRejectedByDriver',
    isPresent: 'place.isPresent',
    state: 'vm.state',
    vmqWeight: 'vnic.vmqWeight',
    usage: 'vnic.vmqUsage',
    vfActive: 'vnic.vfDataPathActive',
  },
  messages: {
    rejected:
      '{switch} on {host} was refused a VM queue by the driver of its adapter (VmSwitch event 113, The OID failed).',
  },
  remediation:
    'Update the driver of the adapter on {host} (adapter restart: the traffic of {switch} stops briefly). On Windows Server 2012 R2 install hotfix 3031598 as well (restart of {host}; move its VMs away first).',
  confidence: 'documented',
  sources: ['S32'],
  limits:
    'The event is of the past and may concern other vNICs of the switch; that it meets the next one too is inferred. The event log is only asked for where a running vNIC wants a queue and has none.',
  check: ({ rejected, isPresent, state, vmqWeight, usage, vfActive }) => {
    if (rejected.fact.state === 'known')
      return rejected.fact.value ? violated('rejected') : holds();
    const wantsAndLacks =
      knownAs(isPresent, true) &&
      knownAs(state, 'running') &&
      knownAs(usage, 0) &&
      knownAs(vfActive, false) &&
      !knownAs(vmqWeight, 0);
    return wantsAndLacks ? whenKnown({ rejected }, () => holds()) : notApplicable();
  },
});
