/** `--assume`: other answers to the questions that the documents leave open, for one call. */
import {
  ASSUMPTION_NAMES,
  type Assumptions,
  assumptionTable,
} from '../../../shared/model/assumptions';
import { UsageError } from './io';

/**
 * @param texts  `name=choice`, or several joined with commas; of two answers the later counts
 * @throws UsageError for a question or a choice that there is not, with those that there are
 */
export function readAssumed(texts: readonly string[]): Partial<Assumptions> {
  const assumed: Record<string, string> = {};
  for (const text of texts.flatMap((one) => one.split(','))) {
    const [given = '', choice = ''] = text.split('=').map((part) => part.trim());
    const name = ASSUMPTION_NAMES.find((one) => one.toLowerCase() === given.toLowerCase());
    if (name === undefined) {
      throw new UsageError(
        `There is no assumption "${given}".`,
        `The assumptions are ${ASSUMPTION_NAMES.join(', ')}; write --assume NAME=CHOICE.`,
      );
    }
    const choices = Object.keys(assumptionTable[name].choices);
    const chosen = choices.find((one) => one === choice.toLowerCase());
    if (chosen === undefined) {
      throw new UsageError(
        choice === ''
          ? `--assume ${name} has no choice.`
          : `The assumption ${name} has no choice "${choice}".`,
        `The choices are ${choices.join(', ')}; write --assume ${name}=CHOICE.`,
      );
    }
    assumed[name] = chosen;
  }
  return assumed as Partial<Assumptions>;
}
