/** Commands that need no input: schemas and the collector. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { inventoryJsonSchema } from '../../domain/import/inventory/schema';
import { simulationJsonSchema } from '../../domain/simulator/spec/network-form';
import { simulationResultJsonSchema } from '../../domain/simulator/spec/result-format';
import { sweepJsonSchema } from '../../domain/simulator/sweep/sweep-format';
import { COLLECTOR_NAME, collectorText } from '../collector';
import { readArguments } from './arguments';
import { compareJsonSchema } from './compare-format';
import { type CommandIo, type ExitCode, UsageError } from './io';
import { judgeJsonSchema } from './judge-format';

const SCHEMAS: Readonly<Record<string, () => object>> = {
  inventory: inventoryJsonSchema,
  judge: judgeJsonSchema,
  compare: compareJsonSchema,
  simulation: simulationJsonSchema,
  'simulation-result': simulationResultJsonSchema,
  sweep: sweepJsonSchema,
};

/** `portolan schema`: the JSON Schema of a form that people write or read. */
export async function schemaCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { positionals } = readArguments('schema', args, {});
  const [name, ...rest] = positionals;
  const schema = name === undefined || !Object.hasOwn(SCHEMAS, name) ? undefined : SCHEMAS[name];
  if (schema === undefined || 0 < rest.length) {
    throw new UsageError(
      name === undefined ? 'No schema is named.' : `There is no schema "${positionals.join(' ')}".`,
      `The schemas are ${Object.keys(SCHEMAS).join(', ')}.`,
    );
  }
  await io.out(`${JSON.stringify(schema(), null, 2)}\n`);
  return 0;
}

/** `portolan collector`: the PowerShell script, to read and to run on a host. */
export async function collectorCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments('collector', args, { out: { type: 'string' } });
  if (0 < positionals.length) {
    throw new UsageError(
      `"${positionals[0]}" is not understood.`,
      `To save the script: portolan collector --out ${COLLECTOR_NAME}`,
    );
  }
  if (values.out === undefined || values.out === '-') {
    await io.out(collectorText);
    return 0;
  }
  const path = resolve(io.folder, values.out);
  await writeFile(path, collectorText);
  await io.out(`${path}\n`);
  return 0;
}
