/** The form of `portolan sweep --json`; `formatVersion` counts as that of `result-format.ts` does. */
import { z } from 'zod';
import type { JsonValue } from '../../import/json-value';
import { RunReport } from '../spec/result-format';
import { FIGURES } from './conditions';

export const SWEEP_FORMAT = 'portolan-sweep';
export const SWEEP_VERSION = 1;

/** zod's own type of it is not readonly. */
const Value: z.ZodType<JsonValue> = z.json();

const Checked = z.strictObject({
  condition: z.string().describe('As it was written.'),
  figure: z.enum(FIGURES),
  holds: z.boolean(),
  value: z
    .number()
    .nullable()
    .describe('Nanoseconds, a share, or packets per second; null when there is no such figure.'),
});

const Most = z.strictObject({
  pointer: z.string(),
  holds: z.number().nullable().describe('The greatest value found with which all hold.'),
  fails: z.number().nullable().describe('The smallest value found with which not all hold.'),
  tries: z.array(
    z.strictObject({ value: z.number(), holds: z.boolean(), checks: z.array(Checked) }),
  ),
});

export const SweepResult = z
  .strictObject({
    format: z.literal(SWEEP_FORMAT),
    formatVersion: z.literal(SWEEP_VERSION),
    madeAt: z.string().describe('ISO 8601, UTC.'),
    madeBy: z.strictObject({ portolan: z.string() }),
    specification: z.string().describe('Name of the file.'),
    engine: z.string(),
    wallMs: z.number().describe('Time that the engine took for all runs, in milliseconds.'),
    varied: z.array(z.string()).describe('The pointers of --vary.'),
    conditions: z.array(z.string()).describe('The conditions of --while.'),
    runs: z.array(
      z.strictObject({
        values: z.array(Value).describe('What stood at the pointers, in their order.'),
        most: Most.nullable().describe('With --most: what was found, with the tries.'),
        result: RunReport.nullable().describe(
          'The result with these values; with --most, that of the greatest value that holds, and null when none does.',
        ),
      }),
    ),
  })
  .meta({ title: 'Output of portolan sweep --json' });
export type SweepResult = z.infer<typeof SweepResult>;
export type SweepRun = SweepResult['runs'][number];

export function sweepJsonSchema(): object {
  return z.toJSONSchema(SweepResult);
}
