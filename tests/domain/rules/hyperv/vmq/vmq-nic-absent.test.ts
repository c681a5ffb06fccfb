import { vmqNicAbsent } from '../../../../../electron/domain/rules/hyperv/vmq/vmq-nic-absent';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmqNicAbsent, {
  holds: [
    { name: 'listed', given: { 'adapter.vmqListed': true } },
    {
      name: 'an answer whether it is enabled proves the entry',
      given: { 'adapter.vmqEnabled': false },
    },
  ],
  violated: [
    {
      name: 'not listed, on a switch without SR-IOV',
      given: { 'adapter.vmqListed': false, 'switch.iovEnabled': false },
      message: 'absent',
    },
  ],
  undecided: [
    {
      name: 'the list was not collected',
      given: { 'switch.iovEnabled': false },
      missing: ['adapter.vmqListed'],
    },
    {
      name: 'the switch was not collected',
      given: { 'adapter.vmqListed': false },
      missing: ['switch.iovEnabled'],
    },
  ],
  notApplicable: [
    {
      name: 'VPorts do the work in SR-IOV mode',
      given: { 'adapter.vmqListed': false, 'switch.iovEnabled': true },
    },
  ],
});
