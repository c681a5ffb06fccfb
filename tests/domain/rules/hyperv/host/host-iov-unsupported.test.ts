import { hostIovUnsupported } from '../../../../../electron/domain/rules/hyperv/host/host-iov-unsupported';
import { ruleCases } from '../../../../helpers/rule-cases';

const ENGLISH =
  'SR-IOV cannot be used on this system as the PCI Express hardware does not support Access Control Services (ACS) at any root port. Contact your system vendor for further information.';
const GERMAN = 'SR-IOV kann auf diesem System nicht verwendet werden.';

ruleCases(hostIovUnsupported, {
  holds: [{ name: 'the platform supports it', given: { 'host.iovSupport': true } }],
  violated: [
    {
      name: 'every reason is understood',
      given: { 'host.iovSupport': false, 'host.iovSupportReasons': [ENGLISH] },
      message: 'named',
    },
    {
      name: 'a reason is not understood, and is shown word for word',
      given: { 'host.iovSupport': false, 'host.iovSupportReasons': [ENGLISH, GERMAN] },
      message: 'unrecognised',
      values: { reasons: [`“${GERMAN}”`] },
    },
    {
      name: 'Windows gives no reason',
      given: { 'host.iovSupport': false, 'host.iovSupportReasons': [] },
      message: 'silent',
    },
    {
      name: 'the reasons were not collected',
      given: { 'host.iovSupport': false },
      message: 'notCollected',
    },
    {
      name: 'only the reasons were collected',
      given: { 'host.iovSupportReasons': [ENGLISH] },
      message: 'named',
    },
  ],
  undecided: [
    { name: 'nothing was collected', given: {}, missing: ['host.iovSupport'] },
    {
      name: 'an empty list of reasons proves nothing',
      given: { 'host.iovSupportReasons': [], 'host.osBuild': 20348 },
      missing: ['host.iovSupport'],
    },
  ],
  notApplicable: [
    { name: 'a host before SR-IOV reports nothing about it', given: { 'host.osBuild': 7601 } },
  ],
});
