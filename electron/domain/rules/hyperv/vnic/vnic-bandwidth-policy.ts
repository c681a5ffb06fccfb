import { defineRule, holds, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { PORT_POLICY_LIMITS, PORT_POLICY_READING, settingsInUse } from '../port-policy';

export const vnicBandwidthPolicy = defineRule({
  id: 'vnic-bandwidth-policy',
  title: 'The vNIC has bandwidth settings',
  scope: 'vnic',
  effect: { lowers: ['sriov'] },
  assumption: 'portPolicy',
  readings: { set: PORT_POLICY_READING },
  reads: {
    iovWeight: 'vnic.iovWeight',
    maximum: 'vnic.maximumBandwidthBitsPerSecond',
    minimum: 'vnic.minimumBandwidthBitsPerSecond',
    weight: 'vnic.minimumBandwidthWeight',
  },
  messages: { set: `{vnic} of {vm} has {settings}, and {policy}.` },
  remediation:
    "Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -MaximumBandwidth 0, and 0 as well for -MinimumBandwidthAbsolute or -MinimumBandwidthWeight where set. Or keep the settings and accept the synthetic path.",
  confidence: 'inferred',
  sources: ['S18', 'S19'],
  limits: `Bandwidth settings are documented as not supported with SR-IOV. ${PORT_POLICY_LIMITS}`,
  check: ({ iovWeight, maximum, minimum, weight }) =>
    ifWanted(iovWeight, () => {
      const settings = settingsInUse({
        'a maximum bandwidth': maximum,
        'a minimum bandwidth': minimum,
        'a minimum bandwidth weight': weight,
      });
      if (settings.length > 0) return violated('set', { settings });
      return whenKnown({ maximum, minimum, weight }, () => holds());
    }),
});
