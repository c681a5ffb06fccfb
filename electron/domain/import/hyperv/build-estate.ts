/** From the records of all hosts to an estate. */
import type { Cluster, Estate, Host, Vm } from '../../../../shared/model/estate';
import { hostFields } from '../../../../shared/model/hyperv/host-fields';
import { vmFields } from '../../../../shared/model/hyperv/vm-fields';
import type { ProblemLog } from '../problems';
import { adaptersOf } from './adapter-records';
import { clustersOf, type Membership, membershipOf, nodesListedBy } from './cluster-records';
import { guidIn } from './decoders';
import { derived, sameName } from './derived';
import { findInEnum, vmOperationalStatus } from './enums';
import { hostFactsOf } from './host-records';
import { completeFacts, preferFacts } from './mapping';
import { listOf, memberOf, type RecordView, scalarOf } from './record-view';
import type { Snapshot } from './snapshot';
import { switchesOf } from './switch-records';
import { trafficOf } from './traffic-records';
import { indexVms, type VmRecords } from './vm-index';
import { ownerFacts, vmFactsOf } from './vm-records';
import { vnicsOf } from './vnic-records';

/** VMs between two steps at most. */
const VMS_PER_STEP = 50;

/** What hosts say of each other: who is in whose cluster, and may own which VM. */
export interface Neighbours {
  readonly listed: ReturnType<typeof nodesListedBy>;
  readonly owners: Owners;
}

export function neighboursOf(snapshots: readonly Snapshot[]): Neighbours {
  return { listed: nodesListedBy(snapshots), owners: ownersByVm(snapshots) };
}

/**
 * The estate that one snapshot shows: of two snapshots of one host the caller decides what counts.
 * Steps often, so that the caller can stop in between.
 */
export function* estateOf(
  snapshot: Snapshot,
  { listed, owners }: Neighbours,
  log: ProblemLog,
): Generator<void, Estate> {
  const membership = membershipOf(snapshot, listed);
  const host = hostOf(snapshot, membership, log);
  const clusters: readonly Cluster[] = clustersOf([snapshot], log);
  yield;
  const traffic = trafficOf(snapshot);
  const vms: Vm[] = [];
  for (const records of yield* indexVms(snapshot)) {
    const facts = vmFactsOf(records, snapshot, log);
    const own = ownersOf(records, owners);
    const vnics = vnicsOf(records, snapshot, traffic, needsGuestDriver(records), log);
    vms.push({
      platform: 'hyperv',
      id: records.id,
      name: records.name,
      hostId: host.id,
      facts: completeFacts(vmFields, preferFacts(facts, ownerFacts(facts, own))),
      vnics,
      vnicsKnown: snapshot.isComplete('Get-VMNetworkAdapter'),
    });
    if (vms.length % VMS_PER_STEP === 0) yield;
  }
  return { clusters, hosts: [withMacAddressesInUse(host, vms)], vms };
}

/** Counted where every vNIC of the host was listed with the kind of its address. */
function withMacAddressesInUse(host: Host, vms: readonly Vm[]): Host {
  const kinds = vms.flatMap(({ vnics }) => vnics.map(({ facts }) => facts.dynamicMacAddress));
  if (vms.some(({ vnicsKnown }) => !vnicsKnown)) return host;
  if (kinds.some(({ state }) => state === 'unknown')) return host;
  const used = kinds.filter((kind) => kind.state === 'known' && kind.value).length;
  const dynamicMacAddressesInUse = derived(used, 'the vNICs of the VMs on the host');
  return { ...host, facts: { ...host.facts, dynamicMacAddressesInUse } };
}

function hostOf(snapshot: Snapshot, membership: Membership, log: ProblemLog): Host {
  const facts = hostFactsOf(snapshot, log);
  const adapters = adaptersOf(snapshot, log);
  const { clusterName, clusterId } = membership;
  return {
    platform: 'hyperv',
    id: snapshot.hostId,
    name: snapshot.hostName,
    clusterId,
    facts: completeFacts(hostFields, {
      ...facts,
      ...(clusterName === null ? {} : { clusterName }),
    }),
    adapters,
    switches: switchesOf(snapshot, adapters, log),
    switchesKnown: snapshot.isComplete('Get-VMSwitch'),
  };
}

interface Owners {
  readonly byVmId: ReadonlyMap<string, readonly RecordView[]>;
  readonly byName: ReadonlyMap<string, readonly RecordView[]>;
}

const RESOURCE_NAME = /^Virtual Machine (?:Configuration )?(.+)$/i;

/** Each node lists the resources it owns, so a VM is looked for among those of all nodes. */
function ownersByVm(all: readonly Snapshot[]): Owners {
  const byVmId = new Map<string, RecordView[]>();
  const byName = new Map<string, RecordView[]>();
  const put = (map: Map<string, RecordView[]>, key: string, record: RecordView) => {
    const list = map.get(key);
    if (list) list.push(record);
    else map.set(key, [record]);
  };
  for (const snapshot of all) {
    for (const cmdlet of ['PortolanClusterOwners', 'Get-ClusterOwnerNode']) {
      for (const record of snapshot.records(cmdlet)) {
        const id = guidIn(record.text('VmId') ?? '');
        if (id !== undefined) put(byVmId, id, record);
        const name = RESOURCE_NAME.exec(resourceName(record))?.[1] ?? record.text('OwnerGroup');
        if (id === undefined && name !== null && name !== undefined) {
          put(byName, name.toLowerCase(), record);
        }
      }
    }
  }
  return { byVmId, byName };
}

function resourceName(record: RecordView): string {
  const inner = scalarOf(memberOf(record.get('ClusterObject'), 'Name'));
  return record.text('Resource') ?? record.text('ClusterObject') ?? String(inner ?? '');
}

function ownersOf(vm: VmRecords, owners: Owners): readonly RecordView[] {
  return owners.byVmId.get(vm.id) ?? owners.byName.get(vm.name.toLowerCase()) ?? [];
}

function needsGuestDriver(vm: VmRecords): boolean {
  return listOf(vm.first('Get-VM')?.get('OperationalStatus')).some((one) => {
    const status = scalarOf(one);
    const match = status === null ? null : findInEnum(vmOperationalStatus, status);
    return match?.isFound === true && sameName(match.value ?? '', 'iov-guest-drivers-needed');
  });
}
