import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HashedFile } from '../../../electron/app/session/plan-session';
import { finish } from '../../../electron/app/session/steps';
import { fileOfBytes } from '../../../electron/domain/import/import-files';
import { type Workbench, workbench } from './fixtures';

let bench: Workbench;
beforeEach(() => {
  bench = workbench();
});
afterEach(() => bench.tidy());

const file = (name: string, memoryBytes: number): HashedFile => ({
  sha256: name,
  ...fileOfBytes(
    name,
    new TextEncoder().encode(
      JSON.stringify({ portolanInventory: 1, hosts: [{ name: 'A', memoryBytes }], vms: [] }),
    ),
  ),
});

const choices = () =>
  bench.session.conflicts.map(({ field, kept, other, choice }) => [
    field,
    [kept.value, other.value].toSorted(),
    choice,
  ]);
const memory = () => {
  const fact = bench.session.estate.hosts[0]?.facts.memoryBytes;
  return fact?.state === 'known' ? fact.value : null;
};

it('a disagreement is listed, settled, opened by undo, and gone when a later import agrees', () => {
  finish(bench.session.import([file('a.json', 2 ** 37)]));
  expect(finish(bench.session.import([file('b.json', 2 ** 38)])).conflictCount).toBe(1);
  const both = [2 ** 37, 2 ** 38];
  expect(choices()).toEqual([['memoryBytes', both, null]]);

  const [conflict] = bench.session.conflicts;
  if (conflict === undefined) throw new Error('one conflict');
  bench.session.settleConflict(conflict.id, 'other');
  expect(memory()).toBe(conflict.other.value);
  expect(choices()).toEqual([['memoryBytes', both, 'other']]);
  bench.session.undo();
  expect(choices()).toEqual([['memoryBytes', both, null]]);
  bench.reopen();
  bench.session.redo();
  expect(choices()).toEqual([['memoryBytes', both, 'other']]);
  bench.session.settleConflict(conflict.id, null);
  expect(memory()).toBe(conflict.kept.value);

  finish(bench.session.import([file('a.json', 2 ** 38)]));
  expect(choices()).toEqual([]);
  bench.session.undo();
  expect(choices()).toEqual([['memoryBytes', both, null]]);
  expect(() => bench.session.settleConflict('none', 'kept')).toThrow('no longer disagree');
});
