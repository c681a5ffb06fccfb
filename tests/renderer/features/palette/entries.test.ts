import { expect, it } from 'vitest';
import { rules as allRules } from '../../../../electron/domain/rules/catalogue';
import { describeRule } from '../../../../electron/domain/rules/describe';
import {
  actionEntries,
  estateEntries,
  foundEntries,
  foundRecordEntries,
  ruleEntries,
  settingEntries,
} from '../../../../renderer/features/palette/entries';
import { APP_COMMANDS } from '../../../../shared/contract/commands';
import { idOf } from '../../../../shared/ids';
import { PRESET_ASSUMPTIONS } from '../../../../shared/model/assumptions';

const estate = estateEntries({
  revision: 1,
  hosts: [
    {
      id: idOf('h1'),
      platform: 'hyperv',
      name: 'HV07',
      clusterId: null,
      clusterName: null,
      summary: '',
      vmCount: 1,
    },
  ],
  vms: [{ id: idOf('v1'), name: 'sql-03', hostId: idOf('h1'), vnicCount: 1, state: 'running' }],
});

it('offers every command of the app but itself', () => {
  const offered = actionEntries(true).flatMap(({ target }) =>
    'command' in target ? [target.command] : [],
  );
  expect(new Set([...offered, 'palette'])).toEqual(new Set(APP_COMMANDS));
});

it('offers nothing without a plan that needs one', () => {
  const texts = actionEntries(false).map(({ text }) => text);
  expect(texts).toContain('New plan…');
  expect(texts).not.toContain('Close the plan');
});

it('says where a VM is and what a host belongs to', () => {
  expect(estate.map(({ text, detail }) => [text, detail])).toEqual([
    ['HV07', 'no cluster · 1 VM'],
    ['sql-03', 'on HV07 · running'],
  ]);
});

it('shows actions until something is typed', () => {
  const actions = actionEntries(true);
  expect(foundEntries(actions, estate, [], ' ', 50)).toEqual(actions);
  expect(foundEntries(actions, estate, [], 'hv07', 50).map(({ text }) => text)).toEqual(['HV07']);
});

it('puts what was sought elsewhere where it fits, best first', () => {
  const sought = foundRecordEntries([
    { kind: 'switch', id: 's1', name: 'sql-net', note: 'on HV07', score: 993 },
  ]);
  const found = foundEntries([], estate, sought, 'sql', 50);
  expect(found.map(({ text, detail }) => [text, detail])).toEqual([
    ['sql-03', 'on HV07 · running'],
    ['sql-net', 'Virtual switch on HV07'],
  ]);
});

it('finds rules by their words or their id, and assumptions with their answer', () => {
  const rules = ruleEntries(allRules.map(describeRule));
  const settings = settingEntries(PRESET_ASSUMPTIONS);
  const texts = (typed: string) =>
    foundEntries([], [...rules, ...settings], [], typed, 50).map(({ id }) => id);
  expect(texts('switch-iov-disabled')[0]).toBe('rule switch-iov-disabled');
  expect(texts('SET member')).toContain('setting setMember');
  // Letters that only stand somewhere in a sentence are no match.
  expect(texts('xqz')).toEqual([]);
});
