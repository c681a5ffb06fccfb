import { guestVfBindFailed } from '../../../../../electron/domain/rules/hyperv/guest/guest-vf-bind-failed';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(guestVfBindFailed, {
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
        'vnic.vfBindFailure': 'Insufficient system resources.',
      },
    },
  ],
  violated: [
    {
      name: 'the guest said so',
      given: {
        'vnic.iovWeight': 100,
        'place.isPresent': true,
        'vnic.vfBindFailure': 'Insufficient system resources.',
      },
      message: 'reported',
      values: { reason: 'Insufficient system resources' },
    },
  ],
  undecided: [
    {
      name: 'it may be the same on another host',
      given: { 'place.isPresent': false, 'vnic.vfBindFailure': 'Insufficient system resources.' },
      doubt: 'elsewhere',
    },
    {
      name: 'a VF is assigned and idle, and nobody read the event log',
      given: {
        'vnic.iovWeight': 100,
        'place.isPresent': true,
        'vnic.iovUsage': 1,
        'vnic.vfDataPathActive': false,
      },
      missing: ['vnic.vfBindFailure'],
    },
    {
      name: 'where the VM is is not known',
      given: { 'vnic.vfBindFailure': 'Insufficient system resources.' },
      missing: ['place.isPresent'],
    },
  ],
  notApplicable: [
    { name: 'nobody read the event log', given: { 'place.isPresent': true } },
    {
      name: 'no VF is wanted',
      given: { 'vnic.iovWeight': 0, 'vnic.vfBindFailure': 'Insufficient system resources.' },
    },
  ],
});
