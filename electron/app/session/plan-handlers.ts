/** Answers to the questions about the open plan, by method name; gathered from `handlers/`. */
import { catalogueMethods } from './handlers/catalogue';
import { conflictMethods } from './handlers/conflicts';
import { estateMethods } from './handlers/estate';
import { estateTableMethods } from './handlers/estate-tables';
import { importMethods } from './handlers/imports';
import { planMethods } from './handlers/plan';
import { snapshotMethods } from './handlers/snapshots';
import { verdictMethods } from './handlers/verdicts';
import { waiverMethods } from './handlers/waivers';

export const planHandlers = {
  ...planMethods,
  ...estateMethods,
  ...estateTableMethods,
  ...importMethods,
  ...conflictMethods,
  ...snapshotMethods,
  ...verdictMethods,
  ...waiverMethods,
  ...catalogueMethods,
};

export type PlanMethod = keyof typeof planHandlers;
export const PLAN_METHODS = Object.keys(planHandlers) as readonly PlanMethod[];
