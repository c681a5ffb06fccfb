/** What is said about a file as a text: its encoding, its JSON, and what stands outside of it. */
import type { ImportedFile, ImportProblem } from '../../../shared/model/import';
import type { TextPieces } from './decode-text';
import type { JsonPath, JsonStep } from './json-stream';
import { shortText } from './json-value';
import type { ImportLimits } from './limits';
import type { ProblemLog } from './problems';
import type { RecordFault } from './record-step';

export class FileProblems {
  readonly #file: string;
  readonly #limits: ImportLimits;
  readonly #log: ProblemLog;

  constructor(file: string, limits: ImportLimits, log: ProblemLog) {
    this.#file = file;
    this.#limits = limits;
    this.#log = log;
  }

  add(
    place: string,
    found: string,
    expected: string,
    severity: ImportProblem['severity'],
    message: string,
  ): void {
    this.#log.add(this.#file, { place, found, expected, severity, message });
  }

  fault(step: Extract<JsonStep, { kind: 'fault' }>): void {
    const where = placeText(step.path);
    const what = where === '' ? '' : ` (${where})`;
    const messages = {
      record: `The record at line ${step.line}${what} is no valid JSON and was left out; the records around it were taken.`,
      rest: `The file ends in the middle of its contents at line ${step.line}${what}; what was complete was taken. Export it again to get the rest.`,
      value: `The text at line ${step.line}${what} is no valid JSON and was skipped; check what is missing after it.`,
      nothing: `A comma is missing at line ${step.line}${what}; the file was read as if it were there.`,
    };
    this.#log.add(
      this.#file,
      {
        place: `line ${step.line}`,
        found: shortText(step.found),
        expected: step.expected,
        severity: step.cost === 'nothing' ? 'doubt' : 'lost',
        message: messages[step.cost],
      },
      `json ${step.cost}`,
    );
  }

  /** The same for the formats that have no paths inside a record. */
  recordFault(step: RecordFault, format: ImportedFile['format']): void {
    const { line } = step;
    const language = format === 'cmdlet-clixml' ? 'XML' : format === 'cmdlet-csv' ? 'CSV' : 'list';
    const messages = {
      record: `The record at line ${line} is damaged (${language}) and was left out; the records around it were taken. Export it again.`,
      rest: `The file cannot be read beyond line ${line}; what was complete before was taken. Export it again to get the rest.`,
      value: `The text at line ${line} is no ${language} of an export and was skipped; check what is missing after it.`,
      nothing: `The text at line ${line} is unusual, and was read as it was meant.`,
    };
    this.#log.add(
      this.#file,
      {
        place: `line ${line}`,
        found: shortText(step.found),
        expected: step.expected,
        severity: step.cost === 'nothing' ? 'doubt' : 'lost',
        message: messages[step.cost],
      },
      `${language} ${step.cost}`,
    );
  }

  lostReferences(count: number): void {
    if (count === 0) return;
    this.add(
      'the whole file',
      `${count} references to objects that are not there`,
      'the objects themselves',
      'doubt',
      'Some objects point to others that the file does not hold, so what they say of them stays unknown; export one command per file.',
    );
  }

  encoding(pieces: TextPieces): void {
    if (pieces.isGuess) {
      this.add(
        'the whole file',
        'bytes that are no UTF-8',
        'UTF-8 or UTF-16',
        'doubt',
        `The file was read as ${pieces.encoding === 'oem-850' ? 'code page 850' : 'Windows-1252'}, so letters beyond A to Z in names may be wrong; export it again with -Encoding UTF8.`,
      );
    }
    if (pieces.damagedBytes > 0) {
      this.add(
        'the whole file',
        `${pieces.damagedBytes} bytes that are no characters`,
        'valid UTF-8',
        'doubt',
        'Some bytes of the file are damaged or in another encoding; names with a replacement character are not to be trusted. Export it again.',
      );
    }
  }

  text(text: { readonly joinedBreaks: number; readonly shortenedStrings: number }): void {
    if (text.joinedBreaks > 0) {
      this.add(
        'the whole file',
        `${text.joinedBreaks} line breaks inside values`,
        'values on one line',
        'doubt',
        'A console had wrapped the output; the line breaks inside values were removed. Export with Out-File -Width 8000 or Set-Content to be sure.',
      );
    }
    if (text.shortenedStrings > 0) {
      this.add(
        'the whole file',
        `${text.shortenedStrings} texts that are too long`,
        `texts of at most ${this.#limits.maxStringLength} characters`,
        'doubt',
        'Very long texts were cut off.',
      );
    }
  }

  /** @param isRecognised  whether something else in the file was read */
  stray(first: { readonly line: number; readonly text: string }, isRecognised: boolean): void {
    const advice =
      /^\S+ +\S+/.test(first.text) && !/[{}[\]]/.test(first.text)
        ? 'It looks like a table as the console shows it'
        : 'It is no JSON';
    this.add(
      `line ${first.line}`,
      shortText(first.text),
      'JSON',
      isRecognised ? 'doubt' : 'lost',
      isRecognised
        ? 'Lines outside the JSON, such as warnings or a prompt, were left out.'
        : `Nothing was taken from the file. ${advice}; export with ConvertTo-Json -Depth 4 instead.`,
    );
  }

  /** A file that is no text. @param format  "a ZIP archive" */
  foreign(format: string, advice: string): void {
    this.add(
      'the whole file',
      format,
      'text that commands or the collector wrote, or an inventory',
      'lost',
      `The file is ${format}; ${advice}.`,
    );
  }

  unrecognised(isEmpty: boolean): void {
    if (this.#log.hasProblemOf(this.#file)) return;
    this.add(
      'the whole file',
      isEmpty ? 'an empty file' : 'no record of a known kind',
      'output of the collector, of PowerShell commands, or an inventory',
      'lost',
      isEmpty
        ? 'The file is empty and its name does not say which command found nothing; name it after host and command, as in HV07.Get-Cluster.json.'
        : 'Nothing in the file was recognised; export the output of commands with ConvertTo-Json -Depth 4, or start an inventory with "portolanInventory": 1.',
    );
  }
}

/** `sections.Get-VM.records[3].Name` */
export function placeText(path: JsonPath): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`,
    )
    .join('');
}
