import { defineRule, holds, violated, whenKnown } from '../../rule';

export const hostIovOverride = defineRule({
  id: 'host-iov-override',
  title: 'The SR-IOV check of the platform is overridden on the host',
  scope: 'host',
  effect: { warns: true },
  reads: { override: 'host.iovEnableOverride' },
  messages: {
    overridden:
      '{host} has IovEnableOverride set: Hyper-V tries SR-IOV there even if the platform fails its check.',
  },
  remediation:
    "See whether VFs carry traffic on {host}: Get-VMNetworkAdapter -VMName * | Format-List VMName,Name,VFDataPathActive. To go back to the check: Remove-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Virtualization' -Name IovEnableOverride, then restart {host} (outage of {host}; move its VMs away first).",
  confidence: 'reported',
  sources: ['S41c'],
  limits:
    'Known from a test script of a hardware maker. What IovSupport reports while it is set, and when a change takes effect, is in no document found.',
  check: ({ override }) =>
    whenKnown({ override }, ({ override }) => (override ? violated('overridden') : holds())),
});
