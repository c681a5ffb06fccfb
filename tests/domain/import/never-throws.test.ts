import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, collectorFile, fixture, importOf, importWithSteps, utf16 } from './import-of';

const sources: readonly (readonly [string, Uint8Array])[] = [
  [
    'HV07.Get-VMNetworkAdapter.json',
    bytesOf(fixture('worked-examples/ps7/HV07.Get-VMNetworkAdapter.json')),
  ],
  ['HV07.Get-VMSwitch.json', utf16(fixture('worked-examples/ps51/HV07.Get-VMSwitch.json'), 'le')],
  ['inventory.json', bytesOf(fixture('inventory/every-word.json'))],
  [
    'HV07-portolan.json',
    bytesOf(
      collectorFile({
        'Get-VM': [
          { Name: 'app01', VMId: '6d1f4c9e-1a57-4c0e-9f43-6a1c2b7d8e01', State: 'Running' },
        ],
        'Get-VMSwitch': [{ Name: 'vs', SwitchType: 'External' }],
        PortolanTraffic: [{ Sample: 1, Counter: 'x', Name: 'y', Timestamp_PerfTime: '1' }],
      }),
    ),
  ],
];

const anySource = fc.constantFrom(...sources);

describe('whatever a file holds', () => {
  it('an import ends without throwing when bytes are changed', () => {
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255) });
    fc.assert(
      fc.property(
        anySource,
        fc.array(change, { minLength: 1, maxLength: 8 }),
        ([name, bytes], changes) => {
          const damaged = Uint8Array.from(bytes);
          for (const { at, byte } of changes) damaged[at % damaged.length] = byte;
          const result = importOf({ [name]: damaged });
          expect(result.files).toHaveLength(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a file that was cut off anywhere has a problem, unless only blanks are missing', () => {
    fc.assert(
      fc.property(anySource, fc.nat(), ([name, bytes], at) => {
        const length = at % bytes.length;
        const missing = new TextDecoder('latin1').decode(bytes.subarray(length));
        const result = importOf({ [name]: bytes.subarray(0, length) });
        // An empty file with the name of a command says "none"; the others are told as empty.
        const isSaid = result.problems.length > 0 || length <= 2 || /^[\s\0]*$/.test(missing);
        expect(isSaid).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('pieces of files put together in any order are read to their end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anySource, fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }),
        (pieces) => {
          const parts = pieces.map(([[, bytes], from, length]) => {
            const start = from % bytes.length;
            return bytes.subarray(start, start + (length % bytes.length));
          });
          const whole = new Uint8Array(parts.flatMap((part) => [...part]));
          importOf({ 'mixed.json': whole });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('any JSON is imported or told', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { problems } = importOf({ 'any.json': text });
        expect(problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('any value of any property is imported or told', () => {
    const names = fc.constantFrom(
      'State',
      'Version',
      'SwitchType',
      'NetAdapterInterfaceGuid',
      'AclList',
      'VlanSetting',
      'OperationalStatus',
      'Id',
      'VMId',
      'IsManagementOs',
      'MacAddress',
    );
    fc.assert(
      fc.property(fc.dictionary(names, fc.jsonValue()), (properties) => {
        for (const cmdlet of ['Get-VM', 'Get-VMSwitch', 'Get-VMNetworkAdapter', 'Get-NetAdapter']) {
          importOf({ [`HV07.${cmdlet}.json`]: { Name: 'x', VMName: 'x', ...properties } });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('nesting without end is cut', () => {
    const deep = `{"portolanInventory":1,"hosts":[${'{"a":'.repeat(100_000)}`;
    expect(importOf({ 'deep.json': deep }).problems.map(({ severity }) => severity)).toContain(
      'lost',
    );
  });
});

it('lets the caller breathe at least every 256 KiB', () => {
  const vms = Array.from({ length: 20_000 }, (_, index) => ({
    Name: `vm${index}`,
    State: 2,
    Generation: 2,
    ProcessorCount: 4,
  }));
  const { steps, result } = importWithSteps({ 'HV07.Get-VM.json': JSON.stringify(vms, null, 4) });
  const gaps = steps.map((step, index) => step.bytesDone - (steps[index - 1]?.bytesDone ?? 0));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(256 * 1024);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
  expect(steps.at(-1)).toMatchObject({ bytesDone: steps[0]?.bytesTotal });
  expect(result.estate.vms).toHaveLength(20_000);
});
