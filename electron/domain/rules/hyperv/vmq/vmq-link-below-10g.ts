import { knownAs } from '../../known-as';
import { defineRule, doubtful, holds, violated, whenKnown } from '../../rule';
import { TEN_GBIT_PER_SECOND } from '../below-ten-gig';

export const vmqLinkBelow10g = defineRule({
  id: 'vmq-link-below-10g',
  title: 'The link of the adapter is below 10 Gbit/s',
  scope: 'vmq',
  effect: { lowers: ['vmdq'] },
  assumption: 'slowSriovLink',
  readings: { slowSriov: { none: 'counts', 'as-fast': 'does-not', unsure: 'open' } },
  reads: {
    linkUp: 'adapter.linkUp',
    linkBitsPerSecond: 'adapter.linkBitsPerSecond',
    belowTenGig: 'host.belowTenGigVmqEnabled',
    iovEnabled: 'switch.iovEnabled',
  },
  messages: {
    slow: '{adapter} on {host} has a link below 10 Gbit/s, on which the switch uses no VM queues by default.',
    slowSriov:
      '{adapter} on {host} has a link below 10 Gbit/s, on which the switch uses no VM queues by default; nothing exempts an adapter in SR-IOV mode.',
    noLink:
      '{adapter} on {host} has no link, so its speed cannot be told; below 10 Gbit/s there are no VM queues by default.',
  },
  remediation:
    'Use a link of 10 Gbit/s or more. Or turn queues on for slower links of {host}: reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\VMSMP\\Parameters /v BelowTenGigVmqEnabled /t REG_DWORD /d 1 (plan a restart of {host}; move its VMs away first).',
  confidence: 'documented',
  sources: ['S18', 'S10'],
  limits:
    'Get-NetAdapterVmq prints Enabled = True all the same; Get-NetAdapterVmqQueue shows the queues in use. Not documented: whether negotiated or nominal speed counts (the negotiated one is taken here), whether the rule holds for an adapter in SR-IOV mode (an assumption of the plan), and when the setting takes effect.',
  check: ({ linkUp, linkBitsPerSecond, belowTenGig, iovEnabled }) => {
    if (knownAs(belowTenGig, true)) return holds();
    if (knownAs(linkUp, false)) return doubtful('noLink');
    return whenKnown({ linkBitsPerSecond }, ({ linkBitsPerSecond }) => {
      if (TEN_GBIT_PER_SECOND <= linkBitsPerSecond) return holds();
      // Windows gives a port without link the speed 0.
      if (linkBitsPerSecond === 0) return doubtful('noLink');
      return whenKnown({ belowTenGig }, () =>
        violated(knownAs(iovEnabled, true) ? 'slowSriov' : 'slow'),
      );
    });
  },
});
