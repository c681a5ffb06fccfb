import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogueMethods } from '../../../electron/app/session/handlers/catalogue';
import { finish } from '../../../electron/app/session/steps';
import { catalogueTable, catalogueUses } from '../../../electron/domain/catalogue/browse';
import { SHIPPED_CATALOGUE } from '../../../electron/domain/catalogue/catalogue';
import { nicTable } from '../../../electron/domain/catalogue/tables';
import { inventory, type Workbench, workbench } from './fixtures';

let bench: Workbench;
beforeEach(() => {
  bench = workbench();
  finish(bench.session.import([inventory(true)]));
});
afterEach(() => bench.tidy());

/** The shipped row of the adapters, as the form shows it, with other ids or figures. */
function typed(changes: Readonly<Record<string, string>>): Record<string, string> {
  const { estate } = bench.session;
  const { columns, rows } = catalogueTable(
    'nics',
    SHIPPED_CATALOGUE,
    catalogueUses(estate, SHIPPED_CATALOGUE),
  );
  const row = rows.find(({ key }) => key === 'intel-x710');
  const cells = columns.map(({ key }, at) => [key, row?.cells[at] ?? '']);
  return { ...Object.fromEntries(cells), ...changes };
}

const WITHOUT_SRIOV = {
  id: 'x710-of-ours',
  sriov: 'no',
  maxVfsPerPort: '',
  maxVfsPerDevice: '',
  vfSharing: '',
};

function outcome() {
  const { judge } = bench.session;
  const [vm] = judge.estate.vms;
  const target = judge.estate.hosts.find(({ name }) => name === 'B');
  if (vm === undefined || target === undefined) throw new Error('the estate is too small');
  return judge.cell(vm, target, 'live');
}

const set = (changes: Readonly<Record<string, string>>, key: string | null = null) =>
  catalogueMethods['catalogue.set-row'](bench.session, {
    table: 'nics',
    key,
    typed: typed(changes),
  });

describe('own catalogue rows of a plan', () => {
  it('change verdicts, and undo brings the old answer back, also after a restart', () => {
    const before = outcome();
    expect(before.path).toBe('sriov');
    expect(set(WITHOUT_SRIOV).problems).toEqual([]);
    const after = outcome();
    expect(after.path).toBe('vmdq');
    expect(bench.session.state.undo).toBe('Add own catalogue row “Intel X710-DA2/DA4/BM2/AM2”');
    bench.reopen();
    expect(outcome()).toEqual(after);
    bench.session.undo();
    expect(outcome()).toEqual(before);
    bench.session.redo();
    expect(outcome()).toEqual(after);
  });

  it('go away and leave the shipped answer', () => {
    const before = outcome();
    set(WITHOUT_SRIOV);
    catalogueMethods['catalogue.remove-row'](bench.session, {
      table: 'nics',
      key: 'own:x710-of-ours',
    });
    expect(outcome()).toEqual(before);
    expect(bench.session.judge.catalogue.version).toBe(SHIPPED_CATALOGUE.version);
  });

  it('can be renamed, and no two have one id', () => {
    set(WITHOUT_SRIOV);
    expect(set({ id: 'other' }, 'own:x710-of-ours').problems).toEqual([]);
    expect(bench.session.judge.catalogue.own.nics.map(({ id }) => id)).toEqual(['other']);
    expect(set({ id: 'other' }).problems).toEqual([
      { column: 'id', message: 'Another own row has the id “other”: type one that is free.' },
    ]);
  });

  it('are refused with what to type, and change nothing then', () => {
    const { revision } = bench.session;
    const reply = set({ pciVendorId: 'Intel' });
    expect(reply).toEqual({
      state: null,
      problems: [
        {
          column: 'pciVendorId',
          message: 'PCI vendor is “Intel”: type four hex digits in lower case, such as 8086.',
        },
      ],
    });
    expect(bench.session.revision).toBe(revision);
  });

  it('never touch the shipped table', () => {
    const before = JSON.stringify(nicTable);
    set(WITHOUT_SRIOV);
    outcome();
    expect(JSON.stringify(nicTable)).toBe(before);
  });
});
