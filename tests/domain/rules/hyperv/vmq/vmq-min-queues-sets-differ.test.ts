import { vmqMinQueuesSetsDiffer } from '../../../../../electron/domain/rules/hyperv/vmq/vmq-min-queues-sets-differ';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmqMinQueuesSetsDiffer, {
  holds: [
    {
      name: 'the same processors everywhere',
      given: {
        'switch.teaming': 'lbfo',
        'switch.teamingMode': 'lacp',
        'place.vmqProcessorSets': 'identical',
      },
    },
  ],
  violated: [
    {
      name: 'processors of their own in an LACP team',
      given: {
        'switch.teaming': 'lbfo',
        'switch.teamingMode': 'lacp',
        'place.vmqProcessorSets': 'disjoint',
      },
      message: 'differ',
    },
    {
      name: 'switch independent with address hash is Min-Queues too',
      given: {
        'switch.teaming': 'lbfo',
        'switch.teamingMode': 'switch-independent',
        'switch.loadBalancing': 'transport-ports',
        'place.vmqProcessorSets': 'overlapping',
      },
      message: 'differ',
    },
  ],
  undecided: [
    {
      name: 'the processors were not collected',
      given: { 'switch.teaming': 'lbfo', 'switch.teamingMode': 'static' },
      missing: ['place.vmqProcessorSets'],
    },
  ],
  notApplicable: [
    {
      name: 'a SET team is never Min-Queues',
      given: { 'switch.teaming': 'set', 'place.vmqProcessorSets': 'disjoint' },
    },
    { name: 'no team', given: { 'switch.teaming': 'none' } },
    {
      name: 'a team of one',
      given: {
        'switch.teaming': 'lbfo',
        'switch.teamingMode': 'lacp',
        'place.vmqProcessorSets': 'alone',
      },
    },
    { name: 'no queue is wanted', given: { 'vnic.vmqWeight': 0, 'switch.teaming': 'lbfo' } },
  ],
});
