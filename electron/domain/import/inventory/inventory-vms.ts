/** VMs of an inventory with their network adapters, and what their format assumes. */
import { type Fact, unknown } from '../../../../shared/fact';
import { type HostId, idOf } from '../../../../shared/ids';
import type { Vm, Vnic } from '../../../../shared/model/estate';
import type { PartialFacts } from '../../../../shared/model/field';
import { vmFields } from '../../../../shared/model/hyperv/vm-fields';
import { vnicFields } from '../../../../shared/model/hyperv/vnic-fields';
import { completeFacts } from '../hyperv/mapping';
import type { ProblemLog } from '../problems';
import { assumed, factsOfDefaults, knownValue, type LooseFacts } from './apply-defaults';
import { VM_DEFAULTS, VNIC_DEFAULTS } from './constant-defaults';
import type { NamedRecord, VmEntry } from './read-inventory';
import { shorthandFact } from './read-record';

/** What a VM's assumptions are made of. */
export interface VmSurroundings {
  readonly hostFacts: ReadonlyMap<HostId, LooseFacts>;
  /** Names of the nodes, by the lower-case name of their cluster. */
  readonly nodesOfCluster: ReadonlyMap<string, readonly string[]>;
}

/** Windows Server 2019, from which on VMMQ is on unless told otherwise. */
const FIRST_BUILD_WITH_VMMQ_ON = 17763;

/** @param hostId  `null`: no host of that name is known */
export function inventoryVm(
  entry: VmEntry,
  hostId: HostId | null,
  surroundings: VmSurroundings,
  log: ProblemLog,
): Vm {
  const host = hostId === null ? {} : (surroundings.hostFacts.get(hostId) ?? {});
  const memory = shorthandFact('vm', entry.record, 'memory', 'memoryStartupBytes', log);
  const written: LooseFacts = {
    ...factsOfDefaults(VM_DEFAULTS),
    ...(memory === null ? {} : { memoryStartupBytes: memory }),
    ...entry.record.facts,
  };
  const facts: LooseFacts = {
    ...memoryFacts(written),
    ...versionFact(host),
    ...clusterFacts(written, host, surroundings),
    secureBoot: secureBootFact(written),
    ...written,
  };
  const id = entry.guid ?? `${hostId ?? 'nowhere'}/vm/${entry.name}`;
  return {
    platform: 'hyperv',
    id: idOf<'vm'>(id),
    name: entry.name,
    hostId,
    facts: completeFacts(vmFields, facts as PartialFacts<typeof vmFields>),
    vnics: entry.vnics.map((vnic, index) => inventoryVnic(id, vnic, index, host)),
    vnicsKnown: entry.speaksOfVnics,
  };
}

function inventoryVnic(
  vmId: string,
  { name, record }: NamedRecord,
  index: number,
  host: LooseFacts,
): Vnic {
  const switchName = record.facts.switchName;
  const named = knownValue<string | null>(switchName);
  const build = knownValue<number>(host.osBuild);
  const facts: LooseFacts = {
    ...(named === undefined
      ? {}
      : {
          connected: assumed(
            named !== null,
            named === null ? 'on no switch' : 'a switch is given, so it is connected',
          ),
        }),
    ...(build === undefined
      ? {}
      : {
          vmmqEnabled: assumed(
            FIRST_BUILD_WITH_VMMQ_ON <= build,
            'on since Windows Server 2019, off before',
          ),
        }),
    ...factsOfDefaults(VNIC_DEFAULTS),
    ...record.facts,
  };
  return {
    id: idOf<'vnic'>(`${vmId}/nic/${index}`),
    name,
    facts: completeFacts(vnicFields, facts as PartialFacts<typeof vnicFields>),
  };
}

function memoryFacts(written: LooseFacts): LooseFacts {
  const state = knownValue<string>(written.state);
  const startup = knownValue<number>(written.memoryStartupBytes);
  if (state === 'running' && startup !== undefined) {
    return { memoryAssignedBytes: assumed(startup, 'the startup memory of a running VM') };
  }
  return state === 'off' || state === 'saved'
    ? { memoryAssignedBytes: assumed(0, 'the VM does not run') }
    : {};
}

/** New VMs get the newest version that their host runs. */
function versionFact(host: LooseFacts): LooseFacts {
  const newest = knownValue<readonly string[]>(host.configurationVersions)?.at(-1);
  return newest === undefined
    ? {}
    : { configurationVersion: assumed(newest, 'the newest version that its host runs') };
}

function clusterFacts(
  written: LooseFacts,
  host: LooseFacts,
  surroundings: VmSurroundings,
): LooseFacts {
  const name = knownValue<string | null>(host.clusterName);
  const stated = knownValue<boolean>(written.clustered);
  if (name === undefined && stated !== false) return {};
  const clustered = stated ?? (name ?? null) !== null;
  const nodes = name ? (surroundings.nodesOfCluster.get(name.toLowerCase()) ?? []) : [];
  const owners: Fact<readonly string[] | null> = !clustered
    ? assumed(null, 'the VM is no clustered role')
    : nodes.length > 0
      ? assumed(nodes, 'all nodes of the cluster that the file lists')
      : unknown('not-collected');
  return {
    clustered: assumed(
      clustered,
      clustered ? 'its host is in a cluster' : 'its host is in no cluster',
    ),
    possibleOwners: owners,
    configurationPossibleOwners: owners,
  };
}

function secureBootFact(written: LooseFacts): Fact<boolean> {
  const generation = knownValue<number>(written.generation);
  if (generation === undefined) return unknown('not-collected');
  return generation === 2
    ? assumed(true, 'what New-VM sets for generation 2')
    : assumed(false, 'generation 1 has no Secure Boot');
}
