import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findingsJob } from '../../../electron/app/session/findings-job';
import { planHandlers } from '../../../electron/app/session/plan-handlers';
import { PlanSession } from '../../../electron/app/session/plan-session';
import { Cancelled, finish } from '../../../electron/app/session/steps';
import { fileOfBytes } from '../../../electron/domain/import/import-files';
import { contract } from '../../../shared/contract';
import { unpackCell } from '../../../shared/model/cell';

const now = () => new Date('2026-03-01T10:00:00Z');
let folder = '';
let path = '';
let session: PlanSession;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-waivers-'));
  path = join(folder, 'plan.portolan');
  session = PlanSession.create(path, 'Refresh 2026', { now });
  const text = JSON.stringify({
    portolanInventory: 1,
    hosts: ['A', 'B'].map((name) => ({
      name,
      os: 'Windows Server 2022',
      cluster: 'PROD',
      processor: 'Intel Xeon Gold 6248R',
      iovSupport: true,
      adapters: [{ name: 'NIC1', model: 'Intel X710' }],
      switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: name === 'A' }],
    })),
    vms: [
      {
        name: 'sql-03',
        host: 'A',
        guestOs: 'Windows Server 2022',
        vnics: [{ name: 'nic', switchName: 'vs', iovWeight: 100 }],
      },
    ],
  });
  const file = fileOfBytes('estate.json', new TextEncoder().encode(text));
  finish(session.import([{ sha256: 'abc', ...file }]));
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

const cellOnB = () => {
  const [vm] = session.estate.vms;
  const { cells } = planHandlers['verdicts.window'](session, {
    kind: 'live',
    vmIds: [vm?.id ?? ''],
    hostIds: session.estate.hosts.filter(({ name }) => name === 'B').map(({ id }) => id),
  });
  return unpackCell(cells[0] ?? 0);
};
const outcomeOnB = () => cellOnB().outcome;

const hostB = () => ({
  kind: 'host' as const,
  id: session.estate.hosts.find(({ name }) => name === 'B')?.id ?? '',
});

const set = (note: string) =>
  planHandlers['waivers.set'](session, { ruleIds: ['switch-iov-disabled'], record: hostB(), note });

describe('setting a reason aside', () => {
  it('changes the verdict, and is one edit with undo and redo', () => {
    expect(outcomeOnB()).toBe('falls-back');
    expect(set('rebuilt in May').undo).toMatch(/^Set aside: .* \(B\)$/);
    expect(outcomeOnB()).toBe('keeps');
    planHandlers['plans.undo'](session, {});
    expect(outcomeOnB()).toBe('falls-back');
    expect(planHandlers['waivers.list'](session, {})).toEqual([]);
    planHandlers['plans.redo'](session, {});
    expect(outcomeOnB()).toBe('keeps');
  });

  it('is told by the cell of the matrix, and only by that one', () => {
    expect(cellOnB()).not.toHaveProperty('waived');
    set('rebuilt in May');
    expect(cellOnB()).toMatchObject({ outcome: 'keeps', waived: true });
    // A fact that mends it leaves nothing to set aside.
    const [id] = session.estate.hosts.flatMap(({ name, switches }) =>
      name === 'B' ? switches.map((one) => one.id) : [],
    );
    const edit = { kind: 'switch' as const, id: id ?? '', field: 'iovEnabled', text: 'yes' };
    planHandlers['estate.edit'](session, edit);
    expect(cellOnB()).not.toHaveProperty('waived');
  });

  it('is still there, with its note, when the plan is opened again', () => {
    set('rebuilt in May');
    session.close();
    session = PlanSession.open(path, { now });
    const list = planHandlers['waivers.list'](session, {});
    expect(contract['waivers.list'].response.safeParse(list).success).toBe(true);
    expect(list).toEqual([
      {
        ruleId: 'switch-iov-disabled',
        recordKind: 'host',
        recordId: hostB().id,
        note: 'rebuilt in May',
        setAt: '2026-03-01T10:00:00.000Z',
        ruleTitle: expect.stringContaining('SR-IOV'),
        recordName: 'B',
      },
    ]);
  });

  it('takes a new note in place of the old one, and can be taken back', () => {
    set('rebuilt in May');
    set('rebuilt in June');
    expect(session.waivers.map(({ note }) => note)).toEqual(['rebuilt in June']);
    planHandlers['waivers.remove'](session, { ruleIds: ['switch-iov-disabled'], record: hostB() });
    expect(session.waivers).toEqual([]);
    expect(outcomeOnB()).toBe('falls-back');
  });

  it('is refused for a rule or a record that does not exist', () => {
    const note = 'so be it';
    expect(() =>
      planHandlers['waivers.set'](session, { ruleIds: ['no-such-rule'], record: null, note }),
    ).toThrow('There is no rule');
    expect(() =>
      planHandlers['waivers.set'](session, {
        ruleIds: ['switch-iov-disabled'],
        record: { kind: 'host', id: 'gone' },
        note,
      }),
    ).toThrow('no longer in the plan');
  });

  it('needs a note', () => {
    const { request } = contract['waivers.set'];
    const asked = { ruleIds: ['switch-iov-disabled'], record: null };
    expect(request.safeParse({ ...asked, note: '  ' }).success).toBe(false);
    expect(request.safeParse({ ...asked, note: 'x'.repeat(1001) }).success).toBe(false);
    expect(request.safeParse({ ...asked, note: 'x' }).success).toBe(true);
  });
});

describe('the findings job', () => {
  it('gathers causes without what is set aside', () => {
    const before = finish(findingsJob(session, 'live'));
    expect(before.causes.items.map(({ ruleId }) => ruleId)).toContain('switch-iov-disabled');
    set('rebuilt in May');
    const after = finish(findingsJob(session, 'live'));
    expect(after.causes.items.map(({ ruleId }) => ruleId)).not.toContain('switch-iov-disabled');
    expect(after.outcomes.keeps).toBe(before.outcomes.keeps + 1);
  });

  it('stops when the plan changes', () => {
    const work = findingsJob(session, 'live');
    work.next();
    set('rebuilt in May');
    expect(() => finish(work)).toThrow(Cancelled);
  });
});
