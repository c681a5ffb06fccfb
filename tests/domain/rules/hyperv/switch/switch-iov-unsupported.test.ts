import { switchIovUnsupported } from '../../../../../electron/domain/rules/hyperv/switch/switch-iov-unsupported';
import { ruleCases } from '../../../../helpers/rule-cases';

const REASON =
  'To use SR-IOV on this system, the system BIOS must be updated to allow Windows to control PCI Express. Contact your system manufacturer for an update.';

ruleCases(switchIovUnsupported, {
  holds: [
    { name: 'supported', given: { 'switch.iovEnabled': true, 'switch.iovSupport': true } },
    { name: 'supported, flag not collected', given: { 'switch.iovSupport': true } },
  ],
  violated: [
    {
      name: 'with a reason, shown word for word',
      given: {
        'switch.iovEnabled': true,
        'switch.iovSupport': false,
        'switch.iovSupportReasons': [REASON],
      },
      message: 'reasons',
      values: { reasons: [`“${REASON}”`] },
    },
    {
      name: 'without a reason',
      given: {
        'switch.iovEnabled': true,
        'switch.iovSupport': false,
        'switch.iovSupportReasons': [],
      },
      message: 'silent',
    },
    {
      name: 'reasons not collected',
      given: { 'switch.iovEnabled': true, 'switch.iovSupport': false },
      message: 'silent',
    },
  ],
  undecided: [
    {
      name: 'the support was not collected',
      given: { 'switch.iovEnabled': true },
      missing: ['switch.iovSupport'],
    },
    {
      name: 'the flag was not collected',
      given: { 'switch.iovSupport': false },
      missing: ['switch.iovEnabled'],
    },
  ],
  notApplicable: [
    {
      name: 'created without SR-IOV',
      given: { 'switch.iovEnabled': false, 'switch.iovSupport': false },
    },
  ],
});
