import { guestVfMtuMismatch } from '../../../../../electron/domain/rules/hyperv/guest/guest-vf-mtu-mismatch';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(guestVfMtuMismatch, {
  holds: [
    {
      name: 'no failure',
      given: { 'vnic.iovWeight': 100, 'place.isPresent': true, 'vnic.vfBindFailure': null },
    },
    {
      name: 'another reason',
      given: { 'place.isPresent': true, 'vnic.vfBindFailure': 'VF media disconnected.' },
    },
    {
      name: 'the VF works by now',
      given: {
        'place.isPresent': true,
        'vnic.vfDataPathActive': true,
        'vnic.vfBindFailure': 'VF MTU mismatch.',
      },
    },
  ],
  violated: [
    {
      name: 'the guest said so',
      given: {
        'vnic.iovWeight': 100,
        'place.isPresent': true,
        'vnic.vfBindFailure': 'VF MTU mismatch.',
      },
      message: 'reported',
      values: { reason: 'VF MTU mismatch' },
    },
  ],
  undecided: [
    {
      name: 'it may be the same on another host',
      given: { 'place.isPresent': false, 'vnic.vfBindFailure': 'VF MTU mismatch.' },
      doubt: 'elsewhere',
    },
    {
      name: 'where the VM is is not known',
      given: { 'vnic.vfBindFailure': 'VF MTU mismatch.' },
      missing: ['place.isPresent'],
    },
  ],
  notApplicable: [
    { name: 'nobody read the event log', given: { 'place.isPresent': true } },
    {
      name: 'no VF is wanted',
      given: { 'vnic.iovWeight': 0, 'vnic.vfBindFailure': 'VF MTU mismatch.' },
    },
  ],
});
