/** The table VM × host of each cluster, and of the VMs outside any cluster. */
import type { Estate, Host } from '../../../shared/model/estate';
import type { NamedRecord, ReportGroup, ReportRow } from '../../../shared/model/report';
import type { Cell } from '../../../shared/model/verdict';
import type { Judge } from '../verdict/judge';
import { named, type VmAssessment } from './assess-vm';
import { byName } from './by-name';
import { listed, type ReportLimits } from './limits';
import { weightOf } from './stories';

interface Table {
  readonly cluster: NamedRecord | null;
  readonly hosts: readonly Host[];
  readonly rows: Map<string, { readonly row: ReportRow; readonly vms: NamedRecord[] }>;
  vmCount: number;
}

export class Groups {
  readonly #limits: ReportLimits;
  readonly #tables = new Map<string | null, Table>();

  constructor(judge: Judge, limits: ReportLimits) {
    this.#limits = limits;
    const { estate } = judge;
    const allHosts = [...estate.hosts].sort(byName);
    for (const id of clusterIds(estate)) {
      const name = estate.clusters.find((one) => one.id === id)?.name ?? id;
      const hosts = allHosts.filter((host) => host.clusterId === id);
      this.#tables.set(id, { cluster: { id, name }, hosts, rows: new Map(), vmCount: 0 });
    }
    this.#tables.set(null, { cluster: null, hosts: allHosts, rows: new Map(), vmCount: 0 });
  }

  add(assessment: VmAssessment): void {
    const { vm, host, summary } = assessment;
    const table = this.#tables.get(host?.clusterId ?? null);
    if (table === undefined) return;
    table.vmCount += 1;
    const { portability, nowPaths: now } = summary;
    const cells = this.#cells(assessment, table.hosts.slice(0, this.#limits.hostsPerGroup));
    const key = JSON.stringify([host?.id, portability, now, cells.map(Object.values)]);
    const same = table.rows.get(key);
    if (same !== undefined) {
      same.vms.push(named(vm));
      return;
    }
    const vms = [named(vm)];
    const row = { vms, host: host === null ? null : named(host), portability, now, cells };
    table.rows.set(key, { row, vms });
  }

  list(): ReportGroup[] {
    const used = [...this.#tables.values()].filter(({ vmCount }) => 0 < vmCount);
    const share = Math.ceil(this.#limits.rows / Math.max(1, used.length));
    return used.map(({ cluster, hosts, rows, vmCount }) => ({
      cluster,
      vmCount,
      hosts: listed(hosts.map(named), this.#limits.hostsPerGroup),
      rows: listed(
        [...rows.values()]
          .map(({ row }) => row)
          .sort((a, b) => weightOf(a.portability) - weightOf(b.portability)),
        Math.min(share, this.#limits.rowsPerGroup),
      ),
    }));
  }

  /** The VM's own host is no target; its cell says where the VM is. */
  #cells({ targets, pathHere }: VmAssessment, hosts: readonly Host[]): Cell[] {
    const byHost = new Map(targets.map(({ host, cell }) => [host.id, cell]));
    return hosts.map((host): Cell => {
      const cell = byHost.get(host.id);
      if (cell !== undefined) return cell;
      return { outcome: 'here', path: pathHere, warned: false };
    });
  }
}

/** Clusters in the order of their hosts; a host may name one that no record describes. */
function clusterIds({ clusters, hosts }: Estate): string[] {
  const ids = new Set<string>(clusters.map(({ id }) => id));
  for (const { clusterId } of hosts) if (clusterId !== null) ids.add(clusterId);
  return [...ids];
}
