/**
 * Conditions that stand in the documents and are no rules here, so that nobody looks for them in
 * vain or adds them again without knowing why they are missing.
 */
interface NotARule {
  readonly id: string;
  /** Why there is no rule: nothing to collect, nothing to object, or said elsewhere. */
  readonly reason: string;
}

export const notRules: readonly NotARule[] = [
  {
    id: 'vnic-management-os',
    reason:
      'A plan holds the vNICs of VMs; those of the host itself do not move and never get a VF.',
  },
  {
    id: 'vnic-vlan-access-ok',
    reason:
      'Says that nothing is wrong: a VF filters on MAC address and VLAN, so an access VLAN costs nothing.',
  },
  {
    id: 'vnic-teaming-ok',
    reason: 'Says that nothing is wrong: teaming inside the guest goes together with SR-IOV.',
  },
  {
    id: 'mig-sriov-not-on-target',
    reason:
      'Follows from the rules that take SR-IOV away at the target; the verdict draws that conclusion.',
  },
  {
    id: 'mig-auth',
    reason: 'Whether the credentials of a migration suffice shows only when it is tried.',
  },
  {
    id: 'mig-port-closed',
    reason:
      'Whether TCP 6600, and 3343 in a cluster, can be reached from the source shows only when it is tried.',
  },
  {
    id: 'mig-cluster-network',
    reason:
      'Which cluster networks are reachable at the moment of the move cannot be read from a collection.',
  },
  {
    id: 'mig-extension-rejects-port',
    reason:
      'The extensions of the target decide while the move runs, and publish no list of what they refuse.',
  },
];
