import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { catalogueReleases } from '../../../electron/domain/catalogue/catalogue-version';
import { compareConfigurationVersions } from '../../../electron/domain/catalogue/configuration-versions';
import * as tables from '../../../electron/domain/catalogue/tables';
import { allTables, shapes, type TableName } from './table-shapes';

const tableNames = Object.keys(shapes) as TableName[];

/** The values that occur more than once. */
function repeated(values: readonly unknown[]): unknown[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe.each(tableNames)('%s', (name) => {
  const shape = shapes[name];

  it('has rows of the declared shape: all fields, none besides, closed lists, plausible figures', () => {
    const wrong = allTables[name].flatMap((row) =>
      [...new Set([...Object.keys(shape), ...Object.keys(row)])]
        .filter((field) => !(field in row && shape[field]?.(row[field]) === true))
        .map((field) => ({ row: row.id ?? row, field, value: row[field] })),
    );
    expect(wrong).toEqual([]);
  });

  it('has no row twice', () => {
    const keys = allTables[name].map(
      (row) => row.id ?? row.sku ?? row.releaseId ?? JSON.stringify(row),
    );
    expect(repeated(keys)).toEqual([]);
  });
});

describe('NIC rows', () => {
  it('share a PCI device id only where the subsystem id tells them apart', () => {
    const shared = new Map<string, string[]>();
    for (const row of tables.nicTable) {
      for (const vendorId of [row.pciVendorId, ...row.otherPciVendorIds]) {
        for (const deviceId of row.pciDeviceIds) {
          const key = `${vendorId}:${deviceId}`;
          shared.set(key, [...(shared.get(key) ?? []), row.id]);
        }
      }
    }
    const unflagged = [...shared].filter(
      ([, ids]) =>
        ids.length > 1 &&
        tables.nicTable.some((row) => ids.includes(row.id) && row.pciSubsystemIds.length === 0),
    );
    expect(unflagged).toEqual([]);
    expect(repeated(tables.nicTable.flatMap((row) => row.pciSubsystemIds))).toEqual([]);
  });

  it('never give one id to a PF and to a VF', () => {
    const physical = new Set(
      tables.nicTable.flatMap((row) => row.pciDeviceIds.map((id) => `${row.pciVendorId}:${id}`)),
    );
    const both = tables.nicTable.flatMap((row) =>
      row.vfDeviceIds.map((id) => `${row.pciVendorId}:${id}`).filter((id) => physical.has(id)),
    );
    expect(both).toEqual([]);
  });

  it('have VF figures only with SR-IOV, and no port with more VFs than its device', () => {
    const wrong = tables.nicTable.filter(
      ({ sriov, vfSharing, maxVfsPerPort, maxVfsPerDevice, maxQueuePairsPerVf, linuxVfDriver }) => {
        const figures = [
          vfSharing,
          maxVfsPerPort,
          maxVfsPerDevice,
          maxQueuePairsPerVf,
          linuxVfDriver,
        ];
        const hasLimit = maxVfsPerPort !== null || maxVfsPerDevice !== null;
        return (
          (sriov === 'no' && figures.some((figure) => figure !== null)) ||
          (vfSharing !== null) !== hasLimit ||
          (maxVfsPerDevice ?? Number.POSITIVE_INFINITY) < (maxVfsPerPort ?? 0)
        );
      },
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('platform rows', () => {
  it('state the memory bandwidth that channels x MT/s x 64 bit gives', () => {
    const wrong = tables.platformTable.filter((row) => {
      const stated = /(\d+) x DDR\d-(\d+) = ([\d.]+) GB\/s/.exec(row.notes ?? '');
      if (stated === null) return row.memoryBandwidthGbpsPerSocket !== null;
      const gigabits = (Number(stated[1]) * Number(stated[2]) * 64) / 1000;
      return Math.abs(gigabits - (row.memoryBandwidthGbpsPerSocket ?? 0)) > gigabits * 0.002;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('name a limit exactly when the IOMMU depends on something, and have remapping only with one', () => {
    const wrong = tables.platformTable.filter(
      (row) =>
        (row.iommu === 'depends' && row.iommuLimit === null) ||
        (row.iommu === 'no') !== (row.iommuTechnology === null) ||
        (row.iommu === 'no' && row.interruptRemapping !== 'no'),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('guest rows', () => {
  it('have either Windows releases or a range of versions, with both ends', () => {
    const wrong = tables.guestSystemTable.filter((row) => {
      const isWindows = row.families.some((family) => family.startsWith('windows'));
      const ends = [row.versionFrom, row.versionTo];
      return isWindows
        ? row.releases === null || ends.some((end) => end !== null)
        : row.releases !== null || ends.some((end) => end === null);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('name a condition exactly where the answer is conditional', () => {
    const wrong = tables.guestSystemTable.filter(
      (row) =>
        (row.vfOnHyperv === 'conditional') !== (row.vfCondition !== null) ||
        (row.vrss === 'conditional') !== (row.vrssCondition !== null) ||
        (row.kvmNetFailover === 'conditional') !== (row.kvmNetFailoverCondition !== null),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('Hyper-V tables', () => {
  it('share a build between releases of different products only', () => {
    const keys = tables.hypervHostReleaseTable.flatMap((row) =>
      row.builds.map((build) => `${row.product} ${build}`),
    );
    expect(repeated(keys)).toEqual([]);
  });

  it('list configuration versions in ascending order', () => {
    const wrong = tables.configurationVersionTable.filter(({ versions }) =>
      versions.some((version, index) => {
        const before = versions[index - 1];
        return before !== undefined && (compareConfigurationVersions(before, version) ?? 0) >= 0;
      }),
    );
    expect(wrong.map(({ releaseId: id }) => id)).toEqual([]);
  });

  it('have limits whose lower end is the lower', () => {
    expect(tables.hypervLimitTable.filter(({ least, most }) => most < least)).toEqual([]);
  });

  it('say where every source is found, or that it is general knowledge', () => {
    const lost = tables.hypervSourceTable.filter(
      ({ url, where }) => url === null && where === null,
    );
    expect(lost.map(({ title }) => title)).toEqual([
      'General knowledge: no document was read for this row',
    ]);
  });
});

describe('the catalogue version', () => {
  it('was raised with the last change of data', () => {
    const data = JSON.stringify(tableNames.map((name) => [name, allTables[name]]));
    const digest = createHash('sha256').update(data).digest('hex');
    expect(
      catalogueReleases[0].digest,
      `The tables changed. Add a release with a higher version and the digest ${digest} at the top of catalogueReleases in electron/domain/catalogue/catalogue-version.ts.`,
    ).toBe(digest);
  });

  it('rises from release to release, each with its own digest', () => {
    const versions = catalogueReleases.map(({ version: of }) => of);
    const rising = [...versions].sort((a, b) => compareConfigurationVersions(b, a) ?? 0);
    expect(versions).toEqual(rising);
    expect(repeated(versions)).toEqual([]);
    expect(repeated(catalogueReleases.map(({ digest }) => digest))).toEqual([]);
  });
});
