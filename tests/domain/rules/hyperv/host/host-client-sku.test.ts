import { hostClientSku } from '../../../../../electron/domain/rules/hyperv/host/host-client-sku';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(hostClientSku, {
  holds: [
    { name: 'Windows Server', given: { 'host.osKind': 'server' } },
    { name: 'Azure Stack HCI', given: { 'host.osKind': 'azure-stack-hci' } },
  ],
  violated: [{ name: 'Windows 11', given: { 'host.osKind': 'client' }, message: 'client' }],
  undecided: [{ name: 'the kind was not collected', given: {}, missing: ['host.osKind'] }],
  // Every host runs some kind of Windows.
  notApplicable: [],
});
