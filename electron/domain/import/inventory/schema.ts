/** The JSON Schema of the inventory format, made from the tables of the model. */
import { fieldTables, RECORD_KINDS, type RecordKind } from '../../../../shared/model/estate';
import type { FieldSpec } from '../../../../shared/model/field';
import { CONSTANT_DEFAULTS } from './constant-defaults';
import { fieldsOf, IGNORED_KEYS, type ROOT_KEYS, SHORTHANDS, type Shorthand } from './vocabulary';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** JSON Schema 2020-12, for editors and for checking a file before it is imported. */
export function inventoryJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://portolan.invalid/schema/inventory-1.json',
    title: 'Portolan inventory',
    description:
      'Hyper-V hosts and VMs, written by hand or by a script. What is left out has the default of the format; null or "unknown" says that a value is not known.',
    type: 'object',
    required: ['portolanInventory'],
    additionalProperties: false,
    properties: {
      ...ignoredProperties(),
      portolanInventory: { const: 1, description: 'The version of the format.' },
      hosts: listOf('host', 'Hosts.'),
      vms: listOf('vm', 'VMs that name their host; VMs may also stand below their host.'),
      clusters: listOf('cluster', 'Failover clusters, where more than their name is known.'),
    } satisfies Record<(typeof ROOT_KEYS)[number], JsonSchema> & Record<string, JsonSchema>,
    $defs: Object.fromEntries(RECORD_KINDS.map((kind) => [kind, recordSchema(kind)])),
  };
}

function ignoredProperties(): Record<string, JsonSchema> {
  return Object.fromEntries(IGNORED_KEYS.map((key) => [key, { description: 'Not read.' }]));
}

function listOf(kind: RecordKind, description: string): JsonSchema {
  return { description, type: 'array', items: { $ref: `#/$defs/${kind}` } };
}

const TITLES: Readonly<Record<RecordKind, string>> = {
  host: 'Host',
  cluster: 'Failover cluster',
  adapter: 'Port of a physical network adapter',
  switch: 'Virtual switch',
  vm: 'Virtual machine',
  vnic: 'Network adapter of a VM',
};

function recordSchema(kind: RecordKind): JsonSchema {
  const defaults = new Map<string, unknown>(
    (CONSTANT_DEFAULTS[kind] as readonly (readonly [string, unknown, string])[]).map(
      ([field, value]) => [field, value] as const,
    ),
  );
  return {
    title: TITLES[kind],
    type: 'object',
    required: kind === 'vnic' ? [] : ['name'],
    additionalProperties: false,
    properties: {
      ...ignoredProperties(),
      ...Object.fromEntries(SHORTHANDS[kind].map((one) => [one.name, shorthandSchema(one)])),
      ...Object.fromEntries(
        fieldsOf(kind).map(([name, spec]) => [
          name,
          {
            title: spec.title,
            description: descriptionOf(spec),
            ...(defaults.has(name) ? { default: defaults.get(name) } : {}),
            ...valueSchema(spec),
          },
        ]),
      ),
    },
  };
}

function descriptionOf(spec: FieldSpec): string {
  const unit =
    'unit' in spec && spec.unit !== undefined ? ` Unit of a bare number: ${spec.unit}.` : '';
  return `Where to find it: ${spec.collect}.${unit}`;
}

function shorthandSchema({ takes, description }: Shorthand): JsonSchema {
  if (takes in fieldTables.hyperv) return listOf(takes as RecordKind, description);
  switch (takes) {
    case 'texts':
      return { description, ...listOrOne({ type: 'string' }) };
    case 'optional-text':
      return { description, type: ['string', 'null'] };
    case 'size':
      return { description, ...NUMBER_OR_TEXT, examples: ['512 GB'] };
    case 'rate':
      return { description, ...NUMBER_OR_TEXT, examples: ['10 Gbps'] };
    default:
      return { description, type: 'string' };
  }
}

const NUMBER_OR_TEXT = { type: ['number', 'string', 'null'], minimum: 0 };

function valueSchema(spec: FieldSpec): JsonSchema {
  switch (spec.kind) {
    case 'boolean':
      return { enum: [true, false, 'yes', 'no', 'on', 'off', 'On', 'Off', null, 'unknown'] };
    case 'count':
      return 'unit' in spec && spec.unit !== undefined
        ? { type: ['integer', 'string', 'null'], minimum: 0 }
        : {
            anyOf: [
              { type: ['integer', 'null'], minimum: 0 },
              { type: 'string', pattern: '^\\s*(?:\\d+|unknown)\\s*$' },
            ],
          };
    case 'amount':
      return NUMBER_OR_TEXT;
    case 'text':
    case 'optional-text':
      return { type: ['string', 'null'] };
    case 'choice':
      return { anyOf: [{ enum: [...spec.values, null, 'unknown'] }, POWERSHELL_NAME] };
    case 'text-list':
    case 'optional-text-list':
      return { ...listOrOne({ type: 'string' }, true) };
    case 'choice-list':
      return { ...listOrOne({ anyOf: [{ enum: [...spec.values] }, POWERSHELL_NAME] }, true) };
  }
}

/** Editors should offer the names of the format; names and numbers of PowerShell are read as well. */
const POWERSHELL_NAME = {
  description: 'The name or number that PowerShell prints.',
  type: ['string', 'integer'],
};

function listOrOne(item: JsonSchema, orNull = false): JsonSchema {
  return {
    anyOf: [{ type: 'array', items: item }, item, ...(orNull ? [{ type: 'null' }] : [])],
  };
}
