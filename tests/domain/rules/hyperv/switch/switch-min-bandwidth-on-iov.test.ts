import { switchMinBandwidthOnIov } from '../../../../../electron/domain/rules/hyperv/switch/switch-min-bandwidth-on-iov';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(switchMinBandwidthOnIov, {
  holds: [
    {
      name: 'the mode of a switch with SR-IOV',
      given: { 'switch.iovEnabled': true, 'switch.bandwidthMode': 'none' },
    },
    { name: 'no mode, flag not collected', given: { 'switch.bandwidthMode': 'none' } },
  ],
  violated: [
    {
      name: 'by weight',
      given: { 'switch.iovEnabled': true, 'switch.bandwidthMode': 'weight' },
      message: 'notEnforced',
      values: { mode: 'Weight' },
    },
    {
      name: 'absolute',
      given: { 'switch.iovEnabled': true, 'switch.bandwidthMode': 'absolute' },
      message: 'notEnforced',
      values: { mode: 'Absolute' },
    },
  ],
  undecided: [
    {
      name: 'the mode was not collected',
      given: { 'switch.iovEnabled': true },
      missing: ['switch.bandwidthMode'],
    },
    {
      name: 'the flag was not collected',
      given: { 'switch.bandwidthMode': 'weight' },
      missing: ['switch.iovEnabled'],
    },
  ],
  notApplicable: [{ name: 'created without SR-IOV', given: { 'switch.iovEnabled': false } }],
});
