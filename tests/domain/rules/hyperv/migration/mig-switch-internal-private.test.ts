import { migSwitchInternalPrivate } from '../../../../../electron/domain/rules/hyperv/migration/mig-switch-internal-private';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migSwitchInternalPrivate, {
  holds: [
    {
      name: 'an external switch',
      given: { 'vm.clustered': true, 'switch.switchType': 'external' },
    },
  ],
  violated: [
    {
      name: 'a private switch on a node',
      given: { 'vm.clustered': true, 'host.clusterName': 'c1', 'switch.switchType': 'private' },
      message: 'inner',
      values: { kind: 'a private' },
    },
    {
      name: 'an internal switch on a node',
      given: { 'vm.clustered': true, 'host.clusterName': 'c1', 'switch.switchType': 'internal' },
      message: 'inner',
      values: { kind: 'an internal' },
    },
  ],
  undecided: [
    {
      name: 'the type was not collected',
      given: { 'vm.clustered': true },
      missing: ['switch.switchType'],
    },
    {
      name: 'whether there is a cluster was not collected',
      given: { 'switch.switchType': 'internal' },
      missing: ['vm.clustered', 'host.clusterName'],
    },
  ],
  notApplicable: [
    { name: 'no clustered VM', given: { 'vm.clustered': false, 'switch.switchType': 'internal' } },
    {
      name: 'no node of a cluster',
      given: { 'host.clusterName': null, 'switch.switchType': 'internal' },
    },
    { name: 'not connected', given: { 'vm.clustered': true, 'vnic.connected': false } },
    { name: 'no such switch there', given: { 'vm.clustered': true, 'place.switchFound': false } },
  ],
});
