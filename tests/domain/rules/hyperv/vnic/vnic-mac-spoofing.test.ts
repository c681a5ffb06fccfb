import { vnicMacSpoofing } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-mac-spoofing';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicMacSpoofing, {
  holds: [
    {
      name: 'spoofing is off',
      given: { 'vnic.iovWeight': 100, 'vnic.macAddressSpoofing': false, 'switch.iovEnabled': true },
    },
  ],
  violated: [
    {
      name: 'spoofing is on, on a switch with SR-IOV',
      given: { 'vnic.iovWeight': 100, 'vnic.macAddressSpoofing': true, 'switch.iovEnabled': true },
      message: 'on',
    },
    {
      name: 'there is no VF either way when nobody knows about the switch',
      given: { 'vnic.iovWeight': 100, 'vnic.macAddressSpoofing': true },
      message: 'on',
    },
    {
      name: 'an unknown weight does not matter',
      given: { 'vnic.macAddressSpoofing': true },
      message: 'on',
    },
  ],
  undecided: [
    {
      name: 'the setting was not collected',
      given: { 'vnic.iovWeight': 100 },
      missing: ['vnic.macAddressSpoofing'],
    },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0, 'vnic.macAddressSpoofing': true } },
    {
      name: 'the switch has no SR-IOV',
      given: { 'vnic.macAddressSpoofing': true, 'switch.iovEnabled': false },
    },
  ],
});
