import { vnicVmqWeightZero } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-vmq-weight-zero';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicVmqWeightZero, {
  holds: [{ name: 'the default weight', given: { 'vnic.vmqWeight': 100 } }],
  violated: [{ name: 'weight 0', given: { 'vnic.vmqWeight': 0 }, message: 'off' }],
  undecided: [{ name: 'the weight was not collected', given: {}, missing: ['vnic.vmqWeight'] }],
  // Every vNIC has a weight.
  notApplicable: [],
});
