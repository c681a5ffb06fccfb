import { z } from 'zod';
import { MOVE_KINDS, type PairVerdict, type PlanTotals, type VmSummary } from '../model/verdict';
import { JobStarted } from './jobs';
import { IdText, method, modelRecord } from './method';

const Kind = z.enum(MOVE_KINDS);

/** Partial results of `verdicts.summarise-start`: VMs as they are done, in the order of the index. */
export type SummaryChunk = readonly VmSummary[];
/** What the summarising job ends with. */
export interface SummaryResult {
  readonly totals: PlanTotals;
  readonly revision: number;
}

export const verdictMethods = {
  /** The part of the matrix in view: one byte per cell (`cell.ts`), row by row. */
  'verdicts.window': method({
    request: z.strictObject({
      kind: Kind,
      vmIds: z.array(IdText).min(1).max(256),
      hostIds: z.array(IdText).min(1).max(256),
    }),
    response: z.strictObject({
      revision: z.number().int(),
      cells: z.instanceof(Uint8Array),
    }),
    errors: ['plan.not-open', 'verdict.unknown-vm', 'verdict.unknown-host'],
  }),
  /** Everything about one VM on one host; the VM's own host answers with its present paths. */
  'verdicts.pair': method({
    request: z.strictObject({ vmId: IdText, hostId: IdText }),
    response: modelRecord<PairVerdict>('vmId', 'targetHostId', 'kinds', 'vnics', 'findings'),
    errors: ['plan.not-open', 'verdict.unknown-vm', 'verdict.unknown-host'],
  }),
  /** Counts outcomes of every VM over its hosts, as a job (`SummaryChunk`, `SummaryResult`). */
  'verdicts.summarise-start': method({
    request: z.strictObject({ kind: Kind }),
    response: JobStarted,
    errors: ['plan.not-open'],
  }),
};
