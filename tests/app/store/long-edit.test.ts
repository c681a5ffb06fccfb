import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal } from '../../../electron/app/store/journal';
import { makeLongEdit } from '../../../electron/app/store/long-edit';
import {
  closePlanFile,
  createPlanFile,
  type PlanDatabase,
} from '../../../electron/app/store/plan-file';
import { settingChange } from '../../../electron/app/store/plan-settings';
import { Rows } from '../../../electron/app/store/rows';

let folder = '';
let database: PlanDatabase;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-long-edit-'));
  database = createPlanFile(join(folder, 'plan.portolan'));
  new Rows(database).apply([settingChange('name', 'before'), settingChange('kept', 'as it is')]);
});
afterEach(() => {
  closePlanFile(database);
  rmSync(folder, { recursive: true, force: true });
});

const at = new Date('2026-03-01T10:00:00Z');
const manySettings = Array.from({ length: 120 }, (_, index) =>
  settingChange(`setting ${index}`, 'new'),
);
const edit = (extra = manySettings) =>
  makeLongEdit(
    database,
    {},
    { description: 'Many', at, changes: () => [settingChange('name', 'after'), ...extra] },
  );
const settings = () => new Rows(database).all('setting');

describe('a long edit', () => {
  it('is not seen before it is whole, and then can be undone and redone', () => {
    const before = settings();
    const work = edit();
    const steps: number[] = [];
    let next = work.next();
    for (; !next.done; next = work.next()) {
      steps.push(next.value);
      expect(settings()).toEqual(before);
    }
    expect(steps).toEqual([50, 100]);
    expect(next.value).toBe(121);
    const after = settings();
    expect(after).toHaveLength(before.length + 120);
    const journal = new Journal(database);
    expect(journal.descriptions()).toEqual({ undo: 'Many', redo: null });
    journal.undo();
    expect(settings()).toEqual(before);
    journal.redo();
    expect(settings()).toEqual(after);
  });

  it('leaves nothing behind when it is left, and lets others write', () => {
    const before = settings();
    const work = edit();
    work.next();
    work.return(0);
    expect(settings()).toEqual(before);
    new Journal(database).edit('Other', [settingChange('name', 'other')], at);
    expect(new Journal(database).descriptions().undo).toBe('Other');
  });

  it('leaves nothing behind when a change fails', () => {
    const before = settings();
    const bad = { table: 'setting', key: 'bad', row: { key: 'bad', value: null } } as const;
    expect(() => [...edit([...manySettings, bad])]).toThrow('NOT NULL');
    expect(settings()).toEqual(before);
  });

  it('is made in one step where readers would have to wait', () => {
    database.pragma('journal_mode = DELETE');
    const work = edit();
    expect(work.next()).toEqual({ done: true, value: 121 });
    expect(new Rows(database).one('setting', 'name')?.value).toBe('after');
  });
});
