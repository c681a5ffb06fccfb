/** The document tells every default that depends on other values, and no other. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CONSTANT_DEFAULTS } from '../../../../electron/domain/import/inventory/constant-defaults';
import { isDefault } from '../../../../electron/domain/import/inventory/defaults-origin';
import type { Fact } from '../../../../shared/fact';
import { importOf } from '../import-of';

const text = readFileSync('docs/inventory-format.md', 'utf8');
const told = [...text.matchAll(/^\| `([a-z]+\.[A-Za-z]+)` \|/gm)].map((match) => match[1]);

const { estate } = importOf({
  'i.json': {
    portolanInventory: 1,
    hosts: [
      {
        name: 'HV01',
        os: 'Windows Server 2022 Datacenter',
        iovSupport: true,
        adapters: [
          { name: 'NIC1', model: 'Intel X710' },
          { name: 'NIC2', model: 'Intel X710' },
        ],
        switches: [
          { name: 'a', adapters: ['NIC1', 'NIC2'], iovEnabled: true },
          { name: 'b', switchType: 'private' },
        ],
        vms: [{ name: 'vm', vnics: [{ switchName: 'a', iovWeight: 100 }] }],
      },
    ],
  },
});

function defaultsOf(
  kind: keyof typeof CONSTANT_DEFAULTS,
  facts: Readonly<Record<string, Fact<unknown>>>,
) {
  const constant = new Set(
    (CONSTANT_DEFAULTS[kind] as readonly (readonly [string, unknown, string])[]).map(
      ([field]) => field,
    ),
  );
  return Object.entries(facts)
    .filter(([field, fact]) => isDefault(fact) && !constant.has(field))
    .map(([field]) => `${kind}.${field}`);
}

it('docs/inventory-format.md has a row for every default that depends on other values', () => {
  const given = new Set([
    ...estate.hosts.flatMap((host) => [
      ...defaultsOf('host', host.facts),
      ...host.adapters.flatMap((adapter) => defaultsOf('adapter', adapter.facts)),
      ...host.switches.flatMap((one) => defaultsOf('switch', one.facts)),
    ]),
    ...estate.vms.flatMap((vm) => [
      ...defaultsOf('vm', vm.facts),
      ...vm.vnics.flatMap((vnic) => defaultsOf('vnic', vnic.facts)),
    ]),
  ]);
  expect([...told].sort()).toEqual([...given].sort());
});
