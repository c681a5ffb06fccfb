/** One file with the output of commands in a format other than JSON. */
import type { ImportedFile } from '../../../shared/model/import';
import type { TextPieces } from './decode-text';
import type { FileContents } from './file-contents';
import type { FileProblems } from './file-problems';
import { cmdletNamed } from './hyperv/cmdlets';
import type { Gatherer } from './hyperv/gather';
import type { RecordView } from './hyperv/record-view';
import { cmdletOfTypes } from './hyperv/type-names';
import type { InputFile } from './input-file';
import { shortText } from './json-value';
import type { ImportLimits } from './limits';
import type { ProblemLog } from './problems';
import type { RecordStep } from './record-step';
import { RecordTaker } from './record-taker';
import { steadily } from './steadily';

export interface CommandSource {
  readonly file: InputFile;
  readonly format: Exclude<ImportedFile['format'], 'collector' | 'inventory' | 'unrecognised'>;
  readonly pieces: TextPieces;
  readonly problems: FileProblems;
}

export interface ReadingEnd {
  readonly shortenedStrings: number;
  readonly lostReferences: number;
}

/** Steps between two breaths at most. */
const STEPS_PER_YIELD = 50;

/** Gathers what a reader hands out. Yields the bytes done. */
export function* readCommandFile(
  { file, format, pieces, problems }: CommandSource,
  reading: Generator<RecordStep, ReadingEnd>,
  gatherer: Gatherer,
  limits: ImportLimits,
  log: ProblemLog,
): Generator<number, FileContents> {
  const taker = new RecordTaker(file.name, problems, limits, log);
  const records: RecordView[] = [];
  let isWhole = true;
  taker.onScalar = (item, where) => {
    isWhole = false;
    problems.add(
      where,
      shortText(item),
      'a record',
      'lost',
      'A plain value stands where a record was expected, and was left out; export whole objects, without selecting a single value.',
    );
  };
  let next = reading.next();
  for (let since = 1; !next.done; since += 1) {
    const step = next.value;
    if (step.kind === 'record') {
      if (taker.hasRoom(step.line)) {
        const told = cmdletOfTypes(step.types);
        // The class is sure: it is not weighed against the properties.
        const named =
          told === null
            ? step.key === null
              ? taker.named
              : cmdletNamed(step.key)
            : { ...told, signatures: [] };
        taker.take(step.value, `line ${step.line}`, step.line, named, records);
      } else isWhole = false;
    } else if (step.kind === 'fault') {
      if (step.cost !== 'nothing') isWhole = false;
      problems.recordFault(step, format);
    }
    if (step.kind === 'progress' || since % STEPS_PER_YIELD === 0) yield pieces.bytesDone;
    next = reading.next();
  }
  const { lostReferences, shortenedStrings } = next.value;
  let host: string | null = null;
  let cmdlets: readonly string[] = [];
  if (records.length > 0 || (taker.named !== null && isWhole)) {
    const gathering = gatherer.addCommandFile(file.name, records, isWhole);
    ({ host, cmdlets } = yield* steadily(gathering, pieces.bytesDone));
  }
  const isRecognised = cmdlets.length > 0;
  problems.lostReferences(lostReferences);
  problems.encoding(pieces);
  problems.text({ joinedBreaks: 0, shortenedStrings });
  if (!isRecognised) problems.unrecognised(file.sizeBytes === 0);
  const summary: ImportedFile = {
    name: file.name,
    format: isRecognised ? format : 'unrecognised',
    host,
    cmdlets,
    recordCount: taker.count,
    sizeBytes: file.sizeBytes,
  };
  return { summary, inventories: [] };
}
