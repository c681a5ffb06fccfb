/**
 * What a plan is about: hosts with their adapters and virtual switches, VMs with their vNICs, and
 * where each VM runs. Plain, immutable records; a change is a new record.
 *
 * A record belongs to a platform, and its facts are those of the platform's field table; a new
 * platform adds a table and a member to `Platform`, and shares everything around it.
 */
import type { AdapterId, ClusterId, HostId, SwitchId, VmId, VnicId } from '../ids';
import type { FactsOf } from './field';
import { adapterFields } from './hyperv/adapter-fields';
import { clusterFields, hostFields } from './hyperv/host-fields';
import { switchFields } from './hyperv/switch-fields';
import { vmFields } from './hyperv/vm-fields';
import { vnicFields } from './hyperv/vnic-fields';

export const PLATFORMS = ['hyperv'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** The field tables of a platform, by kind of record. */
export const fieldTables = {
  hyperv: {
    host: hostFields,
    cluster: clusterFields,
    adapter: adapterFields,
    switch: switchFields,
    vm: vmFields,
    vnic: vnicFields,
  },
} as const satisfies Record<Platform, Record<RecordKind, unknown>>;

export const RECORD_KINDS = ['host', 'cluster', 'adapter', 'switch', 'vm', 'vnic'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export type HostFacts = FactsOf<typeof hostFields>;
export type ClusterFacts = FactsOf<typeof clusterFields>;
export type AdapterFacts = FactsOf<typeof adapterFields>;
export type SwitchFacts = FactsOf<typeof switchFields>;
export type VmFacts = FactsOf<typeof vmFields>;
export type VnicFacts = FactsOf<typeof vnicFields>;

export interface Cluster {
  readonly platform: Platform;
  readonly id: ClusterId;
  readonly name: string;
  readonly facts: ClusterFacts;
}

/** One port of a physical network adapter. */
export interface Adapter {
  readonly id: AdapterId;
  readonly name: string;
  readonly facts: AdapterFacts;
}

export interface VirtualSwitch {
  readonly id: SwitchId;
  readonly name: string;
  readonly facts: SwitchFacts;
}

export interface Host {
  readonly platform: Platform;
  readonly id: HostId;
  readonly name: string;
  /** `null`: in no cluster that the plan knows of. */
  readonly clusterId: ClusterId | null;
  readonly facts: HostFacts;
  readonly adapters: readonly Adapter[];
  readonly switches: readonly VirtualSwitch[];
  /** False when no source lists this host's switches: then a missing switch proves nothing. */
  readonly switchesKnown: boolean;
}

export interface Vnic {
  readonly id: VnicId;
  readonly name: string;
  readonly facts: VnicFacts;
}

export interface Vm {
  readonly platform: Platform;
  readonly id: VmId;
  readonly name: string;
  /** The host it runs on, or is registered on when off; `null` when no source says. */
  readonly hostId: HostId | null;
  readonly facts: VmFacts;
  readonly vnics: readonly Vnic[];
  /** False when no source lists this VM's adapters: then "no adapter" proves nothing. */
  readonly vnicsKnown: boolean;
}

export interface Estate {
  readonly clusters: readonly Cluster[];
  readonly hosts: readonly Host[];
  readonly vms: readonly Vm[];
}

export const EMPTY_ESTATE: Estate = { clusters: [], hosts: [], vms: [] };
