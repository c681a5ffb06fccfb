import { migNicCountOverLimit } from '../../../../../electron/domain/rules/hyperv/migration/mig-nic-count-over-limit';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migNicCountOverLimit, {
  holds: [
    { name: '8 adapters go anywhere, whatever else is known', given: { 'move.vnicCount': 8 } },
    {
      name: '64 adapters in generation 2 on Windows Server 2019',
      given: {
        'move.vnicCount': 64,
        'vm.generation': 2,
        'vm.configurationVersion': '9.0',
        'target.osBuild': 17763,
      },
    },
  ],
  violated: [
    {
      name: 'pages contradict each other about 20 adapters in generation 1 on Windows Server 2019',
      given: {
        'move.vnicCount': 20,
        'vm.generation': 1,
        'vm.configurationVersion': '9.0',
        'target.osBuild': 17763,
      },
      message: 'contradicted',
      values: { count: 20 },
    },
    {
      name: 'and of 10 some may be legacy adapters',
      given: {
        'move.vnicCount': 10,
        'vm.generation': 1,
        'vm.configurationVersion': '9.0',
        'target.osBuild': 17763,
      },
      message: 'contradictedLegacy',
      values: { count: 10 },
    },
    {
      name: '9 adapters in generation 2 on Windows Server 2016',
      given: {
        'move.vnicCount': 9,
        'vm.generation': 2,
        'vm.configurationVersion': '8.0',
        'target.osBuild': 14393,
      },
      message: 'over',
      values: { count: 9, most: 8 },
    },
    {
      name: '9 adapters with a version below 8.3 on Windows Server 2019',
      given: {
        'move.vnicCount': 9,
        'vm.generation': 2,
        'vm.configurationVersion': '8.0',
        'target.osBuild': 17763,
      },
      message: 'over',
      values: { count: 9, most: 8 },
    },
    {
      // 8 synthetic and 4 legacy adapters.
      name: '13 adapters in generation 1 on Windows Server 2016',
      given: {
        'move.vnicCount': 13,
        'vm.generation': 1,
        'vm.configurationVersion': '8.0',
        'target.osBuild': 14393,
      },
      message: 'over',
      values: { count: 13, most: 12 },
    },
  ],
  undecided: [
    { name: 'the adapters were not collected', given: {}, missing: ['move.vnicCount'] },
    {
      name: 'more than 8, and nothing else is known',
      given: { 'move.vnicCount': 9 },
      missing: ['vm.generation', 'vm.configurationVersion', 'target.osBuild'],
    },
    {
      name: 'some of 12 in generation 1 may be legacy adapters',
      given: {
        'move.vnicCount': 12,
        'vm.generation': 1,
        'vm.configurationVersion': '8.0',
        'target.osBuild': 14393,
      },
      doubt: 'unsure',
    },
    {
      name: 'a system that no table lists',
      given: {
        'move.vnicCount': 9,
        'vm.generation': 2,
        'vm.configurationVersion': '12.0',
        'target.osBuild': 99999,
      },
      doubt: 'notListed',
    },
  ],
  // Every VM has a number of adapters.
  notApplicable: [],
});
