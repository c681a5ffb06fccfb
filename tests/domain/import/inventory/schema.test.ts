import { describe, expect, it } from 'vitest';
import { inventoryJsonSchema } from '../../../../electron/domain/import/inventory/schema';
import { wordsOf } from '../../../../electron/domain/import/inventory/vocabulary';
import { fieldTables, RECORD_KINDS } from '../../../../shared/model/estate';
import { fixture, importOf } from '../import-of';

type Schema = Readonly<Record<string, unknown>>;
const root = inventoryJsonSchema();

/** As much of JSON Schema as the format uses. Returns the paths at which a value does not fit. */
function misfits(schema: Schema, value: unknown, at = '$'): readonly string[] {
  const target = '$ref' in schema ? definition(String(schema.$ref)) : schema;
  const found: string[] = [];
  if (Array.isArray(target.anyOf)) {
    const options = target.anyOf as readonly Schema[];
    if (!options.some((one) => misfits(one, value, at).length === 0)) found.push(at);
  }
  if ('const' in target && target.const !== value) found.push(at);
  if (Array.isArray(target.enum) && !target.enum.includes(value)) found.push(at);
  if ('type' in target && ![target.type].flat().some((type) => isOfType(value, String(type))))
    found.push(at);
  if (typeof value === 'number' && typeof target.minimum === 'number' && value < target.minimum)
    found.push(at);
  if (
    typeof value === 'string' &&
    typeof target.pattern === 'string' &&
    !new RegExp(target.pattern).test(value)
  ) {
    found.push(at);
  }
  if (Array.isArray(value) && typeof target.items === 'object') {
    for (const [index, item] of value.entries())
      found.push(...misfits(target.items as Schema, item, `${at}[${index}]`));
  }
  if (isObject(value) && isObject(target.properties)) {
    const properties = target.properties as Readonly<Record<string, Schema>>;
    for (const [key, inner] of Object.entries(value)) {
      const property = properties[key];
      if (property === undefined) found.push(`${at}.${key}`);
      else found.push(...misfits(property, inner, `${at}.${key}`));
    }
    for (const key of (target.required ?? []) as readonly string[])
      if (!(key in value)) found.push(`${at}.${key}`);
  }
  return [...new Set(found)];
}

function definition(reference: string): Schema {
  const name = reference.replace('#/$defs/', '');
  const found = (root.$defs as Readonly<Record<string, Schema>>)[name];
  if (found === undefined) throw new Error(`no definition ${reference}`);
  return found;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

describe('the JSON Schema of the format', () => {
  it.each(['ten-lines', 'every-word'])('accepts %s', (name) => {
    expect(misfits(root, JSON.parse(fixture(`inventory/${name}.json`)))).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['without its version', { hosts: [] }, '$.portolanInventory'],
    [
      'with an unknown word',
      { portolanInventory: 1, hosts: [{ name: 'a', colour: 1 }] },
      '$.hosts[0].colour',
    ],
    [
      'with a number for a boolean',
      { portolanInventory: 1, hosts: [{ name: 'a', iovSupport: 1 }] },
      '$.hosts[0].iovSupport',
    ],
    [
      'with a negative count',
      { portolanInventory: 1, hosts: [{ name: 'a', coreCount: -1 }] },
      '$.hosts[0].coreCount',
    ],
    ['with a nameless VM', { portolanInventory: 1, vms: [{ host: 'a' }] }, '$.vms[0].name'],
  ])('refuses a file %s', (_name, file, at) => {
    expect(misfits(root, file)).toEqual([at]);
  });

  it('knows every field of the model and every shorthand, and no other', () => {
    for (const kind of RECORD_KINDS) {
      const { properties } = definition(`#/$defs/${kind}`) as { properties: object };
      expect(Object.keys(properties).sort()).toEqual(
        ['$schema', 'comment', ...wordsOf(kind)].sort(),
      );
    }
  });

  it('has a default only where the importer has it, and it fits', () => {
    for (const kind of RECORD_KINDS) {
      const { properties } = definition(`#/$defs/${kind}`) as {
        properties: Record<string, Schema>;
      };
      for (const [name, property] of Object.entries(properties)) {
        if ('default' in property)
          expect([name, misfits(property, property.default)]).toEqual([name, []]);
      }
    }
  });

  it('offers as choices nothing that the importer does not read', () => {
    const switchSchema = fieldTables.hyperv.switch.teaming;
    for (const teaming of switchSchema.values) {
      const { problems } = importOf({
        'i.json': {
          portolanInventory: 1,
          hosts: [{ name: 'a', switches: [{ name: 'vs', teaming }] }],
        },
      });
      expect(problems).toEqual([]);
    }
  });
});

describe('every field of the model', () => {
  it.each(RECORD_KINDS)('of a %s can be written under its own name', (kind) => {
    const samples = Object.fromEntries(
      Object.entries<{ kind: string; values?: readonly string[] }>(fieldTables.hyperv[kind]).map(
        ([name, spec]) => [name, sampleOf(spec)],
      ),
    );
    const host = { name: 'HV01', adapters: [{ name: 'x' }] };
    const bodies: Record<string, object> = {
      host: { hosts: [{ ...samples, name: 'HV01' }] },
      cluster: { clusters: [{ ...samples, name: 'C' }] },
      adapter: { hosts: [{ ...host, adapters: [{ ...samples, name: 'x' }] }] },
      switch: { hosts: [{ ...host, switches: [{ ...samples, name: 's' }] }] },
      vm: { hosts: [{ ...host, vms: [{ ...samples, name: 'v' }] }] },
      vnic: { hosts: [{ ...host, vms: [{ name: 'v', vnics: [samples] }] }] },
    };
    const { problems, estate } = importOf({ 'i.json': { portolanInventory: 1, ...bodies[kind] } });
    expect(problems.filter(({ severity }) => severity === 'lost')).toEqual([]);
    const record = {
      host: estate.hosts[0],
      cluster: estate.clusters[0],
      adapter: estate.hosts[0]?.adapters[0],
      switch: estate.hosts[0]?.switches[0],
      vm: estate.vms[0],
      vnic: estate.vms[0]?.vnics[0],
    }[kind];
    const facts = (record?.facts ?? {}) as Readonly<Record<string, unknown>>;
    for (const [name, sample] of Object.entries(samples)) {
      expect([name, facts[name]]).toEqual([
        name,
        expect.objectContaining({ state: 'known', value: sample }),
      ]);
    }
  });

  function sampleOf(spec: { kind: string; values?: readonly string[] }): unknown {
    if (spec.kind === 'boolean') return true;
    if (spec.kind === 'count') return 7;
    if (spec.kind === 'amount') return 2.5;
    if (spec.kind === 'choice') return spec.values?.[0];
    if (spec.kind === 'choice-list') return spec.values;
    return spec.kind.endsWith('list') ? ['x'] : 'x';
  }
});
