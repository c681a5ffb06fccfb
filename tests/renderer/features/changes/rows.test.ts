import { describe, expect, it } from 'vitest';
import {
  factRows,
  filteredRows,
  recordRows,
  verdictRows,
} from '../../../../renderer/features/changes/rows';
import { idOf } from '../../../../shared/ids';
import type { ComparedRecord } from '../../../../shared/model/comparison';

const host: ComparedRecord = { kind: 'host', id: 'a', name: 'A', owner: null, isThere: true };
const nic: ComparedRecord = {
  kind: 'adapter',
  id: 'a/nic',
  name: 'NIC1',
  owner: { kind: 'host', id: 'a', name: 'A' },
  isThere: true,
};
const vm: ComparedRecord = { kind: 'vm', id: 'v', name: 'sql', owner: null, isThere: true };

describe('rows of differences', () => {
  it('select the host or VM that shows the record, and nothing for what is gone', () => {
    const rows = recordRows({
      added: 2,
      gone: 1,
      moved: 1,
      entries: [
        { change: 'added', record: host, from: null, to: 'PROD' },
        { change: 'added', record: nic, from: null, to: null },
        { change: 'moved', record: vm, from: 'A', to: null },
        { change: 'gone', record: { ...vm, isThere: false }, from: 'A', to: null },
      ],
    });
    expect(rows.map(({ cells, selection }) => [cells.join(' | '), selection])).toEqual([
      ['Added | Host A | in PROD', { vmId: null, hostId: 'a' }],
      ['Added | Network adapter NIC1 of A | ', { vmId: null, hostId: 'a' }],
      ['Moved | VM sql | from A to no host', { vmId: 'v', hostId: null }],
      ['Gone | VM sql | on A', null],
    ]);
  });

  it('say why a fact is unknown, and write out what a hostile name would hide', () => {
    const [row] = factRows({
      total: 1,
      entries: [
        {
          record: { ...host, name: 'A\u202e' },
          field: 'memoryBytes',
          title: 'Memory',
          before: { value: null, origin: 'not collected' },
          after: { value: '64 GB', origin: 'a.json: Memory' },
        },
      ],
    });
    expect(row?.cells).toEqual(['Host A[U+202E]', 'Memory', 'unknown (not collected)', '64 GB']);
    expect(row?.details).toEqual([undefined, undefined, undefined, 'a.json: Memory']);
  });

  it('are found by all the words that were typed', () => {
    const one = (vmName: string, path: 'vmdq' | 'software') => ({
      vmId: idOf<'vm'>(vmName),
      vmName,
      hostId: idOf<'host'>('a'),
      hostName: 'A',
      before: { outcome: 'keeps', path: 'sriov' } as const,
      after: { outcome: 'falls-back', path } as const,
      trend: 'worse' as const,
    });
    const rows = verdictRows({
      compared: 9,
      total: 2,
      better: 0,
      worse: 2,
      groups: [],
      entries: [one('sql', 'vmdq'), one('web', 'software')],
    });
    expect(filteredRows(rows, 'WORSE vmdq').map(({ cells }) => cells[1])).toEqual(['sql']);
    expect(filteredRows(rows, '  ')).toHaveLength(2);
  });
});
