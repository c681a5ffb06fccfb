import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conflictChanges, loadConflicts } from '../../../electron/app/store/conflict-store';
import { editChange, loadEdits } from '../../../electron/app/store/estate-store';
import {
  closePlanFile,
  createPlanFile,
  type PlanDatabase,
} from '../../../electron/app/store/plan-file';
import { Rows } from '../../../electron/app/store/rows';
import { EMPTY_ESTATE } from '../../../shared/model/estate';
import type { ImportConflict } from '../../../shared/model/import';
import { host } from '../../helpers/estate';

let folder = '';
let database: PlanDatabase;
let rows: Rows;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-conflicts-'));
  database = createPlanFile(join(folder, 'a.portolan'));
  rows = new Rows(database);
});
afterEach(() => {
  closePlanFile(database);
  rmSync(folder, { recursive: true, force: true });
});

const memory: ImportConflict = {
  recordKind: 'host',
  recordId: 'hv01',
  recordName: 'HV01',
  field: 'memoryBytes',
  title: 'Memory',
  kept: { text: '256 GB', value: 2 ** 38, origin: { kind: 'import', file: 'a.json', field: 'm' } },
  other: { text: '128 GB', value: 2 ** 37, origin: { kind: 'import', file: 'b.json', field: 'm' } },
};
const cores: ImportConflict = { ...memory, field: 'coreCount', title: 'Cores' };

const load = () => loadConflicts(rows, loadEdits(rows));
const choose = (value: unknown) =>
  rows.apply([editChange({ kind: 'host', recordId: 'hv01', field: 'memoryBytes' }, value)]);

describe('conflicts of a plan', () => {
  it('are settled by the fact that was set, whichever way, and opened by taking it back', () => {
    rows.apply(conflictChanges(rows, [memory, cores], EMPTY_ESTATE));
    expect(load().map(({ title, choice }) => [title, choice])).toEqual([
      ['Memory', null],
      ['Cores', null],
    ]);
    const choices = [2 ** 37, 2 ** 38, 5].map((value) => {
      choose(value);
      return load().map(({ title, choice }) => [title, choice]);
    });
    expect(choices).toEqual([
      [
        ['Cores', null],
        ['Memory', 'other'],
      ],
      [
        ['Cores', null],
        ['Memory', 'kept'],
      ],
      [
        ['Cores', null],
        ['Memory', 'own'],
      ],
    ]);
    choose(undefined);
    expect(load()[0]).toEqual({ ...memory, id: 'host\nhv01\nmemoryBytes', choice: null });
  });

  it('go when a later import speaks of the fact and agrees, and stay when it is silent', () => {
    rows.apply(conflictChanges(rows, [memory, cores], EMPTY_ESTATE));
    const later = {
      ...EMPTY_ESTATE,
      hosts: [host('HV01', { facts: { memoryBytes: 2 ** 38 } }), host('HV02')],
    };
    rows.apply(conflictChanges(rows, [], later));
    expect(load().map(({ title }) => title)).toEqual(['Cores']);
  });

  it('take the place of former ones about the same', () => {
    rows.apply(conflictChanges(rows, [memory], EMPTY_ESTATE));
    const newer = { ...memory, other: { ...memory.other, text: '64 GB', value: 2 ** 36 } };
    rows.apply(conflictChanges(rows, [newer], EMPTY_ESTATE));
    expect(load().map(({ other }) => other.text)).toEqual(['64 GB']);
  });
});
