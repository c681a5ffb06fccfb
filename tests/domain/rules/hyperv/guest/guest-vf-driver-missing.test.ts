import { guestVfDriverMissing } from '../../../../../electron/domain/rules/hyperv/guest/guest-vf-driver-missing';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(guestVfDriverMissing, {
  holds: [
    {
      name: 'a VF of this make works',
      given: { 'vnic.iovWeight': 100, 'place.vfDriver': 'proven' },
    },
    {
      name: 'nothing speaks against it',
      given: { 'vnic.iovWeight': 100, 'place.vfDriver': 'untested' },
    },
  ],
  violated: [
    {
      name: 'a VF stays idle',
      given: { 'vnic.iovWeight': 100, 'place.vfDriver': 'failed' },
      message: 'missing',
    },
  ],
  undecided: [
    {
      name: 'another make than now',
      given: { 'vnic.iovWeight': 100, 'guest.vfSupport': true },
      missing: ['place.vfDriver'],
    },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0 } },
    { name: 'the guest cannot use a VF at all', given: { 'guest.vfSupport': false } },
  ],
});
