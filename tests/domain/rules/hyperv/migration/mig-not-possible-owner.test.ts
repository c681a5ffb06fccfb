import { migNotPossibleOwner } from '../../../../../electron/domain/rules/hyperv/migration/mig-not-possible-owner';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migNotPossibleOwner, {
  holds: [
    {
      name: 'on both lists, without regard to case and domain',
      given: {
        'move.sameCluster': true,
        'move.targetName': 'HV02.example.com',
        'vm.possibleOwners': ['hv01', 'hv02'],
        'vm.configurationPossibleOwners': ['HV02'],
      },
    },
  ],
  violated: [
    {
      name: 'not on the list of the VM, whatever the other says',
      given: { 'move.sameCluster': true, 'move.targetName': 'HV02', 'vm.possibleOwners': ['HV01'] },
      message: 'vm',
    },
    {
      name: 'not on the list of the configuration',
      given: {
        'move.sameCluster': true,
        'move.targetName': 'HV02',
        'vm.possibleOwners': ['HV01', 'HV02'],
        'vm.configurationPossibleOwners': ['HV01'],
      },
      message: 'configuration',
    },
    {
      name: 'on neither',
      given: {
        'move.sameCluster': true,
        'move.targetName': 'HV02',
        'vm.possibleOwners': ['HV01'],
        'vm.configurationPossibleOwners': ['HV01'],
      },
      message: 'both',
    },
  ],
  undecided: [
    {
      name: 'the lists were not collected',
      given: { 'vm.clustered': true, 'move.sameCluster': true, 'move.targetName': 'HV02' },
      missing: ['vm.possibleOwners', 'vm.configurationPossibleOwners'],
    },
    {
      name: 'whether it is one cluster was not collected',
      given: { 'move.targetName': 'HV02', 'vm.possibleOwners': ['HV01'] },
      missing: ['move.sameCluster'],
    },
  ],
  notApplicable: [
    {
      name: 'a move out of the cluster',
      given: {
        'move.sameCluster': false,
        'move.targetName': 'HV02',
        'vm.possibleOwners': ['HV01'],
      },
    },
    { name: 'no clustered VM', given: { 'vm.clustered': false, 'move.sameCluster': true } },
    {
      name: 'no cluster resources',
      given: {
        'move.sameCluster': true,
        'vm.possibleOwners': null,
        'vm.configurationPossibleOwners': null,
      },
    },
  ],
});
