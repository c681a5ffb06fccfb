import { vmmqConfigVersionTooOld } from '../../../../../electron/domain/rules/hyperv/vmq/vmmq-config-version-too-old';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmmqConfigVersionTooOld, {
  holds: [
    { name: 'exactly 7.1', given: { 'host.osBuild': 14393, 'vm.configurationVersion': '7.1' } },
    {
      name: '10.0 is newer than 7.1',
      given: { 'host.osBuild': 20348, 'vm.configurationVersion': '10.0' },
    },
  ],
  violated: [
    {
      name: 'a VM of 2012 R2 on 2019',
      given: { 'vnic.vmqWeight': 100, 'host.osBuild': 17763, 'vm.configurationVersion': '5.0' },
      message: 'tooOld',
      values: { version: '5.0', least: '7.1' },
    },
  ],
  undecided: [
    {
      name: 'the version was not collected',
      given: { 'host.osBuild': 17763 },
      missing: ['vm.configurationVersion'],
    },
    {
      name: 'the version is no version',
      given: { 'vm.configurationVersion': 'new' },
      doubt: 'unreadable',
    },
  ],
  notApplicable: [
    {
      name: 'the host is the cause',
      given: { 'host.osBuild': 9600, 'vm.configurationVersion': '5.0' },
    },
    {
      name: 'no queue is wanted',
      given: { 'vnic.vmqWeight': 0, 'vm.configurationVersion': '5.0' },
    },
  ],
});
