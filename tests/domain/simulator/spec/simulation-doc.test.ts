/** The document of the form says what the program does. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keyRow, keyTables } from '../../../../electron/domain/simulator/spec/key-tables';
import { simulationJsonSchema } from '../../../../electron/domain/simulator/spec/network-form';
import { SimulationResult } from '../../../../electron/domain/simulator/spec/result-format';

const text = readFileSync('docs/simulation.md', 'utf8');
const lines = text.split('\n');

describe('docs/simulation.md', () => {
  it('has a row for every key, with what it takes and what its absence means', () => {
    const tables = keyTables();
    const missing = tables
      .flatMap(({ rows }) => rows.map(keyRow))
      .filter((row) => !lines.includes(row));
    expect(missing).toEqual([]);
    expect(tables.filter(({ title }) => !lines.includes(`### ${title}`))).toEqual([]);
  });

  it('shows every example as it stands in its file', () => {
    const shown = new Map(
      [...text.matchAll(/`docs\/examples\/simulation\/(\S+)`:\n\n```json\n([\s\S]*?)```/g)].map(
        ([, name = '', json = '']) => [name, json],
      ),
    );
    const folder = 'docs/examples/simulation';
    const files = readdirSync(folder).map(
      (name) => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const,
    );
    expect(shown).toEqual(new Map(files));
  });

  it('names every property at the top of the result', () => {
    const named = [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    const keys = Object.keys(SimulationResult.shape);
    expect(keys.filter((key) => !named.includes(key) && key !== 'format')).toEqual([]);
  });
});

describe('the JSON Schema', () => {
  it('tells each key with its default and its range', () => {
    expect(simulationJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: ['format', 'formatVersion', 'flows'],
      additionalProperties: false,
      properties: {
        seed: { default: 1, minimum: 0 },
        servers: {
          additionalProperties: {
            properties: { overhead_bytes: { default: 0, minimum: 0, maximum: 10_000 } },
          },
        },
      },
    });
  });
});
