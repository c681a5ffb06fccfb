import { defineRule } from '../../rule';
import { PLATFORM_REASON_LIMITS, platformReason, platformReasonReads } from '../platform-reason';

export const hostOscDenied = defineRule({
  id: 'host-osc-denied',
  title: 'The firmware of the host keeps Windows from controlling PCI Express',
  scope: 'host',
  effect: { lowers: ['sriov'] },
  reads: platformReasonReads,
  messages: {
    named:
      'The firmware of {host} does not hand control of PCI Express to Windows, which SR-IOV needs.',
  },
  remediation:
    "Update the firmware of {host}, or turn on its PCIe native control and SR-IOV settings, and restart it cold (outage of {host}; move its VMs away first). Last resort, known from a test script of a hardware maker only: Set-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Virtualization' -Name IovEnableOverride -Value 1 -Type DWord, then restart {host}.",
  confidence: 'documented',
  sources: ['S2', 'S41c'],
  limits: `${PLATFORM_REASON_LIMITS} The override (IovEnableOverride) is in no document of Microsoft that was found.`,
  check: platformReason('osc-denied'),
});
