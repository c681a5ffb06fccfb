import { switchIovDisabled } from '../../../../../electron/domain/rules/hyperv/switch/switch-iov-disabled';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(switchIovDisabled, {
  holds: [{ name: 'created with SR-IOV', given: { 'switch.iovEnabled': true } }],
  violated: [
    {
      name: 'external, created without',
      given: { 'switch.switchType': 'external', 'switch.iovEnabled': false },
      message: 'off',
    },
  ],
  undecided: [
    {
      name: 'the flag was not collected',
      given: { 'switch.switchType': 'external' },
      missing: ['switch.iovEnabled'],
    },
    {
      name: 'the type was not collected',
      given: { 'switch.iovEnabled': false },
      missing: ['switch.switchType'],
    },
  ],
  notApplicable: [
    {
      name: 'an internal switch has no adapter',
      given: { 'switch.switchType': 'internal', 'switch.iovEnabled': false },
    },
  ],
});
