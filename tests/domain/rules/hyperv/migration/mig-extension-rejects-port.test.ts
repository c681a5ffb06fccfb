import { migExtensionRejectsPort } from '../../../../../electron/domain/rules/hyperv/migration/mig-extension-rejects-port';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migExtensionRejectsPort, {
  holds: [{ name: 'nothing is refused', given: { 'switch.portsRejectedByExtension': false } }],
  violated: [
    {
      name: 'ports are refused',
      given: {
        'vnic.connected': true,
        'place.isPresent': false,
        'switch.portsRejectedByExtension': true,
      },
      message: 'rejects',
    },
  ],
  undecided: [
    {
      name: 'nobody knows whether the vNIC is connected',
      given: { 'place.isPresent': false, 'switch.portsRejectedByExtension': true },
      missing: ['vnic.connected'],
    },
  ],
  notApplicable: [
    { name: 'nobody tried', given: { 'vnic.connected': true } },
    {
      name: 'the VM is there',
      given: { 'place.isPresent': true, 'switch.portsRejectedByExtension': true },
    },
    {
      name: 'the vNIC is not connected',
      given: { 'vnic.connected': false, 'switch.portsRejectedByExtension': true },
    },
  ],
});
