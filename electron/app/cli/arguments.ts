/** Reads arguments strictly: a mistyped option is an answer, not a guess. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { MOVE_KINDS, type MoveKind } from '../../../shared/model/verdict';
import { UsageError } from './io';

type Options = NonNullable<ParseArgsConfig['options']>;

/** @throws UsageError naming the option and where help is */
export function readArguments<const O extends Options>(
  command: string,
  args: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new UsageError(`${reason}.`, helpOn(command), { cause });
  }
}

export function helpOn(command: string): string {
  return `See portolan ${command} --help.`;
}

export function kindOf(text: string | undefined): MoveKind {
  const kind = MOVE_KINDS.find((one) => one === (text ?? 'live'));
  if (kind !== undefined) return kind;
  throw new UsageError(
    `There is no kind of move "${text}".`,
    `The kinds are ${MOVE_KINDS.join(', ')}.`,
  );
}

/** @throws UsageError when the option is missing or empty */
export function required(value: string | undefined, option: string, command: string): string {
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`${option} is missing.`, helpOn(command));
}
