import { describe, expect, it } from 'vitest';
import { mergeEstates } from '../../../electron/domain/import/import-files';
import type { Estate } from '../../../shared/model/estate';
import { collectorFile, importOf, valueOrReason } from './import-of';

const ID = '6d1f4c9e-1a57-4c0e-9f43-6a1c2b7d8e01';

function collected(host: string, day: number, sections: Record<string, object[]>): Estate {
  return importOf({
    [`${host}-portolan.json`]: collectorFile(sections, {
      host,
      collectedAt: `2026-03-0${day}T08:00:00Z`,
    }),
  }).estate;
}

const vm = (more: object = {}) => ({
  VMId: ID,
  Name: 'app01',
  State: 'Running',
  Version: '9.0',
  ...more,
});

describe('two collections of one host', () => {
  const older = collected('HV07', 1, {
    'Get-VM': [vm({ ProcessorCount: 2 })],
    'Get-VMHost': [{ MaximumVirtualMachineMigrations: 2, NumaSpanningEnabled: true }],
    'Get-VMSwitch': [
      { Name: 'vs-old', SwitchType: 'External' },
      { Name: 'vs', SwitchType: 'External', IovEnabled: true },
    ],
  });
  const newer = collected('HV07', 2, {
    'Get-VM': [vm({ ProcessorCount: 4 })],
    'Get-VMHost': [{ MaximumVirtualMachineMigrations: 8 }],
    'Get-VMSwitch': [{ Name: 'vs', SwitchType: 'External' }],
  });
  const { estate, problems } = mergeEstates(older, newer);
  const [host] = estate.hosts;

  it('what the newer knows counts, and what it does not know stays', () => {
    expect(valueOrReason(host?.facts.migrationLimit)).toBe(8);
    expect(valueOrReason(host?.facts.numaSpanningEnabled)).toBe(true);
    expect(valueOrReason(estate.vms[0]?.facts.processorCount)).toBe(4);
    expect(problems).toEqual([]);
  });

  it('a switch that the newer list lacks is gone, and one it has keeps what was known', () => {
    expect(
      host?.switches.map(({ name, facts }) => [name, valueOrReason(facts.iovEnabled)]),
    ).toEqual([['vs', true]]);
  });

  it('importing again what is there changes nothing', () => {
    expect(mergeEstates(newer, newer)).toEqual({
      estate: newer,
      problems: [],
      conflicts: [],
    });
  });

  it('an older file after a newer one is doubted', () => {
    expect(
      mergeEstates(newer, older).problems.map(({ place, severity }) => [place, severity]),
    ).toContainEqual(['collectedAt', 'doubt']);
  });

  it('put together in one import give the same, whichever file comes first', () => {
    const files = (order: readonly number[]) =>
      importOf(
        Object.fromEntries(
          order.map((day) => [
            `HV07-${day}.json`,
            collectorFile(
              { 'Get-VM': [vm({ ProcessorCount: day })] },
              { collectedAt: `2026-03-0${day}T08:00:00Z` },
            ),
          ]),
        ),
      ).estate;
    expect(files([2, 1])).toEqual(files([1, 2]));
    expect(valueOrReason(files([2, 1]).vms[0]?.facts.processorCount)).toBe(2);
  });
});

describe('a VM that is seen on another host', () => {
  const before = collected('HV07', 1, { 'Get-VM': [vm()] });

  it('has moved there', () => {
    const { estate, problems } = mergeEstates(before, collected('HV08', 2, { 'Get-VM': [vm()] }));
    expect(estate.vms.map(({ id, hostId }) => [id, hostId])).toEqual([[ID, 'hv08']]);
    expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
      ['note', 'app01 moved from HV07 to HV08 between the two collections.'],
    ]);
  });

  it('is doubted when nothing says which is newer', () => {
    const there = importOf({ 'HV08.Get-VM.json': vm() }).estate;
    expect(mergeEstates(before, there).problems.map(({ severity }) => severity)).toEqual(['doubt']);
  });
});

describe('VMs', () => {
  it('that a host no longer lists stay, with a doubt', () => {
    const before = collected('HV07', 1, {
      'Get-VM': [vm(), { Name: 'gone', VMId: ID.replace('6', '7') }],
    });
    const { estate, problems } = mergeEstates(before, collected('HV07', 2, { 'Get-VM': [vm()] }));
    expect(estate.vms.map(({ name }) => name)).toEqual(['app01', 'gone']);
    expect(problems.map(({ place, severity }) => [place, severity])).toEqual([['gone', 'doubt']]);
  });

  it('known by name before keep their id when their GUID becomes known', () => {
    const planned = importOf({
      'i.json': {
        portolanInventory: 1,
        hosts: [{ name: 'HV07', vms: [{ name: 'APP01', generation: 1 }] }],
      },
    }).estate;
    const { estate } = mergeEstates(planned, collected('HV07', 1, { 'Get-VM': [vm()] }));
    expect(
      estate.vms.map(({ id, name, facts }) => [id, name, valueOrReason(facts.generation)]),
    ).toEqual([['hv07/vm/APP01', 'app01', 1]]);
  });
});
