import { z } from 'zod';
import type { RuleDescription } from '../model/verdict';
import { method, modelRecord, Nothing } from './method';

export const ruleMethods = {
  /** Every rule with what it says, in the order in which causes are named. */
  'rules.list': method({
    request: Nothing,
    response: z.array(modelRecord<RuleDescription>('ruleId', 'title', 'scope', 'effect')),
  }),
};
