import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finish } from '../../../electron/app/session/steps';
import { AUTOMATIC_SNAPSHOTS_KEPT } from '../../../shared/model/snapshot';
import { idOfHost, inventory, type Workbench, workbench } from './fixtures';

let bench: Workbench;
beforeEach(() => {
  bench = workbench();
});
afterEach(() => bench.tidy());

const edit = (field: string, value: unknown, host = 'B') =>
  bench.session.editFact(
    `${field} of ${host}`,
    { kind: 'host', recordId: idOfHost(bench.session, host), field },
    value,
  );

const outcome = () => {
  const { session } = bench;
  const [vm] = session.estate.vms;
  if (vm === undefined) return 'no VM';
  return session.matrix.cell(vm, session.host(idOfHost(session, 'B')), 'live').outcome;
};

describe('a snapshot', () => {
  it('brings back the estate, edits, assumptions and waivers, and can itself be undone', () => {
    finish(bench.session.import([inventory(true)]));
    edit('iovSupport', false);
    bench.session.setAssumption('setMember', 'unsure');
    const id = bench.session.makeSnapshot('Before the refresh');
    const then = { estate: bench.session.estate, assumptions: bench.session.assumptions };
    expect(outcome()).toBe('falls-back');

    edit('iovSupport', undefined);
    edit('memoryBytes', 2 ** 30, 'A');
    bench.session.setAssumption('setMember', 'any-capable');
    bench.session.setWaivers('Set aside', [{ ruleId: 'x', recordKind: null, recordId: null }], 'n');
    finish(bench.session.import([inventory(true, ['sql-03', 'web-01'])]));
    const later = { estate: bench.session.estate, assumptions: bench.session.assumptions };
    expect(outcome()).toBe('keeps');

    bench.session.restoreSnapshot(id);
    const { estate, assumptions, waivers, state } = bench.session;
    expect({ estate, assumptions }).toEqual(then);
    expect(waivers).toEqual([]);
    expect(outcome()).toBe('falls-back');
    expect(state.undo).toBe('Back to snapshot “Before the refresh”');
    expect(bench.session.snapshots.map(({ name }) => name)).toContain('Before the refresh');

    bench.session.undo();
    expect({ estate: bench.session.estate, assumptions: bench.session.assumptions }).toEqual(later);
    bench.reopen();
    bench.session.redo();
    expect(bench.session.estate).toEqual(then.estate);
  });

  it('is renamed and removed, each of which can be undone, across a restart', () => {
    const id = bench.session.makeSnapshot('One');
    bench.session.renameSnapshot(id, 'Two');
    bench.session.removeSnapshot(id);
    expect(bench.session.snapshots).toEqual([]);
    bench.reopen();
    bench.session.undo();
    expect(bench.session.snapshots.map(({ name }) => name)).toEqual(['Two']);
    bench.session.restoreSnapshot(id);
    bench.session.undo();
    bench.session.undo();
    expect(bench.session.snapshots.map(({ name }) => name)).toEqual(['One']);
    bench.session.undo();
    expect(bench.session.snapshots).toEqual([]);
    expect(() => bench.session.removeSnapshot(id)).toThrow('no longer in the plan');
  });

  it('is made by itself before an import into an estate, and only the last few are kept', () => {
    finish(bench.session.import([inventory(true)]));
    expect(bench.session.snapshots).toEqual([]);
    const mine = bench.session.makeSnapshot('Mine');
    for (let i = 0; i < AUTOMATIC_SNAPSHOTS_KEPT + 2; i++) {
      const result = finish(bench.session.import([inventory(i % 2 === 0)]));
      expect(result.snapshotId).toBe(bench.session.snapshots[0]?.id);
    }
    const names = bench.session.snapshots.map(({ name }) => name);
    expect(names).toEqual([
      ...Array(AUTOMATIC_SNAPSHOTS_KEPT).fill('Before import of estate.json'),
      'Mine',
    ]);
    // One that somebody renamed is no longer automatic.
    const kept = bench.session.snapshots.find((one) => one.isAutomatic)?.id ?? '';
    bench.session.renameSnapshot(kept, 'Worth keeping');
    for (let i = 0; i < AUTOMATIC_SNAPSHOTS_KEPT; i++)
      finish(bench.session.import([inventory(i % 2 === 0)]));
    const ids = bench.session.snapshots.map(({ id }) => id);
    expect([ids.includes(kept), ids.includes(mine)]).toEqual([true, true]);
  });

  it('costs the journal nothing to make, and its body once to remove', () => {
    finish(bench.session.import([inventory(true)]));
    const journalLength = () => {
      const database = new Database(bench.path, { readonly: true });
      const row = database.prepare('SELECT sum(length(rows)) AS n FROM journal').get();
      database.close();
      return (row as { n: number }).n;
    };
    const before = journalLength();
    const id = bench.session.makeSnapshot('One');
    bench.session.renameSnapshot(id, 'Two');
    expect(journalLength() - before).toBeLessThan(600);
    bench.session.removeSnapshot(id);
    expect(journalLength() - before).toBeGreaterThan(1000);
  });
});

describe('the history', () => {
  it('is walked to any of its moments at once', () => {
    bench.session.rename('one');
    bench.session.rename('two');
    bench.session.rename('three');
    const { entries, total } = bench.session.history(0, 10);
    expect(total).toBe(3);
    expect(entries.map(({ description }) => description)).toEqual([
      'Rename to “three”',
      'Rename to “two”',
      'Rename to “one”',
    ]);
    bench.session.goTo(entries[2]?.number ?? -1);
    expect(bench.session.name).toBe('one');
    bench.session.goTo(0);
    expect(bench.session.name).toBe('Refresh 2026');
    bench.reopen();
    bench.session.goTo(entries[1]?.number ?? -1);
    expect(bench.session.name).toBe('two');
    expect(bench.session.history(0, 10).entries.map(({ isUndone }) => isUndone)).toEqual([
      true,
      false,
      false,
    ]);
    expect(() => bench.session.goTo(99)).toThrow('no longer in the history');
  });
});
