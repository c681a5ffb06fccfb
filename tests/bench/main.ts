/** `npm run bench [-- --json] [-- --only ID] [-- --accept]`: all figures of the project in one form. */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { gatheringCases } from './cases/gathering';
import { importCases } from './cases/imports';
import { simulationCases } from './cases/simulations';
import { storeCases } from './cases/store';
import { verdictCases } from './cases/verdicts';
import { acceptVerdicts, wholeEstateCases } from './cases/whole-estate';
import { type BenchCase, type Figure, measure } from './harness';

const cases: readonly BenchCase[] = [
  ...verdictCases,
  ...wholeEstateCases,
  ...gatheringCases,
  ...importCases,
  ...storeCases,
  ...simulationCases,
];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      accept: { type: 'boolean', default: false },
      repeats: { type: 'string', default: '5' },
    },
  });
  if (values.accept) acceptVerdicts();
  const chosen = cases.filter(({ id }) => values.only === undefined || id.startsWith(values.only));
  const figures: Figure[] = [];
  for (const one of chosen) {
    const figure = await measure(one, Number(values.repeats));
    figures.push(figure);
    if (!values.json) console.log(lineOf(figure));
  }
  if (!values.json) return;
  const [cpu] = cpus();
  console.log(
    JSON.stringify(
      {
        format: 'portolan-bench',
        formatVersion: 1,
        machine: {
          processor: cpu?.model ?? 'unknown',
          logicalProcessors: cpus().length,
          memoryBytes: totalmem(),
          node: process.versions.node,
        },
        figures,
      },
      null,
      2,
    ),
  );
}

function lineOf(figure: Figure): string {
  const { median } = figure.milliseconds;
  const rate = Math.round(figure.perSecond).toLocaleString('en');
  return [
    figure.id.padEnd(18),
    `${median.toFixed(1).padStart(9)} ms`,
    `${rate.padStart(12)} ${figure.unit}/s`.padEnd(24),
    `${figure.ratioToControl.toFixed(2).padStart(8)} × control`,
    `  ${figure.title}`,
    ...Object.entries(figure.details).map(
      ([name, value]) => `\n${' '.repeat(20)}${name}: ${Math.round(value * 100) / 100}`,
    ),
  ].join('  ');
}

void main();
