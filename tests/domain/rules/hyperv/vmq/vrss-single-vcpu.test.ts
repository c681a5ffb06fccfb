import { vrssSingleVcpu } from '../../../../../electron/domain/rules/hyperv/vmq/vrss-single-vcpu';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vrssSingleVcpu, {
  holds: [
    { name: 'two virtual processors', given: { 'vnic.vmqWeight': 100, 'vm.processorCount': 2 } },
  ],
  violated: [
    { name: 'one', given: { 'vnic.vmqWeight': 100, 'vm.processorCount': 1 }, message: 'single' },
  ],
  undecided: [
    { name: 'not collected', given: { 'vnic.vmqWeight': 100 }, missing: ['vm.processorCount'] },
  ],
  notApplicable: [
    { name: 'no queue is wanted', given: { 'vnic.vmqWeight': 0, 'vm.processorCount': 1 } },
  ],
});
