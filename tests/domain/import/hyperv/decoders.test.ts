import { describe, expect, it } from 'vitest';
import {
  bitRate,
  bool,
  count,
  countTimes,
  type Decoder,
  emptyMeans,
  enumOf,
  guid,
  guidList,
  linkSpeedText,
  mac,
  numaNode,
  pciId,
  registrySwitch,
  text,
  textList,
  version,
} from '../../../../electron/domain/import/hyperv/decoders';
import * as enums from '../../../../electron/domain/import/hyperv/enums';
import type { JsonValue } from '../../../../electron/domain/import/json-value';

function result(decoder: Decoder<unknown>, raw: JsonValue): unknown {
  const decoded = decoder.decode(raw);
  return decoded.ok ? decoded.value : `unknown: ${decoded.reason}`;
}

describe('an enum is read through the table of its own property', () => {
  it.each<[string, enums.EnumTable<unknown>, JsonValue, unknown]>([
    ['On is 0', enums.onOffState, 0, true],
    ['Off is 1', enums.onOffState, 1, false],
    ['External is 2 for a switch', enums.switchType, 2, 'external'],
    ['Private is 0', enums.switchType, 0, 'private'],
    ['None is 3 for bandwidth', enums.bandwidthMode, 3, 'none'],
    ['Destination is 1', enums.portMirroring, 1, 'destination'],
    ['Source is 2', enums.portMirroring, 2, 'source'],
    ['Access is 1', enums.vlanMode, 1, 'access'],
    ['Vlan isolation is 3', enums.isolationMode, 3, 'vlan'],
    ['Meter is 3', enums.aclAction, 3, 'meter'],
    ['an ACL action has no 0', enums.aclAction, 0, 'unknown: not-understood'],
    ['NoIoMmuSupport is 5', enums.sriovSupport, 5, 'no-iommu-support'],
    ['support 0 is the answer Unknown', enums.sriovSupport, 0, 'unknown'],
    ['LBFO Static is 0', enums.lbfoTeamingMode, 0, 'static'],
    ['LBFO load balancing has no 1', enums.lbfoLoadBalancing, 1, 'unknown: not-understood'],
    ['LBFO HyperVPort is 4', enums.lbfoLoadBalancing, 4, 'hyper-v-port'],
    ['SET Dynamic is 5', enums.setLoadBalancing, 5, 'dynamic'],
    ['CredSSP is 0', enums.migrationAuthentication, 0, 'credssp'],
    ['SMB is 2', enums.migrationTransport, 2, 'smb'],
    ['Disconnected is 2, not 0', enums.mediaConnectState, 2, false],
    ['media state 0 says nothing', enums.mediaConnectState, 0, 'unknown: empty'],
    ['Running is 2', enums.vmState, 2, 'running'],
    ['Saved is 6', enums.vmState, 6, 'saved'],
    ['a state that moved between releases', enums.vmState, 32785, 'unknown: not-understood'],
    ['FastSavedCritical has one number', enums.vmState, 32795, 'saved'],
    ['ExtendedReplica is 4', enums.replicationMode, 4, 'extended-replica'],
  ])('%s', (_name, table, raw, expected) => {
    expect(result(enumOf(table), raw)).toBe(expected);
  });

  it.each<[string, JsonValue]>([
    ['number', 2],
    ['numeric text', '2'],
    ['name', 'External'],
    ['name in other letters', 'eXTERNAL'],
    ['wrapper with number and name', { value: 2, Value: 'External' }],
    ['wrapper with a new number and a known name', { value: 77, Value: 'External' }],
    ['list of one', [2]],
  ])('reads a switch type as %s', (_form, raw) => {
    expect(result(enumOf(enums.switchType), raw)).toBe('external');
  });

  it.each<[JsonValue]>([[true], [false]])('takes no boolean for On or Off: %s', (raw) => {
    expect(result(enumOf(enums.onOffState), raw)).toBe('unknown: not-understood');
  });
});

describe('plain values', () => {
  it.each<[string, Decoder<unknown>, JsonValue, unknown]>([
    ['boolean', bool, false, false],
    ['boolean as text', bool, 'True', true],
    ['number for a boolean', bool, 0, 'unknown: not-understood'],
    ['wrapped boolean', bool, { value: true, PSComputerName: 'HV07' }, true],
    ['null boolean', bool, null, 'unknown: empty'],
    ['registry 1', registrySwitch, 1, true],
    ['registry 2 is explicitly off', registrySwitch, 2, false],
    ['count as text with a no-break space', count, '1\u00a0024', 1024],
    ['negative count', count, -1, 'unknown: not-understood'],
    ['count beyond 2^53', count, '18446744073709551615', 'unknown: not-understood'],
    ['kilobytes', countTimes(1024), 4, 4096],
    ['rate of a port that is not connected', bitRate, '18446744073709551615', 'unknown: empty'],
    ['rate', bitRate, 25000000000, 25000000000],
    ['NUMA node that is not known', numaNode, 65535, 'unknown: empty'],
    ['link speed', linkSpeedText, '25 Gbps', 25000000000],
    ['link speed with a point', linkSpeedText, '866.7 Mbps', 866700000],
    ['link speed with a comma', linkSpeedText, '2,5 Gbps', 2500000000],
    ['empty text', text, '', 'unknown: empty'],
    ['cut text', text, 'System.String[]', 'unknown: cut-off'],
    ['text of Get-Content', text, { value: 'x', PSPath: 'C:\\x', ReadCount: 1 }, 'x'],
    ['PCI id', pciId, '0x1572', '1572'],
    ['MAC with dashes', mac, '00-15-5d-0a-1b-2c', '00155D0A1B2C'],
    ['MAC that was not given yet', mac, '000000000000', 'unknown: empty'],
    [
      'GUID in braces',
      guid,
      '{5F3B7A90-8D21-4C6B-9E54-31C0D2A7F6B8}',
      '5f3b7a90-8d21-4c6b-9e54-31c0d2a7f6b8',
    ],
    ['version text', version, '10.0', '10.0'],
    ['version object', version, { Major: 10, Minor: 0, Build: -1, Revision: -1 }, '10.0'],
    ['version that lost its quotes', version, 9, '9.0'],
  ])('%s', (_name, decoder, raw, expected) => {
    expect(result(decoder, raw)).toBe(expected);
  });
});

describe('lists', () => {
  it.each<[string, Decoder<unknown>, JsonValue, unknown]>([
    ['list', textList, ['a', 'b'], ['a', 'b']],
    ['list of one that was collapsed', textList, 'a', ['a']],
    ['wrapped list', textList, { value: ['a', 'b'], Count: 2 }, ['a', 'b']],
    ['empty list', textList, [], []],
    ['list beyond the depth', textList, 'System.String[]', 'unknown: cut-off'],
    ['null list where none is an answer', emptyMeans([], textList), null, []],
    ['empty text where none is an answer', emptyMeans([], textList), '', []],
    [
      'GUIDs joined to one text',
      guidList,
      '5f3b7a90-8d21-4c6b-9e54-31c0d2a7f6b8 c81d5e7a-92b4-4d06-a3f7-0e6b8c2d4f19',
      ['5f3b7a90-8d21-4c6b-9e54-31c0d2a7f6b8', 'c81d5e7a-92b4-4d06-a3f7-0e6b8c2d4f19'],
    ],
  ])('%s', (_name, decoder, raw, expected) => {
    expect(result(decoder, raw)).toEqual(expected);
  });
});
