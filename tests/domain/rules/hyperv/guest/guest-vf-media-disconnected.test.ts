import { guestVfMediaDisconnected } from '../../../../../electron/domain/rules/hyperv/guest/guest-vf-media-disconnected';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(guestVfMediaDisconnected, {
  holds: [
    {
      name: 'no failure',
      given: { 'vnic.iovWeight': 100, 'place.isPresent': true, 'vnic.vfBindFailure': null },
    },
    {
      name: 'another reason',
      given: { 'place.isPresent': true, 'vnic.vfBindFailure': 'VF MTU mismatch.' },
    },
    {
      name: 'the VF works by now',
      given: {
        'place.isPresent': true,
        'vnic.vfDataPathActive': true,
        'vnic.vfBindFailure': 'VF media disconnected.',
      },
    },
  ],
  violated: [
    {
      name: 'the guest said so',
      given: {
        'vnic.iovWeight': 100,
        'place.isPresent': true,
        'vnic.vfBindFailure': 'VF media disconnected.',
      },
      message: 'reported',
      values: { reason: 'VF media disconnected' },
    },
  ],
  undecided: [
    {
      name: 'where the VM is is not known',
      given: { 'vnic.vfBindFailure': 'VF media disconnected.' },
      missing: ['place.isPresent'],
    },
  ],
  notApplicable: [
    {
      name: 'it says nothing about another host',
      given: { 'place.isPresent': false, 'vnic.vfBindFailure': 'VF media disconnected.' },
    },
    { name: 'nobody read the event log', given: { 'place.isPresent': true } },
    {
      name: 'no VF is wanted',
      given: { 'vnic.iovWeight': 0, 'vnic.vfBindFailure': 'VF media disconnected.' },
    },
  ],
});
