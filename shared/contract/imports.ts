import { z } from 'zod';
import type { ImportedFile, ImportProblem } from '../model/import';
import { JobStarted } from './jobs';
import { IdText, method, modelRecord, Nothing } from './method';

/** A file that the user picked or dropped; the renderer never sees its path. */
export const FileToken = z.strictObject({
  token: IdText,
  name: z.string().max(400),
  sizeBytes: z.number().int().min(0),
});
export type FileToken = z.infer<typeof FileToken>;

/** What the import job ends with. */
export interface ImportOutcome {
  readonly files: readonly ImportedFile[];
  readonly problemCount: number;
  readonly hosts: number;
  readonly vms: number;
  /** Facts that the files disagree about. */
  readonly conflictCount: number;
  /** The state before, kept to compare with; `null` where there was nothing to keep. */
  readonly snapshotId: string | null;
}

export const importMethods = {
  /** Asks for files; an empty list when the user cancels. */
  'imports.pick': method({ request: Nothing, response: z.array(FileToken) }),
  /**
   * Reads the files into the open plan as one edit, as a job (`ImportOutcome`): all that is sound
   * goes in, what is not is listed.
   */
  'imports.start': method({
    request: z.strictObject({ tokens: z.array(IdText).min(1).max(5000) }),
    response: JobStarted,
    errors: ['plan.not-open', 'plan.read-only', 'file.unreadable', 'file.too-large'],
  }),
  'imports.files': method({
    request: Nothing,
    response: z.array(
      modelRecord<ImportedFile & { readonly importedAt: string }>('name', 'format', 'importedAt'),
    ),
    errors: ['plan.not-open'],
  }),
  'imports.problems': method({
    request: z.strictObject({
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(1000),
    }),
    response: z.strictObject({
      total: z.number().int(),
      problems: z.array(modelRecord<ImportProblem>('file', 'place', 'message', 'severity')),
    }),
    errors: ['plan.not-open'],
  }),
};
