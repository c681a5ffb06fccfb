import { vmmqOffByDefault2016 } from '../../../../../electron/domain/rules/hyperv/vmq/vmmq-off-by-default-2016';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmmqOffByDefault2016, {
  holds: [
    {
      name: 'turned on',
      given: { 'vnic.vmqWeight': 100, 'host.osBuild': 14393, 'vnic.vmmqEnabled': true },
    },
  ],
  violated: [
    {
      name: 'left off',
      given: { 'vnic.vmqWeight': 100, 'host.osBuild': 14393, 'vnic.vmmqEnabled': false },
      message: 'off',
    },
  ],
  undecided: [
    {
      name: 'the system was not collected',
      given: { 'vnic.vmmqEnabled': false },
      missing: ['host.osBuild'],
    },
    {
      name: 'the setting was not collected',
      given: { 'host.osBuild': 14393 },
      missing: ['vnic.vmmqEnabled'],
    },
  ],
  notApplicable: [
    {
      name: 'Windows Server 2019 turns it on itself',
      given: { 'host.osBuild': 17763, 'vnic.vmmqEnabled': false },
    },
    {
      name: 'older hosts have none to turn on',
      given: { 'host.osBuild': 9600, 'vnic.vmmqEnabled': false },
    },
    {
      name: 'an LBFO team is the cause',
      given: { 'host.osBuild': 14393, 'vnic.vmmqEnabled': false, 'switch.teaming': 'lbfo' },
    },
    { name: 'no queue is wanted', given: { 'vnic.vmqWeight': 0, 'host.osBuild': 14393 } },
  ],
});
