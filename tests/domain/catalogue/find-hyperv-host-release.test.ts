import { describe, expect, it } from 'vitest';
import {
  findHypervHostRelease,
  type HostSystemQuery,
  hostReleaseReaches,
  hypervHostReleaseById,
} from '../../../electron/domain/catalogue/find-hyperv-host-release';

const idsOf = (query: HostSystemQuery) => findHypervHostRelease(query).map(({ id }) => id);

describe('findHypervHostRelease', () => {
  it.each<[string, HostSystemQuery, readonly string[]]>([
    ['a build that one release has', { build: 14393, product: 'server' }, ['windows-server-2016']],
    ['a whole version', { build: '10.0.17784.1068' }, ['azure-stack-hci-20h2']],
    ['an old server', { build: '7601', sku: 8 }, ['windows-server-2008-r2']],
    [
      'a server among clients of the same build',
      { build: 17763, caption: 'Microsoft Windows Server 2019 Datacenter' },
      ['windows-server-2019'],
    ],
    [
      'a Hyper-V Server',
      { build: 9600, caption: 'Microsoft Hyper-V Server 2012 R2' },
      ['windows-server-2012-r2'],
    ],
    ['a client', { build: 22631, caption: 'Microsoft Windows 11 Pro' }, ['windows-11-22h2-23h2']],
    [
      'Azure Stack HCI by its caption',
      { build: 20348, caption: 'Microsoft Azure Stack HCI' },
      ['azure-stack-hci-21h2'],
    ],
    ['Azure Stack HCI by its SKU', { build: 20348, sku: 406 }, ['azure-stack-hci-21h2']],
    ['a Datacenter by its SKU', { build: 20348, sku: 8 }, ['windows-server-2022']],
    [
      'a build that products share',
      { build: 20348 },
      ['windows-server-2022', 'azure-stack-hci-21h2'],
    ],
    [
      'a caption without a build',
      { caption: 'Microsoft Windows Server 2012 R2 Standard' },
      ['windows-server-2012-r2'],
    ],
    [
      'a caption that is the start of another',
      { caption: 'Windows Server 2012 Datacenter' },
      ['windows-server-2012'],
    ],
    ['a client with its version', { caption: 'Windows 11 Pro 24H2' }, ['windows-11-24h2']],
    [
      'Azure Stack HCI with its version',
      { caption: 'Azure Stack HCI 22H2' },
      ['azure-stack-hci-22h2'],
    ],
    ['a build nobody knows', { build: 99999, caption: 'Windows Server 2019' }, []],
    ['nothing', {}, []],
    ['a build that is no number', { build: 'latest' }, []],
  ])('knows %s', (_case, query, ids) => {
    expect(idsOf(query)).toEqual(ids);
  });

  it('leaves all clients and servers of a shared build when nothing tells them apart', () => {
    expect(idsOf({ build: 26100 })).toEqual([
      'windows-server-2025',
      'azure-local-24h2',
      'windows-11-24h2',
    ]);
  });
});

describe('hostReleaseReaches', () => {
  it.each([
    ['windows-server-2012-r2', 'windows-server-2016', 'no'],
    ['windows-server-2016', 'windows-server-2016', 'yes'],
    ['azure-stack-hci-22h2', 'windows-server-2022', 'yes'],
    ['azure-stack-hci-20h2', 'windows-server-2022', 'no'],
    ['windows-11-24h2', 'windows-server-2012', 'unknown'],
  ] as const)('says of %s and %s: %s', (id, minimum, answer) => {
    const release = hypervHostReleaseById(id);
    if (release === null) throw new Error(`no release ${id}`);
    expect(hostReleaseReaches(release, minimum)).toBe(answer);
  });
});
