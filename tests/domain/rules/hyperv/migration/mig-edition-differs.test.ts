import { migEditionDiffers } from '../../../../../electron/domain/rules/hyperv/migration/mig-edition-differs';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migEditionDiffers, {
  holds: [
    {
      name: 'Windows Server on both',
      given: { 'source.osKind': 'server', 'target.osKind': 'server' },
    },
  ],
  violated: [
    {
      name: 'from Windows Server to Azure Stack HCI',
      given: { 'source.osKind': 'server', 'target.osKind': 'azure-stack-hci' },
      message: 'differs',
      values: { here: 'Windows Server', there: 'Azure Stack HCI' },
    },
  ],
  undecided: [
    {
      name: 'the target was not collected',
      given: { 'source.osKind': 'server' },
      missing: ['target.osKind'],
    },
  ],
  notApplicable: [
    {
      name: 'client Windows is another rule',
      given: { 'source.osKind': 'client', 'target.osKind': 'server' },
    },
  ],
});
