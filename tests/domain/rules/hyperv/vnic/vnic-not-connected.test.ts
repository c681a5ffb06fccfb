import { vnicNotConnected } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-not-connected';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicNotConnected, {
  holds: [
    { name: 'connected to a switch', given: { 'vnic.connected': true, 'vnic.switchName': 'prod' } },
  ],
  violated: [
    { name: 'not connected', given: { 'vnic.connected': false }, message: 'off' },
    { name: 'no switch named', given: { 'vnic.switchName': null }, message: 'off' },
  ],
  undecided: [
    {
      name: 'the connection was not collected',
      given: { 'vnic.switchName': 'prod' },
      missing: ['vnic.connected'],
    },
    {
      name: 'the switch was not collected',
      given: { 'vnic.connected': true },
      missing: ['vnic.switchName'],
    },
  ],
  // Every vNIC is connected or not.
  notApplicable: [],
});
