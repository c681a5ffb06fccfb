import { migConfigVersionUnsupported } from '../../../../../electron/domain/rules/hyperv/migration/mig-config-version-unsupported';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migConfigVersionUnsupported, {
  holds: [
    {
      name: 'nobody knows the versions, and both hosts have one build',
      given: { 'source.osBuild': 25398, 'target.osBuild': 25398 },
    },
    {
      name: 'on the list of the target',
      given: { 'vm.configurationVersion': '8.0', 'target.configurationVersions': ['8.0', '9.0'] },
    },
    {
      name: 'version not known, but the target runs all that the present host runs',
      given: {
        'source.configurationVersions': ['8.0', '9.0'],
        'target.configurationVersions': ['8.0', '9.0', '10.0'],
      },
    },
  ],
  violated: [
    {
      name: 'too new for the target',
      given: { 'vm.configurationVersion': '10.0', 'target.configurationVersions': ['8.0', '9.0'] },
      message: 'unsupported',
      values: { version: '10.0' },
    },
    {
      name: 'too old for the target',
      given: { 'vm.configurationVersion': '5.0', 'target.configurationVersions': ['8.0', '9.0'] },
      message: 'unsupported',
      values: { version: '5.0' },
    },
  ],
  undecided: [
    {
      name: 'nothing was collected',
      given: {},
      missing: ['vm.configurationVersion', 'target.configurationVersions'],
    },
    {
      name: 'version not known, and the target runs less than the present host',
      given: {
        'source.configurationVersions': ['8.0', '9.0'],
        'target.configurationVersions': ['8.0'],
      },
      missing: ['vm.configurationVersion'],
    },
  ],
  // Every VM has a configuration version.
  notApplicable: [],
});
