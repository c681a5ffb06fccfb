import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const switchIovDisabled = defineRule({
  id: 'switch-iov-disabled',
  title: 'The virtual switch was created without SR-IOV',
  scope: 'switch',
  effect: { lowers: ['sriov'] },
  reads: { type: 'switch.switchType', iovEnabled: 'switch.iovEnabled' },
  messages: { off: '{switch} on {host} was created without SR-IOV, so no VM on it can get a VF.' },
  remediation:
    "SR-IOV cannot be turned on later. Recreate {switch} on {host}: disconnect the VMs, Remove-VMSwitch '{switch}', then New-VMSwitch -Name '{switch}' -NetAdapterName <adapter> -EnableIov $true, and reconnect the VMs (network outage of the VMs on it).",
  confidence: 'documented',
  sources: ['S3', 'S45'],
  limits:
    'That it cannot be turned on later is read from Set-VMSwitch, which has no such parameter up to Windows Server 2025.',
  check: ({ type, iovEnabled }) =>
    whenKnown({ iovEnabled }, ({ iovEnabled }) => {
      if (iovEnabled) return holds();
      return whenKnown({ type }, ({ type }) =>
        type === 'external' ? violated('off') : notApplicable(),
      );
    }),
});
