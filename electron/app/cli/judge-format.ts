/**
 * The form of `portolan judge --json`. The schema is the one truth: the types and the JSON Schema
 * that people get come from it. `formatVersion` counts up when a reader of the old form would
 * misread the new one; new properties alone do not count.
 */
import { z } from 'zod';
import { UNKNOWN_REASONS } from '../../../shared/fact';
import { assumptionTable } from '../../../shared/model/assumptions';
import { RECORD_KINDS } from '../../../shared/model/estate';
import { FILE_FORMATS, PROBLEM_SEVERITIES } from '../../../shared/model/import';
import {
  CONFIDENCES,
  DATAPATHS,
  MOVE_KINDS,
  OUTCOMES,
  RULE_SCOPES,
} from '../../../shared/model/verdict';

export const JUDGE_FORMAT = 'portolan-judge';
export const JUDGE_FORMAT_VERSION = 1;

const RecordKind = z.enum([...RECORD_KINDS, 'derived']);
const Paths = z.array(z.enum(DATAPATHS)).describe('Possible datapaths, best first; one: decided.');

const KindOutcome = z.strictObject({
  outcome: z.enum(OUTCOMES),
  possible: z
    .array(z.enum(OUTCOMES))
    .describe('All outcomes that are possible with what is known.'),
  queued: z.boolean().describe('The move has to wait for others first.'),
  primary: z.string().nullable().describe('Id of the rule that names the cause best.'),
  sentence: z.string(),
});

const Evidence = z.strictObject({
  fact: z.string().describe('For example switch.iovEnabled.'),
  title: z.string(),
  recordKind: RecordKind,
  record: z.string().describe('Name of the host, adapter, switch, VM or vNIC.'),
  value: z.string(),
  origin: z.string().describe('File and field, how it was concluded, or that it was edited.'),
});

const Missing = z.strictObject({
  fact: z.string(),
  title: z.string(),
  recordKind: RecordKind,
  record: z.string(),
  reason: z.enum(UNKNOWN_REASONS),
  collect: z.string().describe('The command that prints it, or where to look.'),
});

const Finding = z.strictObject({
  rule: z.string().describe('Rule id; never renamed, never reused.'),
  title: z.string(),
  result: z.enum(['violated', 'undecided']),
  at: z.enum(['source', 'target', 'move']),
  scope: z.enum(RULE_SCOPES),
  effect: z.strictObject({
    lowers: z.array(z.enum(['sriov', 'vmdq'])).optional(),
    disconnects: z.literal(true).optional(),
    blocks: z.enum(['live', 'live-and-saved', 'all']).optional(),
    queues: z.literal(true).optional(),
    warns: z.literal(true).optional(),
    slows: z.enum(['sriov', 'vmdq']).optional(),
    bypasses: z.literal('sriov').optional(),
  }),
  message: z.string(),
  evidence: z.array(Evidence),
  missing: z.array(Missing),
  remediation: z.string(),
  confidence: z.enum(CONFIDENCES),
  limits: z.string(),
  sources: z.array(z.strictObject({ id: z.string(), title: z.string(), where: z.string() })),
  vnics: z.array(z.string()).describe('Names of the vNICs concerned; empty: the VM as a whole.'),
  waived: z
    .strictObject({ note: z.string(), setAt: z.string() })
    .optional()
    .describe('Set aside in the plan: told, and counts for nothing.'),
});

const VnicPaths = z.strictObject({
  name: z.string(),
  now: Paths,
  nowDecidedBy: z.enum(['host', 'rules']).describe('Reported by the host, or predicted.'),
  there: Paths,
  thereDecidedBy: z.enum(['host', 'rules']),
  disagreement: z.string().optional().describe('The host reports something else than predicted.'),
});

export const JudgeEntry = z.strictObject({
  vm: z.string(),
  vmId: z.string(),
  from: z.string().nullable().describe('Name of the present host; null: not known.'),
  fromId: z.string().nullable(),
  to: z.string(),
  toId: z.string(),
  here: z.boolean().describe('True for the host that the VM is on now.'),
  outcomes: z.strictObject({ live: KindOutcome, quick: KindOutcome, offline: KindOutcome }),
  vnics: z.array(VnicPaths),
  findings: z.array(Finding).describe('Everything violated or undecided, worst first.'),
  fine: z.array(z.string()).describe('Ids of rules that were checked and hold.'),
});

const Input = z.strictObject({
  name: z.string(),
  format: z.enum(FILE_FORMATS),
  host: z.string().nullable(),
  sizeBytes: z.number(),
  recordCount: z.number(),
  sha256: z.string(),
});

const Problem = z.strictObject({
  file: z.string(),
  place: z.string(),
  found: z.string(),
  expected: z.string(),
  severity: z.enum(PROBLEM_SEVERITIES),
  message: z.string(),
});

const assumptionChoices = Object.fromEntries(
  Object.entries(assumptionTable).map(([name, { title, choices }]) => [
    name,
    z.enum(Object.keys(choices) as [string, ...string[]]).describe(title),
  ]),
);

const JudgeHeadFields = {
  format: z.literal(JUDGE_FORMAT),
  formatVersion: z.literal(JUDGE_FORMAT_VERSION),
  madeAt: z.string().describe('ISO 8601, UTC.'),
  madeBy: z.strictObject({
    portolan: z.string(),
    rules: z.string(),
    ruleCount: z.number(),
    catalogue: z.string(),
  }),
  source: z.strictObject({
    kind: z.enum(['plan', 'files']),
    name: z.string(),
    inputs: z.array(Input),
  }),
  assumptions: z.strictObject(assumptionChoices),
  problems: z.array(Problem).describe('What was wrong with the files.'),
  kind: z.enum(MOVE_KINDS).describe('The kind that summary and require speak of.'),
};

const JudgeTailFields = {
  summary: z.strictObject({
    hosts: z.number(),
    vms: z.number(),
    byPortability: z.record(
      z.enum(['portable', 'falls-back', 'blocked', 'undecided', 'alone']),
      z.number(),
    ),
    moves: z.record(z.enum(OUTCOMES), z.number()).describe('VM × other host, by outcome.'),
  }),
  require: z
    .strictObject({
      conditions: z.array(z.string()),
      holds: z.boolean(),
      broken: z.array(
        z.strictObject({ vm: z.string(), to: z.string(), outcome: z.enum(OUTCOMES) }),
      ),
    })
    .nullable()
    .describe('null without --require.'),
};

export const JudgeDocument = z
  .strictObject({
    ...JudgeHeadFields,
    verdicts: z.array(JudgeEntry).describe('Every VM × host asked about.'),
    ...JudgeTailFields,
  })
  .meta({ title: 'Output of portolan judge --json' });

export type JudgeEntry = z.infer<typeof JudgeEntry>;
export type JudgeDocument = z.infer<typeof JudgeDocument>;
export type JudgeHead = Omit<JudgeDocument, 'verdicts' | 'summary' | 'require'>;
export type JudgeTail = Pick<JudgeDocument, 'summary' | 'require'>;

export function judgeJsonSchema(): object {
  return z.toJSONSchema(JudgeDocument);
}
