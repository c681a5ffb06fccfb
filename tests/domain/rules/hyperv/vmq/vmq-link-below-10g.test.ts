import { vmqLinkBelow10g } from '../../../../../electron/domain/rules/hyperv/vmq/vmq-link-below-10g';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmqLinkBelow10g, {
  holds: [
    { name: '10 Gbit/s is enough', given: { 'adapter.linkBitsPerSecond': 10e9 } },
    {
      name: 'a slow link on a host that was told to use queues there',
      given: { 'adapter.linkBitsPerSecond': 1e9, 'host.belowTenGigVmqEnabled': true },
    },
  ],
  violated: [
    {
      name: '1 Gbit/s by default',
      given: { 'adapter.linkBitsPerSecond': 1e9, 'host.belowTenGigVmqEnabled': false },
      message: 'slow',
    },
    {
      name: 'an adapter in SR-IOV mode is told of on its own',
      given: {
        'adapter.linkBitsPerSecond': 1e9,
        'host.belowTenGigVmqEnabled': false,
        'switch.iovEnabled': true,
      },
      message: 'slowSriov',
    },
  ],
  undecided: [
    {
      name: 'the link was not collected',
      given: { 'host.belowTenGigVmqEnabled': false },
      missing: ['adapter.linkBitsPerSecond'],
    },
    {
      name: 'the registry was not read',
      given: { 'adapter.linkBitsPerSecond': 1e9 },
      missing: ['host.belowTenGigVmqEnabled'],
    },
    {
      name: 'a port without link has no speed to judge by',
      given: { 'adapter.linkUp': false, 'host.belowTenGigVmqEnabled': false },
      doubt: 'noLink',
    },
    { name: 'speed 0 is no speed', given: { 'adapter.linkBitsPerSecond': 0 }, doubt: 'noLink' },
  ],
  // Every adapter has a link speed.
  notApplicable: [],
});
