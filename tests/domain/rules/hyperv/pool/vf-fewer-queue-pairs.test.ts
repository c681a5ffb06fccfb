import { vfFewerQueuePairs } from '../../../../../electron/domain/rules/hyperv/pool/vf-fewer-queue-pairs';
import { ruleCases } from '../../../../helpers/rule-cases';

const four = { 'vnic.iovQueuePairsRequested': 4, 'pool.queuePairsWanted': 4 } as const;

ruleCases(vfFewerQueuePairs, {
  holds: [{ name: 'as many free as asked for', given: { 'pool.freeQueuePairs': 4, ...four } }],
  violated: [
    {
      name: 'two free, four asked for',
      given: {
        'pool.freeQueuePairs': 2,
        ...four,
        'switch.iovEnabled': true,
        'pool.vfRank': 1,
      },
      message: 'short',
      values: { free: '2 queue pairs', requested: 4 },
    },
    {
      name: 'enough for this vNIC, not for those before it as well',
      given: {
        'pool.freeQueuePairs': 6,
        'vnic.iovQueuePairsRequested': 4,
        'pool.queuePairsWanted': 8,
        'switch.iovEnabled': true,
        'pool.vfRank': 2,
      },
      message: 'shortTogether',
      values: { free: '6 queue pairs', wanted: 8 },
    },
  ],
  undecided: [
    {
      name: 'what is free was not collected',
      given: four,
      missing: ['pool.freeQueuePairs'],
    },
  ],
  notApplicable: [
    {
      name: 'without any free pair there is no VF, which another rule says',
      given: {
        'pool.freeQueuePairs': 0,
        ...four,
        'switch.iovEnabled': true,
        'pool.vfRank': 1,
      },
    },
    { name: 'no VF is wanted', given: { 'pool.vfRank': 0 } },
    { name: 'a switch without SR-IOV', given: { 'switch.iovEnabled': false } },
  ],
});
