import { guestVfNoRss } from '../../../../../electron/domain/rules/hyperv/guest/guest-vf-no-rss';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(guestVfNoRss, {
  holds: [
    {
      name: 'nothing limits it',
      given: {
        'vnic.iovWeight': 100,
        'adapter.vfRssSupported': true,
        'vnic.iovQueuePairsRequested': 4,
        'vm.processorCount': 4,
      },
    },
  ],
  violated: [
    {
      name: 'one known cause is enough',
      given: { 'vnic.iovWeight': 100, 'adapter.vfRssSupported': false },
      message: 'single',
      values: { causes: ['the adapter has no RSS in its VFs'] },
    },
    {
      name: 'names all causes',
      given: {
        'vnic.iovWeight': 100,
        'adapter.vfRssSupported': false,
        'vnic.iovQueuePairsRequested': 1,
        'vm.processorCount': 1,
      },
      message: 'single',
      values: {
        causes: [
          'the VM has one virtual processor',
          'one queue pair is requested',
          'the adapter has no RSS in its VFs',
        ],
      },
    },
  ],
  undecided: [
    {
      name: 'the adapter was not collected',
      given: { 'vnic.iovWeight': 100, 'vnic.iovQueuePairsRequested': 4, 'vm.processorCount': 4 },
      missing: ['adapter.vfRssSupported'],
    },
  ],
  notApplicable: [
    {
      name: 'an LBFO team passes no VF on',
      given: { 'switch.teaming': 'lbfo', 'vm.processorCount': 1 },
    },
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0, 'vm.processorCount': 1 } },
    {
      name: 'the switch has no SR-IOV',
      given: { 'switch.iovEnabled': false, 'vm.processorCount': 1 },
    },
    {
      name: 'the guest cannot use a VF',
      given: { 'guest.vfSupport': false, 'vm.processorCount': 1 },
    },
  ],
});
