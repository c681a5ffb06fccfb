import { migSwitchNameMissing } from '../../../../../electron/domain/rules/hyperv/migration/mig-switch-name-missing';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migSwitchNameMissing, {
  holds: [
    {
      name: 'the host has one of that name',
      given: { 'vnic.connected': true, 'vnic.switchName': 'prod', 'place.switchFound': true },
    },
  ],
  violated: [
    {
      name: 'the host has none of that name',
      given: { 'vnic.connected': true, 'vnic.switchName': 'prod', 'place.switchFound': false },
      message: 'missing',
      values: { switchName: 'prod' },
    },
  ],
  undecided: [
    {
      name: 'the switches of the host were not collected',
      given: { 'vnic.connected': true, 'vnic.switchName': 'prod' },
      missing: ['place.switchFound'],
    },
    {
      name: 'a vNIC that may not be connected accuses nobody',
      given: { 'vnic.switchName': 'prod', 'place.switchFound': false },
      missing: ['vnic.connected'],
    },
  ],
  notApplicable: [
    { name: 'not connected', given: { 'vnic.connected': false, 'place.switchFound': false } },
    { name: 'asks for no switch', given: { 'vnic.switchName': null } },
  ],
});
