import { vnicBandwidthPolicy } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-bandwidth-policy';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicBandwidthPolicy, {
  holds: [
    {
      name: 'zero means not set',
      given: {
        'vnic.iovWeight': 100,
        'vnic.maximumBandwidthBitsPerSecond': 0,
        'vnic.minimumBandwidthBitsPerSecond': 0,
        'vnic.minimumBandwidthWeight': 0,
      },
    },
  ],
  violated: [
    {
      name: 'a maximum is set',
      given: { 'vnic.iovWeight': 100, 'vnic.maximumBandwidthBitsPerSecond': 1e9 },
      message: 'set',
      values: { settings: ['a maximum bandwidth'] },
    },
    {
      name: 'a minimum as a weight is set',
      given: { 'vnic.minimumBandwidthWeight': 10 },
      message: 'set',
      values: { settings: ['a minimum bandwidth weight'] },
    },
  ],
  undecided: [
    {
      name: 'the minimum was not collected',
      given: { 'vnic.iovWeight': 100, 'vnic.maximumBandwidthBitsPerSecond': 0 },
      missing: ['vnic.minimumBandwidthBitsPerSecond', 'vnic.minimumBandwidthWeight'],
    },
  ],
  notApplicable: [
    {
      name: 'no VF is wanted',
      given: { 'vnic.iovWeight': 0, 'vnic.maximumBandwidthBitsPerSecond': 1e9 },
    },
  ],
});
