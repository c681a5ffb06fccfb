import { hostOscDenied } from '../../../../../electron/domain/rules/hyperv/host/host-osc-denied';
import { ruleCases } from '../../../../helpers/rule-cases';

const REASON =
  'To use SR-IOV on this system, the system BIOS must be updated to allow Windows to control PCI Express. Contact your system manufacturer for an update.';
const OTHER_REASON =
  'SR-IOV cannot be used on this system as the PCI Express hardware does not support Access Control Services (ACS) at any root port. Contact your system vendor for further information.';

ruleCases(hostOscDenied, {
  holds: [
    { name: 'the platform supports SR-IOV', given: { 'host.iovSupport': true } },
    {
      name: 'Windows gives another reason only',
      given: { 'host.iovSupport': false, 'host.iovSupportReasons': [OTHER_REASON] },
    },
  ],
  violated: [
    {
      name: 'the host gives the reason, among others',
      given: { 'host.iovSupport': false, 'host.iovSupportReasons': [OTHER_REASON, REASON] },
      message: 'named',
    },
    {
      name: 'the switch gives the reason, in capitals and with broken lines',
      given: {
        'host.iovSupport': false,
        'switch.iovSupportReasons': [REASON.toUpperCase().replaceAll(' ', '\n  ')],
      },
      message: 'named',
    },
  ],
  // One rule, host-iov-unsupported, asks for what is not known about the platform.
  undecided: [],
  notApplicable: [
    { name: 'the reasons were not collected', given: { 'host.iovSupport': false } },
    { name: 'nothing was collected', given: {} },
    {
      name: 'Windows gives no reason',
      given: { 'host.iovSupport': false, 'host.iovSupportReasons': [] },
    },
    {
      name: 'one reason is not understood',
      given: {
        'host.iovSupport': false,
        'host.iovSupportReasons': [
          OTHER_REASON,
          'SR-IOV ist hier aus einem anderen Grund nicht nutzbar.',
        ],
      },
    },
  ],
});
