import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, type ReadFact, violated, whenKnown } from '../../rule';

export const migNotPossibleOwner = defineRule({
  id: 'mig-not-possible-owner',
  title: 'The target is not a possible owner of the VM in the cluster',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: {
    clustered: 'vm.clustered',
    sameCluster: 'move.sameCluster',
    targetName: 'move.targetName',
    owners: 'vm.possibleOwners',
    configurationOwners: 'vm.configurationPossibleOwners',
  },
  messages: {
    vm: '{target} is not a possible owner of the cluster resource of {vm}.',
    configuration: '{target} is not a possible owner of the configuration resource of {vm}.',
    both: '{target} is not a possible owner of the cluster resources of {vm}.',
  },
  remediation:
    "Set-ClusterOwnerNode -Resource 'Virtual Machine {vm}' -Owners <all nodes>, and the same for 'Virtual Machine Configuration {vm}' ({vm} keeps running).",
  confidence: 'documented',
  sources: ['S28'],
  limits:
    'Documented for a move in the cluster. That it also keeps a saved VM from being resumed there is inferred. Names are compared without their domain. Preferred owners are another matter and block nothing.',
  check: ({ clustered, sameCluster, targetName, owners, configurationOwners }) => {
    if (knownAs(sameCluster, false) || knownAs(clustered, false)) return notApplicable();
    if (knownAs(owners, null) && knownAs(configurationOwners, null)) return notApplicable();
    return whenKnown({ targetName }, ({ targetName }) => {
      const lacksVm = knownWithout(owners, targetName);
      const lacksConfiguration = knownWithout(configurationOwners, targetName);
      if (lacksVm || lacksConfiguration) {
        return whenKnown({ sameCluster }, () =>
          violated(lacksVm && lacksConfiguration ? 'both' : lacksVm ? 'vm' : 'configuration'),
        );
      }
      return whenKnown({ owners, configurationOwners }, () => holds());
    });
  },
});

/** Whether the list is known, and the node is not on it. */
function knownWithout({ fact }: ReadFact<readonly string[] | null>, node: string): boolean {
  if (fact.state === 'unknown' || fact.value === null) return false;
  return !fact.value.some((owner) => hostPart(owner) === hostPart(node));
}

/** `HV01.example.com` and `hv01` are one node. */
function hostPart(name: string): string {
  return (name.trim().split('.')[0] ?? '').toLowerCase();
}
