import { vnicDhcpGuard } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-dhcp-guard';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicDhcpGuard, {
  holds: [{ name: 'off', given: { 'vnic.iovWeight': 100, 'vnic.dhcpGuard': false } }],
  violated: [
    { name: 'on', given: { 'vnic.iovWeight': 100, 'vnic.dhcpGuard': true }, message: 'on' },
  ],
  undecided: [
    { name: 'not collected', given: { 'vnic.iovWeight': 100 }, missing: ['vnic.dhcpGuard'] },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0, 'vnic.dhcpGuard': true } },
  ],
});
