import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const switchMinBandwidthOnIov = defineRule({
  id: 'switch-min-bandwidth-on-iov',
  title: 'The virtual switch has SR-IOV and a minimum bandwidth mode',
  scope: 'switch',
  effect: { warns: true },
  reads: { enabled: 'switch.iovEnabled', mode: 'switch.bandwidthMode' },
  messages: {
    notEnforced:
      '{switch} on {host} has SR-IOV and the minimum bandwidth mode {mode}; no minimum is enforced on traffic through a VF.',
  },
  remediation:
    "Decide between the two. The mode is set when a switch is made: Remove-VMSwitch '{switch}' on {host}, then New-VMSwitch -Name '{switch}' -NetAdapterName <adapter> -EnableIov $true -MinimumBandwidthMode None, and reconnect the VMs (network outage of the VMs on it). Or leave it, and do not rely on minimum bandwidth.",
  confidence: 'documented',
  sources: ['S3', 'S19'],
  limits: 'Unusual: a switch with SR-IOV gets the mode None unless another one is asked for.',
  check: ({ enabled, mode }) => {
    if (knownAs(enabled, false)) return notApplicable();
    return whenKnown({ mode }, ({ mode }) => {
      if (mode !== 'weight' && mode !== 'absolute') return holds();
      return whenKnown({ enabled }, () => violated('notEnforced', { mode: WORDS[mode] }));
    });
  },
});

/** As PowerShell prints them. */
const WORDS = { weight: 'Weight', absolute: 'Absolute' } as const;
