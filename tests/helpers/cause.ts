/** Causes for tests, by what matters: who is at fault and how many VMs it concerns. */
import { CAUSE_EFFECTS, type Cause, type CauseEffect } from '../../shared/model/cause';
import { DATAPATHS, OUTCOMES } from '../../shared/model/verdict';

/** @param vms  VMs by effect, each with one move */
export function cause(
  part: Partial<Cause>,
  vms: Readonly<Partial<Record<CauseEffect, number>>>,
): Cause {
  const total = Math.max(...Object.values(vms));
  const zeros = <K extends string>(keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  return {
    id: 'cause',
    ruleId: 'rule',
    title: 'Something is wrong',
    scope: 'host',
    result: 'violated',
    effect: {},
    confidence: 'documented',
    kind: 'host',
    subject: null,
    things: { items: [], total: 0 },
    symptoms: [],
    statement: 'Something is wrong',
    message: 'Something is wrong.',
    remediation: 'Mend it.',
    limits: '',
    sources: [],
    example: { vm: { id: 'vm-1', name: 'VM-1' }, host: { id: 'hv9', name: 'HV9' } },
    isToldForExample: false,
    counts: Object.fromEntries(
      CAUSE_EFFECTS.map((effect) => {
        const count = vms[effect] ?? 0;
        return [effect, { vms: count, moves: count, aloneMoves: 0 }];
      }),
    ) as unknown as Cause['counts'],
    vms: {
      items: Array.from({ length: total }, (_, at) => ({
        id: `vm-${at + 1}`,
        name: `VM-${at + 1}`,
      })),
      total,
    },
    after: { moves: zeros(OUTCOMES), fallsBackTo: zeros(DATAPATHS), vms: zeros(OUTCOMES) },
    ...part,
  };
}
