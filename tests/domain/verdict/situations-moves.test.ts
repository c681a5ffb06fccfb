/**
 * Situations of moves that administrators meet, each as a short inventory: processors,
 * configuration versions, clusters, storage, devices, guests and VM queues. Like `situations.test.ts`,
 * but every open question is named too, so that a rule that asks too much shows.
 */
import { describe, expect, it } from 'vitest';
import { fileOfBytes, importFiles } from '../../../electron/domain/import/import-files';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { pairVerdict } from '../../../electron/domain/verdict/pair-verdict';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Outcome, PathSet } from '../../../shared/model/verdict';

type Part = Record<string, unknown>;

interface Situation {
  readonly name: string;
  /** Changes to the host where the VM is. */
  readonly source?: Part;
  /** Changes to the target host, its adapter and its switch. */
  readonly host?: Part;
  readonly nic?: Part;
  readonly vs?: Part;
  /** Changes to both hosts. */
  readonly hosts?: Part;
  readonly vm?: Part;
  readonly vnic?: Part;
  readonly clusters?: readonly Part[];
  readonly now?: PathSet;
  readonly there?: PathSet;
  /** live, quick, offline; `keeps` for all when left out. */
  readonly outcomes?: readonly [Outcome, Outcome, Outcome];
  /** Violated rules at the target and of the move, warnings included. */
  readonly reasons?: readonly string[];
  /** All rules that could not be decided there. */
  readonly undecided?: readonly string[];
  readonly queued?: true;
}

const BLOCKED = ['blocked', 'blocked', 'blocked'] as const;
const STARTED: Situation['outcomes'] = ['blocked', 'blocked', 'keeps'];
const LIVE: Situation['outcomes'] = ['blocked', 'keeps', 'keeps'];
const OPEN: Situation['outcomes'] = ['undecided', 'undecided', 'keeps'];

const BROADWELL = 'Intel(R) Xeon(R) CPU E5-2690 v4 @ 2.60GHz';
const CASCADE_LAKE = 'Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz';
const MILAN = 'AMD EPYC 7543 32-Core Processor';
const ALONE = { cluster: null };
const nine = (changes: Part = {}) =>
  Array.from({ length: 9 }, (_, index) => ({
    name: `nic ${index}`,
    switchName: 'vs',
    iovWeight: 0,
    ...changes,
  }));

const processors: readonly Situation[] = [
  {
    name: 'an older generation, without compatibility mode',
    host: { processor: BROADWELL },
    outcomes: STARTED,
    reasons: ['mig-cpu-feature-mismatch'],
  },
  {
    name: 'an older generation, with compatibility mode',
    host: { processor: BROADWELL },
    vm: { processorCompatibility: true },
  },
  { name: 'a newer generation', source: { processor: BROADWELL } },
  {
    name: 'an older generation, and the VM is off',
    host: { processor: BROADWELL },
    vm: { state: 'Off' },
  },
  {
    name: 'an older generation, and the VM is saved',
    host: { processor: BROADWELL },
    vm: { state: 'Saved' },
    outcomes: STARTED,
    reasons: ['mig-cpu-feature-mismatch'],
  },
  {
    name: 'an older generation, and nobody knows the compatibility mode',
    host: { processor: BROADWELL },
    vm: { processorCompatibility: null },
    outcomes: OPEN,
    undecided: ['mig-cpu-feature-mismatch'],
  },
  {
    name: 'another vendor, for which compatibility mode does not help',
    host: { processor: MILAN },
    vm: { processorCompatibility: true },
    outcomes: STARTED,
    reasons: ['mig-cpu-vendor-differs'],
  },
  { name: 'another vendor, and the VM is off', host: { processor: MILAN }, vm: { state: 'off' } },
  {
    name: 'another vendor, and the VM is saved',
    host: { processor: MILAN },
    vm: { state: 'saved' },
    outcomes: STARTED,
    reasons: ['mig-cpu-vendor-differs'],
  },
  {
    name: 'another vendor, and nobody knows the state of the VM',
    host: { processor: MILAN },
    vm: { state: 'unknown' },
    outcomes: STARTED,
    reasons: ['mig-cpu-vendor-differs'],
  },
  {
    name: 'nobody knows the processor of the target',
    host: { processor: 'unknown' },
    outcomes: OPEN,
    undecided: ['mig-cpu-feature-mismatch', 'mig-cpu-vendor-differs'],
  },
  {
    name: 'the common features of the cluster, within it',
    hosts: { os: 'Windows Server 2025' },
    host: { processor: BROADWELL },
    vm: {
      configurationVersion: '12.0',
      processorCompatibility: true,
      processorCompatibilityMode: 'CommonClusterFeatureSet',
    },
  },
  {
    name: 'the common features of the cluster, to an older host of another one',
    hosts: { os: 'Windows Server 2025' },
    host: { processor: BROADWELL, cluster: 'EDGE' },
    vm: {
      configurationVersion: '12.0',
      processorCompatibility: true,
      processorCompatibilityMode: 'CommonClusterFeatureSet',
    },
    outcomes: STARTED,
    reasons: ['mig-cpu-feature-mismatch'],
  },
  {
    name: 'the minimal features, to an older host of another cluster',
    hosts: { os: 'Windows Server 2025' },
    host: { processor: BROADWELL, cluster: 'EDGE' },
    vm: {
      configurationVersion: '12.0',
      processorCompatibility: true,
      processorCompatibilityMode: 'MinimumFeatureSet',
    },
  },
  {
    name: 'a feature that the target lacks',
    host: { processorFeatures: ['avx2'] },
    vm: { processorFeatures: ['avx2', 'avx512f'] },
    outcomes: STARTED,
    reasons: ['mig-cpu-feature-mismatch'],
  },
  {
    name: 'older microcode of the same processor may lack something',
    source: { microcodeRevision: '0x5003303' },
    host: { microcodeRevision: '0x5003006' },
    outcomes: OPEN,
    undecided: ['mig-cpu-microcode-mismatch'],
  },
  {
    name: 'newer microcode',
    source: { microcodeRevision: '0x5003006' },
    host: { microcodeRevision: '0x5003303' },
  },
  {
    name: 'a protection that the target lacks',
    source: { processorMitigations: ['IBRS', 'SSBD'] },
    host: { processorMitigations: ['IBRS'] },
    outcomes: STARTED,
    reasons: ['mig-cpu-microcode-mismatch'],
  },
  {
    name: 'more virtual processors than logical ones',
    host: { logicalProcessorCount: 32 },
    vm: { processorCount: 64 },
    outcomes: STARTED,
    reasons: ['mig-vcpu-over-target'],
  },
];

const versions: readonly Situation[] = [
  {
    name: 'a VM of 2012 R2 does not run on 2022',
    host: { os: 'Windows Server 2022' },
    vm: { configurationVersion: '5.0' },
    outcomes: BLOCKED,
    reasons: ['mig-config-version-unsupported'],
  },
  {
    name: 'version 8.0 goes down from 2025 to 2016',
    source: { os: 'Windows Server 2025' },
    host: { os: 'Windows Server 2016' },
  },
  {
    name: 'version 10.0 does not go back to 2019',
    source: { os: 'Windows Server 2022' },
    vm: { configurationVersion: '10.0' },
    outcomes: BLOCKED,
    reasons: ['mig-config-version-unsupported'],
  },
  {
    name: 'version 12.0 does not go back to 2022, off or not',
    source: { os: 'Windows Server 2025 Datacenter' },
    host: { os: 'Windows Server 2022 Datacenter' },
    vm: { configurationVersion: '12.0', state: 'off' },
    outcomes: BLOCKED,
    reasons: ['mig-config-version-unsupported'],
  },
  {
    name: 'the newest version of its host is assumed when the file gives none',
    source: { os: 'Windows Server 2025' },
    vm: { configurationVersion: undefined },
    outcomes: BLOCKED,
    reasons: ['mig-config-version-unsupported'],
  },
  {
    name: 'version 9.0 goes up to 2025',
    host: { os: 'Windows Server 2025' },
    vm: { configurationVersion: '9.0' },
  },
  {
    name: 'a version written as a number',
    host: { os: 'Windows Server 2022' },
    vm: { configurationVersion: 9.0 },
  },
  {
    name: 'an old host and another vendor',
    host: { os: 'Windows Server 2016', processor: MILAN },
    vm: { configurationVersion: '9.0' },
    outcomes: BLOCKED,
    reasons: ['mig-config-version-unsupported', 'mig-cpu-vendor-differs'],
  },
  {
    name: 'nine adapters in version 8.0',
    vm: { vnics: nine() },
    now: ['vmdq'],
    there: ['vmdq'],
    outcomes: BLOCKED,
    reasons: ['mig-nic-count-over-limit', 'vnic-iov-weight-zero'],
  },
  {
    name: 'nine adapters in version 9.0',
    vm: { vnics: nine(), configurationVersion: '9.0' },
    now: ['vmdq'],
    there: ['vmdq'],
    reasons: ['vnic-iov-weight-zero'],
  },
  {
    name: 'nine adapters, and a host of 2016',
    host: { os: 'Windows Server 2016' },
    vm: { vnics: nine(), configurationVersion: '9.0' },
    now: ['vmdq'],
    there: ['vmdq'],
    outcomes: BLOCKED,
    reasons: ['mig-config-version-unsupported', 'mig-nic-count-over-limit', 'vnic-iov-weight-zero'],
  },
  {
    name: 'nine adapters in generation 1, on which the documents disagree',
    vm: { vnics: nine(), configurationVersion: '9.0', generation: 1 },
    now: ['vmdq'],
    there: ['vmdq'],
    outcomes: ['undecided', 'undecided', 'undecided'],
    reasons: ['vnic-iov-weight-zero'],
    undecided: ['mig-nic-count-over-limit'],
  },
  {
    name: 'Azure Stack HCI and Windows Server',
    host: { os: 'Azure Stack HCI 22H2' },
    outcomes: LIVE,
    reasons: ['mig-edition-differs'],
  },
  { name: 'Azure Stack HCI on both', hosts: { os: 'Azure Stack HCI 22H2' } },
];

const room: readonly Situation[] = [
  {
    name: 'too little memory',
    host: { memory: '8 GB' },
    vm: { memory: '16 GB' },
    outcomes: STARTED,
    reasons: ['mig-target-memory'],
  },
  {
    name: 'too little memory free',
    host: { memoryFreeBytes: '2 GB' },
    outcomes: STARTED,
    reasons: ['mig-target-memory'],
  },
  {
    name: 'nobody knows how much memory is free',
    host: { memoryFreeBytes: 'unknown' },
    outcomes: OPEN,
    undecided: ['mig-target-memory'],
  },
  {
    name: 'too little memory, too few processors, another vendor and no VF left',
    host: { memoryFreeBytes: '2 GB', logicalProcessorCount: 4, processor: MILAN },
    vs: { vfCapacity: 8, vfsInUse: 8 },
    vm: { processorCount: 8 },
    there: ['vmdq'],
    outcomes: ['blocked', 'blocked', 'falls-back'],
    reasons: [
      'mig-cpu-vendor-differs',
      'mig-target-memory',
      'mig-vcpu-over-target',
      'vf-pool-exhausted',
    ],
  },
  {
    name: 'a NUMA node that is too small, with spanning off',
    host: { numaSpanningEnabled: false, numaNodeProcessorCount: 16, logicalProcessorCount: 64 },
    vm: { processorCount: 24 },
    outcomes: STARTED,
    reasons: ['mig-numa-node-too-small'],
  },
  {
    name: 'a small NUMA node, with spanning on',
    host: { numaNodeProcessorCount: 16, logicalProcessorCount: 64 },
    vm: { processorCount: 24 },
  },
  {
    name: 'the limit of the target host',
    hosts: ALONE,
    host: { migrationsRunning: 2 },
    reasons: ['mig-limit-reached'],
    queued: true,
  },
  {
    name: 'the limit of the source host',
    hosts: ALONE,
    source: { migrationsRunning: 4, migrationLimit: 4 },
    reasons: ['mig-limit-reached'],
    queued: true,
  },
  {
    name: 'the limit of the cluster',
    host: { migrationsRunning: 1 },
    clusters: [{ name: 'PROD', parallelMigrations: 1 }],
    reasons: ['mig-limit-reached'],
    queued: true,
  },
  {
    name: 'the limit of the cluster stands above that of the host',
    host: { migrationsRunning: 2 },
    clusters: [{ name: 'PROD', parallelMigrations: 4 }],
  },
  {
    name: 'the limit of the host, where the cluster has none',
    host: { migrationsRunning: 2 },
    reasons: ['mig-limit-reached'],
    queued: true,
  },
];

const clusters: readonly Situation[] = [
  {
    name: 'a possible owner of the VM resource, but not of the configuration resource',
    vm: { configurationPossibleOwners: ['A'] },
    outcomes: STARTED,
    reasons: ['mig-not-possible-owner'],
  },
  {
    name: 'possible owners with their domain',
    vm: { possibleOwners: ['a.contoso.com', 'b.contoso.com'] },
  },
  {
    name: 'a single possible owner, not as a list',
    vm: { possibleOwners: 'A' },
    outcomes: STARTED,
    reasons: ['mig-not-possible-owner'],
  },
  {
    name: 'nobody knows the possible owners',
    vm: { possibleOwners: 'unknown' },
    outcomes: OPEN,
    undecided: ['mig-not-possible-owner'],
  },
  {
    name: 'possible owners do not matter outside the cluster',
    hosts: ALONE,
    vm: { possibleOwners: ['A'] },
  },
  {
    name: 'possible owners do not matter to a VM that is no clustered role',
    vm: { clustered: false, possibleOwners: ['A'] },
  },
  {
    name: 'an internal switch under a clustered VM',
    vs: { switchType: 'Internal', adapters: undefined, iovEnabled: undefined },
    there: ['software'],
    outcomes: ['blocked', 'falls-back', 'falls-back'],
    reasons: ['mig-switch-internal-private', 'switch-not-external'],
  },
  {
    name: 'a private switch outside a cluster',
    hosts: ALONE,
    vs: { switchType: 'Private', adapters: undefined, iovEnabled: undefined },
    there: ['software'],
    outcomes: ['falls-back', 'falls-back', 'falls-back'],
    reasons: ['switch-not-external'],
  },
  {
    name: 'a cluster in the middle of its upgrade',
    source: { os: 'Windows Server 2016' },
    clusters: [{ name: 'PROD', functionalLevel: 9 }],
    reasons: ['mig-cluster-mixed-mode'],
  },
  {
    name: 'a cluster whose level was never raised',
    clusters: [{ name: 'PROD', functionalLevel: 9 }],
    reasons: ['mig-cluster-mixed-mode'],
  },
  { name: 'a cluster that is up to date', clusters: [{ name: 'PROD', functionalLevel: 10 }] },
  {
    name: 'live migration is off outside a cluster',
    hosts: ALONE,
    host: { migrationEnabled: false },
    outcomes: LIVE,
    reasons: ['mig-shared-nothing-disabled'],
  },
  {
    name: 'live migration of the host is off, but it is a cluster',
    host: { migrationEnabled: 'off' },
  },
  {
    name: 'the port cannot be reached',
    host: { migrationPortsOpen: false },
    outcomes: LIVE,
    reasons: ['mig-port-closed'],
  },
  {
    name: 'no credentials, and a closed port',
    hosts: ALONE,
    source: { migrationCredentials: false, migrationAuthentication: 'Kerberos' },
    host: { migrationPortsOpen: 'no' },
    outcomes: LIVE,
    reasons: ['mig-auth', 'mig-port-closed'],
  },
  {
    name: 'no network in the cluster',
    clusters: [{ name: 'PROD', migrationNetworks: [] }],
    outcomes: LIVE,
    reasons: ['mig-cluster-network'],
  },
  {
    name: 'nodes with different system drives',
    source: { systemDrive: 'C:' },
    host: { systemDrive: 'D:' },
    outcomes: LIVE,
    reasons: ['mig-system-drive-differs'],
  },
  {
    name: 'an extension that refuses the port',
    vs: { portsRejectedByExtension: true },
    outcomes: LIVE,
    reasons: ['mig-extension-rejects-port'],
  },
  {
    name: 'a resource pool that the target lacks',
    source: { ethernetResourcePools: ['Primordial', 'Gold'] },
    vnic: { resourcePool: 'Gold' },
    outcomes: LIVE,
    reasons: ['mig-resource-pool-missing'],
  },
  {
    name: 'a resource pool that both have',
    hosts: { ethernetResourcePools: ['Primordial', 'Gold'] },
    vnic: { resourcePool: 'gold' },
  },
  {
    name: 'no switch of the name, and another vendor',
    host: { processor: MILAN },
    vs: { name: 'other' },
    there: ['none'],
    outcomes: ['blocked', 'blocked', 'falls-back'],
    reasons: ['mig-cpu-vendor-differs', 'mig-switch-name-missing'],
  },
];

const devices: readonly Situation[] = [
  {
    name: 'an image on a drive of the host',
    vm: { dvdImages: ['D:\\iso\\setup.iso'] },
    outcomes: LIVE,
    reasons: ['mig-attachment-missing'],
  },
  { name: 'an image on a share', vm: { dvdImages: ['\\\\files\\iso\\setup.iso'] } },
  {
    name: 'an image on a cluster volume',
    vm: { dvdImages: ['C:\\ClusterStorage\\Volume1\\a.iso'] },
  },
  {
    name: 'an image on a cluster volume, for a host outside the cluster',
    host: ALONE,
    vm: { dvdImages: ['C:\\ClusterStorage\\Volume1\\a.iso'] },
    outcomes: LIVE,
    reasons: ['mig-attachment-missing'],
  },
  {
    name: 'a clustered VM on a disk of its host',
    vm: { diskPaths: ['D:\\VMs\\sql-03.vhdx'] },
    outcomes: LIVE,
    reasons: ['mig-attachment-missing'],
  },
  {
    name: 'disks go along outside a cluster',
    hosts: ALONE,
    vm: { diskPaths: ['D:\\VMs\\sql-03.vhdx'] },
  },
  {
    name: 'an assigned device and an image',
    vm: { assignedDevices: ['PCIROOT(16)#PCI(0000)'], dvdImages: ['D:\\iso\\setup.iso'] },
    outcomes: STARTED,
    reasons: ['mig-attachment-missing', 'mig-dda-attached'],
  },
  {
    name: 'part of a GPU before 2025',
    hosts: { os: 'Windows Server 2022' },
    vm: { gpuPartitionCount: 1 },
    outcomes: STARTED,
    reasons: ['mig-gpu-partition'],
  },
  {
    name: 'part of a GPU on 2025',
    hosts: { os: 'Windows Server 2025', partitionableGpus: ['NVIDIA A16'] },
    vm: { gpuPartitionCount: 1, configurationVersion: '12.0' },
    outcomes: OPEN,
    undecided: ['mig-gpu-partition'],
  },
  {
    name: 'nested virtualization',
    vm: { exposesVirtualization: true },
    reasons: ['mig-nested-active'],
  },
  { name: 'a virtual TPM', vm: { vtpmEnabled: true }, reasons: ['mig-vtpm-key-protector'] },
  {
    name: 'a virtual TPM whose guardian the target does not have',
    source: { guardians: ['UntrustedGuardian'] },
    host: { guardians: [] },
    vm: { vtpmEnabled: true, keyProtectorGuardians: ['UntrustedGuardian'] },
    outcomes: STARTED,
    reasons: ['mig-guardian-missing'],
  },
  {
    name: 'a virtual TPM whose guardian both have',
    hosts: { guardians: ['HGS'] },
    vm: { vtpmEnabled: true, keyProtectorGuardians: ['HGS'] },
  },
  {
    name: 'a shielded VM and a host that is not guarded',
    source: { guarded: true },
    host: { guarded: false },
    vm: { shielded: true },
    outcomes: STARTED,
    reasons: ['mig-shielded-unguarded'],
  },
  {
    name: 'a shielded VM, and nobody knows whether the host is guarded',
    vm: { shielded: true },
    outcomes: OPEN,
    undecided: ['mig-shielded-unguarded'],
  },
  { name: 'a shared disk within the cluster', vm: { sharedDisks: true } },
  {
    name: 'a shared disk to another cluster',
    host: { cluster: 'EDGE' },
    vm: { sharedDisks: true },
    outcomes: STARTED,
    reasons: ['mig-shared-disk'],
  },
  {
    name: 'a pass-through disk outside a cluster',
    hosts: ALONE,
    vm: { passThroughDisks: ['Disk 2'] },
    outcomes: STARTED,
    reasons: ['mig-pass-through-disk'],
  },
  {
    name: 'a virtual SAN that the target lacks',
    host: { virtualSans: [] },
    vm: { fibreChannelAdapterCount: 1, virtualSans: ['Fabric A'] },
    outcomes: STARTED,
    reasons: ['mig-virtual-san-missing'],
  },
  {
    name: 'virtual Fibre Channel, and nobody knows the SANs of the target',
    vm: { fibreChannelAdapterCount: 1, virtualSans: ['Fabric A'] },
    outcomes: OPEN,
    undecided: ['mig-virtual-san-missing'],
  },
];

const guests: readonly Situation[] = [
  {
    name: 'a Linux guest on 2016',
    hosts: { os: 'Windows Server 2016' },
    vm: { guestOs: 'Red Hat Enterprise Linux 8.6' },
    vnic: { vmmqEnabled: true },
  },
  {
    name: 'a Linux guest that is listed without SR-IOV',
    vm: { guestOs: 'Ubuntu 14.04 LTS' },
    now: ['vmdq'],
    there: ['vmdq'],
    reasons: ['guest-no-sriov-support'],
  },
  {
    name: 'a 32-bit Windows guest',
    vm: { guestOs: 'Windows 10', guestArchitecture: 'x86', generation: 1 },
    now: ['vmdq'],
    there: ['vmdq'],
    reasons: ['guest-no-sriov-support'],
  },
  {
    name: 'nobody knows the guest system, but it is the same on both hosts',
    vm: { guestOs: 'unknown' },
    now: ['sriov', 'vmdq'],
    there: ['sriov', 'vmdq'],
    undecided: ['guest-no-sriov-support'],
  },
  {
    name: 'an idle VF here and there',
    vnic: { iovUsage: 1, vfDataPathActive: false },
    now: ['vmdq'],
    there: ['vmdq'],
    reasons: ['guest-vf-driver-missing'],
  },
  {
    name: 'a VF in use here, and another make of adapter there',
    nic: { model: 'Mellanox ConnectX-4 Lx' },
    vnic: { iovUsage: 1, vfDataPathActive: true },
    there: ['sriov', 'vmdq'],
    outcomes: ['undecided', 'undecided', 'undecided'],
    undecided: ['guest-vf-driver-missing'],
  },
  {
    name: 'another make of adapter there, whose driver is in the guest',
    nic: { model: 'Mellanox ConnectX-4 Lx' },
    vm: { guestVfDrivers: ['Intel', 'Mellanox'] },
    vnic: { iovUsage: 1, vfDataPathActive: true },
  },
  {
    name: 'another make of adapter there, whose driver is not in the guest',
    nic: { model: 'Mellanox ConnectX-4 Lx' },
    vm: { guestVfDrivers: ['intel'] },
    vnic: { iovUsage: 1, vfDataPathActive: true },
    there: ['vmdq'],
    outcomes: ['falls-back', 'falls-back', 'falls-back'],
    reasons: ['guest-vf-driver-missing'],
  },
  {
    name: 'the guest had another MTU: true here, open there',
    vnic: { vfBindFailure: 'VF MTU mismatch.' },
    now: ['vmdq'],
    there: ['sriov', 'vmdq'],
    outcomes: ['undecided', 'undecided', 'undecided'],
    undecided: ['guest-vf-mtu-mismatch'],
  },
  {
    name: 'one virtual processor',
    vm: { processorCount: 1 },
    reasons: ['guest-vf-no-rss'],
  },
];

const queues: readonly Situation[] = [
  {
    name: 'neither a VF nor a queue is wanted',
    vnic: { iovWeight: 0, vmqWeight: 0 },
    now: ['software'],
    there: ['software'],
    reasons: ['vnic-iov-weight-zero', 'vnic-vmq-weight-zero'],
  },
  {
    name: 'every VM queue in use',
    vs: { vmqCapacity: 16, vmqsInUse: 16 },
    vnic: { iovWeight: 0 },
    now: ['vmdq'],
    there: ['software'],
    outcomes: ['falls-back', 'falls-back', 'falls-back'],
    reasons: ['vmq-queues-exhausted', 'vnic-iov-weight-zero'],
  },
  {
    name: 'VMQ off on the adapter',
    nic: { vmqEnabled: false },
    vnic: { iovWeight: 0 },
    now: ['vmdq'],
    there: ['software'],
    outcomes: ['falls-back', 'falls-back', 'falls-back'],
    reasons: ['vmq-nic-disabled', 'vnic-iov-weight-zero'],
  },
  {
    name: 'a slow link where queues were turned on for it',
    host: { belowTenGigVmqEnabled: true },
    nic: { link: '1 Gbps' },
    vnic: { iovWeight: 0 },
    now: ['vmdq'],
    there: ['vmdq'],
    reasons: ['vnic-iov-weight-zero'],
  },
  {
    name: 'a slow link with SR-IOV keeps its VF',
    nic: { link: '1 Gbps' },
    reasons: ['vmq-link-below-10g'],
  },
  {
    name: 'a driver that refuses queues',
    vs: { vmqRejectedByDriver: true },
    vnic: { iovWeight: 0 },
    now: ['vmdq'],
    there: ['software'],
    outcomes: ['falls-back', 'falls-back', 'falls-back'],
    reasons: ['vmq-driver-rejects', 'vnic-iov-weight-zero'],
  },
  {
    name: 'a host without VMMQ',
    hosts: { os: 'Windows Server 2012 R2' },
    vm: { configurationVersion: '5.0' },
    vnic: { iovWeight: 0 },
    now: ['vmdq'],
    there: ['vmdq'],
    reasons: ['vmmq-host-too-old', 'vnic-iov-weight-zero'],
  },
  {
    name: 'VMMQ off, as 2016 has it',
    hosts: { os: 'Windows Server 2016' },
    vnic: { iovWeight: 0 },
    now: ['vmdq'],
    there: ['vmdq'],
    reasons: ['vmmq-off-by-default-2016', 'vnic-iov-weight-zero'],
  },
  {
    name: 'queues from processor 0',
    nic: { vmqBaseProcessor: 0 },
    vnic: { iovWeight: 0 },
    now: ['vmdq'],
    there: ['vmdq'],
    reasons: ['vmq-base-core-zero', 'vnic-iov-weight-zero'],
  },
  {
    name: 'one virtual processor on a queue',
    vm: { processorCount: 1 },
    vnic: { iovWeight: 0 },
    now: ['vmdq'],
    there: ['vmdq'],
    reasons: ['vnic-iov-weight-zero', 'vrss-single-vcpu'],
  },
  {
    name: 'a configuration version without VMMQ on a queue',
    vm: { configurationVersion: '5.0' },
    vnic: { iovWeight: 0 },
    now: ['vmdq'],
    there: ['vmdq'],
    reasons: ['vmmq-config-version-too-old', 'vnic-iov-weight-zero'],
  },
  {
    name: 'an LBFO team under a VM that only wants a queue',
    vs: { teaming: 'lbfo', iovEnabled: false },
    vnic: { iovWeight: 0 },
    now: ['vmdq'],
    there: ['vmdq'],
    reasons: ['nic-in-lbfo-team', 'switch-iov-disabled', 'vmmq-needs-set', 'vnic-iov-weight-zero'],
  },
  {
    name: 'a queue here, and a switch without SR-IOV and a slow link there, with another vendor',
    host: { processor: MILAN },
    nic: { link: '1 Gbps' },
    vs: { iovEnabled: false },
    there: ['software'],
    outcomes: ['blocked', 'blocked', 'falls-back'],
    reasons: ['mig-cpu-vendor-differs', 'switch-iov-disabled', 'vmq-link-below-10g'],
  },
];

const several: readonly Situation[] = [
  {
    name: 'a local image refuses the live move, and little is known for the rest',
    host: { processor: BROADWELL, memoryFreeBytes: null },
    vm: { dvdImages: ['D:\\iso\\setup.iso'], processorCompatibility: null },
    outcomes: ['blocked', 'undecided', 'keeps'],
    reasons: ['mig-attachment-missing'],
    undecided: ['mig-cpu-feature-mismatch', 'mig-target-memory'],
  },
  {
    name: 'a shielded VM that is off, to another vendor without guard',
    host: { processor: MILAN, guarded: false },
    vm: { state: 'Off', shielded: true, vtpm: true },
    outcomes: STARTED,
    reasons: ['mig-shielded-unguarded', 'mig-vtpm-key-protector'],
  },
  {
    name: 'an assigned device, and Azure Stack HCI at the target',
    host: { os: 'Azure Stack HCI 22H2' },
    vm: { assignedDevices: 'GPU' },
    outcomes: STARTED,
    reasons: ['mig-dda-attached', 'mig-edition-differs'],
  },
  {
    name: 'an old host with an LBFO team',
    host: { os: 'Windows Server 2016' },
    vs: { teaming: 'lbfo', iovEnabled: false },
    vm: { configurationVersion: '9.0' },
    there: ['vmdq'],
    outcomes: BLOCKED,
    reasons: [
      'mig-config-version-unsupported',
      'nic-in-lbfo-team',
      'switch-iov-disabled',
      'vmmq-needs-set',
    ],
  },
  {
    name: 'waits, and falls back then',
    hosts: ALONE,
    host: { migrationsRunning: 2 },
    vs: { iovEnabled: false },
    there: ['vmdq'],
    outcomes: ['falls-back', 'falls-back', 'falls-back'],
    reasons: ['mig-limit-reached', 'switch-iov-disabled'],
    queued: true,
  },
  {
    name: 'better off there, but only after a shutdown',
    source: { switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: false }] },
    host: { processor: BROADWELL },
    now: ['vmdq'],
    outcomes: ['blocked', 'blocked', 'improves'],
    reasons: ['mig-cpu-feature-mismatch'],
  },
  {
    name: 'a paused VM, to another vendor',
    host: { processor: MILAN },
    vm: { state: 'Paused' },
    outcomes: STARTED,
    reasons: ['mig-cpu-vendor-differs'],
  },
  {
    name: 'nobody knows the cluster of the target',
    host: { cluster: 'unknown' },
    outcomes: OPEN,
    undecided: ['mig-not-possible-owner'],
  },
  {
    name: 'from a cluster to a host of its own that has live migration off, with a shared disk',
    host: { cluster: null, migrationEnabled: false },
    vm: { sharedDisks: true },
    outcomes: STARTED,
    reasons: ['mig-shared-disk', 'mig-shared-nothing-disabled'],
  },
  {
    name: 'dynamic memory makes one NUMA node of the VM',
    host: { numaSpanningEnabled: false, numaNodeMemoryBytes: '32 GB', memory: '256 GB' },
    vm: { memory: '64 GB', memoryPerNumaNodeBytes: '32 GB', dynamicMemory: true },
    outcomes: STARTED,
    reasons: ['mig-numa-node-too-small'],
  },
  {
    name: 'static memory keeps its virtual NUMA nodes',
    host: { numaSpanningEnabled: false, numaNodeMemoryBytes: '32 GB', memory: '256 GB' },
    vm: { memory: '64 GB', memoryPerNumaNodeBytes: '32 GB' },
  },
  {
    name: 'one adapter on a switch that the target lacks, another on one that it has',
    vm: {
      vnics: [
        { name: 'a', switchName: 'vs', iovWeight: 100, iovQueuePairsRequested: 2 },
        { name: 'b', switchName: 'vs-other', iovWeight: 100, iovQueuePairsRequested: 2 },
      ],
    },
    source: {
      switches: [
        { name: 'vs', adapters: ['NIC1'], iovEnabled: true },
        { name: 'vs-other', adapters: [], switchType: 'private' },
      ],
    },
    outcomes: ['blocked', 'blocked', 'falls-back'],
    reasons: ['mig-switch-name-missing'],
  },
];

const groups = { several, processors, versions, room, clusters, devices, guests, queues };

describe.each(Object.entries(groups))('moves and their %s', (_, situations) => {
  it.each(situations)('$name', (situation) => {
    const { estate, problems } = read(situation);
    expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const judge = new Judge(estate, PRESET_ASSUMPTIONS, rules);
    const [vm] = estate.vms;
    const target = estate.hosts.find(({ name }) => name === 'B');
    if (vm === undefined || target === undefined) throw new Error('the inventory was not read');
    const verdict = pairVerdict(judge, judge.judge(vm, target));
    const ids = (result: string) => [
      ...new Set(
        verdict.findings
          .filter((one) => one.result === result && one.at !== 'source')
          .map((one) => one.ruleId),
      ),
    ];
    const { live, quick, offline } = verdict.kinds;
    expect({
      now: verdict.vnics[0]?.now.paths,
      there: verdict.vnics[0]?.there.paths,
      outcomes: [live.outcome, quick.outcome, offline.outcome],
      reasons: ids('violated').sort(),
      undecided: ids('undecided').sort(),
      queued: live.queued,
    }).toEqual({
      now: situation.now ?? ['sriov'],
      there: situation.there ?? ['sriov'],
      outcomes: situation.outcomes ?? ['keeps', 'keeps', 'keeps'],
      reasons: [...(situation.reasons ?? [])].sort(),
      undecided: [...(situation.undecided ?? [])].sort(),
      queued: situation.queued ?? false,
    });
  });
});

function read({ source, host, nic, vs, hosts, vm, vnic, clusters: inClusters }: Situation) {
  const one = (name: string, changes: Part = {}, nics: Part = {}, switches: Part = {}): Part => ({
    name,
    os: 'Windows Server 2019',
    cluster: 'PROD',
    processor: CASCADE_LAKE,
    iovSupport: true,
    adapters: [
      { name: 'NIC1', model: 'Intel(R) Ethernet Controller X710 for 10GbE SFP+', ...nics },
    ],
    switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: true, ...switches }],
    ...hosts,
    ...changes,
  });
  const inventory = {
    portolanInventory: 1,
    hosts: [one('A', source), one('B', host, nic, vs)],
    ...(inClusters === undefined ? {} : { clusters: inClusters }),
    vms: [
      {
        name: 'sql-03',
        host: 'A',
        guestOs: 'Windows Server 2019',
        configurationVersion: '8.0',
        vnics: [
          { name: 'nic', switchName: 'vs', iovWeight: 100, iovQueuePairsRequested: 2, ...vnic },
        ],
        ...vm,
      },
    ],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(inventory));
  const work = importFiles([fileOfBytes('situation.json', bytes)]);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}
