import { vnicStormOrIpLimit } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-storm-or-ip-limit';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicStormOrIpLimit, {
  holds: [
    {
      name: 'no limits',
      given: { 'vnic.iovWeight': 100, 'vnic.stormLimit': 0, 'vnic.dynamicIpAddressLimit': 0 },
    },
  ],
  violated: [
    {
      name: 'one limit is enough, whatever the other is',
      given: { 'vnic.iovWeight': 100, 'vnic.stormLimit': 500 },
      message: 'set',
      values: { limits: ['a broadcast storm limit'] },
    },
    {
      name: 'names both limits',
      given: { 'vnic.iovWeight': 100, 'vnic.stormLimit': 500, 'vnic.dynamicIpAddressLimit': 4 },
      message: 'set',
      values: { limits: ['a broadcast storm limit', 'a limit of dynamic IP addresses'] },
    },
  ],
  undecided: [
    {
      name: 'one limit was not collected',
      given: { 'vnic.iovWeight': 100, 'vnic.stormLimit': 0 },
      missing: ['vnic.dynamicIpAddressLimit'],
    },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0, 'vnic.stormLimit': 500 } },
  ],
});
