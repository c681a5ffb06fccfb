import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isDefault } from '../../../../electron/domain/import/inventory/defaults-origin';
import type { Fact } from '../../../../shared/fact';
import type { RecordKind } from '../../../../shared/model/estate';
import { fixture, importOf } from '../import-of';
import { COMPUTED_DEFAULTS, formatTables } from './format-tables';

const page = readFileSync(
  fileURLToPath(new URL('../../../../docs/inventory-format.md', import.meta.url)),
  'utf8',
);

describe('the page about the format', () => {
  it('has the tables that the code has', () => {
    expect(page.slice(page.indexOf('### Host'))).toBe(formatTables());
  });

  it('shows the ten lines that are tested', () => {
    expect(page).toContain(`\`\`\`json\n${fixture('inventory/ten-lines.json')}\`\`\``);
  });

  it('speaks of every default that an import gives, and of no other', () => {
    const { estate } = importOf({
      'i.json': {
        portolanInventory: 1,
        hosts: [
          {
            name: 'HV01',
            os: 'Windows Server 2022 Datacenter',
            processor: 'Intel Xeon Gold 6248R',
            iovSupport: true,
            adapters: [
              { name: 'NIC1', model: 'Intel X710' },
              { name: 'NIC2', model: 'Intel X710' },
            ],
            switches: [
              { name: 'a', adapters: ['NIC1', 'NIC2'], iovEnabled: true },
              { name: 'b', switchType: 'private' },
            ],
            vms: [{ name: 'vm', vnics: [{ switchName: 'a' }] }],
          },
        ],
      },
    });
    const given = new Set<string>();
    const put = (kind: RecordKind, facts: Readonly<Record<string, Fact<unknown>>>) => {
      for (const [field, fact] of Object.entries(facts)) {
        const isOfShorthand = fact.state === 'known' && fact.origin.kind === 'derived';
        if (isDefault(fact) || isOfShorthand) given.add(`${kind}.${field}`);
      }
    };
    for (const host of estate.hosts) {
      put('host', host.facts);
      for (const adapter of host.adapters) put('adapter', adapter.facts);
      for (const one of host.switches) put('switch', one.facts);
    }
    for (const vm of estate.vms) {
      put('vm', vm.facts);
      for (const vnic of vm.vnics) put('vnic', vnic.facts);
    }
    expect(COMPUTED_DEFAULTS.filter((field) => !given.has(field))).toEqual([]);
    const told = page.slice(page.indexOf('### Host'));
    const untold = [...given].filter((field) => {
      const row = told.split('\n').find((line) => line.startsWith(`| \`${field.split('.')[1]}\``));
      return row === undefined || row.endsWith('| not known |');
    });
    expect(untold).toEqual([]);
  });
});
