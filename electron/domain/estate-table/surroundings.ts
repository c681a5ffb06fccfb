/** One state of the estate, indexed so that the records around a record are found at once. */
import { valueOr } from '../../../shared/fact';
import type {
  Adapter,
  Cluster,
  Estate,
  Host,
  VirtualSwitch,
  Vm,
  Vnic,
} from '../../../shared/model/estate';
import type { TableKind } from '../../../shared/model/estate-table';
import { sameName, switchNameOf } from '../verdict/place';

/** A record with what it belongs to. */
export interface Placed {
  readonly kind: TableKind;
  readonly id: string;
  readonly name: string;
  readonly platform: Host['platform'];
  readonly facts: { readonly [field: string]: unknown };
  readonly host: Host | null;
  readonly cluster: Cluster | null;
  readonly vm: Vm | null;
  readonly adapter: Adapter | null;
  readonly switch: VirtualSwitch | null;
  readonly vnic: Vnic | null;
}

/** A virtual adapter connected to a switch, with its VM. */
export interface Port {
  readonly vm: Vm;
  readonly vnic: Vnic;
}

export class Surroundings {
  readonly estate: Estate;
  readonly #hosts: ReadonlyMap<string, Host>;
  readonly #clusters: ReadonlyMap<string, Cluster>;
  readonly #vmsOn = new Map<string, Vm[]>();
  readonly #ports = new Map<string, Port[]>();
  readonly #records = new Map<TableKind, readonly Placed[]>();

  constructor(estate: Estate) {
    this.estate = estate;
    this.#hosts = new Map(estate.hosts.map((host) => [host.id, host]));
    this.#clusters = new Map(estate.clusters.map((cluster) => [cluster.id, cluster]));
    for (const vm of estate.vms) {
      if (vm.hostId === null) continue;
      push(this.#vmsOn, vm.hostId, vm);
      for (const vnic of vm.vnics) {
        const name = switchNameOf(vnic);
        if (name !== null) push(this.#ports, `${vm.hostId}\n${name.toLowerCase()}`, { vm, vnic });
      }
    }
  }

  hostOf(vm: Vm): Host | null {
    return vm.hostId === null ? null : (this.#hosts.get(vm.hostId) ?? null);
  }

  clusterOf(host: Host | null): Cluster | null {
    return host === null || host.clusterId === null
      ? null
      : (this.#clusters.get(host.clusterId) ?? null);
  }

  vmsOn(host: Host): readonly Vm[] {
    return this.#vmsOn.get(host.id) ?? [];
  }

  hostsOf(cluster: Cluster): readonly Host[] {
    return this.estate.hosts.filter(({ clusterId }) => clusterId === cluster.id);
  }

  portsOf(host: Host, one: VirtualSwitch): readonly Port[] {
    return this.#ports.get(`${host.id}\n${one.name.toLowerCase()}`) ?? [];
  }

  /** The physical adapters behind a switch that some source describes. */
  membersOf(host: Host, one: VirtualSwitch): readonly Adapter[] {
    return valueOr(one.facts.memberAdapters, []).flatMap(
      (name) => host.adapters.find((adapter) => sameName(adapter.name, name)) ?? [],
    );
  }

  switchOver(host: Host, adapter: Adapter): VirtualSwitch | null {
    const uses = (one: VirtualSwitch) =>
      valueOr(one.facts.memberAdapters, []).some((name) => sameName(name, adapter.name));
    return host.switches.find(uses) ?? null;
  }

  switchFor(host: Host | null, vnic: Vnic): VirtualSwitch | null {
    const name = switchNameOf(vnic);
    if (name === null) return null;
    return host?.switches.find((one) => sameName(one.name, name)) ?? null;
  }

  /** All records of a kind, in the order of the estate. */
  records(kind: TableKind): readonly Placed[] {
    let records = this.#records.get(kind);
    if (records === undefined) {
      records = this.#list(kind);
      this.#records.set(kind, records);
    }
    return records;
  }

  #list(kind: TableKind): readonly Placed[] {
    const { hosts, vms, clusters } = this.estate;
    const on = (host: Host | null) => ({ host, cluster: this.clusterOf(host) });
    switch (kind) {
      case 'cluster':
        return clusters.map((cluster) => ({ ...NOTHING, ...cluster, kind, cluster }));
      case 'host':
        return hosts.map((host) => ({ ...NOTHING, ...own(host), kind, ...on(host) }));
      case 'vm':
        return vms.map((vm) => ({ ...NOTHING, ...own(vm), kind, vm, ...on(this.hostOf(vm)) }));
      case 'adapter':
        return hosts.flatMap((host) => {
          const around = { ...NOTHING, kind, platform: host.platform, ...on(host) };
          return host.adapters.map((adapter) => ({ ...around, ...adapter, adapter }));
        });
      case 'switch':
        return hosts.flatMap((host) => {
          const around = { ...NOTHING, kind, platform: host.platform, ...on(host) };
          return host.switches.map((one) => ({ ...around, ...one, switch: one }));
        });
      case 'vnic':
        return vms.flatMap((vm) => {
          const around = {
            ...NOTHING,
            kind,
            platform: vm.platform,
            vm,
            ...on(this.hostOf(vm)),
          };
          return vm.vnics.map((vnic) => ({ ...around, ...vnic, vnic }));
        });
    }
  }
}

const NOTHING = { host: null, cluster: null, vm: null, adapter: null, switch: null, vnic: null };

function own({ id, name, platform, facts }: Host | Vm) {
  return { id, name, platform, facts };
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
