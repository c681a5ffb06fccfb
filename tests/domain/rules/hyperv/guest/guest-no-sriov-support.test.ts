import { guestNoSriovSupport } from '../../../../../electron/domain/rules/hyperv/guest/guest-no-sriov-support';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(guestNoSriovSupport, {
  holds: [
    { name: 'the guest can use a VF', given: { 'vnic.iovWeight': 100, 'guest.vfSupport': true } },
  ],
  violated: [
    {
      name: 'the guest cannot',
      given: { 'vnic.iovWeight': 100, 'guest.vfSupport': false },
      message: 'cannot',
    },
  ],
  undecided: [
    {
      name: 'the guest is not known',
      given: { 'vnic.iovWeight': 100 },
      missing: ['guest.vfSupport'],
    },
  ],
  notApplicable: [
    { name: 'no VF is wanted, so the guest does not matter', given: { 'vnic.iovWeight': 0 } },
  ],
});
