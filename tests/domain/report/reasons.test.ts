import { describe, expect, it } from 'vitest';
import { inTheWay, reasonsOf } from '../../../electron/domain/report/reasons';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { verdictOf } from '../../../electron/domain/verdict/outcome';
import { pairVerdict } from '../../../electron/domain/verdict/pair-verdict';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import { MOVE_KINDS } from '../../../shared/model/verdict';
import { generateEstate } from '../../estate/generate-estate';

describe('reasons without words, over a generated estate', () => {
  const estate = generateEstate({ seed: 11, hosts: 14, vms: 40, unknowns: 0.08 });
  const judge = new Judge(estate, PRESET_ASSUMPTIONS, rules);
  const pairs = estate.vms.flatMap((vm) => estate.hosts.map((host) => judge.judge(vm, host)));

  it('are those that the verdict lists, one by one', () => {
    for (const pair of pairs) {
      const listed = pairVerdict(judge, pair).findings.flatMap(({ ruleId, result, at, vnicIds }) =>
        (vnicIds.length === 0 ? [null] : vnicIds).map((id) => [ruleId, result, at, id].join()),
      );
      const gathered = reasonsOf(pair).map(({ rule, result, at, vnic }) =>
        [rule.id, result, at, vnic?.id ?? null].join(),
      );
      expect([...new Set(gathered)].sort()).toEqual([...new Set(listed)].sort());
    }
  });

  it('name the primary cause among what stands in the way', () => {
    for (const pair of pairs) {
      const verdict = pairVerdict(judge, pair);
      for (const kind of MOVE_KINDS) {
        const outcome = verdictOf(pair.possible[kind]);
        const { primaryRuleId } = verdict.kinds[kind];
        if (primaryRuleId === null || outcome === 'undecided') continue;
        const named = inTheWay(reasonsOf(pair), outcome, kind).map(({ rule }) => rule.id);
        expect(named).toContain(primaryRuleId);
      }
    }
  });
});
