import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '../../../electron/app/session/plan-handlers';
import { PlanSession } from '../../../electron/app/session/plan-session';
import { finish } from '../../../electron/app/session/steps';
import { summariseJob } from '../../../electron/app/session/summarise-job';
import { fileOfBytes } from '../../../electron/domain/import/import-files';
import { contract } from '../../../shared/contract';

let folder = '';
let session: PlanSession;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-tables-'));
  session = PlanSession.create(join(folder, 'plan.portolan'), 'Tables');
  const inventory = {
    portolanInventory: 1,
    hosts: ['A', 'B'].map((name) => ({
      name,
      os: 'Windows Server 2019',
      adapters: [{ name: 'NIC1', model: 'Intel X710' }],
      switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: name === 'A' }],
    })),
    vms: [{ name: 'sql', host: 'A', vnics: [{ name: 'nic', switchName: 'vs', iovWeight: 100 }] }],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(inventory));
  finish(session.import([{ sha256: 'abc', ...fileOfBytes('estate.json', bytes) }]));
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

const table = (kind: 'switch' | 'vm', columns: string[]) =>
  planHandlers['estate.table'](session, {
    kind,
    moveKind: 'live',
    text: '',
    filters: [],
    sort: null,
    groupBy: null,
    closedGroups: [],
    columns,
    from: 0,
    count: 50,
    find: null,
  });
const cells = (kind: 'switch' | 'vm', columns: string[]) =>
  table(kind, columns).lines.map((line) => (line.line === 'record' ? line.cells : []));
const switchIds = () =>
  session.estate.hosts.flatMap(({ switches }) => switches.map(({ id }) => id));
const editMany = (text: string | null, ids: string[] = switchIds()) =>
  planHandlers['estate.edit-many'](session, { kind: 'switch', ids, field: 'iovEnabled', text });

describe('the tables of a plan', () => {
  it('show several edits as one that undo takes back', () => {
    const state = editMany('no');
    expect(state.undo).toBe('Created with SR-IOV of 2 switches');
    expect(cells('switch', ['iovEnabled'])).toEqual([
      [{ text: 'no', state: 'edited', imported: 'yes' }],
      [{ text: 'no', state: 'edited', imported: 'no' }],
    ]);
    session.undo();
    expect(cells('switch', ['iovEnabled'])).toEqual([
      [{ text: 'yes', state: 'known' }],
      [{ text: 'no', state: 'known' }],
    ]);
  });

  it('take imported values back together', () => {
    editMany('no');
    editMany(null);
    expect(
      cells('switch', ['iovEnabled'])
        .flat()
        .map(({ state }) => state),
    ).toEqual(['known', 'known']);
  });

  it('say by hand that something is not known, also after a restart, and take that back', () => {
    const mark = () =>
      planHandlers['estate.set-unknown'](session, {
        kind: 'switch',
        ids: switchIds(),
        field: 'iovEnabled',
      });
    expect(mark().undo).toBe('Created with SR-IOV of 2 switches as not known');
    const notKnown = { text: 'set to not known by hand', state: 'unknown' };
    const marked = [[{ ...notKnown, imported: 'yes' }], [{ ...notKnown, imported: 'no' }]];
    expect(cells('switch', ['iovEnabled'])).toEqual(marked);
    const [vm] = session.estate.vms;
    const [host] = session.estate.hosts;
    if (vm === undefined || host === undefined) throw new Error('no VM and no host');
    const { now } = session.judge.judge(vm, host).vnics[0]?.outlook ?? { now: [] };
    expect(now.length, 'an unknown is neither fine nor an accusation').toBeGreaterThan(1);

    session.close();
    session = PlanSession.open(join(folder, 'plan.portolan'));
    expect(cells('switch', ['iovEnabled'])).toEqual(marked);
    editMany(null);
    expect(cells('switch', ['iovEnabled']).flat()).toEqual([
      { text: 'yes', state: 'known' },
      { text: 'no', state: 'known' },
    ]);
  });

  it('refuse what is not understood, and records that are gone, without any edit', () => {
    const { revision } = session;
    expect(() => editMany('perhaps')).toThrow('“perhaps” is not yes or no.');
    expect(() => editMany('no', [...switchIds(), 'gone'])).toThrow('no longer in the plan');
    expect(session.revision).toBe(revision);
  });

  it('know where VMs can go once that is counted, and forget it with the next edit', () => {
    const portability = () => cells('vm', ['@portability'])[0]?.[0]?.state;
    expect(portability()).toBe('pending');
    finish(summariseJob(session, 'live'));
    expect(portability()).toBe('known');
    editMany('no');
    expect(portability()).toBe('pending');
  });

  it('answer in the shapes of the contract', () => {
    const [id = ''] = switchIds();
    const answers = {
      'estate.table': table('vm', ['@host', '@paths']),
      'estate.links': planHandlers['estate.links'](session, { kind: 'switch', id }),
      'estate.table-values': planHandlers['estate.table-values'](session, {
        kind: 'switch',
        moveKind: 'live',
        column: 'iovEnabled',
      }),
      'estate.edit-many': editMany('yes'),
      'estate.set-unknown': planHandlers['estate.set-unknown'](session, {
        kind: 'switch',
        ids: [id],
        field: 'iovEnabled',
      }),
    };
    for (const [name, answer] of Object.entries(answers)) {
      const checked = contract[name as keyof typeof answers].response.safeParse(answer);
      expect(checked.error?.issues ?? [], name).toEqual([]);
    }
    expect(answers['estate.links'].groups).toEqual([
      { title: 'Host', total: 1, links: [{ kind: 'host', id: 'a', name: 'A', note: '' }] },
      {
        title: 'Adapters behind it',
        total: 1,
        links: [expect.objectContaining({ kind: 'adapter', name: 'NIC1' })],
      },
      {
        title: 'Connected virtual adapters',
        total: 1,
        links: [expect.objectContaining({ kind: 'vnic', name: 'sql · nic' })],
      },
    ]);
  });
});
