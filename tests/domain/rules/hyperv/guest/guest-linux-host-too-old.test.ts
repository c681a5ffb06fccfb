import { guestLinuxHostTooOld } from '../../../../../electron/domain/rules/hyperv/guest/guest-linux-host-too-old';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(guestLinuxHostTooOld, {
  holds: [
    {
      name: 'Windows Server 2016, whatever the guest',
      given: { 'vnic.iovWeight': 100, 'host.osBuild': 14393 },
    },
  ],
  violated: [
    {
      name: 'Linux on Windows Server 2012 R2',
      given: {
        'vnic.iovWeight': 100,
        'guest.vfSupport': true,
        'guest.family': 'linux',
        'host.osBuild': 9600,
      },
      message: 'tooOld',
    },
  ],
  undecided: [
    {
      name: 'the host was not collected',
      given: { 'guest.family': 'linux' },
      missing: ['host.osBuild'],
    },
    {
      name: 'the guest of an old host is not known',
      given: { 'host.osBuild': 9600 },
      missing: ['guest.family'],
    },
  ],
  notApplicable: [
    {
      name: 'a Windows guest works there',
      given: { 'guest.family': 'windows', 'host.osBuild': 9600 },
    },
    {
      name: 'the guest cannot use a VF anywhere',
      given: { 'guest.vfSupport': false, 'host.osBuild': 9600 },
    },
    {
      name: 'no VF is wanted',
      given: { 'vnic.iovWeight': 0, 'guest.family': 'linux', 'host.osBuild': 9600 },
    },
  ],
});
