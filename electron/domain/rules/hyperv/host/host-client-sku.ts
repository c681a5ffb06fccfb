import { defineRule, holds, violated, whenKnown } from '../../rule';

export const hostClientSku = defineRule({
  id: 'host-client-sku',
  title: 'The host runs a client edition of Windows',
  scope: 'host',
  effect: { lowers: ['sriov'], blocks: 'live' },
  reads: { kind: 'host.osKind' },
  messages: {
    client:
      '{host} runs a client edition of Windows, where Hyper-V has neither SR-IOV nor live migration.',
  },
  remediation:
    "Install Windows Server or Azure Local on {host}. To move {vm} all the same, shut it down (outage of {vm}), Export-VM -Name '{vm}' -Path <folder>, and Import-VM at the other end.",
  confidence: 'documented',
  sources: ['S37'],
  limits: 'The document speaks of Windows 10; Windows 8 and 11 are taken to be the same.',
  check: ({ kind }) =>
    whenKnown({ kind }, ({ kind }) => (kind === 'client' ? violated('client') : holds())),
});
