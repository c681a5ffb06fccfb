import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migVirtualSanMissing = defineRule({
  id: 'mig-virtual-san-missing',
  title: 'The target lacks a virtual SAN that the VM is connected to',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: {
    adapters: 'vm.fibreChannelAdapterCount',
    wanted: 'vm.virtualSans',
    offered: 'target.virtualSans',
  },
  messages: { missing: '{target} has no virtual SAN named {sans}, which {vm} is connected to.' },
  remediation:
    'On {target}: New-VMSan -Name <name> with the ports of its Fibre Channel adapters (no outage), and let the fabric show the disks to both address sets of the virtual adapters of {vm}.',
  confidence: 'inferred',
  sources: ['assumption'],
  limits:
    'No document was found for the move itself. Virtual SANs are compared by name; zoning and the second set of addresses, which a live move needs, are not looked at. Where the virtual adapters were not collected, there is nothing to judge.',
  check: ({ adapters, wanted, offered }) => {
    if (wanted.fact.state === 'unknown') {
      if (adapters.fact.state === 'unknown' || adapters.fact.value === 0) return notApplicable();
    } else if (wanted.fact.value.length === 0) return notApplicable();
    return whenKnown({ wanted, offered }, ({ wanted, offered }) => {
      const have = new Set(offered.map(plain));
      const sans = wanted.filter((name) => !have.has(plain(name)));
      return sans.length === 0 ? holds() : violated('missing', { sans });
    });
  },
});

function plain(name: string): string {
  return name.trim().toLowerCase();
}
