import { defineRule, holds, violated, whenKnown } from '../../rule';

export const switchNotExternal = defineRule({
  id: 'switch-not-external',
  title: 'The virtual switch is internal or private',
  scope: 'switch',
  effect: { lowers: ['sriov', 'vmdq'], warns: true },
  settlesPath: true,
  reads: { type: 'switch.switchType' },
  messages: {
    internal:
      '{switch} on {host} is an internal switch: no physical adapter is behind it, so every packet takes the software path.',
    private:
      '{switch} on {host} is a private switch: no physical adapter is behind it, so every packet takes the software path.',
  },
  remediation:
    "If hardware should help, connect {vnic} to an external switch: Connect-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -SwitchName <external switch> (a short interruption for this adapter).",
  confidence: 'documented',
  sources: ['S3', 'S20'],
  limits:
    'Often intended. The network of such a switch ends at its host, so after a move the VM meets only the VMs there.',
  check: ({ type }) =>
    whenKnown({ type }, ({ type }) => {
      if (type === 'external') return holds();
      return violated(type);
    }),
});
