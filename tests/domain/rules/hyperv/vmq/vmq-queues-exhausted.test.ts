import { vmqQueuesExhausted } from '../../../../../electron/domain/rules/hyperv/vmq/vmq-queues-exhausted';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmqQueuesExhausted, {
  holds: [
    {
      name: 'just enough',
      given: { 'place.isPresent': false, 'pool.vmqRank': 2, 'pool.freeVmqs': 2 },
    },
    {
      name: 'the vNIC itself holds one of those in use here',
      given: { 'place.isPresent': true, 'vnic.vmqUsage': 1, 'pool.vmqRank': 1, 'pool.freeVmqs': 0 },
    },
  ],
  violated: [
    {
      name: 'none free',
      given: { 'place.isPresent': false, 'pool.vmqRank': 1, 'pool.freeVmqs': 0 },
      message: 'none',
    },
    {
      name: 'one free, and this is the second that the VM wants',
      given: { 'pool.vmqRank': 2, 'pool.freeVmqs': 1 },
      message: 'tooFew',
      values: { free: '1 VM queue', rank: 2 },
    },
    {
      name: 'a queue held here is none held there',
      given: {
        'place.isPresent': false,
        'vnic.vmqUsage': 1,
        'pool.vmqRank': 3,
        'pool.freeVmqs': 2,
      },
      message: 'tooFew',
      values: { free: '2 VM queues', rank: 3 },
    },
  ],
  undecided: [
    {
      name: 'the pool was not collected',
      given: { 'pool.vmqRank': 1 },
      missing: ['pool.freeVmqs'],
    },
    { name: 'nothing was collected', given: {}, missing: ['pool.vmqRank', 'pool.freeVmqs'] },
  ],
  notApplicable: [{ name: 'no queue is wanted', given: { 'pool.vmqRank': 0, 'pool.freeVmqs': 0 } }],
});
