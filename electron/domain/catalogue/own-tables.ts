/** The tables that a plan can add rows to: their columns, and the check of a row. */
import { z } from 'zod';
import type { CatalogueRowProblem, OwnRowTable } from '../../../shared/model/catalogue';
import {
  anyText,
  type ColumnSpec,
  choice,
  hexIds,
  list,
  number,
  pattern,
  text,
  whole,
} from './column';
import {
  CATALOGUE_CONFIDENCES,
  GUEST_CONDITIONS,
  GUEST_FAMILIES,
  type GuestSystemRow,
  HYPERV_CONFIDENCES,
  NIC_MAKES,
  type NicRow,
  type PlatformRow,
  VF_SHARINGS,
} from './records';

const may = { optional: true } as const;
const YES_NO = ['yes', 'no'] as const;
const hexId = /^[\da-f]{4}$/;
const HEX = 'four hex digits in lower case, such as 8086';
const VERSION = /^\d+(?:\.\d+)*$/;
const VERSIONS = 'a version in numbers, such as 9.2';

const idColumn = pattern(
  'id',
  'Id',
  /^[a-z\d]+(?:[-.][a-z\d]+)*$/,
  'small letters, digits and hyphens, such as acme-25g',
);
const notes = text('notes', 'Notes', may);
const sources = list('sources', 'Sources', anyText, {
  fewest: 1,
  hint: 'where it is from: a datasheet, "measured on HV07"; several separated by semicolons',
});
const confidence = choice('confidence', 'Confidence', CATALOGUE_CONFIDENCES);
const tick = (key: string, title: string, choices: readonly string[] = YES_NO) =>
  choice(key, title, choices, may);

/** In the order in which they are shown. */
export const nicColumns: readonly ColumnSpec[] = [
  idColumn,
  text('vendor', 'Vendor'),
  text('model', 'Model', {
    hint: 'as the adapter describes itself; an adapter without a listed PCI id is found by it',
  }),
  text('family', 'Family'),
  choice('make', 'Driver make', NIC_MAKES, { hint: 'whose driver serves the adapter and its VFs' }),
  choice('sriov', 'SR-IOV', YES_NO),
  whole('maxVfsPerPort', 'VFs per port', 1, 256, may),
  whole('maxVfsPerDevice', 'VFs per device', 1, 256, may),
  choice('vfSharing', 'VFs are shared', VF_SHARINGS, may),
  whole('vmQueuesPerPort', 'VM queues per port', 0, 256, may),
  tick('vmmq', 'VMMQ'),
  number('maxSpeedGbps', 'Highest speed', 1, 800, { ...may, unit: 'Gbit/s' }),
  whole('maxPorts', 'Ports', 1, 8, may),
  pattern('pciVendorId', 'PCI vendor', hexId, HEX),
  list('pciDeviceIds', 'PCI devices', hexIds, { fewest: 1 }),
  list('otherPciVendorIds', 'Further PCI vendors', hexIds),
  list('pciSubsystemIds', 'PCI subsystems', hexIds),
  list('vfDeviceIds', 'PCI devices of VFs', hexIds),
  whole('pcieGeneration', 'PCIe generation', 1, 6, may),
  whole('pcieLanes', 'PCIe lanes', 1, 16, may),
  whole('rssQueues', 'RSS queues', 1, 256, may),
  whole('maxQueuePairsPerVf', 'Queue pairs per VF', 1, 64, may),
  text('linuxVfDriver', 'VF driver in Linux', {
    ...may,
    hint: 'module that a Linux guest needs, such as iavf',
  }),
  text('linuxDriver', 'Driver in Linux', may),
  tick('windowsDriver', 'Driver in Windows', ['inbox+vendor', 'vendor', 'none']),
  tick('embeddedSwitch', 'Embedded switch'),
  tick('vfRateLimit', 'Rate limit per VF'),
  tick('vfSpoofCheck', 'Spoof check per VF'),
  tick('vfVlanFilter', 'VLAN filter per VF'),
  tick('vxlanNvgreOffload', 'VXLAN and NVGRE offload'),
  tick('rdma', 'RDMA', ['none', 'roce', 'iwarp', 'roce+iwarp', 'ib+roce']),
  tick('vfioLiveMigration', 'VFIO live migration', ['yes', 'experimental', 'no']),
  whole('firstYear', 'First year', 2000, 2030, may),
  notes,
  sources,
  confidence,
];

export const platformColumns: readonly ColumnSpec[] = [
  idColumn,
  choice('vendor', 'Vendor', ['Intel', 'AMD']),
  text('name', 'Name'),
  list('exampleModels', 'Processor models', anyText, {
    fewest: 1,
    hint: 'as the hosts call them, separated by semicolons; they are how hosts are found',
  }),
  whole('launchYear', 'Launch year', 2006, 2030),
  choice('cpuFeatureLevel', 'Feature level', ['x86-64-v1', 'x86-64-v2', 'x86-64-v3', 'x86-64-v4']),
  text('socketAndChipset', 'Socket and chipset'),
  choice('slat', 'SLAT', ['ept', 'rvi', 'no']),
  choice('iommu', 'IOMMU', ['yes', 'no', 'depends']),
  tick('iommuTechnology', 'IOMMU technology', ['VT-d', 'AMD-Vi']),
  text('iommuLimit', 'IOMMU depends on', may),
  choice('interruptRemapping', 'Interrupt remapping', ['yes', 'no', 'broken-on-early-steppings']),
  tick('postedInterrupts', 'Posted interrupts', ['yes', 'no', 'cpu-side-only', 'avic', 'x2avic']),
  tick('acsOnRootPorts', 'ACS on root ports', ['yes', 'no', 'firmware-dependent']),
  tick('ari', 'ARI'),
  whole('pcieGeneration', 'PCIe generation', 2, 6),
  number('memoryBandwidthGbpsPerSocket', 'Memory bandwidth per socket', 100, 8000, {
    ...may,
    unit: 'Gbit/s',
  }),
  list('firmwareOptions', 'Firmware switches', anyText),
  pattern(
    'evcMode',
    'EVC baseline',
    /^(?:intel|amd)-[a-z]+\d?$/,
    'a key such as intel-skylake',
    may,
  ),
  notes,
  sources,
  confidence,
];

export const guestColumns: readonly ColumnSpec[] = [
  idColumn,
  text('name', 'Name', {
    hint: 'how the guest calls itself; one of no listed family is found by it',
  }),
  text('versionText', 'Versions', { hint: 'for people, such as 9.0-9.4' }),
  list('families', 'Families', {
    schema: z.enum(GUEST_FAMILIES),
    what: `of ${GUEST_FAMILIES.join(', ')}`,
    lower: true,
  }),
  choice('vfOnHyperv', 'VF on Hyper-V', ['yes', 'no', 'conditional']),
  choice('vfCondition', 'VF depends on', GUEST_CONDITIONS, may),
  choice('vfConfidence', 'Confidence of VF', HYPERV_CONFIDENCES),
  {
    ...list('releases', 'Windows releases', anyText),
    schema: z.array(z.string().trim().min(1)).min(1).nullable(),
    hint: 'Windows only, such as 2012 R2',
    read: (typed) => {
      const releases = typed
        .split(';')
        .map((one) =>
          one
            .trim()
            .toLowerCase()
            .replace(/\br(\d)\b/, 'R$1'),
        )
        .filter((one) => one !== '');
      return releases.length === 0 ? null : releases;
    },
  },
  pattern('versionFrom', 'From version', VERSION, VERSIONS, may),
  pattern('versionTo', 'To version', VERSION, VERSIONS, may),
  tick('vrss', 'vRSS', ['yes', 'no', 'conditional']),
  choice('vrssCondition', 'vRSS depends on', GUEST_CONDITIONS, may),
  tick('kvmNetFailover', 'Failover on KVM', ['yes', 'no', 'conditional']),
  choice('kvmNetFailoverCondition', 'Failover on KVM depends on', GUEST_CONDITIONS, may),
  tick('esxiSriovGuest', 'SR-IOV on ESXi', [
    'yes',
    'with-vendor-vf-driver',
    'depends-on-nic-vendor',
    'no',
  ]),
  list('familiesByInference', 'Families by inference', {
    schema: z.enum(GUEST_FAMILIES),
    what: `of ${GUEST_FAMILIES.join(', ')}`,
    lower: true,
  }),
  notes,
  sources,
  confidence,
];

export interface OwnRowTypes {
  readonly nics: NicRow;
  readonly platforms: PlatformRow;
  readonly guests: GuestSystemRow;
}

export const ownColumns: { readonly [T in OwnRowTable]: readonly ColumnSpec[] } = {
  nics: nicColumns,
  platforms: platformColumns,
  guests: guestColumns,
};

/** The check of a whole row, shipped or own: every column, and nothing else. */
export const rowSchemas = {
  nics: schemaOf<NicRow>(nicColumns),
  platforms: schemaOf<PlatformRow>(platformColumns),
  guests: schemaOf<GuestSystemRow>(guestColumns),
};

function schemaOf<T>(columns: readonly ColumnSpec[]): z.ZodType<T> {
  return z.strictObject(
    Object.fromEntries(columns.map(({ key, schema }) => [key, schema])),
  ) as unknown as z.ZodType<T>;
}

export type ReadRow<T> =
  | { readonly ok: true; readonly row: T }
  | { readonly ok: false; readonly problems: readonly CatalogueRowProblem[] };

/**
 * A row from typed texts by column; what is left out or empty is not known. All problems at once.
 */
export function readOwnRow<T extends OwnRowTable>(
  table: T,
  typed: Readonly<Record<string, string>>,
): ReadRow<OwnRowTypes[T]> {
  const columns: readonly ColumnSpec[] = ownColumns[table];
  const row: Record<string, unknown> = {};
  const problems: CatalogueRowProblem[] = [];
  for (const column of columns) {
    const given = (typed[column.key] ?? '').trim();
    const value = given === '' && column.kind !== 'list' ? null : column.read(given);
    row[column.key] = value;
    const checked = column.schema.safeParse(value);
    if (checked.success) continue;
    problems.push({
      column: column.key,
      message:
        given === ''
          ? `${column.title} is missing: type ${column.what}.`
          : `${column.title} is “${given.slice(0, 60)}”: type ${column.what}.`,
    });
  }
  problems.push(...contradictions(table, row, problems));
  if (0 < problems.length) return { ok: false, problems };
  return { ok: true, row: row as unknown as OwnRowTypes[T] };
}

/** What single columns cannot see. */
function contradictions(
  table: OwnRowTable,
  row: Readonly<Record<string, unknown>>,
  found: readonly CatalogueRowProblem[],
): CatalogueRowProblem[] {
  if (0 < found.length) return [];
  const problems: CatalogueRowProblem[] = [];
  if (table === 'nics' && row.sriov === 'no') {
    for (const column of ['maxVfsPerPort', 'maxVfsPerDevice']) {
      if (row[column] !== null) {
        problems.push({
          column,
          message: 'An adapter without SR-IOV has no VFs: leave this empty.',
        });
      }
    }
  }
  if (table === 'guests') {
    for (const [value, condition] of [
      ['vfOnHyperv', 'vfCondition'],
      ['vrss', 'vrssCondition'],
    ] as const) {
      if (row[value] === 'conditional' && row[condition] === null) {
        problems.push({ column: condition, message: 'Choose what “conditional” depends on.' });
      }
    }
    const families = row.families as readonly string[];
    const isWindows = families.some((one) => one.startsWith('windows'));
    if (isWindows && row.releases === null) {
      problems.push({
        column: 'releases',
        message: 'A Windows system is found by its release: type one, such as 2012 R2 or 11.',
      });
    }
  }
  return problems;
}
