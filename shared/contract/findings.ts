import { z } from 'zod';
import { MOVE_KINDS } from '../model/verdict';
import { JobStarted } from './jobs';
import { method } from './method';

export const findingsMethods = {
  /**
   * Gathers all findings of the plan by root cause, as a job: `Findings` at its end, and what was
   * counted so far in between. It is cancelled when the plan changes: what it gathered is old.
   */
  'findings.start': method({
    request: z.strictObject({ kind: z.enum(MOVE_KINDS) }),
    response: JobStarted,
    errors: ['plan.not-open'],
  }),
};
