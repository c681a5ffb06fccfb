import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { visibleText } from '../../../shared/format/visible-text';
import { isJsonObject, type JsonValue } from '../../domain/import/json-value';
import { readSpecification } from '../../domain/simulator/spec/read-specification';
import { reportRun } from '../../domain/simulator/spec/report-run';
import {
  RESULT_FORMAT,
  RESULT_VERSION,
  type SimulationResult,
} from '../../domain/simulator/spec/result-format';
import { MADE_BY } from '../report-files/made-by';
import { readArguments } from './arguments';
import type { CommandIo, ExitCode } from './io';
import { engineOf, runSimulation, seedOf } from './run-simulation';
import { simulationText } from './simulation-text';
import { readSpecificationFile, refuseProblems } from './specification-file';

/** `portolan simulate`: runs a specification, and tells what became of the packets. */
export async function simulateCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments('simulate', args, {
    json: { type: 'boolean' },
    out: { type: 'string' },
    seed: { type: 'string' },
    engine: { type: 'string' },
  });
  const engine = engineOf(values.engine);
  const seed = seedOf(values.seed);
  const isJson = values.json === true;
  const { name, document, problems } = await readSpecificationFile(io, 'simulate', positionals);
  if (document === undefined) return refuseProblems(io, name, problems, isJson);
  const read = readSpecification(withSeed(document, seed));
  const all = [...problems, ...read.problems];
  const { simulation } = read;
  if (simulation === null || 0 < all.length) return refuseProblems(io, name, all, isJson);

  const { result, wallMs } = await runSimulation(
    io,
    engine,
    simulation.network,
    `Simulating ${name}`,
  );
  const answer: SimulationResult = {
    format: RESULT_FORMAT,
    formatVersion: RESULT_VERSION,
    madeAt: io.now().toISOString(),
    madeBy: { portolan: MADE_BY.appVersion },
    specification: name,
    engine,
    wallMs,
    packetsPerWallS: Math.round((result.packets / wallMs) * 1000),
    ...reportRun(simulation, result),
  };
  const json = `${JSON.stringify(answer, null, 2)}\n`;
  if (values.out !== undefined) await writeFile(resolve(io.folder, values.out), json);
  await io.out(isJson ? json : visibleText(simulationText(answer)));
  return 0;
}

/** What is no object is the reader's to refuse. */
export function withSeed(document: JsonValue, seed: number | null): JsonValue {
  return seed === null || !isJsonObject(document) ? document : { ...document, seed };
}
