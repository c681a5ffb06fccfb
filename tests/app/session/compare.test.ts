import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareJob } from '../../../electron/app/session/compare-job';
import { planHandlers } from '../../../electron/app/session/plan-handlers';
import { finish } from '../../../electron/app/session/steps';
import { contract } from '../../../shared/contract';
import { idOfHost, inventory, type Workbench, workbench } from './fixtures';

let bench: Workbench;
beforeEach(() => {
  bench = workbench();
});
afterEach(() => bench.tidy());

const compare = (before: string | null, after: string | null) =>
  finish(compareJob(bench.session, { before, after, kind: 'live' }));

describe('a comparison', () => {
  it('shows what a newer import changed and which verdicts changed with it', () => {
    finish(bench.session.import([inventory(true)]));
    const { snapshotId } = finish(bench.session.import([inventory(false, ['sql-03', 'web-01'])]));
    const { records, facts, verdicts } = compare(snapshotId, null);
    expect(records.entries).toMatchObject([
      { change: 'added', record: { name: 'web-01' }, from: null, to: 'A' },
    ]);
    expect(facts.total).toBe(facts.entries.length);
    expect(facts.entries.filter(({ field }) => field === 'iovEnabled')).toMatchObject([
      {
        record: { kind: 'switch', name: 'vs', owner: { name: 'B' } },
        before: { value: 'yes', origin: expect.stringContaining('estate.json') },
        after: { value: 'no' },
      },
    ]);
    expect(verdicts.entries).toMatchObject([
      {
        vmName: 'sql-03',
        hostName: 'B',
        before: { outcome: 'keeps', path: 'sriov' },
        after: { outcome: 'falls-back', path: 'vmdq' },
        trend: 'worse',
      },
    ]);
    expect([verdicts.total, verdicts.worse, verdicts.better]).toEqual([1, 1, 0]);
    expect(compare(null, snapshotId).verdicts).toMatchObject({ total: 1, better: 1 });
  });

  it('tells an edit by hand from what was imported', () => {
    finish(bench.session.import([inventory(true)]));
    const before = bench.session.makeSnapshot('Before');
    const recordId = idOfHost(bench.session, 'B');
    bench.session.editFact('x', { kind: 'host', recordId, field: 'iovSupport' }, false);
    const after = bench.session.makeSnapshot('After');
    bench.session.undo();
    bench.session.undo();
    bench.session.redo();
    bench.session.redo();
    const { facts } = compare(before, after);
    expect(facts.entries).toMatchObject([
      {
        before: { value: 'yes' },
        after: { value: 'no', origin: 'edited by hand' },
      },
    ]);
  });

  it('is refused about a snapshot that is gone', () => {
    expect(() => compare('none', null)).toThrow('no longer in the plan');
  });
});

describe('the questions about states', () => {
  it('are answered in the shapes of the contract', () => {
    finish(bench.session.import([inventory(true)]));
    bench.session.makeSnapshot('One');
    const [one] = bench.session.snapshots;
    const id = one?.id ?? '';
    const answers = {
      'snapshots.list': planHandlers['snapshots.list'](bench.session, {}),
      'snapshots.rename': planHandlers['snapshots.rename'](bench.session, { id, name: 'Two' }),
      'snapshots.restore': planHandlers['snapshots.restore'](bench.session, { id }),
      'snapshots.remove': planHandlers['snapshots.remove'](bench.session, { id }),
      'snapshots.make': planHandlers['snapshots.make'](bench.session, { name: 'Three' }),
      'history.list': planHandlers['history.list'](bench.session, { from: 0, count: 10 }),
      'history.go-to': planHandlers['history.go-to'](bench.session, { number: 0 }),
      'conflicts.list': planHandlers['conflicts.list'](bench.session, {}),
    };
    for (const [name, answer] of Object.entries(answers)) {
      const checked = contract[name as keyof typeof answers].response.safeParse(answer);
      expect(checked.error?.issues ?? [], name).toEqual([]);
    }
  });
});
