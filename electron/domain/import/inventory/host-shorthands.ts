/** What `os`, `processor`, `memory` and `cluster` of a host in an inventory stand for. */
import type { Fact } from '../../../../shared/fact';
import { supportedConfigurationVersions } from '../../catalogue/configuration-versions';
import { findHypervHostRelease } from '../../catalogue/find-hyperv-host-release';
import { findPlatform } from '../../catalogue/find-platform';
import { derived } from '../hyperv/derived';
import type { ProblemLog } from '../problems';
import { knownValue, type LooseFacts } from './apply-defaults';
import { type InventoryRecord, shorthandFact } from './read-record';

export function hostShorthandFacts(record: InventoryRecord, log: ProblemLog): LooseFacts {
  const os = shorthandFact('host', record, 'os', 'osName', log);
  const processor = shorthandFact('host', record, 'processor', 'processorModel', log);
  const memory = shorthandFact('host', record, 'memory', 'memoryBytes', log);
  const cluster = shorthandFact('host', record, 'cluster', 'clusterName', log);
  const facts: LooseFacts = {
    ...(os === null ? {} : { osName: os }),
    ...(processor === null ? {} : { processorModel: processor }),
    ...(memory === null ? {} : { memoryBytes: memory }),
    ...(cluster === null ? {} : { clusterName: cluster }),
  };
  const all = { ...facts, ...record.facts };
  return { ...osFacts(record, all, log), ...processorFacts(record, all, log), ...facts };
}

function osFacts(record: InventoryRecord, facts: LooseFacts, log: ProblemLog): LooseFacts {
  const caption = knownValue<string>(facts.osName);
  const build = knownValue<number>(facts.osBuild);
  const kind = knownValue<'server' | 'azure-stack-hci' | 'client'>(facts.osKind);
  if (caption === undefined && build === undefined) return {};
  const releases = findHypervHostRelease({
    caption: caption === undefined ? null : windowsRelease(caption),
    build: build ?? null,
    product: kind ?? null,
  });
  const [release] = releases;
  const words = caption ?? `build ${build}`;
  if (release === undefined || 1 < releases.length)
    noteRelease(record, words, releases.length, log);
  if (release === undefined) return {};
  const from = `catalogue: what “${words}” is`;
  const kinds = new Set(releases.map(({ product }) => product));
  const versions = releases.length === 1 ? supportedConfigurationVersions(release) : null;
  const edition = /\b(datacenter|standard)\b/i.exec(words)?.[1];
  const lastBuild = release.builds.at(-1);
  return {
    ...(kinds.size === 1 ? { osKind: derived(release.product, from) } : {}),
    ...(releases.length === 1 && lastBuild !== undefined
      ? { osBuild: derived(lastBuild, from) }
      : {}),
    ...(versions === null
      ? {}
      : {
          configurationVersions: derived(versions.versions, `catalogue: what ${release.name} runs`),
        }),
    ...(edition === undefined
      ? {}
      : { osEdition: derived(/^d/i.test(edition) ? 'Datacenter' : 'Standard', from) }),
  };
}

/** People leave out what goes without saying: "2022", "WS2022", "Server 2012 R2 Standard". */
function windowsRelease(caption: string): string {
  return caption.replace(
    /^\s*(?:(?:microsoft\s+)?(?:windows\s+)?(?:ws|win(?:dows)?|w2k)?\s*(?:server)?\s*)(20\d\d)(\s*r2)?\b/i,
    (_, year: string, second: string | undefined) =>
      `Windows Server ${year}${second === undefined ? '' : ' R2'}`,
  );
}

function noteRelease(record: InventoryRecord, words: string, count: number, log: ProblemLog): void {
  log.add(record.file, {
    place: `${record.place}.os`,
    found: words,
    expected: 'a release of Windows such as "Windows Server 2022"',
    severity: 'doubt',
    message:
      count === 0
        ? `“${words}” is no release that Portolan knows, so build and configuration versions of this host stay unknown; give osBuild, osKind and configurationVersions.`
        : `“${words}” may be one of ${count} releases; give osBuild to tell them apart.`,
  });
}

function processorFacts(record: InventoryRecord, facts: LooseFacts, log: ProblemLog): LooseFacts {
  const model = knownValue<string>(facts.processorModel);
  if (model === undefined) return {};
  const platform = findPlatform(model);
  const vendor = vendorOf(model, platform?.vendor ?? null);
  if (platform === null && facts.processorGeneration === undefined) {
    log.add(record.file, {
      place: `${record.place}.processor`,
      found: model,
      expected: 'a processor that the catalogue knows',
      severity: 'note',
      message: `The catalogue does not know the generation of “${model}”; give processorGeneration, or processorFeatures of hosts and VMs.`,
    });
  }
  const found: Record<string, Fact<unknown>> = {};
  if (vendor !== null) found.processorVendor = derived(vendor, `the name “${model}”`);
  if (platform !== null) {
    found.processorGeneration = derived(platform.id, `catalogue: platform of “${model}”`);
  }
  return found;
}

function vendorOf(model: string, ofPlatform: 'Intel' | 'AMD' | null): 'intel' | 'amd' | null {
  if (/\bintel|\bxeon/i.test(model)) return 'intel';
  if (/\bamd\b|\bepyc\b|\bopteron/i.test(model)) return 'amd';
  return ofPlatform === null ? null : ofPlatform === 'Intel' ? 'intel' : 'amd';
}
