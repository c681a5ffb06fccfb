import { createHash } from 'node:crypto';
import type { PlanDatabase } from '../../../electron/app/store/plan-file';

const TABLES = [
  'setting',
  'cluster',
  'host',
  'adapter',
  'virtual_switch',
  'vm',
  'vnic',
  'fact_edit',
  'imported_file',
  'import_problem',
  'import_conflict',
  'waiver',
  'snapshot',
  'snapshot_body',
  'catalogue_row',
];

/** A short name for all that a plan holds, its journal aside. */
export function digestOf(database: PlanDatabase): string {
  const hash = createHash('sha1');
  for (const table of TABLES) {
    hash.update(JSON.stringify(database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()));
  }
  return hash.digest('hex');
}
