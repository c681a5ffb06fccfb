/** The table VM × host of each cluster, and of the VMs outside any cluster. */
import type { Estate, Host } from '../../../shared/model/estate';
import type { NamedRecord, ReportGroup, ReportRow } from '../../../shared/model/report';
import type { Cell, MoveKind } from '../../../shared/model/verdict';
import type { MoveSurvey } from '../findings/vm-moves';
import type { Matrix } from '../verdict/matrix';
import { named } from './assess-vm';
import { byName } from './by-name';
import { listed, type ReportLimits } from './limits';
import { weightOf } from './stories';
import type { SurveyedVm } from './survey-vm';

interface Table {
  readonly cluster: NamedRecord | null;
  readonly hosts: readonly Host[];
  readonly rows: Map<string, { readonly row: ReportRow; readonly vms: NamedRecord[] }>;
  vmCount: number;
}

export class Groups {
  readonly #limits: ReportLimits;
  readonly #matrix: Matrix;
  readonly #kind: MoveKind;
  readonly #tables = new Map<string | null, Table>();

  constructor({ judge, matrix, kind }: MoveSurvey, limits: ReportLimits) {
    this.#limits = limits;
    this.#matrix = matrix;
    this.#kind = kind;
    const { estate } = judge;
    const allHosts = [...estate.hosts].sort(byName);
    for (const id of clusterIds(estate)) {
      const name = estate.clusters.find((one) => one.id === id)?.name ?? id;
      const hosts = allHosts.filter((host) => host.clusterId === id);
      this.#tables.set(id, { cluster: { id, name }, hosts, rows: new Map(), vmCount: 0 });
    }
    this.#tables.set(null, { cluster: null, hosts: allHosts, rows: new Map(), vmCount: 0 });
  }

  add(surveyed: SurveyedVm): void {
    const { vm, host, summary } = surveyed;
    const table = this.#tables.get(host?.clusterId ?? null);
    if (table === undefined) return;
    table.vmCount += 1;
    const { portability, nowPaths: now } = summary;
    const cells = this.#cells(surveyed, table.hosts.slice(0, this.#limits.hostsPerGroup));
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
  #cells({ vm, pathHere }: SurveyedVm, hosts: readonly Host[]): Cell[] {
    return hosts.map((host): Cell => {
      if (host.id === vm.hostId) return { outcome: 'here', path: pathHere, warned: false };
      return this.#matrix.cell(vm, host, this.#kind);
    });
  }
}

/** Clusters in the order of their hosts; a host may name one that no record describes. */
function clusterIds({ clusters, hosts }: Estate): string[] {
  const ids = new Set<string>(clusters.map(({ id }) => id));
  for (const { clusterId } of hosts) if (clusterId !== null) ids.add(clusterId);
  return [...ids];
}
