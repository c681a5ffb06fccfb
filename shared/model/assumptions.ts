/**
 * Questions that the documents leave open. The answer is a setting of the plan, with its reason,
 * so that its effect can be seen by switching it.
 */
export const assumptionTable = {
  setMember: {
    title: 'Which member of a SET team gives the VF',
    choices: {
      'any-capable': 'A VF is given when at least one member can give one',
      unsure: 'A member that cannot give one leaves the answer open',
    },
    preset: 'any-capable',
    reason: 'No document says which member serves; hosts with identical members never notice.',
  },
  portPolicy: {
    title: 'A switch policy on a port with SR-IOV',
    choices: {
      'withdraws-vf': 'The VF is withdrawn and the policy is enforced',
      unsure: 'The VF may stay attached, and then the policy is not enforced',
    },
    preset: 'withdraws-vf',
    reason:
      'The 2012 R2 tuning guide says that any policy turns SR-IOV off for the VM; later pages say that VF traffic bypasses the policy.',
  },
  vfHolderQueue: {
    title: 'Does a vNIC with an active VF also hold a VM queue?',
    choices: {
      no: 'No: the queue is only needed on the synthetic path',
      yes: 'Yes: it holds one for its fallback',
    },
    preset: 'no',
    reason: 'Not documented; it matters where queues are nearly used up.',
  },
} as const;

export type AssumptionName = keyof typeof assumptionTable;
export type Assumptions = {
  readonly [K in AssumptionName]: keyof (typeof assumptionTable)[K]['choices'];
};

export const PRESET_ASSUMPTIONS: Assumptions = {
  setMember: assumptionTable.setMember.preset,
  portPolicy: assumptionTable.portPolicy.preset,
  vfHolderQueue: assumptionTable.vfHolderQueue.preset,
};
