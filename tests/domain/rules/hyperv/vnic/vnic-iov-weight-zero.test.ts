import { vnicIovWeightZero } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-iov-weight-zero';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicIovWeightZero, {
  holds: [{ name: 'a weight of 1 is enough', given: { 'vnic.iovWeight': 1 } }],
  violated: [{ name: 'weight 0', given: { 'vnic.iovWeight': 0 }, message: 'off' }],
  undecided: [{ name: 'the weight was not collected', given: {}, missing: ['vnic.iovWeight'] }],
  // Every vNIC has a weight.
  notApplicable: [],
});
