import { describe, expect, it } from 'vitest';
import {
  ALL_CAUSES,
  arrangeCauses,
  type CauseChoices,
  countEffects,
  worstEffect,
} from '../../../../renderer/features/findings/arrange';
import { asideChoices } from '../../../../renderer/features/findings/aside-choices';
import { causesTable } from '../../../../renderer/features/findings/causes-table';
import { cause } from '../../../helpers/cause';

const HV1 = { kind: 'host' as const, id: 'hv1', name: 'HV1', host: null };
const NIC = {
  kind: 'adapter' as const,
  id: 'hv2/nic',
  name: 'NIC1',
  host: { id: 'hv2', name: 'HV2' },
};

const causes = [
  cause(
    { id: 'a', statement: 'HV1 runs a client', ruleId: 'r1', scope: 'host', subject: HV1 },
    { blocked: 2 },
  ),
  cause(
    { id: 'b', statement: 'NIC1 has no VFs', ruleId: 'r2', scope: 'nic', subject: NIC },
    { 'falls-back': 9 },
  ),
  cause(
    { id: 'c', statement: 'The VM is old', ruleId: 'r1', scope: 'vnic', kind: 'vm' },
    { undecided: 4 },
  ),
];

const ids = (choices: Partial<CauseChoices>) =>
  arrangeCauses(causes, { ...ALL_CAUSES, ...choices }).map(({ title, causes }) => [
    title,
    causes.map(({ id }) => id).join(' '),
  ]);

describe('causes as they are listed', () => {
  it.each([
    ['as they come, worst first', {}, [[null, 'a b c']]],
    ['the most VMs first', { order: 'vms' }, [[null, 'b c a']]],
    ['by name', { order: 'name' }, [[null, 'a b c']]],
    [
      'by host, adapters with their host',
      { grouping: 'host' },
      [
        ['HV1', 'a'],
        ['HV2', 'b'],
        ['The VMs themselves', 'c'],
      ],
    ],
    [
      'by part',
      { grouping: 'scope' },
      [
        ['Host', 'a'],
        ['Network adapter', 'b'],
        ['Virtual adapter', 'c'],
      ],
    ],
    ['of one effect', { effects: ['falls-back'] }, [[null, 'b']]],
    ['with a host in them', { text: 'hv2' }, [[null, 'b']]],
    ['with a VM in them', { text: 'VM-4' }, [[null, 'b c']]],
    ['none', { text: 'nothing of that kind' }, []],
  ] as [string, Partial<CauseChoices>, unknown][])('%s', (_, choices, expected) => {
    expect(ids(choices)).toEqual(expected);
  });

  it('are counted by effect, and marked by the worst', () => {
    expect(countEffects(causes)).toMatchObject({
      blocked: 1,
      'falls-back': 1,
      undecided: 1,
      warned: 0,
    });
    expect(causes.map(worstEffect)).toEqual(['blocked', 'falls-back', 'undecided']);
  });

  it('go to the clipboard with what they do and what is left', () => {
    const { head, rows } = causesTable(causes);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    expect(rows[1]?.slice(0, 6)).toEqual([
      'NIC1 has no VFs',
      'HV2',
      'r2',
      'documented',
      '9 VMs fall back',
      '9',
    ]);
  });
});

describe('how far a cause can be set aside', () => {
  it.each([
    ['a host', 0, ['Only for host HV1', 'In the whole plan']],
    ['an adapter', 1, ['Only for network adapter NIC1', 'For all of HV2', 'In the whole plan']],
    ['several VMs', 2, ['In the whole plan']],
  ])('%s', (_, at, labels) => {
    const one = causes[at];
    expect(one && asideChoices(one).map(({ label }) => label)).toEqual(labels);
  });
});
