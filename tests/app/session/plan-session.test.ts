import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '../../../electron/app/session/plan-handlers';
import { type HashedFile, PlanSession } from '../../../electron/app/session/plan-session';
import { Cancelled, finish, runSteps } from '../../../electron/app/session/steps';
import { summariseJob } from '../../../electron/app/session/summarise-job';
import { fileOfBytes } from '../../../electron/domain/import/import-files';
import { contract } from '../../../shared/contract';
import { unpackCell } from '../../../shared/model/cell';

let folder = '';
let session: PlanSession;
const now = () => new Date('2026-03-01T10:00:00Z');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-session-'));
  session = PlanSession.create(join(folder, 'plan.portolan'), 'Refresh 2026', { now });
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

const inventory = (iovOnB: boolean): HashedFile => ({
  sha256: 'abc',
  ...fileOfBytes(
    'estate.json',
    new TextEncoder().encode(
      JSON.stringify({
        portolanInventory: 1,
        hosts: ['A', 'B'].map((name) => ({
          name,
          os: 'Windows Server 2019',
          cluster: 'PROD',
          processor: 'Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz',
          iovSupport: true,
          adapters: [{ name: 'NIC1', model: 'Intel X710' }],
          switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: name === 'A' || iovOnB }],
        })),
        vms: [
          {
            name: 'sql-03',
            host: 'A',
            guestOs: 'Windows Server 2019',
            vnics: [{ name: 'nic', switchName: 'vs', iovWeight: 100 }],
          },
        ],
      }),
    ),
  ),
});

const cellOf = (vm: string, host: string) => {
  const { vms, hosts } = session.estate;
  const { cells } = planHandlers['verdicts.window'](session, {
    kind: 'live',
    vmIds: vms.filter(({ name }) => name === vm).map(({ id }) => id),
    hostIds: hosts.filter(({ name }) => name === host).map(({ id }) => id),
  });
  return unpackCell(cells[0] ?? 255);
};

describe('a plan session', () => {
  it('imports, judges, and takes the import back and again', () => {
    const outcome = finish(session.import([inventory(false)]));
    expect({ hosts: outcome.hosts, vms: outcome.vms }).toEqual({ hosts: 2, vms: 1 });
    expect(cellOf('sql-03', 'A').outcome).toBe('here');
    expect(cellOf('sql-03', 'B')).toMatchObject({ outcome: 'falls-back', path: 'vmdq' });
    session.undo();
    expect(session.estate.vms).toEqual([]);
    session.redo();
    expect(cellOf('sql-03', 'B').outcome).toBe('falls-back');
  });

  it('judges anew after a newer import of the same hosts', () => {
    finish(session.import([inventory(false)]));
    finish(session.import([inventory(true)]));
    expect(cellOf('sql-03', 'B').outcome).toBe('keeps');
    expect(session.files.map(({ name }) => name)).toEqual(['estate.json']);
  });

  it('keeps everything across a restart', () => {
    finish(session.import([inventory(false)]));
    session.setAssumption('setMember', 'unsure');
    session.close();
    session = PlanSession.open(join(folder, 'plan.portolan'), { now });
    expect(session.state).toMatchObject({
      name: 'Refresh 2026',
      undo: 'Assumption: Which member of a SET team gives the VF',
      redo: null,
      savedAt: '2026-03-01T10:00:00.000Z',
      assumptions: { setMember: 'unsure' },
    });
    expect(cellOf('sql-03', 'B').outcome).toBe('falls-back');
  });

  it('lets a fact be edited by hand, marks it, and gives the imported value back', () => {
    finish(session.import([inventory(true)]));
    const id = session.estate.hosts.find(({ name }) => name === 'B')?.id ?? '';
    const edit = (text: string | null) =>
      planHandlers['estate.edit'](session, { kind: 'host', id, field: 'iovSupport', text });
    edit('no');
    expect(cellOf('sql-03', 'B').outcome).toBe('falls-back');
    const record = planHandlers['estate.record'](session, { kind: 'host', id });
    expect(record.facts.find(({ field }) => field === 'iovSupport')).toMatchObject({
      value: 'no',
      edited: true,
      importedValue: 'yes',
    });
    edit(null);
    expect(cellOf('sql-03', 'B').outcome).toBe('keeps');
    expect(() => edit('perhaps')).toThrow('is not yes or no');
  });

  it('holds after an import what the file says when it is opened again', () => {
    finish(session.import([inventory(false)]));
    finish(session.import([inventory(true)]));
    const { path, estate } = session;
    session.close();
    session = PlanSession.open(path, { now });
    expect(estate).toEqual(session.estate);
  });

  it('changes nothing when an import is stopped at any step, and can be edited at once', () => {
    finish(session.import([inventory(false)]));
    const { estate, state, path } = session;
    const whole = [...session.import([inventory(true)])].length;
    session.undo();
    for (let stop = 1; stop <= whole; stop += 1) {
      const work = session.import([inventory(true)]);
      for (let step = 0; step < stop; step += 1) work.next();
      work.return(undefined as never);
      expect(session.estate, `stopped after step ${stop}`).toEqual(estate);
      session.rename(`stopped ${stop}`);
      session.undo();
    }
    expect(session.history(0, 10).entries.filter(({ isUndone }) => !isUndone)).toHaveLength(1);
    session.close();
    session = PlanSession.open(path, { now });
    expect(session.estate).toEqual(estate);
    expect(session.name).toBe(state.name);
  });

  it('refuses edits while an import is being saved', () => {
    finish(session.import([inventory(true)]));
    const work = session.import([inventory(false)]);
    let next = work.next();
    while (!next.done && next.value.step !== 'Merging with the plan') next = work.next();
    expect(next.done).toBe(false);
    expect(() => session.rename('Other')).toThrow('Files are being taken into the plan');
    work.return(undefined as never);
    session.rename('Other');
    expect(session.name).toBe('Other');
  });

  it('changes nothing when an import is stopped half way', async () => {
    const before = session.revision;
    const stopped = runSteps(session.import([inventory(false)]), {
      sliceMilliseconds: 0,
      onStep: () => undefined,
      isCancelled: () => true,
    });
    await expect(stopped).rejects.toBeInstanceOf(Cancelled);
    expect(session.revision).toBe(before);
    expect(session.estate.hosts).toEqual([]);
  });

  it('adds the outcomes of all VMs up', () => {
    finish(session.import([inventory(false)]));
    expect(finish(summariseJob(session, 'live')).totals).toEqual({
      hosts: 2,
      vms: 1,
      byPortability: { portable: 0, 'falls-back': 1, blocked: 0, undecided: 0, alone: 0 },
    });
  });

  it('answers in the shapes of the contract', () => {
    finish(session.import([inventory(false)]));
    const [, other] = session.estate.hosts;
    const [vm] = session.estate.vms;
    const ids = { vmId: vm?.id ?? '', hostId: other?.id ?? '' };
    const answers = {
      'estate.index': planHandlers['estate.index'](session, {}),
      'estate.record': planHandlers['estate.record'](session, { kind: 'vm', id: ids.vmId }),
      'imports.files': planHandlers['imports.files'](session, {}),
      'imports.problems': planHandlers['imports.problems'](session, { from: 0, count: 10 }),
      'verdicts.pair': planHandlers['verdicts.pair'](session, ids),
      'plans.rename': planHandlers['plans.rename'](session, { name: 'Other' }),
    };
    for (const [name, answer] of Object.entries(answers)) {
      const checked = contract[name as keyof typeof answers].response.safeParse(answer);
      expect(checked.error?.issues ?? [], name).toEqual([]);
    }
  });
});
