import { describe, expect, it } from 'vitest';
import {
  type GuestDetails,
  type GuestSupport,
  guestSupport,
} from '../../../electron/domain/catalogue/guest-support';

interface Case {
  readonly guest: string;
  readonly details?: GuestDetails;
  readonly is: Partial<GuestSupport> & { readonly rowId?: string | null };
}

function check({ guest, details, is: { rowId, ...expected } }: Case): void {
  const support = guestSupport(guest, details);
  expect(support).toMatchObject(expected);
  if (rowId !== undefined) expect(support.row?.id ?? null).toBe(rowId);
}

const onWindows = {
  needsHostRelease: 'windows-server-2012',
  needsHostConfidence: 'documented',
} as const;
const onLinux = {
  needsHostRelease: 'windows-server-2016',
  needsHostConfidence: 'inferred',
} as const;
const yes = { vfOnHyperv: 'yes', why: 'listed', confidence: 'documented' } as const;
const no = { vfOnHyperv: 'no', needsHostRelease: null } as const;
const unknown = { vfOnHyperv: 'unknown', confidence: null } as const;

describe('guestSupport of Windows', () => {
  it.each<Case>([
    {
      guest: 'Windows Server 2019 Datacenter',
      is: { ...yes, ...onWindows, vrss: 'yes', rowId: 'windows-server-2019', kind: 'windows' },
    },
    {
      guest: 'Microsoft Windows Server 2012 R2 Standard',
      is: { ...yes, rowId: 'windows-server-2012-r2', vrss: 'yes' },
    },
    {
      guest: 'Windows Server® 2012 Standard',
      is: { ...yes, rowId: 'windows-server-2012', vrss: 'no' },
    },
    { guest: 'Hyper-V Server 2016', is: { ...yes, rowId: 'windows-server-2016' } },
    { guest: 'Windows Server 2025 Datacenter', is: { ...yes, rowId: 'windows-server-2025' } },
    {
      guest: 'Windows Server 2008 R2 Standard',
      is: { ...no, why: 'listed', confidence: 'documented', rowId: 'windows-server-2008-r2' },
    },
    {
      guest: 'Windows Server (R) 2008 Enterprise',
      is: { ...no, why: 'older-than-listed', confidence: 'documented', rowId: null },
    },
    { guest: 'Windows 7 Professional', is: { ...no, why: 'listed', rowId: 'windows-7' } },
    { guest: 'Microsoft Windows XP Professional', is: { ...no, why: 'older-than-listed' } },
    {
      guest: 'Windows Server, version 2004',
      is: { vfOnHyperv: 'yes', why: 'newer-than-listed', confidence: 'inferred', ...onWindows },
    },
    {
      guest: 'Windows Server Datacenter',
      details: { version: '10.0.18363' },
      is: { vfOnHyperv: 'yes', confidence: 'inferred' },
    },
    {
      guest: 'Windows Server Standard',
      details: { version: '6.1.7601' },
      is: { ...no, why: 'older-than-listed' },
    },
    {
      guest: 'Windows Server Standard',
      is: { ...unknown, why: 'release-not-known', ...onWindows },
    },
    { guest: 'Windows 11 Enterprise', is: { ...yes, rowId: 'windows-11' } },
    { guest: 'Microsoft Windows 10 (64-bit)', is: { ...yes, rowId: 'windows-10' } },
    { guest: 'Windows 10 Pro', details: { architecture: 'x64' }, is: yes },
    { guest: 'Windows 10 Pro', details: { generation: 2 }, is: yes },
    {
      guest: 'Windows 10 Pro',
      is: { ...unknown, why: 'architecture-not-known', rowId: 'windows-10', ...onWindows },
    },
    {
      guest: 'Windows 10 Pro 32-bit',
      is: { ...no, why: 'architecture-32-bit', confidence: 'documented', rowId: 'windows-10' },
    },
    {
      guest: 'Windows 8.1 Pro',
      details: { architecture: 'x86' },
      is: { ...no, why: 'architecture-32-bit' },
    },
    {
      guest: 'Windows 11 Pro',
      details: { architecture: 'arm64' },
      is: { ...unknown, why: 'architecture-arm64' },
    },
  ])('$guest $details', check);
});

describe('guestSupport of Linux and FreeBSD', () => {
  it.each<Case>([
    {
      guest: 'Red Hat Enterprise Linux 8.6',
      is: { ...yes, ...onLinux, rowId: 'rhel-8', vrss: 'yes', kind: 'linux' },
    },
    {
      guest: 'Red Hat Enterprise Linux',
      details: { version: '9.4' },
      is: { ...yes, rowId: 'rhel-9' },
    },
    { guest: 'CentOS Linux release 7.4.1708', is: { ...yes, rowId: 'rhel-7-4' } },
    {
      guest: 'Red Hat Enterprise Linux Server release 7.3 (Maipo)',
      is: { ...unknown, why: 'condition', condition: 'lis-4.3', rowId: 'rhel-7-3', ...onLinux },
    },
    {
      guest: 'Red Hat Enterprise Linux Server release 7.2 (Maipo)',
      is: { ...no, why: 'listed', rowId: 'rhel-7-1' },
    },
    { guest: 'CentOS release 6.10 (Final)', is: { ...no, rowId: 'rhel-6-6' } },
    {
      guest: 'CentOS release 5.11 (Final)',
      is: { ...no, why: 'older-than-listed', confidence: 'inferred' },
    },
    {
      guest: 'CentOS Linux',
      details: { version: '7' },
      is: { ...unknown, why: 'release-not-known', rowId: null },
    },
    {
      guest: 'CentOS Linux',
      details: { version: '7', kernel: '3.10.0-1160.el7.x86_64' },
      is: { ...yes, rowId: 'rhel-7-4' },
    },
    {
      guest: 'CentOS Linux',
      details: { version: '7', kernel: '3.10.0-514.el7.x86_64' },
      is: { ...unknown, why: 'condition', rowId: 'rhel-7-3' },
    },
    { guest: 'CentOS 4/5/6/7 (64-bit)', is: { ...unknown, why: 'release-not-known' } },
    { guest: 'CentOS Stream release 9', is: { ...yes, rowId: 'rhel-9' } },
    {
      guest: 'Rocky Linux 9.3 (Blue Onyx)',
      is: { vfOnHyperv: 'yes', confidence: 'inferred', rowId: 'rhel-9' },
    },
    { guest: 'Red Hat Enterprise Linux 11.0', is: { ...unknown, why: 'release-not-listed' } },
    { guest: 'Oracle Linux Server 7.9', is: { ...yes, rowId: 'oracle-7-uek' } },
    { guest: 'Oracle Linux Server 7.5', is: { ...yes, rowId: null } },
    {
      guest: 'Oracle Linux Server 7.5',
      details: { kernel: '3.10.0-862.el7.x86_64' },
      is: { ...yes, rowId: 'oracle-7-rhck' },
    },
    { guest: 'Ubuntu 20.04.6 LTS', is: { ...yes, ...onLinux, rowId: 'ubuntu-20-04' } },
    { guest: 'Ubuntu 14.04.5 LTS', is: { ...no, why: 'listed', vrss: 'yes' } },
    { guest: 'Ubuntu 12.04', is: { ...no, why: 'older-than-listed' } },
    { guest: 'Ubuntu 22.04.4 LTS', is: { vfOnHyperv: 'yes', confidence: 'reported' } },
    { guest: 'Ubuntu 24.04.1 LTS', is: { vfOnHyperv: 'yes', confidence: 'inferred' } },
    { guest: 'Ubuntu 23.10', is: { ...unknown, why: 'release-not-listed' } },
    { guest: 'Ubuntu Linux (64-bit)', is: { ...unknown, why: 'release-not-known' } },
    { guest: 'Debian GNU/Linux 11 (bullseye)', is: { ...yes, rowId: 'debian-11' } },
    { guest: 'Debian GNU/Linux 12 (bookworm)', is: { vfOnHyperv: 'yes', confidence: 'inferred' } },
    {
      guest: 'Debian GNU/Linux 9 (stretch)',
      is: { ...unknown, why: 'condition', condition: 'backports-kernel' },
    },
    { guest: 'SUSE Linux Enterprise Server 15 SP3', is: { ...yes, rowId: 'sles-15-sp2' } },
    {
      guest: 'SLES',
      details: { version: '12.5' },
      is: { vfOnHyperv: 'yes', confidence: 'inferred', rowId: 'sles-12-sp5' },
    },
    { guest: 'SUSE Linux Enterprise Server 12 SP1', is: { ...no, rowId: 'sles-12-sp1' } },
    { guest: 'SUSE Linux Enterprise Server 12', is: { ...unknown, why: 'release-not-known' } },
    {
      guest: 'SUSE Linux Enterprise Server 16.0',
      is: { vfOnHyperv: 'yes', confidence: 'inferred' },
    },
    {
      guest: 'FreeBSD 13.2',
      is: { vfOnHyperv: 'yes', confidence: 'reported', ...onLinux, kind: 'bsd' },
    },
    { guest: 'FreeBSD 12.4-RELEASE', is: { ...unknown, condition: 'sources-disagree' } },
    { guest: 'FreeBSD 11.3', is: { ...unknown, condition: 'vf-transparent-on' } },
    { guest: 'FreeBSD 10.3', is: { ...no, why: 'listed' } },
    { guest: 'FreeBSD 8.4', is: { ...no, why: 'older-than-listed' } },
    {
      guest: 'Fedora Linux 40',
      is: { ...no, why: 'not-listed', confidence: 'inferred', kind: 'linux' },
    },
    { guest: 'openSUSE Leap 15.5', is: { ...no, why: 'not-listed' } },
    {
      guest: 'Debian GNU/Linux 11 32-bit',
      is: { ...no, why: 'architecture-32-bit', confidence: 'inferred' },
    },
  ])('$guest $details', check);
});

describe('guestSupport of what it does not understand', () => {
  it.each(['', 'Linux', 'Other 3.x or later (64-bit)', 'Debain 11', '未知'])(
    '"%s" is unknown',
    (guest) => {
      expect(guestSupport(guest)).toEqual({
        vfOnHyperv: 'unknown',
        why: 'not-understood',
        condition: null,
        confidence: null,
        needsHostRelease: null,
        needsHostConfidence: null,
        vrss: 'unknown',
        kind: null,
        row: null,
      });
    },
  );
});
