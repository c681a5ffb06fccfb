/** Which pairs have a reason that is set aside, for the marks in the matrix. */
import type { Host, Vm } from '../../../shared/model/estate';
import type { Judge } from '../../domain/verdict/judge';
import { Matrix } from '../../domain/verdict/matrix';
import type { PlanSession } from './plan-session';

/** Whether a reason that speaks against a VM on a host, or leaves it open, is set aside. */
export type IsAside = (vm: Vm, target: Host) => boolean;

/**
 * Compares the matrix of the plan with the one in which nothing is set aside. That one is only made
 * once something is, and only of the rows that are asked for.
 * @returns `null` when nothing is set aside in the plan
 */
export function asidePairs(session: PlanSession): IsAside | null {
  const { judge, matrix } = session;
  if (judge.waivers.isEmpty) return null;
  const whole = matrixWithoutWaivers(session, judge.withoutWaivers);
  const answersOf = (vm: Vm) => ({ vm, left: matrix.answersOf(vm), all: whole.answersOf(vm) });
  let row: ReturnType<typeof answersOf> | null = null;
  return (vm, target) => {
    if (vm.hostId === target.id) return false;
    if (row?.vm !== vm) row = answersOf(vm);
    const left = matrix.answers(vm, target, row.left).length;
    return left < whole.answers(vm, target, row.all).length;
  };
}

const kept = new WeakMap<PlanSession, { readonly judge: Judge; readonly matrix: Matrix }>();

function matrixWithoutWaivers(session: PlanSession, judge: Judge): Matrix {
  const now = kept.get(session);
  if (now?.judge === judge) return now.matrix;
  const matrix = now === undefined ? new Matrix(judge) : now.matrix.updated(judge);
  kept.set(session, { judge, matrix });
  return matrix;
}
