import { firstPlan } from './0010-first-plan';
import { wholeModel } from './0020-whole-model';

export interface Migration {
  readonly number: number;
  readonly sql: string;
}

/** All migrations in order; the last number is the format of a plan written by this program. */
export const migrations: readonly Migration[] = [firstPlan, wholeModel];

export const PLAN_FORMAT = migrations.at(-1)?.number ?? 0;
