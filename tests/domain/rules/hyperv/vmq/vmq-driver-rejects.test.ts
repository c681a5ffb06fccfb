import { vmqDriverRejects } from '../../../../../electron/domain/rules/hyperv/vmq/vmq-driver-rejects';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmqDriverRejects, {
  holds: [{ name: 'the event log has none', given: { 'switch.vmqRejectedByDriver': false } }],
  violated: [
    {
      name: 'the driver refused one',
      given: { 'switch.vmqRejectedByDriver': true },
      message: 'rejected',
    },
  ],
  undecided: [
    {
      name: 'a running vNIC wants a queue and has none',
      given: {
        'place.isPresent': true,
        'vm.state': 'running',
        'vnic.vmqWeight': 100,
        'vnic.vmqUsage': 0,
        'vnic.vfDataPathActive': false,
      },
      missing: ['switch.vmqRejectedByDriver'],
    },
  ],
  notApplicable: [
    {
      name: 'nobody read the event log, and nothing asks for it',
      given: { 'place.isPresent': false },
    },
    {
      name: 'a vNIC with an active VF needs no queue',
      given: {
        'place.isPresent': true,
        'vm.state': 'running',
        'vnic.vmqUsage': 0,
        'vnic.vfDataPathActive': true,
      },
    },
  ],
});
