import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { WINDOWS_SERVER_2016 } from '../windows-builds';

export const guestLinuxHostTooOld = defineRule({
  id: 'guest-linux-host-too-old',
  title: 'The host is too old for SR-IOV with a Linux guest',
  scope: 'guest',
  effect: { lowers: ['sriov'] },
  reads: {
    iovWeight: 'vnic.iovWeight',
    vfSupport: 'guest.vfSupport',
    family: 'guest.family',
    build: 'host.osBuild',
  },
  messages: {
    tooOld:
      '{host} is older than Windows Server 2016, and no Linux guest such as {vm} is listed with SR-IOV there.',
  },
  remediation:
    'Run {vm} on a host with Windows Server 2016 or later, or upgrade {host} (outage of {host}; move its VMs away first).',
  confidence: 'inferred',
  sources: ['S25'],
  limits:
    'Concluded from the tables per distribution, which name Windows Server 2016 as the oldest host with SR-IOV. Nobody says that it cannot work on an older one.',
  check: ({ iovWeight, vfSupport, family, build }) =>
    ifWanted(iovWeight, () => {
      if (knownAs(vfSupport, false)) return notApplicable();
      if (family.fact.state === 'known' && family.fact.value !== 'linux') return notApplicable();
      return whenKnown({ build }, ({ build }) => {
        if (WINDOWS_SERVER_2016 <= build) return holds();
        return whenKnown({ family }, () => violated('tooOld'));
      });
    }),
});
