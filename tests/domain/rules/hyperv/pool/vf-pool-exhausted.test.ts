import { vfPoolExhausted } from '../../../../../electron/domain/rules/hyperv/pool/vf-pool-exhausted';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vfPoolExhausted, {
  holds: [{ name: 'one free', given: { 'pool.freeVfs': 1, 'pool.freeVfsMost': 1 } }],
  violated: [
    {
      name: 'all in use',
      given: {
        'pool.freeVfs': 0,
        'pool.freeVfsMost': 0,
        'switch.vfCapacity': 32,
        'switch.iovEnabled': true,
        'pool.vfRank': 1,
      },
      message: 'allInUse',
      values: { capacity: 32 },
    },
    {
      name: 'the switch has SR-IOV and no VF',
      given: {
        'pool.freeVfs': 0,
        'pool.freeVfsMost': 0,
        'switch.vfCapacity': 0,
        'switch.iovEnabled': true,
        'pool.vfRank': 2,
      },
      message: 'noneAtAll',
    },
  ],
  undecided: [
    {
      name: 'none free of the VFs of one member, if it is one member that is counted',
      given: {
        'pool.freeVfs': 0,
        'pool.freeVfsMost': 32,
        'switch.vfCapacity': 32,
        'switch.iovEnabled': true,
        'pool.vfRank': 1,
      },
      doubt: 'oneMember',
    },
    {
      name: 'the pool was not collected',
      given: { 'switch.iovEnabled': true, 'pool.vfRank': 1 },
      missing: ['pool.freeVfs'],
    },
    {
      name: 'none free, and it is not known whether that means anything',
      given: { 'pool.freeVfs': 0, 'pool.freeVfsMost': 0, 'switch.vfCapacity': 0 },
      missing: ['switch.iovEnabled', 'pool.vfRank'],
    },
  ],
  notApplicable: [
    {
      name: 'no VF is wanted',
      given: { 'pool.freeVfs': 0, 'pool.freeVfsMost': 0, 'pool.vfRank': 0 },
    },
    {
      name: 'a switch without SR-IOV has no pool to use up',
      given: {
        'pool.freeVfs': 0,
        'pool.freeVfsMost': 0,
        'switch.vfCapacity': 0,
        'switch.iovEnabled': false,
      },
    },
  ],
});
