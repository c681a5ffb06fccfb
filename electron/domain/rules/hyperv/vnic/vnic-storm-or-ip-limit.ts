import { defineRule, holds, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { PORT_POLICY_LIMITS, PORT_POLICY_READING, settingsInUse } from '../port-policy';

export const vnicStormOrIpLimit = defineRule({
  id: 'vnic-storm-or-ip-limit',
  title: 'The vNIC has a limit of broadcasts or of IP addresses',
  scope: 'vnic',
  effect: { lowers: ['sriov'] },
  assumption: 'portPolicy',
  readings: { set: PORT_POLICY_READING },
  reads: {
    iovWeight: 'vnic.iovWeight',
    stormLimit: 'vnic.stormLimit',
    addressLimit: 'vnic.dynamicIpAddressLimit',
  },
  messages: { set: `{vnic} of {vm} has {limits}, and {policy}.` },
  remediation:
    "Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -StormLimit 0 -DynamicIPAddressLimit 0. Or keep the limits and accept the synthetic path.",
  confidence: 'inferred',
  sources: ['S18', 'S19'],
  limits: PORT_POLICY_LIMITS,
  check: ({ iovWeight, stormLimit, addressLimit }) =>
    ifWanted(iovWeight, () => {
      const limits = settingsInUse({
        'a broadcast storm limit': stormLimit,
        'a limit of dynamic IP addresses': addressLimit,
      });
      if (limits.length > 0) return violated('set', { limits });
      return whenKnown({ stormLimit, addressLimit }, () => holds());
    }),
});
