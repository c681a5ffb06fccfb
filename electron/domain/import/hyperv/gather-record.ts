import { isJsonObject, type JsonValue, shortText } from '../json-value';
import type { ProblemLog } from '../problems';
import type { StringPool } from '../string-pool';
import { type CmdletSpec, cmdletOfShape } from './cmdlets';
import type { RecordView } from './record-view';
import { slimRecord } from './slim-record';

/** Makes a record of a command out of a value; `null` and a problem when it is none. */
export function gatherRecord(
  value: JsonValue,
  place: { readonly file: string; readonly line: number; readonly where: string },
  named: CmdletSpec | null,
  indexOf: (cmdlet: string) => number,
  strings: StringPool,
  log: ProblemLog,
): RecordView | null {
  if (!isJsonObject(value)) return null;
  const properties = Object.keys(value);
  const spec = chooseSpec(named, properties);
  if (spec === null) {
    log.add(
      place.file,
      {
        place: `line ${place.line}`,
        found: shortText(properties.slice(0, 8).join(', ')),
        expected: 'the output of a known command',
        severity: 'lost',
        message: `The record at ${place.where} has no properties by which to tell its command; name the file after host and command, as in HV07.Get-VMSwitch.json.`,
      },
      'unknown record',
    );
    return null;
  }
  const index = indexOf(spec.name);
  return slimRecord(
    value,
    { file: place.file, cmdlet: spec.name, index, line: place.line },
    strings,
  );
}

/** The name counts, unless the record has the marks of another command and none of the named one. */
function chooseSpec(named: CmdletSpec | null, properties: readonly string[]): CmdletSpec | null {
  if (named === null) return cmdletOfShape(properties);
  const lower = new Set(properties.map((name) => name.toLowerCase()));
  const fits = named.signatures.some((set) => set.every((name) => lower.has(name.toLowerCase())));
  if (fits || named.signatures.length === 0) return named;
  return cmdletOfShape(properties) ?? named;
}
