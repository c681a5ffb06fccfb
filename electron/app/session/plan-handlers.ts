/** Answers to the questions about the open plan, by method name; gathered from `handlers/`. */
import { estateMethods } from './handlers/estate';
import { importMethods } from './handlers/imports';
import { planMethods } from './handlers/plan';
import { verdictMethods } from './handlers/verdicts';

export const planHandlers = {
  ...planMethods,
  ...estateMethods,
  ...importMethods,
  ...verdictMethods,
};

export type PlanMethod = keyof typeof planHandlers;
export const PLAN_METHODS = Object.keys(planHandlers) as readonly PlanMethod[];
