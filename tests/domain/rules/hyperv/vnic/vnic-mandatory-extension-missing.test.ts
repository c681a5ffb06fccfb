import { vnicMandatoryExtensionMissing } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-mandatory-extension-missing';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicMandatoryExtensionMissing, {
  holds: [
    {
      name: 'the switch offers it, in other spelling',
      given: {
        'place.switchFound': true,
        'vnic.mandatoryFeatures': ['{776E0BA7-94A1-41C8-8F28-951F524251B5}'],
        'switch.portFeatures': ['776e0ba7-94a1-41c8-8f28-951f524251b5'],
      },
    },
    {
      name: 'an enabled extension has the name, and nobody knows the port features',
      given: {
        'vnic.mandatoryFeatures': ['inspection'],
        'switch.enabledExtensions': ['Inspection'],
      },
    },
  ],
  violated: [
    {
      name: 'an enabled extension of another name',
      given: {
        'place.isPresent': false,
        'vnic.mandatoryFeatures': ['Inspection'],
        'switch.portFeatures': [],
        'switch.enabledExtensions': ['Forwarding'],
      },
      message: 'lacks',
      values: { features: ['Inspection'] },
    },
    {
      name: 'names only what is missing',
      given: {
        'place.isPresent': false,
        'place.switchFound': true,
        'vnic.mandatoryFeatures': ['Security', 'Inspection'],
        'switch.portFeatures': ['Security'],
      },
      message: 'lacks',
      values: { features: ['Inspection'] },
    },
  ],
  undecided: [
    {
      name: 'what it demands was not collected',
      given: { 'vnic.connected': true },
      missing: ['vnic.mandatoryFeatures'],
    },
    {
      name: 'what the switch offers was not collected',
      given: { 'place.isPresent': false, 'vnic.mandatoryFeatures': ['Inspection'] },
      missing: ['switch.portFeatures'],
    },
  ],
  notApplicable: [
    { name: 'nothing is demanded', given: { 'vnic.mandatoryFeatures': [] } },
    { name: 'not connected', given: { 'vnic.connected': false } },
    {
      name: 'where the vNIC is connected now',
      given: {
        'place.isPresent': true,
        'vnic.mandatoryFeatures': ['Inspection'],
        'switch.portFeatures': [],
      },
    },
    { name: 'no such switch there', given: { 'place.switchFound': false } },
  ],
});
