import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';

export const guestVfNoRss = defineRule({
  id: 'guest-vf-no-rss',
  title: 'The VF has a single receive queue in the guest',
  scope: 'guest',
  effect: { slows: 'sriov' },
  reads: {
    iovWeight: 'vnic.iovWeight',
    vfSupport: 'guest.vfSupport',
    iovEnabled: 'switch.iovEnabled',
    teaming: 'switch.teaming',
    vfRss: 'adapter.vfRssSupported',
    queuePairs: 'vnic.iovQueuePairsRequested',
    processors: 'vm.processorCount',
  },
  messages: {
    single: '{vnic} of {vm} receives on one virtual processor only when on a VF: {causes}.',
  },
  remediation:
    "More than one virtual processor (Set-VMProcessor '{vm}' -Count 4, with {vm} off) and more queue pairs (Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -IovQueuePairsRequested 4; more pairs per VF can mean fewer VFs), on an adapter and driver with RSS in the VF.",
  confidence: 'documented',
  sources: ['S18', 'S4'],
  limits:
    'Matters only to guests that receive more than one processor can take. One queue pair is the default. Whether RSS is on inside the guest is not looked at.',
  check: ({ iovWeight, vfSupport, iovEnabled, teaming, vfRss, queuePairs, processors }) =>
    ifWanted(iovWeight, () => {
      if (knownAs(vfSupport, false) || knownAs(iovEnabled, false)) return notApplicable();
      // An LBFO team passes no VF on.
      if (knownAs(teaming, 'lbfo')) return notApplicable();
      const causes: string[] = [];
      if (knownAs(processors, 1)) causes.push('the VM has one virtual processor');
      if (knownAs(queuePairs, 1)) causes.push('one queue pair is requested');
      if (knownAs(vfRss, false)) causes.push('the adapter has no RSS in its VFs');
      if (causes.length > 0) return violated('single', { causes });
      return whenKnown({ vfRss, queuePairs, processors }, () => holds());
    }),
});
