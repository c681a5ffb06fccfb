import { vportPoolExhausted } from '../../../../../electron/domain/rules/hyperv/pool/vport-pool-exhausted';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vportPoolExhausted, {
  holds: [
    { name: 'one free', given: { 'adapter.vportCount': 64, 'adapter.vportsActive': 63 } },
    {
      name: 'the VM itself holds one of those in use',
      given: {
        'adapter.vportCount': 64,
        'adapter.vportsActive': 64,
        'adapter.singleVportPool': true,
        'switch.iovEnabled': true,
        'pool.vfRank': 1,
        'pool.heldVfs': 1,
      },
    },
  ],
  violated: [
    {
      name: 'all in use of a shared pool',
      given: {
        'adapter.vportCount': 64,
        'adapter.vportsActive': 64,
        'adapter.singleVportPool': true,
        'pool.heldVfs': 0,
        'switch.iovEnabled': true,
        'pool.vfRank': 1,
      },
      message: 'allInUse',
      values: { vports: 64 },
    },
  ],
  undecided: [
    {
      name: 'the counts were not collected',
      given: {},
      missing: ['adapter.vportCount', 'adapter.vportsActive'],
    },
    {
      name: 'all in use, and the kind of pool was not collected',
      given: {
        'adapter.vportCount': 64,
        'adapter.vportsActive': 64,
        'switch.iovEnabled': true,
        'pool.vfRank': 1,
        'pool.heldVfs': 0,
      },
      missing: ['adapter.singleVportPool'],
    },
  ],
  notApplicable: [
    {
      name: 'VFs have VPorts of their own',
      given: {
        'adapter.vportCount': 64,
        'adapter.vportsActive': 64,
        'adapter.singleVportPool': false,
      },
    },
    { name: 'a switch without SR-IOV', given: { 'switch.iovEnabled': false } },
    { name: 'no VF is wanted', given: { 'pool.vfRank': 0 } },
  ],
});
