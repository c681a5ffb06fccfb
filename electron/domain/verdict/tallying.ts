/** Adds numbered answers up the way `tallyAnswers` does. */
import type { CompiledRule } from '../rules/compiled-rule';
import { CLEAR, DOUBTS } from '../rules/tally';
import type { Tallies } from './answers';
import { ANSWER, type AnswerCode } from './rule-tree';

export class Tallying {
  #aboutPath = CLEAR;
  #rest = CLEAR;
  #settled = false;

  add({ whenViolated, onlyAboutPath, rule }: CompiledRule, code: AnswerCode): void {
    if (code === ANSWER.nothing) return;
    const tally = code === ANSWER.violated ? whenViolated : whenViolated & DOUBTS;
    if (tally === CLEAR) return;
    if (onlyAboutPath) this.#aboutPath |= tally;
    else this.#rest |= tally;
    if (rule.settlesPath && code === ANSWER.violated) this.#settled = true;
  }

  total(): Tallies {
    return { aboutPath: this.#aboutPath, rest: this.#rest, settled: this.#settled };
  }
}
