/** The tables of the catalogue as texts to look through, with what of the plan each row describes. */
import { valueOr } from '../../../shared/fact';
import {
  CATALOGUE_TABLES,
  type CatalogueColumn,
  type CatalogueRow,
  type CatalogueTable,
  type CatalogueTableName,
  type CatalogueUse,
  OWN_ROW_TABLES,
} from '../../../shared/model/catalogue';
import type { Estate } from '../../../shared/model/estate';
import type { Catalogue } from './catalogue';
import { anyText, type ColumnSpec, choice, list, number, text } from './column';
import { supportedConfigurationVersions } from './configuration-versions';
import { findHypervHostRelease } from './find-hyperv-host-release';
import { cleanProcessorName } from './find-platform';
import { HYPERV_PRODUCTS } from './hyperv-records';
import { guestColumns, nicColumns, platformColumns } from './own-tables';
import { HYPERV_CONFIDENCES } from './records';
import {
  configurationVersionTable,
  guestSystemTable,
  hypervHostReleaseTable,
  hypervLimitTable,
  nicTable,
  platformTable,
} from './tables';
import { nicQueryOf } from './with-own-rows';

type LooseRow = Readonly<Record<string, unknown>>;

interface TableSpec {
  readonly title: string;
  readonly about: string;
  readonly columns: readonly ColumnSpec[];
  readonly shipped: readonly LooseRow[];
  readonly keyOf: (row: LooseRow) => string;
  readonly fixedBecause: string | null;
}

const sourced = [
  text('notes', 'Notes'),
  list('sources', 'Sources', anyText),
  choice('confidence', 'Confidence', HYPERV_CONFIDENCES),
];
const MICROSOFT =
  'What a release of Hyper-V can do is the same in every plan; set the facts of a host or VM by hand where yours differ.';
const byId = (row: LooseRow) => String(row.id);
const loose = (rows: readonly object[]) => rows as readonly LooseRow[];

const SPECS: { readonly [T in CatalogueTableName]: TableSpec } = {
  nics: {
    title: 'NIC models',
    about: 'A NIC controller, or several with the same limits',
    columns: nicColumns,
    shipped: loose(nicTable),
    keyOf: byId,
    fixedBecause: null,
  },
  platforms: {
    title: 'Platforms',
    about: 'A processor generation with its usual chipset',
    columns: platformColumns,
    shipped: loose(platformTable),
    keyOf: byId,
    fixedBecause: null,
  },
  guests: {
    title: 'Guest systems',
    about: 'A release, or a range of releases, of a guest system',
    columns: guestColumns,
    shipped: loose(guestSystemTable),
    keyOf: byId,
    fixedBecause: null,
  },
  'host-releases': {
    title: 'Host releases',
    about: 'A release of Windows that can be a Hyper-V host',
    columns: [
      text('id', 'Id'),
      text('name', 'Name'),
      choice('product', 'Product', HYPERV_PRODUCTS),
      list('builds', 'Builds', anyText),
      text('comparableServerRelease', 'Networking of'),
      ...sourced,
    ],
    shipped: loose(hypervHostReleaseTable),
    keyOf: byId,
    fixedBecause: MICROSOFT,
  },
  'configuration-versions': {
    title: 'Configuration versions',
    about: 'The VM configuration versions that a host release runs',
    columns: [text('releaseId', 'Release'), list('versions', 'Versions', anyText), ...sourced],
    shipped: loose(configurationVersionTable),
    keyOf: (row) => String(row.releaseId),
    fixedBecause: MICROSOFT,
  },
  limits: {
    title: 'Limits',
    about: 'A maximum, for some host releases',
    columns: [
      text('id', 'Id'),
      text('item', 'What is limited'),
      list('releaseIds', 'Releases', anyText),
      number('least', 'At least', 0, 1e9),
      number('most', 'At most', 0, 1e9),
      text('needsConfigurationVersion', 'From configuration version'),
      ...sourced,
    ],
    shipped: loose(hypervLimitTable),
    keyOf: byId,
    fixedBecause: MICROSOFT,
  },
};

/** Records of the plan by the key of the row that describes them; `null`: not looked up so. */
export type CatalogueUses = Readonly<
  Record<CatalogueTableName, ReadonlyMap<string, readonly CatalogueUse[]> | null>
>;

/** A table, the plan's own rows first. */
export function catalogueTable(
  name: CatalogueTableName,
  catalogue: Catalogue,
  uses: CatalogueUses,
): CatalogueTable {
  const { title, about, columns, shipped, keyOf, fixedBecause } = SPECS[name];
  const ids = new Set(shipped.map(keyOf));
  const ownRows = ownRowsOf(name, catalogue);
  const used = uses[name];
  const row = (one: LooseRow, own: boolean): CatalogueRow => {
    const id = keyOf(one);
    const key = own ? ownKey(id) : id;
    return {
      key,
      cells: columns.map((column) => column.show(one[column.key])),
      own,
      uses: used === null ? null : (used.get(key)?.length ?? 0),
      hides: own && ids.has(id) ? id : null,
      rivals: own ? rivalsOf(name, one, ownRows) : [],
    };
  };
  return {
    name,
    title,
    about,
    columns: columns.map(columnOf),
    rows: [...ownRows.map((one) => row(one, true)), ...shipped.map((one) => row(one, false))],
    fixedBecause,
    version: catalogue.version,
  };
}

/** Other own rows with a key in common: a PCI id, a processor model, a family with its release. */
function rivalsOf(
  name: CatalogueTableName,
  row: LooseRow,
  own: readonly LooseRow[],
): readonly string[] {
  const keys = new Set(lookUpKeys(name, row));
  return own
    .filter((other) => other !== row && lookUpKeys(name, other).some((key) => keys.has(key)))
    .map(({ id }) => String(id));
}

function lookUpKeys(name: CatalogueTableName, row: LooseRow): readonly string[] {
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  if (name === 'nics') {
    const subsystems = texts(row.pciSubsystemIds);
    return texts(row.pciDeviceIds).flatMap((device) =>
      (subsystems.length === 0 ? [''] : subsystems).map((board) =>
        [row.pciVendorId, device, board].join(),
      ),
    );
  }
  if (name === 'platforms') return texts(row.exampleModels).map(cleanProcessorName);
  const range = [row.versionFrom, row.versionTo].join();
  const releases = row.releases === null ? [range] : texts(row.releases);
  return texts(row.families).flatMap((family) => releases.map((release) => family + release));
}

/** The key of an own row, which may have the id of a shipped one. */
export function ownKey(id: string): string {
  return `own:${id}`;
}

/** What of the estate each row describes; an adapter of which several rows fit counts for each. */
export function catalogueUses(estate: Estate, catalogue: Catalogue): CatalogueUses {
  const uses = Object.fromEntries(
    CATALOGUE_TABLES.map((name) => [name, new Map<string, CatalogueUse[]>()]),
  ) as Record<CatalogueTableName, Map<string, CatalogueUse[]>>;
  const add = (table: CatalogueTableName, row: object | null, use: CatalogueUse) => {
    if (row === null) return;
    const id = SPECS[table].keyOf(row as LooseRow);
    const key = ownRowsOf(table, catalogue).includes(row as LooseRow) ? ownKey(id) : id;
    const before = uses[table].get(key);
    if (before === undefined) uses[table].set(key, [use]);
    else before.push(use);
  };
  for (const host of estate.hosts) {
    const use: CatalogueUse = { kind: 'host', id: host.id, name: host.name };
    const model = valueOr(host.facts.processorModel, null);
    add('platforms', model === null ? null : catalogue.findPlatform(model), use);
    const releases = findHypervHostRelease({
      build: valueOr(host.facts.osBuild, null),
      caption: valueOr(host.facts.osName, null),
      product: valueOr(host.facts.osKind, null),
    });
    const [release] = releases;
    if (release !== undefined && releases.length === 1) {
      add('host-releases', release, use);
      add('configuration-versions', supportedConfigurationVersions(release), use);
    }
    for (const adapter of host.adapters) {
      const name = `${adapter.name} of ${host.name}`;
      for (const row of catalogue.findNic(nicQueryOf(adapter)).rows) {
        add('nics', row, { kind: 'adapter', id: adapter.id, name });
      }
    }
  }
  // Thousands of VMs run a handful of systems.
  const guests = new Map<string, object | null>();
  for (const vm of estate.vms) {
    const os = valueOr(vm.facts.guestOs, null);
    if (os === null) continue;
    let row = guests.get(os);
    if (row === undefined) {
      row = catalogue.guestSupport(os).row;
      guests.set(os, row);
    }
    add('guests', row, { kind: 'vm', id: vm.id, name: vm.name });
  }
  return { ...uses, limits: null };
}

function ownRowsOf(name: CatalogueTableName, catalogue: Catalogue): readonly LooseRow[] {
  const table = OWN_ROW_TABLES.find((one) => one === name);
  return table === undefined ? [] : loose(catalogue.own[table]);
}

function columnOf(spec: ColumnSpec): CatalogueColumn {
  const { key, title, kind, unit, choices, isRequired, hint } = spec;
  return { key, title, kind, unit, choices, isRequired, hint };
}
