import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  editChange,
  estateChanges,
  loadEdits,
  loadEstate,
  withEdits,
} from '../../../electron/app/store/estate-store';
import { LiveEstate } from '../../../electron/app/store/live-estate';
import {
  closePlanFile,
  createPlanFile,
  type PlanDatabase,
} from '../../../electron/app/store/plan-file';
import { Rows } from '../../../electron/app/store/rows';
import type { Estate, RecordKind } from '../../../shared/model/estate';
import { adapter, cluster, host, virtualSwitch, vm, vnic } from '../../helpers/estate';

let folder = '';
let database: PlanDatabase;
let rows: Rows;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-live-'));
  database = createPlanFile(join(folder, 'a.portolan'));
  rows = new Rows(database);
  rows.apply(estateChanges(rows, estateOf(['sql', 'web'])));
});
afterEach(() => {
  closePlanFile(database);
  rmSync(folder, { recursive: true, force: true });
});

function estateOf(vms: readonly string[], memoryBytes = 2 ** 38): Estate {
  return {
    clusters: [cluster('PROD')],
    hosts: ['HV01', 'HV02'].map((name) =>
      host(name, {
        cluster: 'PROD',
        facts: { memoryBytes },
        adapters: [adapter('NIC1', { linkBitsPerSecond: 10e9 })],
        switches: [virtualSwitch('vs', { switchType: 'external', memberAdapters: ['NIC1'] })],
      }),
    ),
    vms: vms.map((name) => vm(name, { on: 'HV01', vnics: [vnic('n', { switchName: 'vs' })] })),
  };
}

const fresh = () => withEdits(loadEstate(rows), loadEdits(rows));

describe('the estate in memory', () => {
  it('reads only what an edit touched again', () => {
    const live = new LiveEstate(rows);
    const before = live.edited;
    const edit = { kind: 'switch' as const, recordId: 'hv02/switch/vs', field: 'iovEnabled' };
    const changes = [editChange(edit, true)];
    rows.apply(changes);
    expect(live.follow(changes)).toMatchObject({
      hosts: new Set([before.hosts[1]?.id]),
      vms: new Set(),
      clusters: new Set(),
    });
    expect(live.edited).toEqual(fresh());
    expect(live.edited.hosts[0]).toBe(before.hosts[0]);
    expect(live.edited.vms[1]).toBe(before.vms[1]);
    expect(live.edited.hosts[1]).not.toBe(before.hosts[1]);
  });

  it('is what the rows say after any run of edits, imports and takings back', () => {
    const targets: readonly (readonly [RecordKind, string, string, unknown])[] = [
      ['host', 'hv01', 'memoryBytes', 5],
      ['adapter', 'hv02/adapter/nic1', 'linkBitsPerSecond', 1e9],
      ['switch', 'hv01/switch/vs', 'iovEnabled', true],
      ['cluster', 'prod', 'functionalLevel', 9],
      ['vm', rows.all('vm')[0]?.id as string, 'generation', 2],
      ['vnic', rows.all('vnic')[1]?.id as string, 'iovWeight', 100],
      ['vm', 'gone', 'generation', 2],
    ];
    const step = fc.oneof(
      fc.record({ target: fc.constantFrom(...targets), isTakenBack: fc.boolean() }),
      fc.record({ vms: fc.subarray(['sql', 'web', 'app']), memoryBytes: fc.constantFrom(1, 2) }),
      fc.constant('undo' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const live = new LiveEstate(rows);
        const inverses: ReturnType<Rows['apply']>[] = [];
        for (const one of steps) {
          const changes =
            one === 'undo'
              ? (inverses.pop() ?? [])
              : 'vms' in one
                ? estateChanges(rows, estateOf(one.vms, one.memoryBytes))
                : [
                    editChange(
                      { kind: one.target[0], recordId: one.target[1], field: one.target[2] },
                      one.isTakenBack ? undefined : one.target[3],
                    ),
                  ];
          const inverse = rows.apply(changes);
          if (one !== 'undo') inverses.push(inverse);
          live.follow(changes);
          expect(live.edited).toEqual(fresh());
          expect(live.imported).toEqual(loadEstate(rows));
        }
      }),
      { numRuns: 60 },
    );
  });
});
