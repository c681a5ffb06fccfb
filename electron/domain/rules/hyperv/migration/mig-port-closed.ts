import { defineRule, holds, notApplicable, violated } from '../../rule';

export const migPortClosed = defineRule({
  id: 'mig-port-closed',
  title: 'The ports for live migration cannot be reached on the target',
  scope: 'migration',
  effect: { blocks: 'live' },
  reads: { open: 'target.migrationPortsOpen' },
  messages: { closed: '{target} cannot be reached on the ports for live migration.' },
  remediation:
    'On {target} open TCP 6600, 445 as well where migration uses SMB, and 3343 in a cluster; Enable-VMMigration on both hosts (no outage). Test-NetConnection {target} -Port 6600 on {source} tells whether it helped.',
  confidence: 'documented',
  sources: ['S28'],
  limits:
    'Goes by what was tried and noted: nothing that a host prints tells whether another reaches it. Where nobody noted it, there is nothing to judge.',
  check: ({ open }) => {
    if (open.fact.state === 'unknown') return notApplicable();
    return open.fact.value ? holds() : violated('closed');
  },
});
