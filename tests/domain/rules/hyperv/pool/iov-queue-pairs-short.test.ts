import { iovQueuePairsShort } from '../../../../../electron/domain/rules/hyperv/pool/iov-queue-pairs-short';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(iovQueuePairsShort, {
  holds: [
    {
      name: 'as many free as asked for',
      given: {
        'pool.freeQueuePairs': 4,
        'vnic.iovQueuePairsRequested': 4,
        'pool.queuePairsWanted': 4,
      },
    },
  ],
  violated: [
    {
      name: 'one free, four asked for',
      given: {
        'pool.freeQueuePairs': 1,
        'vnic.iovQueuePairsRequested': 4,
        'pool.queuePairsWanted': 4,
        'switch.iovEnabled': true,
        'pool.vfRank': 1,
      },
      message: 'short',
      values: { free: '1 queue pair', requested: 4 },
    },
    {
      name: 'none free',
      given: {
        'pool.freeQueuePairs': 0,
        'vnic.iovQueuePairsRequested': 1,
        'pool.queuePairsWanted': 1,
        'switch.iovEnabled': true,
        'pool.vfRank': 1,
      },
      message: 'none',
    },
    {
      name: 'two free, and the second vNIC of the VM makes it three',
      given: {
        'pool.freeQueuePairs': 2,
        'vnic.iovQueuePairsRequested': 1,
        'pool.queuePairsWanted': 3,
        'switch.iovEnabled': true,
        'pool.vfRank': 2,
      },
      message: 'shortTogether',
      values: { free: '2 queue pairs', wanted: 3 },
    },
  ],
  undecided: [
    {
      name: 'nothing was collected',
      given: {},
      missing: ['pool.freeQueuePairs', 'vnic.iovQueuePairsRequested', 'pool.queuePairsWanted'],
    },
    {
      name: 'too few, and it is not known whether a VF is wanted',
      given: {
        'pool.freeQueuePairs': 1,
        'vnic.iovQueuePairsRequested': 4,
        'pool.queuePairsWanted': 4,
        'switch.iovEnabled': true,
      },
      missing: ['pool.vfRank'],
    },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'pool.vfRank': 0 } },
    { name: 'a switch without SR-IOV', given: { 'switch.iovEnabled': false } },
  ],
});
