import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlanSession } from '../../../electron/app/session/plan-session';
import { estateChanges, loadEstate, withEdits } from '../../../electron/app/store/estate-store';
import { Journal } from '../../../electron/app/store/journal';
import { PLAN_FORMAT } from '../../../electron/app/store/migrations';
import { closePlanFile, createPlanFile, openPlan } from '../../../electron/app/store/plan-file';
import { type RowChange, Rows } from '../../../electron/app/store/rows';
import { Refusal } from '../../../shared/fault';
import type { Estate } from '../../../shared/model/estate';
import { adapter, cluster, host, virtualSwitch, vm, vnic } from '../../helpers/estate';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = new Date('2026-01-02T03:04:05Z');
const estate: Estate = {
  clusters: [cluster('PROD')],
  hosts: [
    host('HV01', {
      cluster: 'PROD',
      facts: { iovSupport: true, memoryBytes: 2 ** 38, iovSupportReasons: [] },
      adapters: [adapter('NIC1', { linkBitsPerSecond: 10e9 })],
      switches: [virtualSwitch('vs', { switchType: 'external', memberAdapters: ['NIC1'] })],
    }),
  ],
  vms: [
    vm('sql 日本', {
      on: 'HV01',
      facts: { state: 'running' },
      vnics: [vnic('n', { switchName: null })],
    }),
  ],
};

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.fault.code;
    throw thrown;
  }
  return 'no refusal';
}

describe('a plan file', () => {
  it('gives back the estate that was stored', () => {
    const path = join(folder, 'a.portolan');
    const database = createPlanFile(path);
    new Journal(database).edit('Import', estateChanges(new Rows(database), estate), at);
    closePlanFile(database);
    const again = openPlan(path).database;
    expect(loadEstate(new Rows(again))).toEqual(estate);
    expect(estateChanges(new Rows(again), estate)).toEqual([]);
    closePlanFile(again);
  });

  it('is one tidy file when closed', () => {
    const database = createPlanFile(join(folder, 'a.portolan'));
    new Journal(database).edit('Import', estateChanges(new Rows(database), estate), at);
    closePlanFile(database);
    expect(readdirSync(folder)).toEqual(['a.portolan']);
  });

  it('refuses a newer, a foreign, a damaged and a missing file, each by its own code', () => {
    const newer = join(folder, 'newer.portolan');
    const database = createPlanFile(newer);
    database.pragma(`user_version = ${PLAN_FORMAT + 1}`);
    closePlanFile(database);
    const foreign = join(folder, 'foreign.db');
    const other = new Database(foreign);
    other.exec('CREATE TABLE t (x)');
    other.close();
    const text = join(folder, 'text.portolan');
    writeFileSync(
      text,
      'this is not a database, but it is long enough to have a header'.repeat(20),
    );
    expect({
      newer: codeOf(() => openPlan(newer)),
      foreign: codeOf(() => openPlan(foreign)),
      text: codeOf(() => openPlan(text)),
      missing: codeOf(() => openPlan(join(folder, 'none.portolan'))),
    }).toEqual({
      newer: 'plan.too-new',
      foreign: 'plan.not-a-plan',
      text: 'plan.not-a-plan',
      missing: 'plan.not-found',
    });
  });
});

describe('the journal', () => {
  it('undoes and redoes across a restart', () => {
    const path = join(folder, 'a.portolan');
    let database = createPlanFile(path);
    new Journal(database).edit('Import of a.json', estateChanges(new Rows(database), estate), at);
    closePlanFile(database);

    database = openPlan(path).database;
    expect(new Journal(database).descriptions()).toEqual({ undo: 'Import of a.json', redo: null });
    new Journal(database).undo();
    expect(loadEstate(new Rows(database))).toEqual({ clusters: [], hosts: [], vms: [] });
    closePlanFile(database);

    database = openPlan(path).database;
    expect(new Journal(database).descriptions()).toEqual({ undo: null, redo: 'Import of a.json' });
    new Journal(database).redo();
    expect(loadEstate(new Rows(database))).toEqual(estate);
    closePlanFile(database);
  });

  it('forgets what was undone once something new is edited', () => {
    const database = createPlanFile(join(folder, 'a.portolan'));
    const journal = new Journal(database);
    const rename = (value: string) => [
      { table: 'setting' as const, key: 'name', row: { key: 'name', value } },
    ];
    journal.edit('one', rename('one'), at);
    journal.edit('two', rename('two'), at);
    journal.undo();
    journal.edit('three', rename('three'), at);
    expect(journal.descriptions()).toEqual({ undo: 'three', redo: null });
    journal.undo();
    expect(new Rows(database).one('setting', 'name')?.value).toBe('one');
    expect(codeOf(() => new Journal(database).redo())).toBe('no refusal');
    closePlanFile(database);
  });

  it('makes all of an edit or nothing', () => {
    const database = createPlanFile(join(folder, 'a.portolan'));
    const changes: RowChange[] = [
      { table: 'setting', key: 'name', row: { key: 'name', value: 'x' } },
      { table: 'host', key: 'h', row: { id: 'h', name: 'h' } },
    ];
    expect(() => new Journal(database).edit('broken', changes, at)).toThrow();
    expect(new Rows(database).one('setting', 'name')).toBeNull();
    expect(new Journal(database).descriptions()).toEqual({ undo: null, redo: null });
    closePlanFile(database);
  });
});

describe('edits by hand', () => {
  it('lie over the imported fact and keep it', () => {
    const over = withEdits(estate, [
      { kind: 'switch', recordId: 'hv01/switch/vs', field: 'iovEnabled', value: true },
    ]);
    expect(over.hosts[0]?.switches[0]?.facts.iovEnabled).toEqual({
      state: 'known',
      value: true,
      origin: { kind: 'edited', imported: { state: 'unknown', reason: 'not-collected' } },
    });
    expect(estate.hosts[0]?.switches[0]?.facts.iovEnabled.state).toBe('unknown');
  });
});

describe('a plan that is not as it should be', () => {
  const made = (name: string): string => {
    const path = join(folder, name);
    const database = createPlanFile(path);
    new Journal(database).edit('Import', estateChanges(new Rows(database), estate), at);
    closePlanFile(database);
    return path;
  };

  it('is refused with what it is: a folder, an empty file, half of a file', () => {
    const empty = join(folder, 'empty.portolan');
    writeFileSync(empty, '');
    const half = made('half.portolan');
    truncateSync(half, Math.floor(statSync(half).size / 2 / 4096) * 4096);
    const torn = made('torn.portolan');
    truncateSync(torn, 5000);
    expect({
      folder: codeOf(() => openPlan(folder)),
      empty: codeOf(() => openPlan(empty)),
      half: codeOf(() => openPlan(half)),
      torn: codeOf(() => openPlan(torn)),
    }).toEqual({
      folder: 'plan.not-a-plan',
      empty: 'plan.not-a-plan',
      half: 'plan.damaged',
      torn: 'plan.damaged',
    });
  });

  it('is refused when a row does not hold what Portolan wrote, and named', () => {
    const path = made('row.portolan');
    const database = new Database(path);
    database.prepare('UPDATE host SET facts = \'{"known": {\'').run();
    database.close();
    expect(() => PlanSession.open(path)).toThrow(/“HV01” cannot be read/);
    expect(codeOf(() => PlanSession.open(path))).toBe('plan.damaged');
  });

  it('keeps what it holds when a log of another plan lies beside it', () => {
    const path = join(folder, 'mine.portolan');
    PlanSession.create(path, 'Mine').close();
    const before = readFileSync(path);
    const other = PlanSession.create(join(folder, 'other.portolan'), 'Other');
    other.rename('Somebody else’s');
    copyFileSync(join(folder, 'other.portolan-wal'), `${path}-wal`);
    other.close();
    const code = codeOf(() => openPlan(path));
    expect(code).toBe('plan.damaged');
    expect(readFileSync(path).equals(before)).toBe(true);
    rmSync(`${path}-wal`);
    rmSync(`${path}-shm`, { force: true });
    const again = PlanSession.open(path);
    expect(again.name).toBe('Mine');
    again.close();
  });

  it('does not take the log that a former file of its name left behind', () => {
    const path = join(folder, 'again.portolan');
    writeFileSync(`${path}-wal`, 'left behind'.repeat(1000));
    PlanSession.create(path, 'New').close();
    const again = PlanSession.open(path);
    expect(again.name).toBe('New');
    again.close();
  });
});

describe('a plan that may only be read', () => {
  it('shows everything, changes nothing, and can be saved elsewhere', () => {
    const path = join(folder, 'a.portolan');
    const session = PlanSession.create(path, 'Archive');
    session.makeSnapshot('One');
    session.close();
    const bytes = readFileSync(path);
    let id = '';
    const reader = PlanSession.open(path, { readOnly: true });
    try {
      expect(reader.state).toMatchObject({ name: 'Archive', readOnly: true });
      expect(reader.snapshots.map(({ name }) => name)).toEqual(['One']);
      for (const act of [
        () => reader.rename('x'),
        () => reader.undo(),
        () => reader.goTo(0),
        () => reader.import([]).next(),
      ]) {
        expect(codeOf(act)).toBe('plan.read-only');
      }
      reader.copyTo(join(folder, 'b.portolan'));
      id = reader.state.id;
    } finally {
      reader.close();
    }
    expect(readFileSync(path).equals(bytes)).toBe(true);
    const copy = PlanSession.open(join(folder, 'b.portolan'));
    expect([copy.state.id, copy.state.readOnly]).toEqual([id, false]);
    copy.rename('Goes on');
    copy.close();
  });

  it('is read with what its log holds, while somebody else writes it', () => {
    const path = join(folder, 'a.portolan');
    const writer = PlanSession.create(path, 'Live');
    writer.rename('In the log');
    const reader = PlanSession.open(path, { readOnly: true });
    expect(reader.name).toBe('In the log');
    reader.close();
    writer.rename('Still mine');
    writer.close();
  });
});
