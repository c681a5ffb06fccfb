import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const vportPoolExhausted = defineRule({
  id: 'vport-pool-exhausted',
  title: 'No VPort of the adapter is free for a VF',
  scope: 'pool',
  effect: { lowers: ['sriov'] },
  reads: {
    iovEnabled: 'switch.iovEnabled',
    rank: 'pool.vfRank',
    vports: 'adapter.vportCount',
    active: 'adapter.vportsActive',
    shared: 'adapter.singleVportPool',
    held: 'pool.heldVfs',
  },
  messages: {
    allInUse:
      '{adapter} on {host} has no VPort free: all {vports} are in use, and its VFs and VM queues share them.',
  },
  remediation:
    'Give VPorts back: set VmqWeight 0 on quiet vNICs behind {switch} (Set-VMNetworkAdapter -VMName <vm> -Name <vNIC> -VmqWeight 0; they go to the software path). Or give the adapter more VPorts in its driver (adapter restart: the traffic of {switch} stops briefly).',
  confidence: 'documented',
  sources: ['S8'],
  limits:
    'Only where the adapter reports one pool for both (SingleVportPoolSupported); elsewhere each VF has its VPort reserved. The VPort of a VF that the VM itself holds there is not in its way. Whether NumVPorts counts the default VPort as NumActiveVPorts does is not known.',
  check: ({ iovEnabled, rank, vports, active, shared, held }) => {
    if (knownAs(shared, false) || knownAs(iovEnabled, false) || knownAs(rank, 0)) {
      return notApplicable();
    }
    return whenKnown({ vports, active }, ({ vports, active }) => {
      if (active < vports) return holds();
      return whenKnown({ iovEnabled, rank, shared, held }, ({ held }) =>
        active - held < vports ? holds() : violated('allInUse', { vports }),
      );
    });
  },
});
