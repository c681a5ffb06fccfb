import { vmq2008r2DefaultOff } from '../../../../../electron/domain/rules/hyperv/vmq/vmq-2008r2-default-off';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmq2008r2DefaultOff, {
  holds: [
    {
      name: 'turned on for the speed of the link',
      given: {
        'host.osBuild': 7601,
        'adapter.linkBitsPerSecond': 10e9,
        'host.tenGigVmqEnabled': true,
      },
    },
    {
      name: 'turned on for all speeds',
      given: {
        'host.osBuild': 7601,
        'host.tenGigVmqEnabled': true,
        'host.belowTenGigVmqEnabled': true,
      },
    },
  ],
  violated: [
    {
      name: 'off for 10 Gbit/s',
      given: {
        'host.osBuild': 7601,
        'adapter.linkBitsPerSecond': 10e9,
        'host.tenGigVmqEnabled': false,
      },
      message: 'off',
      values: { key: 'TenGigVmqEnabled' },
    },
    {
      name: 'off for 1 Gbit/s, whatever holds above',
      given: {
        'host.osBuild': 7600,
        'adapter.linkBitsPerSecond': 1e9,
        'host.tenGigVmqEnabled': true,
        'host.belowTenGigVmqEnabled': false,
      },
      message: 'off',
      values: { key: 'BelowTenGigVmqEnabled' },
    },
  ],
  undecided: [
    { name: 'the system was not collected', given: {}, missing: ['host.osBuild'] },
    {
      name: 'the link was not collected',
      given: { 'host.osBuild': 7601, 'host.tenGigVmqEnabled': true },
      missing: ['adapter.linkBitsPerSecond'],
    },
    {
      name: 'the registry was not read',
      given: { 'host.osBuild': 7601, 'adapter.linkBitsPerSecond': 10e9 },
      missing: ['host.tenGigVmqEnabled'],
    },
  ],
  notApplicable: [
    {
      name: 'a host that speaks of SR-IOV, and nobody knows its build',
      given: { 'host.iovSupport': true },
    },
    { name: 'Windows Server 2012', given: { 'host.osBuild': 9200 } },
  ],
});
