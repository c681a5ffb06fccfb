import { vmqQueuesExhausted } from '../../../../../electron/domain/rules/hyperv/vmq/vmq-queues-exhausted';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmqQueuesExhausted, {
  holds: [
    {
      name: 'one free, and the vNIC before it has a VF instead',
      given: {
        'pool.vmqRank': 1,
        'pool.vmqRankMost': 1,
        'pool.vmqRankWithoutVfs': 2,
        'pool.freeVmqs': 1,
        'pool.freeVfs': 4,
        'pool.vfRankMost': 1,
        'switch.iovEnabled': true,
      },
    },
    {
      name: 'just enough',
      given: {
        'place.isPresent': false,
        'pool.vmqRank': 2,
        'pool.vmqRankMost': 2,
        'pool.vmqRankWithoutVfs': 2,
        'pool.freeVmqs': 2,
      },
    },
    {
      name: 'the vNIC itself holds one of those in use here',
      given: {
        'place.isPresent': true,
        'vnic.vmqUsage': 1,
        'pool.vmqRank': 1,
        'pool.vmqRankMost': 1,
        'pool.vmqRankWithoutVfs': 1,
        'pool.freeVmqs': 0,
      },
    },
  ],
  violated: [
    {
      name: 'one free, and the vNIC before it gets no VF there and takes the queue',
      given: {
        'pool.vmqRank': 1,
        'pool.vmqRankMost': 1,
        'pool.vmqRankWithoutVfs': 2,
        'pool.freeVmqs': 1,
        'switch.iovEnabled': false,
      },
      message: 'tooFew',
      values: { free: '1 VM queue', rank: 2 },
    },
    {
      name: 'none free',
      given: {
        'place.isPresent': false,
        'pool.vmqRank': 1,
        'pool.vmqRankMost': 1,
        'pool.vmqRankWithoutVfs': 1,
        'pool.freeVmqs': 0,
      },
      message: 'none',
    },
    {
      name: 'one free, and this is the second that the VM wants',
      given: {
        'pool.vmqRank': 2,
        'pool.vmqRankMost': 2,
        'pool.vmqRankWithoutVfs': 2,
        'pool.freeVmqs': 1,
      },
      message: 'tooFew',
      values: { free: '1 VM queue', rank: 2 },
    },
    {
      name: 'a queue held here is none held there',
      given: {
        'place.isPresent': false,
        'vnic.vmqUsage': 1,
        'pool.vmqRank': 3,
        'pool.vmqRankMost': 3,
        'pool.vmqRankWithoutVfs': 3,
        'pool.freeVmqs': 2,
      },
      message: 'tooFew',
      values: { free: '2 VM queues', rank: 3 },
    },
  ],
  undecided: [
    {
      name: 'one free, and a vNIC before it that wants a VF may take a queue instead',
      given: {
        'pool.vmqRank': 1,
        'pool.vmqRankMost': 1,
        'pool.vmqRankWithoutVfs': 2,
        'pool.freeVmqs': 1,
      },
      doubt: 'maybeTooFew',
    },
    {
      name: 'one free, and a vNIC before it holds a VF and maybe a queue',
      given: {
        'pool.vmqRank': 1,
        'pool.vmqRankMost': 2,
        'pool.vmqRankWithoutVfs': 2,
        'pool.freeVmqs': 1,
        'pool.freeVfs': 4,
        'pool.vfRankMost': 1,
        'switch.iovEnabled': true,
      },
      doubt: 'maybeTooFew',
    },
    {
      name: 'the pool was not collected',
      given: { 'pool.vmqRank': 1, 'pool.vmqRankMost': 1, 'pool.vmqRankWithoutVfs': 1 },
      missing: ['pool.freeVmqs'],
    },
    {
      name: 'nothing was collected',
      given: {},
      missing: ['pool.vmqRank', 'pool.vmqRankWithoutVfs', 'pool.freeVmqs'],
    },
  ],
  notApplicable: [
    {
      name: 'no queue is wanted',
      given: {
        'pool.vmqRank': 0,
        'pool.vmqRankMost': 0,
        'pool.vmqRankWithoutVfs': 0,
        'pool.freeVmqs': 0,
      },
    },
  ],
});
