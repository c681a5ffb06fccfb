/**
 * The form of `portolan compare --json`; `formatVersion` counts as that of `judge-format.ts` does.
 * The lists are bounded, the totals beside them are not.
 */
import { z } from 'zod';
import { RECORD_KINDS } from '../../../shared/model/estate';
import { DATAPATHS, MOVE_KINDS, OUTCOMES } from '../../../shared/model/verdict';

export const COMPARE_FORMAT = 'portolan-compare';
export const COMPARE_FORMAT_VERSION = 1;

const State = z.strictObject({ kind: z.enum(['plan', 'files']), name: z.string() });

const ComparedRecord = z.strictObject({
  kind: z.enum(RECORD_KINDS),
  id: z.string(),
  name: z.string(),
  owner: z
    .strictObject({ kind: z.enum(['host', 'vm']), id: z.string(), name: z.string() })
    .nullable()
    .describe('The host of an adapter or a switch, the VM of a virtual adapter.'),
  isThere: z.boolean().describe('False for what only the state before has.'),
});

const FactSide = z.strictObject({
  value: z.string().nullable().describe('null: unknown.'),
  origin: z.string().describe('Where it came from, or why it is unknown.'),
});

const VerdictSide = z.strictObject({
  outcome: z.enum([...OUTCOMES, 'here']),
  path: z.enum(DATAPATHS).nullable().describe('Worst path over the vNICs; null: no vNIC.'),
});

const Trend = z.enum(['better', 'worse', 'open', 'level']);

export const CompareDocument = z
  .strictObject({
    format: z.literal(COMPARE_FORMAT),
    formatVersion: z.literal(COMPARE_FORMAT_VERSION),
    madeAt: z.string().describe('ISO 8601, UTC.'),
    madeBy: z.strictObject({ portolan: z.string(), rules: z.string(), catalogue: z.string() }),
    before: State,
    after: State,
    kind: z.enum(MOVE_KINDS).describe('The kind of move that the verdicts are about.'),
    records: z.strictObject({
      added: z.number(),
      gone: z.number(),
      moved: z.number(),
      entries: z.array(
        z.strictObject({
          change: z.enum(['added', 'gone', 'moved']),
          record: ComparedRecord,
          from: z.string().nullable().describe('Host of a VM, cluster of a host.'),
          to: z.string().nullable(),
        }),
      ),
    }),
    facts: z.strictObject({
      total: z.number(),
      entries: z.array(
        z.strictObject({
          record: ComparedRecord,
          field: z.string(),
          title: z.string(),
          before: FactSide,
          after: FactSide,
        }),
      ),
    }),
    verdicts: z.strictObject({
      compared: z.number().describe('Pairs of VM and host that both states have.'),
      total: z.number(),
      better: z.number(),
      worse: z.number(),
      groups: z.array(
        z.strictObject({
          before: VerdictSide,
          after: VerdictSide,
          trend: Trend,
          count: z.number(),
        }),
      ),
      entries: z.array(
        z.strictObject({
          vmId: z.string(),
          vmName: z.string(),
          hostId: z.string(),
          hostName: z.string(),
          before: VerdictSide,
          after: VerdictSide,
          trend: Trend,
        }),
      ),
    }),
  })
  .meta({ title: 'Output of portolan compare --json' });

export type CompareDocument = z.infer<typeof CompareDocument>;

export function compareJsonSchema(): object {
  return z.toJSONSchema(CompareDocument);
}
