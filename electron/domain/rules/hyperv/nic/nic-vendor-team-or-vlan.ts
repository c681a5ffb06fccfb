import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { WINDOWS_SERVER_2016 } from '../windows-builds';

export const nicVendorTeamOrVlan = defineRule({
  id: 'nic-vendor-team-or-vlan',
  title: 'A teaming or VLAN driver of the maker sits on the adapter',
  scope: 'nic',
  effect: { lowers: ['sriov'] },
  reads: {
    vendorDriver: 'adapter.vendorTeamOrVlan',
    make: 'adapter.make',
    build: 'host.osBuild',
  },
  messages: {
    present:
      '{adapter} on {host} carries a team or VLANs of the driver of its maker; SR-IOV is not supported with them.',
  },
  remediation:
    "Remove the team and the VLANs of the maker's driver from {adapter} on {host} with the tool of the maker (the traffic of {switch} stops meanwhile). Set VLANs on the virtual adapter instead: Set-VMNetworkAdapterVlan.",
  confidence: 'documented',
  sources: ['S54'],
  limits:
    'The document is the manual of Intel adapters on Windows Server 2012. Where nobody has looked, the question is left open only for these: Intel, or a make that is not known, before Windows Server 2016.',
  check: ({ vendorDriver, make, build }) => {
    if (vendorDriver.fact.state === 'unknown') {
      const isOtherMake = make.fact.state === 'known' && make.fact.value.toLowerCase() !== 'intel';
      const isLater = build.fact.state === 'known' && build.fact.value >= WINDOWS_SERVER_2016;
      if (isOtherMake || isLater) return notApplicable();
    }
    return whenKnown({ vendorDriver }, ({ vendorDriver }) =>
      vendorDriver ? violated('present') : holds(),
    );
  },
});
