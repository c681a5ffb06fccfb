import { switchForwardingExtension } from '../../../../../electron/domain/rules/hyperv/switch/switch-forwarding-extension';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(switchForwardingExtension, {
  holds: [{ name: 'none enabled', given: { 'switch.forwardingExtensions': [] } }],
  // A forwarding extension may refuse; that it does cannot be seen.
  violated: [],
  undecided: [
    {
      name: 'one enabled',
      given: { 'switch.forwardingExtensions': ['Contoso Virtual Fabric'] },
      doubt: 'mayRefuse',
    },
    {
      name: 'the extensions were not collected',
      given: {},
      missing: ['switch.forwardingExtensions'],
    },
  ],
  // Every switch has a list of extensions.
  notApplicable: [],
});
