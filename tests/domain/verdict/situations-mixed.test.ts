/**
 * Situations with several causes at once, with uneven hosts, with facts missing, and in the words of
 * whoever types ten lines. Expectations were written down from the documents first.
 */
import type { PathSet } from '../../../shared/model/verdict';
import { describeSituations, type Part, type Situation } from './situation';

const VMQ: PathSet = ['vmdq'];
const SOFTWARE: PathSet = ['software'];
const SRIOV_OR_VMQ: PathSet = ['sriov', 'vmdq'];
const STARTED: Situation['is'] = ['blocked', 'blocked', 'keeps'];

const BROADWELL = 'Intel Xeon E5-2690 v4';
const MILAN = 'AMD EPYC 7543';
const SLAT =
  'SR-IOV cannot be used on this computer because the processor does not support second level address translation (SLAT).';
const OSC =
  'To use SR-IOV on this system, the system BIOS must be updated to allow Windows to control PCI Express. Contact your system manufacturer for an update.';
const ACS =
  'SR-IOV cannot be used on this system as the PCI Express hardware does not support Access Control Services (ACS) at any root port. Contact your system vendor for further information.';
const DMA =
  'The chipset on the system does not do DMA remapping, without which SR-IOV cannot be supported.';

const unsupported = (...iovSupportReasons: string[]): Part => ({
  iovSupport: false,
  iovSupportReasons,
});
const team = (
  first: Part,
  second: Part = first,
  vs: Part = {},
): Pick<Situation, 'nics' | 'vs'> => ({
  nics: [
    { name: 'NIC1', ...first },
    { name: 'NIC2', ...second },
  ],
  vs: { adapters: ['NIC1', 'NIC2'], ...vs },
});

const severalCauses: readonly Situation[] = [
  {
    name: 'three reasons of the platform, broken over lines and in capitals',
    host: unsupported(SLAT.toUpperCase(), OSC.replaceAll(' ', '\n  '), ACS),
    there: VMQ,
    is: 'falls-back',
    reasons: ['host-slat-missing', 'host-osc-denied', 'host-acs-missing', 'host-iov-unsupported'],
  },
  {
    name: 'platform, switch and link',
    host: unsupported(OSC),
    vs: { iovEnabled: false },
    nic: { link: '1 Gbps' },
    there: SOFTWARE,
    is: 'falls-back',
    reasons: [
      'host-osc-denied',
      'host-iov-unsupported',
      'switch-iov-disabled',
      'vmq-link-below-10g',
    ],
  },
  {
    name: 'an adapter without a driver for SR-IOV has 0 VFs, and that is no second cause',
    nic: { sriovSupport: 'MissingPfDriver', vfCount: 0 },
    there: VMQ,
    is: 'falls-back',
    reasons: ['nic-missing-pf-driver'],
  },
  {
    name: 'SR-IOV off on the adapter and 0 VFs configured',
    nic: { sriovEnabled: false, vfCount: 0 },
    there: VMQ,
    is: 'falls-back',
    reasons: ['nic-sriov-disabled', 'nic-zero-vfs'],
  },
  {
    name: 'an adapter and its switch that give one cause each in their own words',
    nic: { sriovSupport: 'NoVfBarSpace' },
    vs: { bandwidthMode: 'Weight' },
    there: VMQ,
    is: 'falls-back',
    reasons: ['nic-no-vf-bar-space', 'switch-min-bandwidth-on-iov'],
  },
  {
    name: 'spoofing settles the VF, and the guards stay open beside it',
    vnic: { macAddressSpoofing: true, dhcpGuard: true, routerGuard: true },
    now: VMQ,
    there: VMQ,
    reasons: ['vnic-mac-spoofing', 'vnic-mac-spoofing-blocked'],
    open: ['vnic-dhcp-guard', 'vnic-router-guard'],
  },
  {
    name: 'spoofing on a switch without SR-IOV takes nothing away',
    vnic: { macAddressSpoofing: true },
    vs: { iovEnabled: false },
    now: VMQ,
    there: VMQ,
    reasons: ['switch-iov-disabled'],
  },
  {
    name: 'metering of the VM, an ACL that denies, and a trunk',
    vm: { resourceMetering: true },
    vnic: { aclActions: ['deny'], vlanMode: 'trunk' },
    now: VMQ,
    there: VMQ,
    reasons: ['vnic-metering-acl'],
    open: ['vnic-port-acl', 'vnic-vlan-trunk'],
  },
  {
    name: 'network virtualization, and an extension that forwards',
    vnic: { virtualSubnetId: 5001 },
    vs: { forwardingExtensions: ['Azure VFP'] },
    now: VMQ,
    there: ['vmdq', 'software'],
    is: 'undecided',
    reasons: ['vnic-hnv-subnet'],
    open: ['switch-forwarding-extension'],
  },
  {
    name: 'another vendor, another version, another switch, and a device',
    host: { processor: MILAN, os: 'Windows Server 2016' },
    vs: { name: 'vs-other' },
    vm: { assignedDevices: ['GPU 0'], configurationVersion: '9.0' },
    there: ['none'],
    is: 'blocked',
    reasons: [
      'mig-config-version-unsupported',
      'mig-cpu-vendor-differs',
      'mig-dda-attached',
      'mig-switch-name-missing',
    ],
  },
  {
    name: 'a saved VM, an older processor, an image on a drive, and no SR-IOV there',
    host: { processor: BROADWELL },
    vs: { iovEnabled: false },
    vm: { state: 'Saved', dvdImages: ['D:\\iso\\setup.iso'] },
    there: VMQ,
    is: ['blocked', 'blocked', 'falls-back'],
    reasons: ['mig-cpu-feature-mismatch', 'mig-attachment-missing', 'switch-iov-disabled'],
  },
  {
    name: 'a VM that is off minds neither processor nor memory, but its owners',
    host: { processor: BROADWELL, memory: '64 GB' },
    vm: { state: 'Off', memory: '200 GB', possibleOwners: ['A'] },
    is: STARTED,
    reasons: ['mig-not-possible-owner'],
  },
  {
    name: 'ports, credentials and the network of the cluster',
    host: { migrationPortsOpen: false },
    source: { migrationCredentials: false },
    clusters: [{ name: 'PROD', migrationNetworks: [] }],
    is: ['blocked', 'keeps', 'keeps'],
    reasons: ['mig-port-closed', 'mig-auth', 'mig-cluster-network'],
  },
  {
    name: 'nested virtualization with spoofing for the VMs inside',
    vm: { exposesVirtualization: true },
    vnic: { macAddressSpoofing: true },
    now: VMQ,
    there: VMQ,
    reasons: ['mig-nested-active', 'vnic-mac-spoofing', 'vnic-mac-spoofing-blocked'],
  },
  {
    name: 'VFs, queue pairs and VM queues run out together',
    vs: {
      vfCapacity: 8,
      vfsInUse: 8,
      queuePairCapacity: 64,
      queuePairsInUse: 64,
      vmqCapacity: 16,
      vmqsInUse: 16,
    },
    there: SOFTWARE,
    is: 'falls-back',
    reasons: ['vf-pool-exhausted', 'iov-queue-pairs-short', 'vmq-queues-exhausted'],
  },
];

const uneven: readonly Situation[] = [
  {
    name: 'the source lacks ACS, the target has everything',
    source: unsupported(ACS),
    now: VMQ,
    is: 'improves',
  },
  {
    name: 'both lack SR-IOV, each for a reason of its own',
    source: unsupported(DMA),
    vs: { iovEnabled: false },
    now: VMQ,
    there: VMQ,
    reasons: ['switch-iov-disabled'],
  },
  {
    name: 'from 1 GbE without SR-IOV to 10 GbE without',
    sourceNic: { model: 'Intel I350' },
    sourceVs: { iovEnabled: false },
    vs: { iovEnabled: false },
    vnic: { iovWeight: 0 },
    now: SOFTWARE,
    there: VMQ,
    is: 'improves',
    reasons: ['switch-iov-disabled', 'vnic-iov-weight-zero'],
  },
  {
    name: 'a switch on two adapters of Windows Server 2012 R2 is on an LBFO team',
    source: { os: 'Windows Server 2016' },
    host: { os: 'Windows Server 2012 R2' },
    ...team({}),
    vm: { configurationVersion: '5.0' },
    there: VMQ,
    is: 'falls-back',
    reasons: ['nic-in-lbfo-team', 'vmmq-host-too-old'],
  },
  {
    name: 'an embedded team of which one member has SR-IOV turned off',
    ...team({}, { sriovEnabled: false }, { iovEnabled: true }),
    there: SRIOV_OR_VMQ,
    is: 'undecided',
    reasons: ['nic-sriov-disabled'],
  },
  {
    name: 'an embedded team of two makes, of which the guest has one driver for certain',
    ...team({}, { model: 'Mellanox ConnectX-5' }, { iovEnabled: true }),
    there: SRIOV_OR_VMQ,
    is: 'undecided',
    reasons: ['nic-set-not-identical'],
    open: ['guest-vf-driver-missing'],
  },
  {
    name: 'an LBFO team whose adapters share the processors of their queues',
    ...team(
      { lbfoTeam: 'T', vmqBaseProcessor: 2, vmqMaxProcessors: 4 },
      { lbfoTeam: 'T', vmqBaseProcessor: 2, vmqMaxProcessors: 4 },
      { iovEnabled: false, teamingMode: 'switch-independent', loadBalancing: 'hyper-v-port' },
    ),
    vnic: { iovWeight: 0 },
    now: VMQ,
    there: VMQ,
    reasons: [
      'nic-in-lbfo-team',
      'switch-iov-disabled',
      'vmmq-needs-set',
      'vmq-processor-overlap',
      'vnic-iov-weight-zero',
    ],
  },
  {
    name: 'two VFs left of three for four vNICs, one of which wants none',
    vnics: [{}, { iovWeight: 0 }, {}, {}],
    vs: { vfCapacity: 8, vfsInUse: 6 },
    now: [['sriov'], VMQ, ['sriov'], ['sriov']],
    there: [['sriov'], VMQ, ['sriov'], VMQ],
    is: 'falls-back',
    reasons: ['vf-pool-insufficient', 'vnic-iov-weight-zero'],
  },
  {
    name: 'an internal switch there, and a cluster that does not move live over one',
    vs: { switchType: 'Internal' },
    there: SOFTWARE,
    is: ['blocked', 'falls-back', 'falls-back'],
    reasons: ['switch-not-external', 'mig-switch-internal-private'],
  },
  {
    name: 'the feature that a vNIC demands is there now, and lacks on the target',
    vnic: { mandatoryFeatures: ['Inspection'] },
    vs: { enabledExtensions: ['Microsoft NDIS Capture'] },
    there: ['none'],
    is: ['blocked', 'falls-back', 'falls-back'],
    reasons: ['vnic-mandatory-extension-missing'],
  },
  {
    name: 'Retpoline, from before Skylake to after',
    source: { processor: BROADWELL },
    vm: { retpoline: true },
    is: STARTED,
    reasons: ['mig-retpoline-skylake'],
  },
  {
    name: '128 virtual processors to a release that allows 64',
    source: { os: 'Windows Server 2016' },
    host: { os: 'Windows Server 2012 R2' },
    vm: { processorCount: 128, configurationVersion: '5.0' },
    is: 'blocked',
    reasons: ['mig-vcpu-over-limit'],
  },
  {
    name: 'between Azure Stack HCI and Windows Server',
    host: { os: 'Azure Stack HCI 22H2' },
    is: ['blocked', 'keeps', 'keeps'],
    reasons: ['mig-edition-differs'],
  },
  {
    name: 'queue pairs that do not suffice, where fewer are taken to be given',
    vs: { queuePairCapacity: 64, queuePairsInUse: 62 },
    vnic: { iovQueuePairsRequested: 4 },
    assume: { queuePairShortage: 'fewer-pairs' },
    reasons: ['vf-fewer-queue-pairs'],
  },
  {
    name: 'a VF that the guest left for its MTU: it has the driver, and the MTU may be the same there',
    vnic: { iovUsage: 1, vfDataPathActive: false, vfBindFailure: 'VF MTU mismatch.' },
    now: VMQ,
    there: SRIOV_OR_VMQ,
    is: 'undecided',
    open: ['guest-vf-mtu-mismatch'],
  },
];

const missing: readonly Situation[] = [
  {
    name: 'nobody looked into the firmware, and the vNIC wants no queue',
    host: { iovSupport: 'unknown' },
    vnic: { vmqWeight: 0 },
    there: ['sriov', 'software'],
    is: 'undecided',
    reasons: ['vnic-vmq-weight-zero'],
    open: ['host-iov-unsupported'],
  },
  {
    name: 'the system of the target: what speaks of SR-IOV is no release without',
    host: { os: 'unknown' },
    there: SRIOV_OR_VMQ,
    is: 'undecided',
    open: ['host-client-sku', 'mig-config-version-unsupported', 'mig-edition-differs'],
  },
  {
    name: 'how many VFs are in use',
    vs: { vfCapacity: 8, vfsInUse: 'unknown' },
    there: SRIOV_OR_VMQ,
    is: 'undecided',
    open: ['vf-pool-exhausted'],
  },
  {
    name: 'the processors of both hosts',
    hosts: { processor: 'unknown' },
    is: ['undecided', 'undecided', 'keeps'],
    open: ['mig-cpu-feature-mismatch', 'mig-cpu-vendor-differs'],
  },
  {
    name: 'the guest system',
    vm: { guestOs: 'unknown' },
    now: SRIOV_OR_VMQ,
    there: SRIOV_OR_VMQ,
    open: ['guest-no-sriov-support'],
  },
  {
    name: 'the switches of the target: that is the question, and not what they would be like',
    host: { switches: undefined },
    there: ['sriov', 'vmdq', 'software', 'none'],
    is: 'undecided',
    open: ['mig-switch-name-missing'],
  },
  {
    name: 'the configuration versions of a release that both hosts run',
    hosts: { os: 'Azure Stack HCI 23H2' },
    vm: { configurationVersion: 'unknown' },
  },
  {
    name: 'the type of an extension that is only named',
    vs: { extensions: ['Some Extension'] },
    there: ['sriov', 'vmdq', 'software'],
    is: 'undecided',
    open: ['switch-forwarding-extension'],
  },
  {
    name: 'the model of an adapter of which SR-IOV is told',
    nics: [{ name: 'NIC1', model: undefined, make: 'Intel', numVFs: 16, link: '10 Gbps' }],
  },
];

const otherWords: readonly Situation[] = [
  {
    name: 'as PowerShell prints it',
    host: { IovSupport: false, IovSupportReasons: OSC },
    vs: { iovEnabled: undefined, EnableIov: false, NumberVmqAllocated: 16, AvailableVMQueues: 16 },
    vnic: { MacAddressSpoofing: 'Off', VlanSetting: { OperationMode: 'Access', AccessVlanId: 20 } },
    there: SOFTWARE,
    is: 'falls-back',
    reasons: [
      'host-osc-denied',
      'host-iov-unsupported',
      'switch-iov-disabled',
      'vmq-queues-exhausted',
    ],
  },
  {
    name: 'as somebody says it',
    // A word of the format would count before the other one.
    host: { processor: undefined, cpu: MILAN, memoryGB: 64 },
    vs: { iovEnabled: undefined, sriov: false },
    vm: { memoryGB: 96, vcpus: 4, dda: ['GPU'], iso: 'D:\\x.iso' },
    there: VMQ,
    is: ['blocked', 'blocked', 'falls-back'],
    reasons: [
      'mig-attachment-missing',
      'mig-cpu-vendor-differs',
      'mig-dda-attached',
      'mig-target-memory',
      'switch-iov-disabled',
    ],
  },
  {
    name: 'a cluster that names its nodes',
    hosts: { cluster: undefined },
    clusters: [{ name: 'PROD', nodes: ['A', 'B'], maximumParallelMigrations: 1 }],
    source: { runningMigrations: 1 },
    vm: { possibleOwners: 'A' },
    is: STARTED,
    reasons: ['mig-limit-reached', 'mig-not-possible-owner'],
    queued: true,
  },
];

describeSituations('mixed', { severalCauses, uneven, missing, otherWords });
