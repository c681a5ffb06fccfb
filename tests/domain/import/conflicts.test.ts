import { describe, expect, it } from 'vitest';
import { ConflictLog } from '../../../electron/domain/import/conflicts';
import { mergeEstates } from '../../../electron/domain/import/import-files';
import { switchFields } from '../../../shared/model/hyperv/switch-fields';
import type { ImportConflict } from '../../../shared/model/import';
import { collectorFile, importOf, onlySwitch, valueOrReason } from './import-of';

const vSwitch = (more: object = {}) => ({ Name: 'vs', SwitchType: 2, IovEnabled: true, ...more });

const collected = (more: object, header: object = {}) =>
  collectorFile({ 'Get-VMSwitch': [vSwitch(more)] }, header);

/** "switch vs of HV07 iovEnabled: no (b.json), not yes (a.json)" */
function words(conflicts: readonly ImportConflict[]): string[] {
  const fileOf = ({ origin }: ImportConflict['kept']) =>
    origin.kind === 'import' ? origin.file : origin.kind;
  return conflicts.map(
    ({ recordKind, recordName, field, kept, other }) =>
      `${recordKind} ${recordName} ${field}: ${kept.text} (${fileOf(kept)}), not ${other.text} (${fileOf(other)})`,
  );
}

describe('more conflicts than are listed', () => {
  it('are counted in a problem that says what to do', () => {
    const [before, after] = [5, 7].map(
      (number) =>
        importOf({
          [`file-${number}.json`]: {
            portolanInventory: 1,
            hosts: ['A', 'B', 'C'].map((name) => ({ name, iovSupport: number === 5 })),
          },
        }).estate,
    );
    if (before === undefined || after === undefined) throw new Error('two estates');
    const log = new ConflictLog(1);
    mergeEstates(before, after, log);
    expect(words(log.all)).toEqual(['host A iovSupport: no (file-7.json), not yes (file-5.json)']);
    expect(log.problems()).toMatchObject([
      { file: 'file-7.json', severity: 'doubt', found: '3 facts that sources tell differently' },
    ]);
    expect(new ConflictLog().problems()).toEqual([]);
  });

  it('between files that are too many to be held against each other are told', () => {
    const files = Array.from({ length: 10 }, (_, index) => [
      `${index}/HV07.Get-VMSwitch.json`,
      [vSwitch({ IovEnabled: index % 2 === 0 })],
    ]);
    const { problems } = importOf(Object.fromEntries(files));
    expect(problems.filter(({ severity }) => severity === 'doubt')).toMatchObject([
      { file: '8/HV07.Get-VMSwitch.json', found: '10 files of HV07 with the same commands' },
    ]);
  });
});

describe('two files of one import', () => {
  it('that hold one command and disagree are a conflict, and the later counts', () => {
    const result = importOf({
      'a/HV07.Get-VMSwitch.json': [vSwitch()],
      'b/HV07.Get-VMSwitch.json': [vSwitch({ IovEnabled: false })],
    });
    expect(words(result.conflicts)).toEqual([
      'switch vs of HV07 iovEnabled: no (b/HV07.Get-VMSwitch.json), not yes (a/HV07.Get-VMSwitch.json)',
    ]);
    expect(valueOrReason(onlySwitch(result).facts.iovEnabled)).toBe(false);
    expect(result.conflicts[0]).toMatchObject({
      recordId: 'hv07/switch/vs',
      title: switchFields.iovEnabled.title,
      kept: { value: false },
      other: { value: true },
    });
  });

  it('that complete each other are none', () => {
    const result = importOf({
      'HV07.Get-VM.json': [{ Name: 'a', State: 2, Generation: 2, ProcessorCount: 2 }],
      'HV07-more.Get-VM.json': [
        { Name: 'b', State: 2, Generation: 2, ProcessorCount: 2, ComputerName: 'HV07' },
      ],
      'HV07.Get-VMSwitch.csv': '"Name","SwitchType","IovEnabled"\r\n"vs","External","True"\r\n',
      'HV07-again.Get-VMSwitch.json': [vSwitch({ ComputerName: 'HV07' })],
    });
    expect(result.conflicts).toEqual([]);
    expect(result.estate.vms.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('of different times are a change: the newer counts', () => {
    const result = importOf({
      'HV07-1.json': collected({}, { collectedAt: '2026-03-01T08:00:00Z' }),
      'HV07-2.json': collected({ IovEnabled: false }, { collectedAt: '2026-03-02T08:00:00Z' }),
    });
    expect(result.conflicts).toEqual([]);
    expect(valueOrReason(onlySwitch(result).facts.iovEnabled)).toBe(false);
  });

  it('one with a time and one without are a conflict', () => {
    const result = importOf({
      'HV07-portolan.json': collected({}),
      'HV07.Get-VMSwitch.json': [vSwitch({ IovEnabled: false })],
    });
    expect(words(result.conflicts)).toEqual([
      'switch vs of HV07 iovEnabled: yes (HV07-portolan.json), not no (HV07.Get-VMSwitch.json)',
    ]);
  });

  it('an inventory against what was collected is one, its defaults are not', () => {
    const result = importOf({
      'HV07-portolan.json': collected({}),
      'inventory.json': {
        portolanInventory: 1,
        hosts: [{ name: 'HV07', switches: [{ name: 'vs', iovEnabled: false }] }],
      },
    });
    expect(words(result.conflicts)).toEqual([
      'switch vs of HV07 iovEnabled: no (inventory.json), not yes (HV07-portolan.json)',
    ]);
  });

  it('what changes by the minute is none', () => {
    const result = importOf({
      'a/HV07.Get-VMSwitch.json': [vSwitch({ IovVirtualFunctionsInUse: 3 })],
      'b/HV07.Get-VMSwitch.json': [vSwitch({ IovVirtualFunctionsInUse: 5 })],
    });
    expect(result.conflicts).toEqual([]);
  });
});

describe('an import into a plan', () => {
  const before = importOf({ 'HV07.Get-VMSwitch.json': [vSwitch()] }).estate;

  it('of the same file again is a change', () => {
    const again = importOf({ 'HV07.Get-VMSwitch.json': [vSwitch({ IovEnabled: false })] });
    expect(mergeEstates(before, again.estate).conflicts).toEqual([]);
  });

  it('of another file about the same host is a conflict where they disagree', () => {
    const other = importOf({ 'new/HV07.Get-VMSwitch.json': [vSwitch({ IovEnabled: false })] });
    expect(words(mergeEstates(before, other.estate).conflicts)).toEqual([
      'switch vs of HV07 iovEnabled: no (new/HV07.Get-VMSwitch.json), not yes (HV07.Get-VMSwitch.json)',
    ]);
  });
});
