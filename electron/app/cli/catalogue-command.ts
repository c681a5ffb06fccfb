/** `portolan catalogue`: what Portolan knows about hardware, guests and releases. */
import { counted } from '../../../shared/format/plural';
import { visibleText } from '../../../shared/format/visible-text';
import {
  CATALOGUE_TABLES,
  type CatalogueTable,
  type CatalogueTableName,
} from '../../../shared/model/catalogue';
import { catalogueTable, catalogueUses } from '../../domain/catalogue/browse';
import { SHIPPED_CATALOGUE } from '../../domain/catalogue/catalogue';
import { helpOn, readArguments } from './arguments';
import { type CommandIo, type ExitCode, UsageError } from './io';

export async function catalogueCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments('catalogue', args, {
    search: { type: 'string' },
    json: { type: 'boolean' },
  });
  const [name, ...rest] = positionals;
  const words = (values.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const asked =
    name === undefined ? CATALOGUE_TABLES : CATALOGUE_TABLES.filter((one) => one === name);
  if (asked.length === 0 || 0 < rest.length) {
    throw new UsageError(
      `There is no table "${positionals.join(' ')}".`,
      `The tables are ${CATALOGUE_TABLES.join(', ')}. ${helpOn('catalogue')}`,
    );
  }
  const tables = asked.map((one) => found(one, words));
  if (values.json === true) {
    await io.out(`${JSON.stringify(documentOf(tables), null, 2)}\n`);
    return 0;
  }
  const isOverview = name === undefined && words.length === 0;
  for (const table of tables) {
    if (isOverview) {
      await io.out(
        `${table.name.padEnd(24)}${counted(table.rows.length, 'row')}: ${table.about}\n`,
      );
    } else if (0 < table.rows.length || name !== undefined) {
      await io.out(visibleText(textOf(table)));
    }
  }
  if (!isOverview && tables.every(({ rows }) => rows.length === 0)) {
    await io.out('No row has all these words.\n');
  }
  return 0;
}

function found(name: CatalogueTableName, words: readonly string[]): CatalogueTable {
  const nobody = catalogueUses({ clusters: [], hosts: [], vms: [] }, SHIPPED_CATALOGUE);
  const table = catalogueTable(name, SHIPPED_CATALOGUE, nobody);
  const rows = table.rows.filter(({ cells }) => {
    const text = cells.join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return { ...table, rows };
}

function documentOf(tables: readonly CatalogueTable[]) {
  return {
    format: 'portolan-catalogue',
    formatVersion: 1,
    version: SHIPPED_CATALOGUE.version,
    tables: tables.map(({ name, title, columns, rows }) => ({
      name,
      title,
      columns: columns.map(({ key, title: words, kind, unit }) => ({
        key,
        title: words,
        kind,
        unit,
      })),
      rows: rows.map(({ cells }) =>
        Object.fromEntries(
          columns.map(({ key }, at) => [key, cells[at] === '' ? null : cells[at]]),
        ),
      ),
    })),
  };
}

function textOf({ title, columns, rows }: CatalogueTable): string {
  const blocks = rows.map(({ cells }) => {
    const lines = columns.flatMap(({ title: words, unit }, at) => {
      const cell = cells[at] ?? '';
      if (cell === '' || at === 0) return [];
      return [`  ${words}: ${cell}${unit === null ? '' : ` ${unit}`}`];
    });
    return [cells[0] ?? '', ...lines].join('\n');
  });
  return `${[`${title}: ${counted(rows.length, 'row')}`, ...blocks].join('\n\n')}\n`;
}
