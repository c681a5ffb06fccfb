/**
 * Questions that the documents leave open. The answer is a setting of the plan, with its reason,
 * so that its effect can be seen by switching it. Where nothing speaks for one answer, the preset
 * keeps all of them possible.
 */
export const assumptionTable = {
  setMember: {
    title: 'Which member of a SET team gives the VF',
    choices: {
      'any-capable': 'A VF is given when at least one member can give one',
      unsure: 'A member that cannot give one leaves the answer open',
    },
    preset: 'unsure',
    reason:
      'No document says which member serves a vNIC; hosts with identical members never notice. The same goes for its VM queue.',
  },
  setVfCount: {
    title: 'What the VF count of a switch on a SET team counts',
    choices: {
      'all-members': 'The VFs of all members together',
      'one-member': 'The VFs of one member: the team has as many times that as members',
      unsure: 'One or the other',
    },
    preset: 'all-members',
    reason:
      'Windows calls it the number of VFs that the switch supports. Whether that adds up the members is in no document; it matters where the VFs of a team are nearly used up.',
  },
  portPolicy: {
    title: 'A switch policy on a port with SR-IOV',
    choices: {
      'withdraws-vf': 'The VF is withdrawn and the policy is enforced',
      bypassed: 'The VF stays attached and the policy is not enforced on its traffic',
      unsure: 'One or the other: the documents contradict each other',
    },
    preset: 'unsure',
    reason:
      'The 2012 R2 tuning guide says that any policy turns SR-IOV off for the VM; later pages say that VF traffic bypasses the policy. MAC address spoofing, metering and network virtualization are documented one by one and do not hang on this.',
  },
  queuePairShortage: {
    title: 'A vNIC that asks for more queue pairs than are free',
    choices: {
      'fewer-pairs': 'It gets a VF with fewer queue pairs',
      'no-vf': 'It gets no VF',
      unsure: 'One or the other',
    },
    preset: 'unsure',
    reason: 'No document says whether the VF comes with fewer queue pairs or not at all.',
  },
  poolPreference: {
    title: 'A pool of VFs that is used up, and a vNIC of high weight',
    choices: {
      'first-come': 'Who holds a VF keeps it',
      unsure: 'A vNIC of higher weight may take one from another',
    },
    preset: 'first-come',
    reason:
      'The documents call the weight a relative importance and say nothing about taking a VF away from a vNIC that holds one.',
  },
  vfHolderQueue: {
    title: 'Does a vNIC with an active VF also hold a VM queue?',
    choices: {
      no: 'No: the queue is only needed on the synthetic path',
      yes: 'Yes: it holds one for its fallback',
      unsure: 'One or the other',
    },
    preset: 'unsure',
    reason: 'Not documented; it matters where queues are nearly used up.',
  },
  slowSriovLink: {
    title: 'VM queues on an adapter in SR-IOV mode with a link below 10 Gbit/s',
    choices: {
      none: 'None, as on any other slow link',
      'as-fast': 'Given: the limit is about VM queues, not about the VPorts that replace them',
      unsure: 'One or the other',
    },
    preset: 'none',
    reason:
      'The rule is documented for VM queues. No document speaks of the VPorts that do their work in SR-IOV mode; nothing exempts them.',
  },
  generationOneAdapters: {
    title: 'Network adapters of a generation 1 VM on Windows Server 2019 and later',
    choices: {
      eight: '8 and 4 legacy ones, as the newer page says',
      'sixty-four': '64 and 4 legacy ones, as the older page says',
      unsure: 'One or the other',
    },
    preset: 'unsure',
    reason: 'Two pages of the documentation contradict each other.',
  },
} as const;

export type AssumptionName = keyof typeof assumptionTable;
export type Assumptions = {
  readonly [K in AssumptionName]: keyof (typeof assumptionTable)[K]['choices'];
};

export const ASSUMPTION_NAMES = Object.keys(assumptionTable) as AssumptionName[];

export const PRESET_ASSUMPTIONS: Assumptions = {
  setMember: assumptionTable.setMember.preset,
  setVfCount: assumptionTable.setVfCount.preset,
  portPolicy: assumptionTable.portPolicy.preset,
  queuePairShortage: assumptionTable.queuePairShortage.preset,
  poolPreference: assumptionTable.poolPreference.preset,
  vfHolderQueue: assumptionTable.vfHolderQueue.preset,
  slowSriovLink: assumptionTable.slowSriovLink.preset,
  generationOneAdapters: assumptionTable.generationOneAdapters.preset,
};
