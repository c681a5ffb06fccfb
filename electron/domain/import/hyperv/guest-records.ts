/** What a guest reports about itself through the key-value pair exchange. */
import { known, unknown } from '../../../../shared/fact';
import type { PartialFacts } from '../../../../shared/model/field';
import type { vmFields } from '../../../../shared/model/hyperv/vm-fields';
import type { RecordView } from './record-view';

type Facts = PartialFacts<typeof vmFields>;

/** Windows writes the number of PROCESSOR_ARCHITECTURE, Linux what `uname -m` prints. */
const ARCHITECTURES: Readonly<Record<string, 'x64' | 'x86' | 'arm64'>> = {
  '9': 'x64',
  x86_64: 'x64',
  amd64: 'x64',
  '0': 'x86',
  i386: 'x86',
  i586: 'x86',
  i686: 'x86',
  '12': 'arm64',
  aarch64: 'arm64',
  arm64: 'arm64',
};

/** A guest that says nothing leaves its facts unknown: its services may be off, or it is. */
export function guestFactsOf(record: RecordView | null): Facts {
  if (record === null) return {};
  const { file } = record.place;
  const name = record.text('OSName') ?? record.text('OSDistributionName');
  const property = record.text('OSName') === null ? 'OSDistributionName' : 'OSName';
  const architecture = record.text('ProcessorArchitecture')?.toLowerCase() ?? null;
  const origin = { kind: 'import', file, field: record.field('ProcessorArchitecture') } as const;
  const known64 = architecture === null ? undefined : ARCHITECTURES[architecture];
  return {
    ...(name === null
      ? {}
      : {
          guestOs: known(withVersion(name, record), {
            kind: 'import',
            file,
            field: record.field(property),
          }),
        }),
    ...(architecture === null
      ? {}
      : {
          guestArchitecture:
            known64 === undefined
              ? unknown('not-understood', architecture, origin)
              : known(known64, origin),
        }),
  };
}

/** Linux guests give the version apart: "Ubuntu" and "20.04". Names of Windows hold the release. */
function withVersion(name: string, record: RecordView): string {
  if (/windows/i.test(name) || /\d/.test(name)) return name;
  const data = record.text('OSDistributionData');
  const major = record.text('OSMajorVersion');
  const minor = record.text('OSMinorVersion');
  if (data !== null && /^\d/.test(data)) return `${name} ${data}`;
  if (major === null) return name;
  return major.includes('.') || minor === null || minor === ''
    ? `${name} ${major}`
    : `${name} ${major}.${minor}`;
}
