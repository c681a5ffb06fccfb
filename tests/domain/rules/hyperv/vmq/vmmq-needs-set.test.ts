import { vmmqNeedsSet } from '../../../../../electron/domain/rules/hyperv/vmq/vmmq-needs-set';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmmqNeedsSet, {
  holds: [
    { name: 'a SET team', given: { 'switch.teaming': 'set' } },
    { name: 'a single adapter', given: { 'switch.teaming': 'none' } },
  ],
  violated: [
    {
      name: 'an LBFO team on Windows Server 2019',
      given: { 'vnic.vmqWeight': 100, 'host.osBuild': 17763, 'switch.teaming': 'lbfo' },
      message: 'lbfo',
    },
  ],
  undecided: [
    {
      name: 'the teaming was not collected',
      given: { 'host.osBuild': 17763 },
      missing: ['switch.teaming'],
    },
    {
      name: 'the system was not collected',
      given: { 'switch.teaming': 'lbfo' },
      missing: ['host.osBuild'],
    },
  ],
  notApplicable: [
    {
      name: 'older hosts have no VMMQ in any case',
      given: { 'host.osBuild': 9600, 'switch.teaming': 'lbfo' },
    },
    { name: 'no queue is wanted', given: { 'vnic.vmqWeight': 0, 'switch.teaming': 'lbfo' } },
  ],
});
