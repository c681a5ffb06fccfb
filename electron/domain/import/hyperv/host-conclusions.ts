import { type Fact, known, unknown } from '../../../../shared/fact';
import type { PartialFacts } from '../../../../shared/model/field';
import type { hostFields } from '../../../../shared/model/hyperv/host-fields';
import { supportedConfigurationVersions } from '../../catalogue/configuration-versions';
import { findHypervHostRelease } from '../../catalogue/find-hyperv-host-release';
import { findPlatform } from '../../catalogue/find-platform';
import { windowsSkuTable } from '../../catalogue/tables';
import { derived, factValue } from './derived';
import type { RecordView } from './record-view';
import type { Snapshot } from './snapshot';

type Facts = PartialFacts<typeof hostFields>;

/** What follows from the facts by way of the catalogue. */
export function hostConclusions(snapshot: Snapshot, facts: Facts): Facts {
  const os = snapshot.first('Win32_OperatingSystem');
  const sku = skuOf(os, snapshot.first('PortolanWindowsVersion'));
  const releases = findHypervHostRelease({
    build: factValue(facts.osBuild),
    caption: factValue(facts.osName),
    sku: sku.number,
    product: sku.product,
  });
  const [release] = releases;
  const kinds = new Set(releases.map(({ product }) => product));
  const versions =
    releases.length === 1 && release ? supportedConfigurationVersions(release) : null;
  const model = factValue(facts.processorModel);
  const platform = model === null ? null : findPlatform(model);
  const microcode = microcodeOf(
    snapshot.first('PortolanMicrocode'),
    factValue(facts.processorVendor),
  );
  const edition = editionOf(sku.name, factValue(facts.osName));
  return {
    ...(release && kinds.size === 1
      ? {
          osKind: derived(
            release.product,
            `${release.name}, by build, caption and SKU of the system`,
          ),
        }
      : {}),
    ...(edition === null ? {} : { osEdition: derived(edition, 'SKU and caption of the system') }),
    ...(versions === null
      ? {}
      : {
          configurationVersions: derived(
            versions.versions,
            `catalogue: what ${release?.name} runs`,
          ),
        }),
    ...(platform === null
      ? {}
      : { processorGeneration: derived(platform.id, `catalogue: platform of ${model}`) }),
    ...(microcode === null ? {} : { microcodeRevision: microcode }),
  };
}

interface Sku {
  readonly number: number | null;
  readonly name: string | null;
  readonly product: 'server' | 'azure-stack-hci' | 'client' | null;
}

function skuOf(os: RecordView | null, windows: RecordView | null): Sku {
  const found = os === null ? null : Number(os.text('OperatingSystemSKU') ?? Number.NaN);
  const number = found !== null && Number.isInteger(found) ? found : null;
  const row = windowsSkuTable.find(({ sku }) => sku === number);
  const editionId = windows?.text('EditionID') ?? null;
  const type = os?.text('ProductType') ?? null;
  // ProductType: 1 is a workstation; 2 and 3 are servers, Azure Stack HCI among them.
  const product =
    row?.product ??
    (editionId !== null && /azurestackhci/i.test(editionId) ? 'azure-stack-hci' : null) ??
    (type === '1' || type === 'WorkStation' ? 'client' : null) ??
    (editionId !== null && /^server/i.test(editionId) ? 'server' : null);
  return { number, name: row?.name ?? editionId, product };
}

const EDITIONS: readonly (readonly [RegExp, string])[] = [
  [/azurestackhci|azure stack hci|azure local/i, 'Azure Stack HCI'],
  [/hyper-?v ?server/i, 'Hyper-V Server'],
  [
    /datacenter.*azure|azure.*datacenter|turbine|serverdatacenterazure/i,
    'Datacenter: Azure Edition',
  ],
  [/datacenter/i, 'Datacenter'],
  [/standard/i, 'Standard'],
];

function editionOf(skuName: string | null, caption: string | null): string | null {
  for (const source of [skuName, caption]) {
    if (source === null) continue;
    const found = EDITIONS.find(([pattern]) => pattern.test(source));
    if (found) return found[1];
  }
  return skuName;
}

/**
 * The revision as tools print it. The register is stored lowest byte first; Intel keeps the
 * revision in its upper half, AMD in its lower.
 */
function microcodeOf(record: RecordView | null, vendor: string | null): Fact<string> | null {
  const stored = record?.text('Update Revision')?.replace(/[\s,-]/g, '') ?? null;
  if (record === null || stored === null) return null;
  const origin = {
    kind: 'import',
    file: record.place.file,
    field: record.field('Update Revision'),
  } as const;
  const bytes = /^[\da-f]{16}$/i.test(stored) ? (stored.match(/../g) ?? []) : [];
  const half = vendor === 'intel' ? bytes.slice(4) : vendor === 'amd' ? bytes.slice(0, 4) : [];
  if (half.length !== 4) return unknown('not-understood', stored, origin);
  const revision = Number.parseInt(half.reverse().join(''), 16);
  return known(`0x${revision.toString(16)}`, origin);
}
