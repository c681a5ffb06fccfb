import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  fileOfBytes,
  type ImportProgress,
  type ImportResult,
  importFiles,
} from '../../../electron/domain/import/import-files';
import type { ImportLimits } from '../../../electron/domain/import/limits';
import type { Fact } from '../../../shared/fact';
import type { Host, VirtualSwitch, Vm, Vnic } from '../../../shared/model/estate';

/** Contents of a file: text as it is, bytes as they are, anything else as JSON. */
export type Contents = string | Uint8Array | object;

/** Imports files given by name; the steps in between are thrown away. */
export function importOf(
  files: Readonly<Record<string, Contents>>,
  limits?: ImportLimits,
): ImportResult {
  return importWithSteps(files, limits).result;
}

export function importWithSteps(
  files: Readonly<Record<string, Contents>>,
  limits?: ImportLimits,
): { readonly result: ImportResult; readonly steps: readonly ImportProgress[] } {
  const inputs = Object.entries(files).map(([name, contents]) =>
    fileOfBytes(name, bytesOf(contents)),
  );
  const steps: ImportProgress[] = [];
  const reading = importFiles(inputs, limits);
  let next = reading.next();
  while (!next.done) {
    steps.push(next.value);
    next = reading.next();
  }
  return { result: next.value, steps };
}

export function bytesOf(contents: Contents): Uint8Array {
  if (contents instanceof Uint8Array) return contents;
  return new TextEncoder().encode(
    typeof contents === 'string' ? contents : JSON.stringify(contents),
  );
}

export function utf16(text: string, order: 'le' | 'be', withMark = true): Uint8Array {
  const units = [...(withMark ? `\uFEFF${text}` : text)].join('');
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < units.length; index += 1) {
    view.setUint16(index * 2, units.charCodeAt(index), order === 'le');
  }
  return bytes;
}

/** Letters up to U+00FF as single bytes, which is also Windows-1252 for those letters. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

export function fixture(path: string): string {
  return readFileSync(
    fileURLToPath(new URL(`../../fixtures/import/${path}`, import.meta.url)),
    'utf8',
  );
}

export function onlyHost({ estate }: ImportResult): Host {
  return only(estate.hosts, 'host');
}

export function onlySwitch(result: ImportResult): VirtualSwitch {
  return only(onlyHost(result).switches, 'switch');
}

export function onlyVm({ estate }: ImportResult): Vm {
  return only(estate.vms, 'VM');
}

export function onlyVnic(result: ImportResult): Vnic {
  return only(onlyVm(result).vnics, 'vNIC');
}

function only<T>(list: readonly T[], noun: string): T {
  const [first] = list;
  if (first === undefined || list.length !== 1)
    throw new Error(`${list.length} of ${noun}, not one`);
  return first;
}

/** The values of facts: `undefined` for what is left out of the file, the reason for an unknown. */
export function valuesOf(
  facts: Readonly<Record<string, Fact<unknown>>>,
  fields: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((field) => [field, valueOrReason(facts[field])]));
}

export function valueOrReason(fact: Fact<unknown> | undefined): unknown {
  if (fact === undefined) return undefined;
  return fact.state === 'known' ? fact.value : `unknown: ${fact.reason}`;
}

/** A file of the collector with these sections; all of them answered. */
export function collectorFile(
  sections: Readonly<Record<string, readonly object[] | object>>,
  header: object = {},
): object {
  return {
    portolanCollector: 1,
    collectorVersion: '1.0.0',
    host: 'HV07',
    collectedAt: '2026-03-02T08:15:30.0000000Z',
    powershell: '5.1.20348.2227',
    elevated: true,
    sampleSeconds: 60,
    ...header,
    sections: Object.fromEntries(
      Object.entries(sections).map(([name, records]) => [
        name,
        Array.isArray(records) ? { status: 'ok', milliseconds: 1, records } : records,
      ]),
    ),
  };
}
