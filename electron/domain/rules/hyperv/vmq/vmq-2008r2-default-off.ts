import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { TEN_GBIT_PER_SECOND } from '../below-ten-gig';
import { WINDOWS_SERVER_2008_R2, WINDOWS_SERVER_2012 } from '../windows-builds';

export const vmq2008r2DefaultOff = defineRule({
  id: 'vmq-2008r2-default-off',
  title: 'VMQ is off by default on Windows Server 2008 R2',
  scope: 'vmq',
  effect: { lowers: ['vmdq'] },
  reads: {
    build: 'host.osBuild',
    linkBitsPerSecond: 'adapter.linkBitsPerSecond',
    tenGig: 'host.tenGigVmqEnabled',
    belowTenGig: 'host.belowTenGigVmqEnabled',
    support: 'host.iovSupport',
  },
  messages: {
    off: '{host} runs Windows Server 2008 R2, where VM queues are off until {key} is set.',
  },
  remediation:
    'On {host} set TenGigVmqEnabled (links of 10 Gbit/s and more) or BelowTenGigVmqEnabled (slower links) to 1 as REG_DWORD under HKLM\\SYSTEM\\CurrentControlSet\\Services\\VMSMP\\Parameters (plan a restart of {host}; shut down or move its VMs first).',
  confidence: 'documented',
  sources: ['S10'],
  limits:
    'When the setting takes effect is not documented in what was found. Where the build is not known, a host that says whether its platform supports SR-IOV is taken to be newer.',
  check: ({ build, linkBitsPerSecond, tenGig, belowTenGig, support }) => {
    if (build.fact.state === 'unknown' && support.fact.state === 'known') return notApplicable();
    return whenKnown({ build }, ({ build }) => {
      if (build < WINDOWS_SERVER_2008_R2 || WINDOWS_SERVER_2012 <= build) return notApplicable();
      if (knownAs(tenGig, true) && knownAs(belowTenGig, true)) return holds();
      return whenKnown({ linkBitsPerSecond }, ({ linkBitsPerSecond }) => {
        if (TEN_GBIT_PER_SECOND <= linkBitsPerSecond) {
          return whenKnown({ tenGig }, ({ tenGig }) =>
            tenGig ? holds() : violated('off', { key: 'TenGigVmqEnabled' }),
          );
        }
        return whenKnown({ belowTenGig }, ({ belowTenGig }) =>
          belowTenGig ? holds() : violated('off', { key: 'BelowTenGigVmqEnabled' }),
        );
      });
    });
  },
});
