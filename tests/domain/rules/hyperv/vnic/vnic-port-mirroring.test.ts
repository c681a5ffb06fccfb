import { vnicPortMirroring } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-port-mirroring';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicPortMirroring, {
  holds: [{ name: 'none', given: { 'vnic.iovWeight': 100, 'vnic.portMirroring': 'none' } }],
  violated: [
    {
      name: 'the source of a mirror',
      given: { 'vnic.iovWeight': 100, 'vnic.portMirroring': 'source' },
      message: 'on',
      values: { role: 'source' },
    },
  ],
  undecided: [
    { name: 'not collected', given: { 'vnic.iovWeight': 100 }, missing: ['vnic.portMirroring'] },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0, 'vnic.portMirroring': 'source' } },
  ],
});
