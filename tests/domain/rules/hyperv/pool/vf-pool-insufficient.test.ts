import { vfPoolInsufficient } from '../../../../../electron/domain/rules/hyperv/pool/vf-pool-insufficient';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vfPoolInsufficient, {
  holds: [
    {
      name: 'as many free as wanted',
      given: {
        'pool.freeVfs': 2,
        'pool.freeVfsMost': 2,
        'pool.vfRank': 2,
        'pool.vfRankMost': 2,
        'switch.iovEnabled': true,
      },
    },
  ],
  violated: [
    {
      name: 'the second of two, one free',
      given: {
        'pool.freeVfs': 1,
        'pool.freeVfsMost': 1,
        'pool.vfRank': 2,
        'pool.vfRankMost': 2,
        'switch.iovEnabled': true,
      },
      message: 'tooFew',
      values: { free: '1 VF', rank: 2 },
    },
    {
      name: 'the fourth, two free',
      given: {
        'pool.freeVfs': 2,
        'pool.freeVfsMost': 2,
        'pool.vfRank': 4,
        'pool.vfRankMost': 4,
        'switch.iovEnabled': true,
      },
      message: 'tooFew',
      values: { free: '2 VFs', rank: 4 },
    },
  ],
  undecided: [
    {
      name: 'the pool was not collected',
      given: { 'pool.vfRank': 2, 'pool.vfRankMost': 2, 'switch.iovEnabled': true },
      missing: ['pool.freeVfs'],
    },
    {
      name: 'the wish is not known',
      given: { 'pool.freeVfs': 1, 'pool.freeVfsMost': 1, 'switch.iovEnabled': true },
      missing: ['pool.vfRank', 'pool.vfRankMost'],
    },
    {
      name: 'a vNIC before it may take the last one',
      given: {
        'pool.freeVfs': 1,
        'pool.freeVfsMost': 1,
        'pool.vfRank': 1,
        'pool.vfRankMost': 2,
        'switch.iovEnabled': true,
      },
      doubt: 'maybeTooFew',
    },
    {
      name: 'the flag was not collected',
      given: { 'pool.freeVfs': 1, 'pool.freeVfsMost': 1, 'pool.vfRank': 2, 'pool.vfRankMost': 2 },
      missing: ['switch.iovEnabled'],
    },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'pool.vfRank': 0, 'pool.vfRankMost': 0 } },
    { name: 'the first one wanted', given: { 'pool.vfRank': 1, 'pool.vfRankMost': 1 } },
    {
      name: 'an empty pool is another rule',
      given: {
        'pool.freeVfs': 0,
        'pool.freeVfsMost': 0,
        'pool.vfRank': 2,
        'pool.vfRankMost': 2,
        'switch.iovEnabled': true,
      },
    },
    {
      name: 'a switch without SR-IOV',
      given: { 'switch.iovEnabled': false, 'pool.vfRank': 2, 'pool.vfRankMost': 2 },
    },
  ],
});
