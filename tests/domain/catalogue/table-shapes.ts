/** The declared shape of the catalogue, for the integrity test. */
import {
  HYPERV_FEATURES,
  HYPERV_LIMIT_ITEMS,
  HYPERV_PRODUCTS,
} from '../../../electron/domain/catalogue/hyperv-records';
import {
  CATALOGUE_CONFIDENCES,
  GUEST_CONDITIONS,
  GUEST_FAMILIES,
  HYPERV_CONFIDENCES,
  NIC_MAKES,
  VF_SHARINGS,
} from '../../../electron/domain/catalogue/records';
import * as tables from '../../../electron/domain/catalogue/tables';

export type TableName = keyof typeof tables;

/** All tables by name, as rows of unknown fields. */
export const allTables: Readonly<Record<TableName, readonly Readonly<Record<string, unknown>>[]>> =
  { ...tables } as never;

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const within =
  (low: number, high: number): Check =>
  (value) =>
    typeof value === 'number' && low <= value && value <= high;
const whole =
  (low: number, high: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && within(low, high)(value);
const text: Check = (value) => typeof value === 'string' && value.trim() === value && value !== '';
const like =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check, fewest = 0): Check =>
  (value) =>
    Array.isArray(value) &&
    fewest <= value.length &&
    value.every(check) &&
    new Set(value).size === value.length;
const regularExpression: Check = (value) =>
  text(value) && new RegExp(String(value)) instanceof RegExp;

const slug = like(/^[a-z\d]+(?:[-.][a-z\d]+)*$/);
const hexId = like(/^[\da-f]{4}$/);
const tick = oneOf('yes', 'no', null);
const conditionalTick = oneOf('yes', 'no', 'conditional', null);
const sources = listOf(text, 1);
const sourceIds = listOf(oneOf(...tables.hypervSourceTable.map(({ id }) => id)), 1);
const catalogueConfidence = oneOf(...CATALOGUE_CONFIDENCES);
const hypervConfidence = oneOf(...HYPERV_CONFIDENCES);
const notes = orNull(text);
const releaseId = oneOf(...tables.hypervHostReleaseTable.map(({ id }) => id));
const configurationVersion = like(/^\d{1,2}\.\d$/);
const version = like(/^\d+(?:\.\d+)*$/);

/** What every field of every table has to look like. A field that is not here may not be there. */
export const shapes: Readonly<Record<TableName, Shape>> = {
  nicTable: {
    id: slug,
    make: oneOf(...NIC_MAKES),
    vendor: text,
    family: text,
    model: text,
    pciVendorId: hexId,
    otherPciVendorIds: listOf(hexId),
    pciDeviceIds: listOf(hexId, 1),
    pciSubsystemIds: listOf(hexId),
    vfDeviceIds: listOf(hexId),
    maxPorts: orNull(whole(1, 8)),
    maxSpeedGbps: orNull(within(1, 800)),
    pcieGeneration: orNull(whole(1, 6)),
    pcieLanes: orNull(oneOf(1, 2, 4, 8, 16)),
    sriov: oneOf('yes', 'no'),
    vfSharing: oneOf(...VF_SHARINGS, null),
    maxVfsPerPort: orNull(whole(1, 256)),
    maxVfsPerDevice: orNull(whole(1, 256)),
    vmQueuesPerPort: orNull(whole(0, 256)),
    vmmq: tick,
    rssQueues: orNull(whole(1, 256)),
    maxQueuePairsPerVf: orNull(whole(1, 64)),
    embeddedSwitch: tick,
    vfRateLimit: tick,
    vfSpoofCheck: tick,
    vfVlanFilter: tick,
    vxlanNvgreOffload: tick,
    rdma: oneOf('none', 'roce', 'iwarp', 'roce+iwarp', 'ib+roce', null),
    vfioLiveMigration: oneOf('yes', 'experimental', 'no', null),
    windowsDriver: oneOf('inbox+vendor', 'vendor', 'none', null),
    linuxDriver: orNull(text),
    linuxVfDriver: orNull(text),
    firstYear: orNull(whole(2000, 2030)),
    notes,
    sources,
    confidence: catalogueConfidence,
  },
  nicDescriptionRuleTable: {
    pattern: regularExpression,
    nicIds: listOf(oneOf(...tables.nicTable.map(({ id }) => id)), 1),
    names: oneOf('chip', 'board', 'family'),
  },
  platformTable: {
    id: slug,
    vendor: oneOf('Intel', 'AMD'),
    name: text,
    exampleModels: listOf(text, 1),
    launchYear: whole(2006, 2030),
    socketAndChipset: text,
    slat: oneOf('ept', 'rvi', 'no'),
    iommu: oneOf('yes', 'no', 'depends'),
    iommuTechnology: oneOf('VT-d', 'AMD-Vi', null),
    iommuLimit: orNull(text),
    interruptRemapping: oneOf('yes', 'no', 'broken-on-early-steppings'),
    postedInterrupts: oneOf('yes', 'no', 'cpu-side-only', 'avic', 'x2avic', null),
    acsOnRootPorts: oneOf('yes', 'no', 'firmware-dependent', null),
    ari: tick,
    pcieGeneration: whole(2, 6),
    memoryBandwidthGbpsPerSocket: orNull(within(100, 8000)),
    firmwareOptions: listOf(text),
    cpuFeatureLevel: oneOf('x86-64-v1', 'x86-64-v2', 'x86-64-v3', 'x86-64-v4'),
    evcMode: orNull(like(/^(?:intel|amd)-[a-z]+\d?$/)),
    notes,
    sources,
    confidence: catalogueConfidence,
  },
  platformNameRuleTable: {
    platformId: oneOf(...tables.platformTable.map(({ id }) => id)),
    pattern: regularExpression,
  },
  guestSystemTable: {
    id: slug,
    name: text,
    versionText: text,
    families: listOf(oneOf(...GUEST_FAMILIES), 1),
    familiesByInference: listOf(oneOf(...GUEST_FAMILIES)),
    releases: orNull(listOf(text, 1)),
    versionFrom: orNull(version),
    versionTo: orNull(version),
    vfOnHyperv: oneOf('yes', 'no', 'conditional'),
    vfCondition: oneOf(...GUEST_CONDITIONS, null),
    vfConfidence: hypervConfidence,
    vrss: conditionalTick,
    vrssCondition: oneOf(...GUEST_CONDITIONS, null),
    kvmNetFailover: conditionalTick,
    kvmNetFailoverCondition: oneOf(...GUEST_CONDITIONS, null),
    esxiSriovGuest: oneOf('yes', 'with-vendor-vf-driver', 'depends-on-nic-vendor', 'no', null),
    notes,
    sources,
    confidence: catalogueConfidence,
  },
  hypervHostReleaseTable: {
    id: slug,
    name: text,
    product: oneOf(...HYPERV_PRODUCTS),
    builds: listOf(whole(7600, 99_999), 1),
    captionPattern: regularExpression,
    comparableServerRelease: orNull(releaseId),
    sources: sourceIds,
    confidence: hypervConfidence,
    notes,
  },
  windowsSkuTable: {
    sku: whole(1, 1000),
    name: text,
    product: oneOf(...HYPERV_PRODUCTS),
    sources: sourceIds,
    confidence: hypervConfidence,
  },
  configurationVersionTable: {
    releaseId,
    versions: listOf(configurationVersion, 1),
    sources: sourceIds,
    confidence: hypervConfidence,
    notes,
  },
  featureMinimumTable: {
    id: oneOf(...HYPERV_FEATURES),
    name: text,
    minimumVersion: configurationVersion,
    sources: sourceIds,
    confidence: hypervConfidence,
    notes,
  },
  hypervLimitTable: {
    id: text,
    item: oneOf(...HYPERV_LIMIT_ITEMS),
    releaseIds: listOf(releaseId, 1),
    least: whole(1, 10_000),
    most: whole(1, 10_000),
    needsConfigurationVersion: orNull(configurationVersion),
    sources: sourceIds,
    confidence: hypervConfidence,
    notes,
  },
  hypervSourceTable: {
    id: like(/^[A-Z]\d+[a-d]?$/),
    title: text,
    url: orNull(like(/^https:\/\/\S+$/)),
    where: orNull(text),
  },
};
