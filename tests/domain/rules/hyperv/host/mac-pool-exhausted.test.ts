import { macPoolExhausted } from '../../../../../electron/domain/rules/hyperv/host/mac-pool-exhausted';
import { ruleCases } from '../../../../helpers/rule-cases';

const range = {
  'host.macAddressMinimum': '00155D010A00',
  'host.macAddressMaximum': '00155D010AFF',
} as const;

ruleCases(macPoolExhausted, {
  holds: [{ name: '255 of 256', given: { ...range, 'host.dynamicMacAddressesInUse': 255 } }],
  violated: [
    {
      name: '256 of 256',
      given: {
        ...range,
        'vnic.dynamicMacAddress': true,
        'host.dynamicMacAddressesInUse': 256,
      },
      message: 'usedUp',
      values: { size: 256, used: 256 },
    },
    {
      name: 'written with colons and dashes',
      given: {
        'vnic.dynamicMacAddress': true,
        'host.macAddressMinimum': '00-15-5D-01-0A-00',
        'host.macAddressMaximum': '00:15:5d:01:0a:0f',
        'host.dynamicMacAddressesInUse': 40,
      },
      message: 'usedUp',
      values: { size: 16, used: 40 },
    },
  ],
  undecided: [
    {
      name: 'the range was not collected',
      given: { 'vnic.dynamicMacAddress': true, 'host.dynamicMacAddressesInUse': 256 },
      missing: ['host.macAddressMinimum', 'host.macAddressMaximum'],
    },
    {
      name: 'used up, and it is not known what kind of address the vNIC has',
      given: { ...range, 'host.dynamicMacAddressesInUse': 256 },
      missing: ['vnic.dynamicMacAddress'],
    },
  ],
  notApplicable: [
    {
      name: 'a static address',
      given: { ...range, 'vnic.dynamicMacAddress': false, 'host.dynamicMacAddressesInUse': 256 },
    },
    {
      name: 'no range of addresses',
      given: {
        'vnic.dynamicMacAddress': true,
        'host.macAddressMinimum': 'none',
        'host.macAddressMaximum': '00155D010AFF',
        'host.dynamicMacAddressesInUse': 256,
      },
    },
  ],
});
