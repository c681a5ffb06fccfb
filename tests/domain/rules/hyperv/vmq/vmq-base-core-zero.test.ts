import { vmqBaseCoreZero } from '../../../../../electron/domain/rules/hyperv/vmq/vmq-base-core-zero';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmqBaseCoreZero, {
  holds: [
    {
      name: 'begins at processor 2',
      given: { 'adapter.vmqEnabled': true, 'adapter.vmqBaseProcessor': 2 },
    },
  ],
  violated: [
    {
      name: 'begins at processor 0',
      given: {
        'vnic.vmqWeight': 100,
        'adapter.linkBitsPerSecond': 25e9,
        'adapter.vmqBaseProcessor': 0,
      },
      message: 'zero',
    },
    {
      name: 'a slow link with queues turned on for it',
      given: {
        'adapter.linkBitsPerSecond': 1e9,
        'host.belowTenGigVmqEnabled': true,
        'adapter.vmqBaseProcessor': 0,
      },
      message: 'zero',
    },
  ],
  undecided: [
    {
      name: 'not collected',
      given: { 'adapter.vmqEnabled': true },
      missing: ['adapter.vmqBaseProcessor'],
    },
  ],
  notApplicable: [
    { name: 'VMQ is off', given: { 'adapter.vmqEnabled': false, 'adapter.vmqBaseProcessor': 0 } },
    {
      name: 'no queues on a slow link',
      given: {
        'adapter.linkBitsPerSecond': 1e9,
        'host.belowTenGigVmqEnabled': false,
        'adapter.vmqBaseProcessor': 0,
      },
    },
    { name: 'no queue is wanted', given: { 'vnic.vmqWeight': 0, 'adapter.vmqBaseProcessor': 0 } },
  ],
});
