import { firstPlan } from './0010-first-plan';

export interface Migration {
  readonly number: number;
  readonly sql: string;
}

/** All migrations in order; the last number is the format of a plan written by this program. */
export const migrations: readonly Migration[] = [firstPlan];

export const PLAN_FORMAT = migrations.at(-1)?.number ?? 0;
