import { vnicRouterGuard } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-router-guard';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicRouterGuard, {
  holds: [{ name: 'off', given: { 'vnic.iovWeight': 100, 'vnic.routerGuard': false } }],
  violated: [
    { name: 'on', given: { 'vnic.iovWeight': 100, 'vnic.routerGuard': true }, message: 'on' },
  ],
  undecided: [
    { name: 'not collected', given: { 'vnic.iovWeight': 100 }, missing: ['vnic.routerGuard'] },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0, 'vnic.routerGuard': true } },
  ],
});
