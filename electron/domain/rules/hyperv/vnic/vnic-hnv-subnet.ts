import { defineRule, holds, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { settingsInUse } from '../port-policy';

export const vnicHnvSubnet = defineRule({
  id: 'vnic-hnv-subnet',
  title: 'The vNIC is in a virtual subnet (network virtualization)',
  scope: 'vnic',
  effect: { lowers: ['sriov'] },
  reads: {
    iovWeight: 'vnic.iovWeight',
    subnetId: 'vnic.virtualSubnetId',
    isolation: 'vnic.isolationMode',
  },
  messages: {
    inSubnet:
      '{vnic} of {vm} is in a virtual subnet: the switch must wrap its traffic, which a VF would bypass.',
  },
  remediation:
    'Network virtualization and SR-IOV exclude each other. Keep {vnic} on the synthetic path, or connect it to a VLAN instead of a virtual subnet (the addresses and the network of {vm} change).',
  confidence: 'documented',
  sources: ['S18', 'S19'],
  limits:
    'Said of NVGRE and VXLAN in general. For hosts that forward in the adapter through the Azure extension no document was found.',
  check: ({ iovWeight, subnetId, isolation }) =>
    ifWanted(iovWeight, () => {
      const isVirtual =
        isolation.fact.state === 'known' && VIRTUAL_SUBNETS.includes(isolation.fact.value);
      if (isVirtual || settingsInUse({ subnetId }).length > 0) return violated('inSubnet');
      return whenKnown({ subnetId, isolation }, () => holds());
    }),
});

const VIRTUAL_SUBNETS: readonly string[] = ['native-virtual-subnet', 'external-virtual-subnet'];
