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
];
