import { vmqProcessorOverlap } from '../../../../../electron/domain/rules/hyperv/vmq/vmq-processor-overlap';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmqProcessorOverlap, {
  holds: [
    {
      name: 'each adapter has processors of its own',
      given: {
        'vnic.vmqWeight': 100,
        'switch.teaming': 'lbfo',
        'switch.teamingMode': 'switch-independent',
        'switch.loadBalancing': 'dynamic',
        'place.vmqProcessorSets': 'disjoint',
      },
    },
  ],
  violated: [
    {
      name: 'a Sum-of-Queues team with the same processors everywhere',
      given: {
        'switch.teaming': 'lbfo',
        'switch.teamingMode': 'switch-independent',
        'switch.loadBalancing': 'hyper-v-port',
        'place.vmqProcessorSets': 'identical',
      },
      message: 'shared',
    },
    {
      name: 'a SET team on Windows Server 2016',
      given: {
        'host.osBuild': 14393,
        'switch.teaming': 'set',
        'place.vmqProcessorSets': 'overlapping',
      },
      message: 'shared',
    },
  ],
  undecided: [
    { name: 'the teaming was not collected', given: {}, missing: ['switch.teaming'] },
    {
      name: 'the mode was not collected',
      given: { 'switch.teaming': 'lbfo' },
      missing: ['switch.teamingMode'],
    },
    {
      name: 'the load balancing was not collected',
      given: { 'switch.teaming': 'lbfo', 'switch.teamingMode': 'switch-independent' },
      missing: ['switch.loadBalancing'],
    },
    {
      name: 'the processors were not collected',
      given: { 'host.osBuild': 14393, 'switch.teaming': 'set' },
      missing: ['place.vmqProcessorSets'],
    },
    {
      name: 'whether queues of the SET team move by themselves is not known',
      given: { 'switch.teaming': 'set', 'place.vmqProcessorSets': 'identical' },
      missing: ['host.osBuild'],
    },
  ],
  notApplicable: [
    { name: 'no team', given: { 'switch.teaming': 'none' } },
    {
      name: 'a Min-Queues team',
      given: { 'switch.teaming': 'lbfo', 'switch.teamingMode': 'lacp' },
    },
    {
      name: 'a SET team on Windows Server 2019',
      given: { 'host.osBuild': 17763, 'switch.teaming': 'set' },
    },
    {
      name: 'a team of one',
      given: { 'switch.teaming': 'set', 'place.vmqProcessorSets': 'alone' },
    },
    { name: 'no queue is wanted', given: { 'vnic.vmqWeight': 0, 'switch.teaming': 'lbfo' } },
  ],
});
