import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ENGINES } from '../../domain/simulator/engines';
import { FULL_THEORY_RUN, type TheoryRun } from '../../domain/simulator/validation/run-theory';
import { type Validation, validate } from '../../domain/simulator/validation/validate';
import { validationPage } from '../../domain/simulator/validation/validation-page';
import { MADE_BY } from '../report-files/made-by';
import { helpOn, readArguments } from './arguments';
import { type CommandIo, type ExitCode, UsageError } from './io';
import { engineOf, runWatched } from './run-simulation';
import { textTable } from './text-table';

export const VALIDATION_FORMAT = 'portolan-validation';
/** Counts up when a reader of the old form would misread the new one. */
export const VALIDATION_FORMAT_VERSION = 1;

/** `portolan validate`: the engine against theory and published tables, row by row. */
export async function validateCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments('validate', args, {
    json: { type: 'boolean' },
    page: { type: 'boolean' },
    out: { type: 'string' },
    engine: { type: 'string' },
    scale: { type: 'string' },
    replications: { type: 'string' },
  });
  if (0 < positionals.length) {
    throw new UsageError(`"${positionals[0]}" is not understood.`, helpOn('validate'));
  }
  const engine = engineOf(values.engine);
  const run: TheoryRun = {
    ...FULL_THEORY_RUN,
    scale: numberIn(values.scale, '--scale', FULL_THEORY_RUN.scale, [0.01, 100]),
    replications: Math.round(
      numberIn(values.replications, '--replications', FULL_THEORY_RUN.replications, [1, 1000]),
    ),
  };
  const how = `engine ${engine}, ${run.replications} replications, ${run.scale} of full length, seed ${run.seed}`;
  const validation = await runWatched(io, validate(ENGINES[engine], run), 'Validating');
  const text =
    values.json === true
      ? `${JSON.stringify(documentOf(validation, how), null, 2)}\n`
      : values.page === true
        ? validationPage(validation, how)
        : textOf(validation);
  if (values.out !== undefined) await writeFile(resolve(io.folder, values.out), text);
  else await io.out(text);
  return 0;
}

function documentOf({ theory, published }: Validation, how: string) {
  return {
    format: VALIDATION_FORMAT,
    formatVersion: VALIDATION_FORMAT_VERSION,
    madeBy: { portolan: MADE_BY.appVersion },
    how,
    rows: [...theory, ...published],
  };
}

function textOf({ theory, published }: Validation): string {
  const rows = [...theory, ...published];
  const lines = textTable(
    ['row', 'kind', 'published', 'simulated', 'error', 'in band'],
    rows.map(({ id, kind, published: figure, simulated, error, inBand }) => [
      id,
      kind,
      typeof figure === 'number' ? digits(figure) : figure.map(digits).join('–'),
      digits(simulated),
      `${(error * 100).toFixed(1)} %`,
      inBand ? 'yes' : 'NO',
    ]),
  );
  const missed = rows.filter(({ inBand }) => !inBand).length;
  return `${[...lines, '', `${rows.length - missed} of ${rows.length} rows are in their band.`].join('\n')}\n`;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(5)));
}

/** @throws UsageError when it is no number, or not in the range */
function numberIn(
  text: string | undefined,
  option: string,
  usual: number,
  [low, high]: readonly [number, number],
): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (text.trim() !== '' && low <= value && value <= high) return value;
  throw new UsageError(
    `${option} is “${text}”.`,
    `${option} wants a number from ${low} to ${high}.`,
  );
}
