import { Refusal } from '../../../../shared/fault';
import type { WaiverKind, WaiverSubject } from '../../../../shared/model/waiver';
import { nameOfRecord, nameWaivers } from '../../../domain/findings/name-waivers';
import { rules } from '../../../domain/rules/catalogue';
import type { PlanSession } from '../plan-session';
import type { HandlersOf } from './handler';

interface RecordKey {
  readonly kind: WaiverKind;
  readonly id: string;
}

export const waiverMethods: HandlersOf<'waivers.list' | 'waivers.set' | 'waivers.remove'> = {
  'waivers.list': (session) => nameWaivers(session.estate, session.waivers),
  'waivers.set': (session, { ruleIds, record, note }) => {
    const what = describe(session, ruleIds, record);
    session.setWaivers(`Set aside: ${what}`, subjectsOf(ruleIds, record), note);
    return session.state;
  },
  'waivers.remove': (session, { ruleIds, record }) => {
    const what = describeAny(session, ruleIds, record);
    session.removeWaivers(`Take back: ${what}`, subjectsOf(ruleIds, record));
    return session.state;
  },
};

function subjectsOf(ruleIds: readonly string[], record: RecordKey | null): WaiverSubject[] {
  return [...new Set(ruleIds)].map((ruleId) => ({
    ruleId,
    recordKind: record?.kind ?? null,
    recordId: record?.id ?? null,
  }));
}

/** @throws Refusal when no such rule or no such record exists */
function describe(
  session: PlanSession,
  ruleIds: readonly string[],
  record: RecordKey | null,
): string {
  for (const id of ruleIds) {
    if (!rules.some((rule) => rule.id === id)) {
      throw new Refusal('edit.unknown-field', `There is no rule “${id}”.`);
    }
  }
  if (record !== null && nameOfRecord(session.estate, record) === null) {
    throw new Refusal('edit.unknown-field', `This ${record.kind} is no longer in the plan.`);
  }
  return describeAny(session, ruleIds, record);
}

/** What is set aside may be about a record that has gone, or a rule that was given up. */
function describeAny(
  session: PlanSession,
  ruleIds: readonly string[],
  record: RecordKey | null,
): string {
  const [first = ''] = ruleIds;
  const title = rules.find(({ id }) => id === first)?.title ?? first;
  const name = record === null ? null : nameOfRecord(session.estate, record);
  return name === null ? title : `${title} (${name})`;
}
