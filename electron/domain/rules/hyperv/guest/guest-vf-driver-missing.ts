import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';

export const guestVfDriverMissing = defineRule({
  id: 'guest-vf-driver-missing',
  title: 'The guest lacks a working VF driver for the adapter of the host',
  scope: 'guest',
  effect: { lowers: ['sriov'] },
  reads: {
    iovWeight: 'vnic.iovWeight',
    vfSupport: 'guest.vfSupport',
    driver: 'place.vfDriver',
  },
  messages: {
    missing:
      '{vm} has no working VF driver for the adapter behind {switch} on {host}: a VF would stay idle.',
  },
  remediation:
    'Install in the guest of {vm} the VF driver of the make of that adapter: in Windows the driver package of the maker, in Linux the module for it (mlx5_core, iavf, ixgbevf). The guest may need a restart. Until then the VF is taken from the pool in vain.',
  confidence: 'documented',
  sources: ['S34', 'S43'],
  limits:
    'Known from the list of drivers in the guest, or from a VF that is assigned now and idle. Where no VF is assigned now and no list is known, the guest is taken to have the driver for the adapters it runs on now; whether it has another one is open. That an idle VF stays taken is inferred.',
  check: ({ iovWeight, vfSupport, driver }) =>
    ifWanted(iovWeight, () => {
      if (knownAs(vfSupport, false)) return notApplicable();
      return whenKnown({ driver }, ({ driver }) =>
        driver === 'failed' ? violated('missing') : holds(),
      );
    }),
});
