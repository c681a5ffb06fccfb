import type { SummaryChunk, SummaryResult } from '../../../shared/contract/verdicts';
import type { MoveKind, VmSummary } from '../../../shared/model/verdict';
import { summarise, totalsOf } from '../../domain/verdict/summary';
import { keepSummaries } from './last-summaries';
import type { PlanSession } from './plan-session';
import type { Step } from './steps';

const CHUNK = 50;

/** Counts the outcomes of every VM, handing them out in chunks; ends early when the plan changes. */
export function* summariseJob(
  session: PlanSession,
  kind: MoveKind,
): Generator<Step | { readonly partial: SummaryChunk }, SummaryResult> {
  const { judge, matrix, revision } = session;
  const { vms, hosts } = judge.estate;
  const summaries: VmSummary[] = [];
  let sent = 0;
  for (const vm of vms) {
    if (session.revision !== revision) break;
    summaries.push(summarise(matrix, vm, kind));
    if (CHUNK <= summaries.length - sent) {
      yield { partial: summaries.slice(sent) };
      sent = summaries.length;
      yield { fraction: sent / vms.length, step: `Judging ${vms.length} VMs` };
    }
  }
  if (sent < summaries.length) yield { partial: summaries.slice(sent) };
  if (session.revision === revision) keepSummaries(session, kind, summaries);
  return { totals: totalsOf(hosts.length, summaries), revision };
}
