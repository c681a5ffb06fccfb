import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const nicSetNotIdentical = defineRule({
  id: 'nic-set-not-identical',
  title: 'The adapters of the SET team are not identical',
  scope: 'nic',
  effect: { warns: true },
  reads: { teaming: 'switch.teaming', differences: 'place.memberDifferences' },
  messages: {
    differ:
      'The adapters behind {switch} on {host} differ in {differences}; Switch Embedded Teaming is supported with identical adapters only.',
  },
  remediation:
    'Give the adapters behind {switch} on {host} the same driver and firmware (adapter or host restart), or use adapters of one make, model and speed (outage of {host}).',
  confidence: 'documented',
  sources: ['S21', 'S46'],
  limits:
    'Compares what was collected of make, model, driver, firmware and speed. What follows for a VF in a mixed team is in no document found.',
  check: ({ teaming, differences }) => {
    if (differences.fact.state === 'known' && differences.fact.value.length === 0) return holds();
    return whenKnown({ teaming }, ({ teaming }) =>
      teaming === 'set'
        ? whenKnown({ differences }, ({ differences }) => violated('differ', { differences }))
        : notApplicable(),
    );
  },
});
