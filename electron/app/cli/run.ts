/** The command line as a function: arguments in, text out, exit code back. */
import { Refusal } from '../../../shared/fault';
import { visibleText } from '../../../shared/format/visible-text';
import { toFault } from '../log';
import { MADE_BY } from '../report-files/made-by';
import { Cancelled } from '../session/steps';
import { anonymiseCommand } from './anonymise-command';
import { catalogueCommand } from './catalogue-command';
import { compareCommand } from './compare-command';
import { demoCommand } from './demo-command';
import { findingsCommand } from './findings-command';
import { COMMAND_HELP, HELP } from './help';
import { importCommand } from './import-command';
import { type CommandIo, type ExitCode, UsageError } from './io';
import { judgeCommand } from './judge-command';
import { reportCommand } from './report-command';
import { simulateCommand } from './simulate-command';
import { collectorCommand, schemaCommand } from './small-commands';
import { sweepCommand } from './sweep-command';
import { validateCommand } from './validate-command';

type Command = (io: CommandIo, args: readonly string[]) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, Command>> = {
  import: importCommand,
  judge: judgeCommand,
  findings: findingsCommand,
  compare: compareCommand,
  report: reportCommand,
  simulate: simulateCommand,
  sweep: sweepCommand,
  validate: validateCommand,
  catalogue: catalogueCommand,
  anonymise: anonymiseCommand,
  schema: schemaCommand,
  collector: collectorCommand,
  demo: demoCommand,
};

/** @param args  what stands after the program's name */
export async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  try {
    return await dispatch(args, io);
  } catch (thrown) {
    if (thrown instanceof Cancelled) {
      io.err('portolan: Stopped; nothing was written.\n');
      return 130;
    }
    const { message, next } = complaintOf(thrown, args[0] ?? '');
    io.err(`portolan: ${visibleText(message)}\n`);
    if (next !== '') io.err(`${visibleText(next)}\n`);
    return 2;
  }
}

async function dispatch([name, ...args]: readonly string[], io: CommandIo): Promise<ExitCode> {
  if (name === '--version' || name === '-V') {
    await io.out(
      `Portolan ${MADE_BY.appVersion} (rules ${MADE_BY.rulesVersion}, catalogue ${MADE_BY.catalogueVersion})\n`,
    );
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await io.out(COMMAND_HELP[args[0] ?? ''] ?? HELP);
    if (name !== undefined) return 0;
    io.err('portolan: no command is named.\n');
    return 2;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    throw new UsageError(
      `There is no command "${name}".`,
      `The commands are ${Object.keys(COMMANDS).join(', ')}; see portolan --help.`,
    );
  }
  if (args.includes('--help') || args.includes('-h')) {
    await io.out(COMMAND_HELP[name] ?? HELP);
    return 0;
  }
  return command(io, args);
}

function complaintOf(thrown: unknown, doing: string): { message: string; next: string } {
  if (thrown instanceof UsageError) return thrown;
  if (thrown instanceof Refusal) return thrown.fault;
  return toFault(thrown, doing);
}
