import { describe, expect, it } from 'vitest';
import { distinct, firstStep } from '../../../../renderer/features/inspector/first-thing';
import { groupTargets } from '../../../../renderer/features/inspector/where-to';
import { idOf } from '../../../../shared/ids';
import { packCell } from '../../../../shared/model/cell';
import type {
  Finding,
  KindVerdict,
  MissingFact,
  PairVerdict,
} from '../../../../shared/model/verdict';

const missing = (path: string, recordId = 'r'): MissingFact => ({
  path,
  title: path,
  recordKind: 'host',
  recordId,
  recordName: recordId,
  reason: 'not-collected',
  collect: 'Get-VMHost',
});
const finding = (change: Partial<Finding>): Finding => ({
  ruleId: 'a',
  title: '',
  scope: 'host',
  result: 'violated',
  effect: {},
  at: 'target',
  vnicIds: [],
  message: '',
  remediation: 'Do this.',
  confidence: 'documented',
  limits: '',
  sources: [],
  evidence: [],
  missing: [],
  ...change,
});
const pair = (live: Partial<KindVerdict>, findings: readonly Finding[]): PairVerdict => {
  const kind: KindVerdict = {
    outcome: 'falls-back',
    possible: ['falls-back'],
    queued: false,
    primaryRuleId: 'a',
    sentence: '',
    ...live,
  };
  return {
    vmId: idOf('vm'),
    vmName: 'vm',
    sourceHostId: null,
    sourceHostName: null,
    targetHostId: idOf('h'),
    targetHostName: 'h',
    kinds: { live: kind, quick: kind, offline: kind },
    vnics: [],
    findings,
    fine: [],
  };
};

describe('the first thing to do', () => {
  it('is the fix of the primary cause', () => {
    const findings = [finding({ ruleId: 'b', remediation: 'Not this.' }), finding({})];
    expect(firstStep(pair({}, findings), 'live')).toEqual({ kind: 'fix', remediation: 'Do this.' });
  });

  it('is to collect what would decide', () => {
    const facts = [missing('host.iovSupport')];
    const open = finding({ result: 'undecided', missing: facts });
    expect(firstStep(pair({ outcome: 'undecided' }, [open]), 'live')).toEqual({
      kind: 'collect',
      facts,
    });
  });

  it('is nothing where all is well or nothing names a cause', () => {
    expect(firstStep(pair({ outcome: 'keeps' }, [finding({})]), 'live')).toBeNull();
    expect(firstStep(pair({ primaryRuleId: null }, [finding({})]), 'live')).toBeNull();
  });

  it('names a missing fact once', () => {
    const facts = [missing('a'), missing('a'), missing('a', 'other'), missing('b')];
    expect(distinct({ missing: facts })).toEqual([facts[0], facts[2], facts[3]]);
  });
});

describe('where a VM can go', () => {
  it('lists good outcomes first, hosts by name, and not its own host', () => {
    const host = (name: string) => ({
      id: idOf<'host'>(name),
      platform: 'hyperv' as const,
      name,
      clusterId: null,
      clusterName: null,
      summary: '',
      vmCount: 0,
    });
    const cell = (outcome: 'keeps' | 'blocked' | 'here') =>
      packCell({ outcome, path: 'vmdq', warned: false });
    const groups = groupTargets(
      [host('HV10'), host('HV9'), host('HV1'), host('HV2')],
      Uint8Array.of(cell('blocked'), cell('keeps'), cell('here'), cell('keeps')),
    );
    expect(
      groups.map(({ outcome, targets }) => [outcome, targets.map((target) => target.host.name)]),
    ).toEqual([
      ['keeps', ['HV2', 'HV9']],
      ['blocked', ['HV10']],
    ]);
  });
});
