import { describe, expect, it } from 'vitest';
import { catalogueTable, catalogueUses, ownKey } from '../../../electron/domain/catalogue/browse';
import {
  Catalogue,
  NO_OWN_ROWS,
  SHIPPED_CATALOGUE,
} from '../../../electron/domain/catalogue/catalogue';
import { ownColumns, readOwnRow, rowSchemas } from '../../../electron/domain/catalogue/own-tables';
import type {
  GuestSystemRow,
  NicRow,
  PlatformRow,
} from '../../../electron/domain/catalogue/records';
import {
  guestSystemTable,
  nicTable,
  platformTable,
} from '../../../electron/domain/catalogue/tables';
import { withOwnRows } from '../../../electron/domain/catalogue/with-own-rows';
import { fileOfBytes, importFiles } from '../../../electron/domain/import/import-files';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { Matrix } from '../../../electron/domain/verdict/matrix';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import { CATALOGUE_TABLES, OWN_ROW_TABLES } from '../../../shared/model/catalogue';
import type { Estate } from '../../../shared/model/estate';
import { generateEstate } from '../../estate/generate-estate';

const shipped = { nics: nicTable, platforms: platformTable, guests: guestSystemTable };
const x710 = find(nicTable, ({ id }) => id === 'intel-x710');
const acme: NicRow = {
  ...x710,
  id: 'acme-25g',
  vendor: 'Acme',
  model: 'Acme FastNIC 25',
  pciVendorId: 'abcd',
  pciDeviceIds: ['0001'],
  vfDeviceIds: [],
};
const withNic = (row: NicRow) => new Catalogue({ ...NO_OWN_ROWS, nics: [row] });

describe('the columns of the tables that can be added to', () => {
  it.each(OWN_ROW_TABLES)('take every shipped row of %s', (table) => {
    for (const row of shipped[table]) {
      expect(rowSchemas[table].safeParse(row).error?.issues ?? [], row.id).toEqual([]);
    }
  });

  it.each(OWN_ROW_TABLES)('read every shown row of %s back as it was', (table) => {
    for (const row of shipped[table]) {
      const typed = Object.fromEntries(
        ownColumns[table].map(({ key, show }) => [
          key,
          show((row as unknown as Record<string, unknown>)[key]),
        ]),
      );
      const read = readOwnRow(table, typed);
      expect(read, row.id).toEqual({ ok: true, row });
    }
  });

  it('says of all columns at once what to type', () => {
    const read = readOwnRow('nics', { id: 'Acme!', vendor: 'Acme', maxVfsPerPort: 'many' });
    const messages = read.ok ? [] : read.problems.map(({ message }) => message);
    expect(messages).toContain(
      'Id is “Acme!”: type small letters, digits and hyphens, such as acme-25g.',
    );
    expect(messages).toContain('VFs per port is “many”: type a whole number from 1 to 256.');
    expect(messages).toContain('Model is missing: type a text of up to 2,000 letters.');
  });
});

describe('an own row', () => {
  it('is found before the shipped one of the same ids, which stays as it is', () => {
    const own: NicRow = { ...x710, id: 'mine' };
    const query = { vendorId: x710.pciVendorId, deviceId: x710.pciDeviceIds[0] ?? null };
    expect(withNic(own).findNic(query).rows).toEqual([own]);
    expect(SHIPPED_CATALOGUE.findNic(query).rows).toContain(x710);
  });

  it('is found by its model in the description, but not against a vendor id', () => {
    const description = 'Acme FastNIC 25 Dual Port #2';
    expect(withNic(acme).findNic({ interfaceDescription: description }).rows).toEqual([acme]);
    const foreign = { vendorId: '8086', interfaceDescription: description };
    expect(withNic(acme).findNic(foreign).rows).toEqual([]);
    expect(withNic(acme).findNic({ interfaceDescription: 'Acme FastNIC 250' }).rows).toEqual([]);
  });

  it('of a platform decides about its processor models', () => {
    const platform: PlatformRow = {
      ...find(platformTable, () => true),
      id: 'my-cpu',
      exampleModels: ['Xeon Q1234'],
    };
    const catalogue = new Catalogue({ ...NO_OWN_ROWS, platforms: [platform] });
    expect(catalogue.findPlatform('Intel(R) Xeon(R) Q1234 CPU @ 2.00GHz')).toBe(platform);
    expect(SHIPPED_CATALOGUE.findPlatform('Intel(R) Xeon(R) Q1234 CPU @ 2.00GHz')).toBeNull();
  });

  it('of a guest decides about a system that no table names', () => {
    const fedora: GuestSystemRow = {
      ...find(guestSystemTable, ({ vfOnHyperv }) => vfOnHyperv === 'yes'),
      id: 'fedora-40',
      name: 'Fedora',
      families: [],
      familiesByInference: [],
      releases: null,
      versionFrom: '40',
      versionTo: '42',
      vfOnHyperv: 'yes',
      vfCondition: null,
    };
    const catalogue = new Catalogue({ ...NO_OWN_ROWS, guests: [fedora] });
    expect(SHIPPED_CATALOGUE.guestSupport('Fedora Linux 41').vfOnHyperv).toBe('no');
    expect(catalogue.guestSupport('Fedora Linux 41')).toMatchObject({
      vfOnHyperv: 'yes',
      row: fedora,
    });
    expect(catalogue.guestSupport('Fedora Linux 39').vfOnHyperv).toBe('no');
  });

  it('is named by the version', () => {
    expect(withNic(acme).version).toBe(`${SHIPPED_CATALOGUE.version} + 1 own row`);
  });
});

describe('verdicts', () => {
  it('follow an own NIC row, and go back without it', () => {
    const estate = estateWith('Acme FastNIC 25');
    const before = outcomes(estate, SHIPPED_CATALOGUE);
    expect(before).toEqual({ outcome: 'undecided', possible: expect.anything() });
    const withRow = outcomes(estate, withNic(acme));
    expect(withRow.outcome).toBe('keeps');
    const without = outcomes(estate, withNic({ ...acme, sriov: 'no', maxVfsPerDevice: null }));
    expect(without.outcome).not.toBe('undecided');
    expect(outcomes(estate, SHIPPED_CATALOGUE)).toEqual(before);
  });

  it('are the same in the matrix and from the judge', () => {
    for (const seed of [1, 2, 3, 4]) {
      const estate = generateEstate({ seed, hosts: 6, vms: 14 });
      const catalogue = new Catalogue({
        nics: nicTable.slice(0, 60).map((row, index) => ({
          ...row,
          id: `own-${row.id}`,
          make: index % 2 === 0 ? 'broadcom' : row.make,
        })),
        platforms: platformTable.map((row) => ({ ...row, id: `own-${row.id}`, launchYear: 2020 })),
        guests: guestSystemTable.map((row) => ({
          ...row,
          vfOnHyperv: row.vfOnHyperv === 'yes' ? ('no' as const) : ('yes' as const),
          vfCondition: null,
        })),
      });
      const judge = judgeOver(estate, catalogue);
      const matrix = new Matrix(judge);
      for (const vm of judge.estate.vms) {
        for (const host of judge.estate.hosts) {
          expect(matrix.cell(vm, host, 'live')).toEqual(judge.cell(vm, host, 'live'));
        }
      }
    }
  });

  it('of an estate that no own row fits are untouched', () => {
    const estate = generateEstate({ seed: 9, hosts: 5, vms: 9 });
    expect(withOwnRows(estate, withNic(acme))).toBe(estate);
  });
});

describe('the browsable tables', () => {
  it('have unique keys, one cell per column, and own rows first', () => {
    const own: NicRow = { ...x710 };
    const catalogue = withNic(own);
    const estate = generateEstate({ seed: 5, hosts: 5, vms: 20 });
    const uses = catalogueUses(estate, catalogue);
    for (const name of CATALOGUE_TABLES) {
      const { rows, columns } = catalogueTable(name, catalogue, uses);
      expect(new Set(rows.map(({ key }) => key)).size, name).toBe(rows.length);
      for (const row of rows) expect(row.cells).toHaveLength(columns.length);
    }
    expect(catalogueTable('nics', catalogue, uses).rows[0]).toMatchObject({
      key: ownKey(x710.id),
      own: true,
      hides: x710.id,
    });
  });

  it('count the adapters that a row describes', () => {
    const estate = estateWith('Acme FastNIC 25');
    const uses = catalogueUses(estate, withNic(acme));
    expect(uses.nics?.get(ownKey('acme-25g'))?.map(({ name }) => name)).toEqual([
      'NIC1 of A',
      'NIC1 of B',
    ]);
  });
});

function judgeOver(estate: Estate, catalogue: Catalogue): Judge {
  return new Judge(withOwnRows(estate, catalogue), PRESET_ASSUMPTIONS, rules, [], catalogue);
}

function outcomes(estate: Estate, catalogue: Catalogue) {
  const judge = judgeOver(estate, catalogue);
  const [vm] = judge.estate.vms;
  const target = judge.estate.hosts[1];
  if (vm === undefined || target === undefined) throw new Error('the estate is too small');
  const { possible } = judge.judge(vm, target);
  return { outcome: judge.cell(vm, target, 'live').outcome, possible };
}

function estateWith(model: string): Estate {
  const text = JSON.stringify({
    portolanInventory: 1,
    hosts: ['A', 'B'].map((name) => ({
      name,
      os: 'Windows Server 2019',
      cluster: 'PROD',
      processor: 'Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz',
      iovSupport: true,
      adapters: [{ name: 'NIC1', model }],
      switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: true }],
    })),
    vms: [
      {
        name: 'sql-03',
        host: 'A',
        guestOs: 'Windows Server 2019',
        vnics: [{ name: 'nic', switchName: 'vs', iovWeight: 100 }],
      },
    ],
  });
  const reading = importFiles([fileOfBytes('estate.json', new TextEncoder().encode(text))]);
  for (;;) {
    const next = reading.next();
    if (next.done) return next.value.estate;
  }
}

function find<T>(rows: readonly T[], is: (row: T) => boolean): T {
  const row = rows.find(is);
  if (row === undefined) throw new Error('the shipped table has no such row');
  return row;
}
