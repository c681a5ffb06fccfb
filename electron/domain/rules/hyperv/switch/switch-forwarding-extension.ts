import { defineRule, doubtful, holds, whenKnown } from '../../rule';

export const switchForwardingExtension = defineRule({
  id: 'switch-forwarding-extension',
  title: 'A forwarding extension in the virtual switch refuses VFs or queues',
  scope: 'switch',
  effect: { lowers: ['sriov', 'vmdq'] },
  reads: { extensions: 'switch.forwardingExtensions' },
  messages: {
    mayRefuse:
      '{switch} on {host} forwards through {extensions}, which may refuse VFs and queues; whether it does cannot be seen from outside.',
  },
  remediation:
    "Ask the maker of the extension about SR-IOV and VMQ. Without it: Disable-VMSwitchExtension -VMSwitchName '{switch}' -Name <extension> on {host} (what the extension does for the network ends, and traffic may be interrupted).",
  confidence: 'documented',
  sources: ['S11', 'S12'],
  limits:
    'The documents give a forwarding extension the right to refuse; what a given product does is its own matter. For the extension of Azure networking no document was found.',
  check: ({ extensions }) =>
    whenKnown({ extensions }, ({ extensions }) =>
      extensions.length === 0 ? holds() : doubtful('mayRefuse', { extensions }),
    ),
});
