import { defineRule, holds, violated, whenKnown } from '../../rule';
import { WINDOWS_SERVER_2012 } from '../windows-builds';

export const hostOsTooOld = defineRule({
  id: 'host-os-too-old',
  title: 'The host runs a Windows Server older than 2012',
  scope: 'host',
  effect: { lowers: ['sriov'] },
  reads: { build: 'host.osBuild', support: 'host.iovSupport' },
  messages: {
    tooOld:
      '{host} runs Windows build {build}; SR-IOV begins with Windows Server 2012 (build 9200).',
  },
  remediation:
    'Upgrade {host} to Windows Server 2012 or later (outage of {host}; move its VMs away first), or choose a newer host.',
  confidence: 'documented',
  sources: ['S5', 'S9'],
  limits:
    'Compares build numbers. Where the build is not known, a host that says whether its platform supports SR-IOV is new enough: older ones have no such property.',
  check: ({ build, support }) => {
    if (build.fact.state === 'unknown' && support.fact.state === 'known') return holds();
    return whenKnown({ build }, ({ build }) =>
      build < WINDOWS_SERVER_2012 ? violated('tooOld', { build: String(build) }) : holds(),
    );
  },
});
