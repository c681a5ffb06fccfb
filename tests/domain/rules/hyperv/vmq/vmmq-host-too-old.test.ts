import { vmmqHostTooOld } from '../../../../../electron/domain/rules/hyperv/vmq/vmmq-host-too-old';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmmqHostTooOld, {
  holds: [{ name: 'Windows Server 2016', given: { 'vnic.vmqWeight': 100, 'host.osBuild': 14393 } }],
  violated: [
    {
      name: 'Windows Server 2012 R2',
      given: { 'vnic.vmqWeight': 100, 'host.osBuild': 9600 },
      message: 'tooOld',
    },
  ],
  undecided: [
    {
      name: 'the system was not collected',
      given: { 'vnic.vmqWeight': 100 },
      missing: ['host.osBuild'],
    },
  ],
  notApplicable: [
    { name: 'no queue is wanted', given: { 'vnic.vmqWeight': 0, 'host.osBuild': 9600 } },
  ],
});
