import { vnicMacSpoofingBlocked } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-mac-spoofing-blocked';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicMacSpoofingBlocked, {
  holds: [
    {
      name: 'a switch without SR-IOV',
      given: { 'vnic.macAddressSpoofing': true, 'switch.iovEnabled': false },
    },
  ],
  violated: [
    {
      name: 'a switch with SR-IOV',
      given: { 'vnic.macAddressSpoofing': true, 'switch.iovEnabled': true },
      message: 'blocked',
    },
  ],
  undecided: [
    {
      name: 'the switch was not collected',
      given: { 'vnic.macAddressSpoofing': true },
      missing: ['switch.iovEnabled'],
    },
    {
      name: 'nothing was collected',
      given: {},
      missing: ['vnic.macAddressSpoofing', 'switch.iovEnabled'],
    },
  ],
  notApplicable: [{ name: 'spoofing is off', given: { 'vnic.macAddressSpoofing': false } }],
});
