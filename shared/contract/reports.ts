import { z } from 'zod';
import { MOVE_KINDS } from '../model/verdict';
import { JobStarted } from './jobs';
import { method } from './method';

export const REPORT_FORMATS = ['html', 'pdf', 'json', 'csv', 'csv-findings'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What the file of a format is called after its name. */
export function reportExtension(format: ReportFormat): string {
  return format === 'csv-findings' ? 'csv' : format;
}

/** What the report job ends with; `token` reveals the file. */
export interface ReportOutcome {
  readonly fileName: string;
  readonly token: string;
  readonly sizeBytes: number;
}

export const reportMethods = {
  /** Asks where to save, then writes the report as a job; `null` when the user cancels. */
  'reports.start': method({
    request: z.strictObject({ format: z.enum(REPORT_FORMATS), kind: z.enum(MOVE_KINDS) }),
    response: JobStarted.nullable(),
    errors: ['plan.not-open'],
  }),
};
