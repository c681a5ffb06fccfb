import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { anonymiseEstate } from '../../../electron/domain/anonymise/anonymise-estate';
import {
  type Anonymised,
  anonymiseFiles,
} from '../../../electron/domain/anonymise/anonymise-files';
import { Pseudonyms } from '../../../electron/domain/anonymise/pseudonyms';
import { fileOfBytes, importFiles } from '../../../electron/domain/import/import-files';
import type { InputFile } from '../../../electron/domain/import/input-file';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Estate } from '../../../shared/model/estate';
import { MOVE_KINDS } from '../../../shared/model/verdict';
import { generateEstate } from '../../estate/generate-estate';

const FOLDER = join(__dirname, '../../../electron/app/demo/estate');

/** Every answer about every pair, by place in the lists: names and ids differ. */
function verdicts({ clusters, hosts, vms }: Estate) {
  const judge = new Judge({ clusters, hosts, vms }, PRESET_ASSUMPTIONS, rules);
  return vms.flatMap((vm) =>
    hosts.map((host) => {
      const pair = judge.judge(vm, host);
      return [
        MOVE_KINDS.map((kind) => pair.possible[kind].join()).join('/'),
        pair.vnics.map(({ outlook }) => `${outlook.now.join()}>${outlook.there.join()}`).join('/'),
      ].join(' ');
    }),
  );
}

/** In the order of the original, whatever the new names sort like. */
function inOrderOf(estate: Estate, other: Estate, names: Pseudonyms): Estate {
  const pick = <T extends { readonly name: string }>(
    originals: readonly T[],
    found: readonly T[],
  ): T[] =>
    originals.map(({ name }) => {
      const one = found.find((other) => other.name === names.name(name));
      if (one === undefined)
        throw new Error(
          `lost: ${name}, expected ${names.name(name)}, have ${found
            .map((f) => f.name)
            .slice(0, 8)
            .join()}`,
        );
      return one;
    });
  return {
    clusters: other.clusters,
    hosts: pick(estate.hosts, other.hosts),
    vms: pick(estate.vms, other.vms),
  };
}

/** Whatever names somebody or something of the owner. */
function sensitive({ clusters, hosts, vms }: Estate): string[] {
  const tokens = new Set<string>();
  for (const record of [...clusters, ...hosts, ...vms]) tokens.add(record.name);
  for (const { switches } of hosts) for (const { name } of switches) tokens.add(name);
  const text = JSON.stringify({ hosts, vms });
  for (const [guid] of text.matchAll(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi)) {
    if (!/^[0-]+$/.test(guid)) tokens.add(guid);
  }
  for (const { vnics } of vms) {
    for (const { facts } of vnics) {
      if (facts.macAddress.state === 'known') tokens.add(facts.macAddress.value);
    }
  }
  return [...tokens].filter((token) => 3 < token.length && !/^0+$/.test(token));
}

function survivors(texts: readonly string[], tokens: readonly string[]): string[] {
  const all = texts.join('\n').toLowerCase();
  return tokens.filter((token) => {
    const escaped = token.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(all);
  });
}

function finished<R>(work: Generator<unknown, R>): R {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
const importedFrom = (files: readonly InputFile[]) => finished(importFiles(files)).estate;

describe('the demonstration estate, anonymised', () => {
  const files = readdirSync(FOLDER)
    .filter((name) => name !== 'README.md')
    .map((name) => fileOfBytes(name, new Uint8Array(readFileSync(join(FOLDER, name)))));
  const names = new Pseudonyms();
  let before: Estate;
  let result: Anonymised;
  beforeAll(() => {
    before = importedFrom(files);
    result = finished(anonymiseFiles(files, names));
  });

  it('leaves no file out', () => {
    expect(result.leftOut).toEqual([]);
  });

  it('holds no name, identifier or address of the original', () => {
    const texts = result.files.map(({ name, text }) => `${name}\n${text}`);
    const tokens = [...sensitive(before), 'corp.example', 'Team-Prod'];
    expect(survivors(texts, tokens)).toEqual([]);
  });

  it('has the same verdict for every pair', () => {
    const after = importedFrom(
      result.files.map(({ name, text }) => fileOfBytes(name, new TextEncoder().encode(text))),
    );
    const ordered = inOrderOf(before, after, names);
    const [was, is] = [verdicts(before), verdicts(ordered)];
    const different = was.flatMap((one, at) =>
      one === is[at] ? [] : [`${at}: ${one} | ${is[at]}`],
    );
    expect(different.slice(0, 10)).toEqual([]);
  });

  it('is the same every time', () => {
    const again = finished(anonymiseFiles(files, new Pseudonyms()));
    expect(again).toEqual(result);
  });
});

describe('generated estates, anonymised as a plan is', () => {
  it.each([1, 2, 3])('keep every verdict and no name (seed %i)', (seed) => {
    const estate = generateEstate({ seed, hosts: 8, vms: 40 });
    const after = anonymiseEstate(estate, new Pseudonyms());
    expect(verdicts(after)).toEqual(verdicts(estate));
    expect(survivors([JSON.stringify(after)], sensitive(estate))).toEqual([]);
  });
});
