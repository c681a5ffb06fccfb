import { hostBiosTablesWrong } from '../../../../../electron/domain/rules/hyperv/host/host-bios-tables-wrong';
import { ruleCases } from '../../../../helpers/rule-cases';

const REASON =
  'To use SR-IOV on this computer, the BIOS must be updated because it contains incorrect information describing the hardware capabilities. Contact your computer manufacturer for an update.';
const OTHER_REASON =
  'To use SR-IOV on this system, the system BIOS must be updated to allow Windows to control PCI Express. Contact your system manufacturer for an update.';

ruleCases(hostBiosTablesWrong, {
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
