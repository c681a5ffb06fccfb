import { describe, expect, it } from 'vitest';
import { ALL_OF_IT } from '../../../../renderer/app/state/matrix-choices';
import { arrange } from '../../../../renderer/features/matrix/arrange';
import { placeOf, selectionAt } from '../../../../renderer/features/matrix/selection-place';
import { idOf } from '../../../../shared/ids';
import type { EstateIndex } from '../../../../shared/model/plan';
import type { Portability, VmSummary } from '../../../../shared/model/verdict';

const host = (name: string, cluster: string | null) => ({
  id: idOf<'host'>(name),
  platform: 'hyperv' as const,
  name,
  clusterId: cluster === null ? null : idOf<'cluster'>(cluster),
  clusterName: cluster,
  summary: '',
  vmCount: 0,
});
const vm = (name: string, on: string | null) => ({
  id: idOf<'vm'>(name),
  name,
  hostId: on === null ? null : idOf<'host'>(on),
  vnicCount: 1,
  state: 'running',
});
const index: EstateIndex = {
  revision: 1,
  hosts: [host('HV10', 'B'), host('lone', null), host('HV2', 'A'), host('HV9', 'B')],
  vms: [vm('sql-10', 'HV9'), vm('sql-9', 'HV2'), vm('web-1', null), vm('web-HV2', 'lone')],
};
const summary = (name: string, portability: Portability): [string, VmSummary] => [
  name,
  {
    vmId: idOf<'vm'>(name),
    counts: { keeps: 0, improves: 0, 'falls-back': 0, blocked: 0, undecided: 0 },
    nowPaths: [],
    portability,
  },
];
const summaries = new Map([
  summary('sql-10', 'portable'),
  summary('sql-9', 'falls-back'),
  summary('web-1', 'undecided'),
  summary('web-HV2', 'blocked'),
]);
const names = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name);

describe('the arrangement of the matrix', () => {
  it('orders names as people count and hosts by cluster, those in none last', () => {
    const { vms, hosts, clusters } = arrange(index, ALL_OF_IT, null);
    expect(names(vms)).toEqual(['sql-9', 'sql-10', 'web-1', 'web-HV2']);
    expect(names(hosts)).toEqual(['HV2', 'HV9', 'HV10', 'lone']);
    expect(clusters).toEqual([
      { name: 'A', firstColumn: 0, endColumn: 1 },
      { name: 'B', firstColumn: 1, endColumn: 3 },
      { name: null, firstColumn: 3, endColumn: 4 },
    ]);
  });

  it('puts the worst first', () => {
    const { vms } = arrange(index, { ...ALL_OF_IT, order: 'portability' }, summaries);
    expect(names(vms)).toEqual(['web-HV2', 'sql-9', 'web-1', 'sql-10']);
  });

  it('does not reorder while nothing is counted', () => {
    const { vms } = arrange(index, { ...ALL_OF_IT, order: 'portability' }, null);
    expect(names(vms)).toEqual(['sql-9', 'sql-10', 'web-1', 'web-HV2']);
  });

  it('orders by host, VMs of unknown place last', () => {
    const { vms } = arrange(index, { ...ALL_OF_IT, order: 'host' }, null);
    expect(names(vms)).toEqual(['sql-9', 'sql-10', 'web-HV2', 'web-1']);
  });

  it('leaves the other side whole when the text names only VMs', () => {
    const { vms, hosts } = arrange(index, { ...ALL_OF_IT, text: ' SQL ' }, null);
    expect(names(vms)).toEqual(['sql-9', 'sql-10']);
    expect(hosts).toHaveLength(4);
  });

  it('narrows both sides when the text names VMs and hosts', () => {
    const { vms, hosts } = arrange(index, { ...ALL_OF_IT, text: 'hv2' }, null);
    expect(names(vms)).toEqual(['web-HV2']);
    expect(names(hosts)).toEqual(['HV2']);
  });

  it('shows nothing when nothing has the text in its name', () => {
    const { vms, hosts } = arrange(index, { ...ALL_OF_IT, text: 'zzz' }, null);
    expect([vms, hosts]).toEqual([[], []]);
  });

  it('keeps only the chosen kinds of portability', () => {
    const choices = { ...ALL_OF_IT, portabilities: ['blocked', 'undecided'] as const };
    expect(names(arrange(index, choices, summaries).vms)).toEqual(['web-1', 'web-HV2']);
  });
});

describe('selection and cursor', () => {
  const arrangement = arrange(index, ALL_OF_IT, null);
  it('agree in both directions, for cells and for heads', () => {
    for (const place of [
      { row: 1, column: 2 },
      { row: 3, column: -1 },
      { row: -1, column: 0 },
    ]) {
      expect(placeOf(arrangement, selectionAt(arrangement, place))).toEqual(place);
    }
  });

  it('know no place for nothing and for what is filtered out', () => {
    expect(placeOf(arrangement, { vmId: null, hostId: null })).toBeNull();
    const filtered = arrange(index, { ...ALL_OF_IT, text: 'sql' }, null);
    expect(placeOf(filtered, { vmId: 'web-1', hostId: 'HV2' })).toBeNull();
  });
});
