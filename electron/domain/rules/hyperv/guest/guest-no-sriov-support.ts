import { defineRule, holds, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';

export const guestNoSriovSupport = defineRule({
  id: 'guest-no-sriov-support',
  title: 'The guest system cannot use a VF',
  scope: 'guest',
  effect: { lowers: ['sriov'] },
  reads: { iovWeight: 'vnic.iovWeight', vfSupport: 'guest.vfSupport' },
  messages: {
    cannot: '{vm} runs a guest system that cannot use a VF on Hyper-V, so it is given none.',
  },
  remediation:
    'Upgrade the guest system of {vm} (outage of {vm}): 64-bit Windows 8 or Server 2012 and later, or a Linux release that Microsoft lists with SR-IOV. Until then it takes no VF from the pool.',
  confidence: 'documented',
  sources: ['S24', 'S25', 'S34'],
  limits:
    'Goes by the list of guest systems. A system that is not on it may use a VF all the same, without support by Microsoft.',
  check: ({ iovWeight, vfSupport }) =>
    ifWanted(iovWeight, () =>
      whenKnown({ vfSupport }, ({ vfSupport }) => (vfSupport ? holds() : violated('cannot'))),
    ),
});
