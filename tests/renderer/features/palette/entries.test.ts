import { expect, it } from 'vitest';
import {
  actionEntries,
  estateEntries,
  foundEntries,
} from '../../../../renderer/features/palette/entries';
import { APP_COMMANDS } from '../../../../shared/contract/commands';
import { idOf } from '../../../../shared/ids';

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
  expect(foundEntries(actions, estate, ' ', 50)).toEqual(actions);
  expect(foundEntries(actions, estate, 'hv07', 50).map(({ text }) => text)).toEqual(['HV07']);
});
