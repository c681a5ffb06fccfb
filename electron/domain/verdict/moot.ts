/** Answers that have nothing to be true of, or nothing left to decide: no reason is made of them. */
import { DATAPATHS, type PathSet } from '../../../shared/model/verdict';
import type { Answer } from './answers';
import type { VnicJudgement } from './judge';

/**
 * Whether an answer about a place says nothing that matters there.
 * @param at  the place: where the VM is, or the target
 */
export function isMoot(answer: Answer, judged: VnicJudgement, at: 'source' | 'target'): boolean {
  const judgement = at === 'target' ? judged.there : judged.now;
  if (judgement === null) return true;
  // As long as nobody knows which switches the host has, that is the question, and the only one.
  const isOpen = judgement.place.switch === null && answer.result.kind === 'undecided';
  if (isOpen && answer.compiled.isBehindSwitch) return true;
  if (judgement.own.settled || judgement.there.settled) {
    // Once the path is settled, what only concerns the path, and any doubt, is about nothing.
    if (answer.compiled.onlyAboutPath || answer.result.kind === 'undecided') return true;
  }
  const paths = at === 'target' ? judged.outlook.there : judged.outlook.now;
  const { slows, bypasses } = answer.compiled.rule.effect;
  if (slows !== undefined && !paths.includes(slows)) return true;
  if (bypasses !== undefined && !paths.includes(bypasses)) return true;
  return answer.result.kind === 'undecided' && isIdleDoubt(answer, judged, paths);
}

/**
 * A known state of which the documents disagree whether it takes a path away: when that path is
 * lost anyway, it is one cause more that would stand in the way once the others are mended.
 */
function isOpenCause({ compiled, result }: Answer, [best]: PathSet): boolean {
  if (result.kind !== 'undecided' || result.doubt === null || best === undefined) return false;
  const { lowers = [] } = compiled.rule.effect;
  return lowers.some((path) => DATAPATHS.indexOf(path) < DATAPATHS.indexOf(best));
}

/** A doubt that changes neither path nor move, however it is answered. */
function isIdleDoubt(answer: Answer, { outlook }: VnicJudgement, paths: PathSet): boolean {
  const { compiled } = answer;
  const { effect } = compiled.rule;
  if (effect.blocks !== undefined || effect.queues === true) return false;
  if (compiled.side === 'vnic') {
    // The path that the host reports has answered it.
    const { provenAbsent } = outlook;
    if (provenAbsent !== 0 && (compiled.whenViolated & ~provenAbsent) === 0) return true;
  }
  if (isOpenCause(answer, paths)) return false;
  if (paths.length === 1) return true;
  const atStake = [...(effect.lowers ?? []), ...(effect.disconnects ? (['none'] as const) : [])];
  return !atStake.some((path) => paths.includes(path));
}
