/** Guest systems to draw from, by how often they are met. */

export interface Guest {
  readonly name: string;
  readonly architecture: 'x64' | 'x86';
  readonly generation: 1 | 2;
  /** Whether a VF reaches it on a host of 2016 or later. */
  readonly canUseVf: boolean;
  readonly isLinux: boolean;
}

const windows = (name: string, generation: 1 | 2 = 2): Guest => ({
  name,
  architecture: 'x64',
  generation,
  canUseVf: true,
  isLinux: false,
});
const linux = (name: string, canUseVf = true): Guest => ({
  name,
  architecture: 'x64',
  generation: canUseVf ? 2 : 1,
  canUseVf,
  isLinux: true,
});

export const GUESTS: readonly (readonly [weight: number, guest: Guest])[] = [
  [22, windows('Windows Server 2019 Datacenter')],
  [18, windows('Windows Server 2022 Datacenter')],
  [14, windows('Windows Server 2016 Standard')],
  [8, windows('Windows Server 2012 R2 Standard', 1)],
  [4, windows('Windows Server 2025 Datacenter')],
  [4, windows('Windows 11 Enterprise')],
  [2, { ...windows('Windows Server 2008 R2 Standard', 1), canUseVf: false }],
  [
    1,
    {
      ...windows('Windows 10 Enterprise', 1),
      architecture: 'x86',
      canUseVf: false,
    },
  ],
  [9, linux('Red Hat Enterprise Linux 8.9')],
  [8, linux('Ubuntu 20.04.6 LTS')],
  [4, linux('Debian GNU/Linux 11')],
  [3, linux('SUSE Linux Enterprise Server 15 SP4')],
  [2, linux('CentOS Linux 6.10', false)],
  [1, linux('FreeBSD 12.4', false)],
];

/** What VMs are for, as their names say; the number after it makes the name unique. */
export const ROLES: readonly string[] = [
  'sql',
  'web',
  'app',
  'dc',
  'file',
  'k8s-node',
  'voip-gw',
  'backup-prx',
  'rds',
  'mail-edge',
  'build-agent',
  'elastic-data',
  'erp-application-server-accounting-department',
  '会計サーバー',
];
