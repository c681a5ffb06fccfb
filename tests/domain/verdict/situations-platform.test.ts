/**
 * Situations of host, adapter, switch, pools and vNIC, each as a short inventory such as somebody
 * would type: what the vNICs get on the target, what comes of each kind of move, and all reasons
 * that a Hyper-V expert would name there. Expectations were derived from the documents, not from
 * what the rules answer.
 */
import { expect, it } from 'vitest';
import type { PathSet } from '../../../shared/model/verdict';
import { describeSituations, type Part, type Situation, verdictIn } from './situation';

const SRIOV: PathSet = ['sriov'];
const VMQ: PathSet = ['vmdq'];
const SOFTWARE: PathSet = ['software'];
const SRIOV_OR_VMQ: PathSet = ['sriov', 'vmdq'];

const SLAT =
  'SR-IOV cannot be used on this computer because the processor does not support second level address translation (SLAT). For Intel processors, this feature might be referred to as Extended Page Tables (EPT).';
const INTERRUPTS =
  'The chipset on the system does not do interrupt remapping, without which SR-IOV cannot be supported.';
const DMA =
  'The chipset on the system does not do DMA remapping, without which SR-IOV cannot be supported.';
const REMAPPING_OFF =
  'SR-IOV cannot be used on this system as it has been configured to disable the use of I/O remapping hardware.';
const BIOS_OFF =
  'Ensure that the system has chipset support for SR-IOV and that I/O virtualization is enabled in the BIOS.';
const TABLES =
  'To use SR-IOV on this computer, the BIOS must be updated because it contains incorrect information describing the hardware capabilities. Contact your computer manufacturer for an update.';
const NO_BUS =
  'SR-IOV cannot be used on this system as it is reporting that there is no PCI Express Bus. Contact your system manufacturer for further information.';
const OSC =
  'To use SR-IOV on this system, the system BIOS must be updated to allow Windows to control PCI Express. Contact your system manufacturer for an update.';
const ACS =
  'SR-IOV cannot be used on this system as the PCI Express hardware does not support Access Control Services (ACS) at any root port. Contact your system vendor for further information.';

const unsupported = (...iovSupportReasons: string[]): Part => ({
  iovSupport: false,
  iovSupportReasons,
});

/** A literal sentence of Windows and the one cause that it names. */
const platform: readonly Situation[] = (
  [
    ['no SLAT', SLAT, 'host-slat-missing'],
    ['no interrupt remapping', INTERRUPTS, 'host-iommu-missing'],
    ['no DMA remapping', DMA, 'host-iommu-missing'],
    ['I/O remapping turned off', REMAPPING_OFF, 'host-iommu-disabled'],
    ['I/O virtualization off in the BIOS', BIOS_OFF, 'host-iommu-bios-off'],
    ['wrong tables in the BIOS', TABLES, 'host-bios-tables-wrong'],
    ['no PCI Express bus', NO_BUS, 'host-no-pcie-bus'],
    ['no control of PCI Express', OSC, 'host-osc-denied'],
    ['no ACS at any root port', ACS, 'host-acs-missing'],
  ] as const
).map(([name, sentence, id]) => ({
  name: `the target reports ${name}`,
  host: unsupported(sentence),
  there: VMQ,
  is: 'falls-back',
  reasons: [id, 'host-iov-unsupported'],
}));

/** A value of SriovSupport and the rule that reads it. */
const adapterStates: readonly Situation[] = (
  [
    ['MissingAcs', 'nic-missing-acs'],
    ['MissingPfDriver', 'nic-missing-pf-driver'],
    ['NoBusResources', 'nic-no-bus-resources'],
    ['NoIoMmuSupport', 'nic-no-iommu'],
    ['NoVfBarSpace', 'nic-no-vf-bar-space'],
    ['NoOscSupport', 'nic-no-osc'],
    ['Unknown', 'nic-sriov-unknown'],
  ] as const
).map(([value, id]) => ({
  name: `the adapter of the target reports ${value}`,
  nic: { sriovSupport: value },
  there: VMQ,
  is: 'falls-back',
  reasons: [id],
}));

/** Policies of which one document says that they take the VF away, and others that it stays. */
const policies: readonly (readonly [string, Part, string])[] = [
  ['a port ACL that denies', { aclActions: ['deny'] }, 'vnic-port-acl'],
  ['an extended port ACL', { extendedAclCount: 3 }, 'vnic-extended-acl'],
  ['port mirroring', { portMirroring: 'Source' }, 'vnic-port-mirroring'],
  ['DHCP guard', { dhcpGuard: 'On' }, 'vnic-dhcp-guard'],
  ['router guard', { routerGuard: true }, 'vnic-router-guard'],
  ['a storm limit', { stormLimit: 1000 }, 'vnic-storm-or-ip-limit'],
  ['a limit of dynamic addresses', { dynamicIpAddressLimit: 4 }, 'vnic-storm-or-ip-limit'],
  ['a maximum bandwidth', { maximumBandwidthBitsPerSecond: '1 Gbps' }, 'vnic-bandwidth-policy'],
  ['a minimum bandwidth weight', { minimumBandwidthWeight: 10 }, 'vnic-bandwidth-policy'],
];
const openPolicies: readonly Situation[] = policies.map(([name, vnic, id]) => ({
  name: `${name} leaves the path open, here and there, but it is the same on both`,
  vnic,
  now: SRIOV_OR_VMQ,
  there: SRIOV_OR_VMQ,
  is: 'keeps',
  open: [id],
}));
const withdrawingPolicies: readonly Situation[] = policies.map(([name, vnic, id]) => ({
  name: `${name} takes the VF away where the plan assumes so`,
  vnic,
  assume: { portPolicy: 'withdraws-vf' },
  now: VMQ,
  there: VMQ,
  is: 'keeps',
  reasons: [id],
}));
const bypassedPolicies: readonly Situation[] = policies.map(([name, vnic]) => ({
  name: `${name} is not enforced where the plan assumes that the VF stays`,
  vnic,
  assume: { portPolicy: 'bypassed' },
  there: SRIOV,
  is: 'keeps',
  reasons: ['vnic-policy-bypassed'],
}));

const twoNics = [{ name: 'NIC1' }, { name: 'NIC2' }];

const several: readonly Situation[] = [
  {
    name: 'two reasons of the platform at once, each named',
    host: unsupported(DMA, OSC),
    there: VMQ,
    is: 'falls-back',
    reasons: ['host-iommu-missing', 'host-osc-denied', 'host-iov-unsupported'],
  },
  {
    name: 'a known reason and one in German, word for word',
    host: unsupported(ACS, 'SR-IOV kann auf diesem Computer nicht verwendet werden.'),
    there: VMQ,
    is: 'falls-back',
    reasons: ['host-acs-missing', 'host-iov-unsupported'],
  },
  {
    name: 'reasons as one text, and no word about support',
    host: { iovSupport: 'unknown', iovSupportReasons: OSC },
    there: VMQ,
    is: 'falls-back',
    reasons: ['host-osc-denied', 'host-iov-unsupported'],
  },
  {
    name: 'no support, and no reason was collected',
    host: { iovSupport: false },
    there: VMQ,
    is: 'falls-back',
    reasons: ['host-iov-unsupported'],
  },
  {
    name: 'the platform, the switch and the pool of queues all at once',
    host: unsupported(BIOS_OFF),
    vs: { iovEnabled: false, vmqCapacity: 8, vmqsInUse: 8 },
    there: SOFTWARE,
    is: 'falls-back',
    reasons: [
      'host-iommu-bios-off',
      'host-iov-unsupported',
      'switch-iov-disabled',
      'vmq-queues-exhausted',
    ],
  },
  {
    name: 'an override of the platform check is a warning and no more',
    host: { iovEnableOverride: true },
    there: SRIOV,
    is: 'keeps',
    reasons: ['host-iov-override'],
  },
  {
    name: 'a platform that only the source lacks: the VM gains',
    source: unsupported(OSC),
    now: VMQ,
    there: SRIOV,
    is: 'improves',
  },
  {
    name: 'a platform that both lack',
    source: unsupported(OSC),
    host: unsupported(ACS),
    now: VMQ,
    there: VMQ,
    is: 'keeps',
    reasons: ['host-acs-missing', 'host-iov-unsupported'],
  },
  {
    name: 'a switch with SR-IOV on a host that denies it, as Windows prints both',
    host: unsupported(OSC),
    vs: unsupported(OSC),
    there: VMQ,
    is: 'falls-back',
    reasons: ['host-osc-denied', 'host-iov-unsupported', 'switch-iov-unsupported'],
  },
  {
    name: 'a switch that cannot use SR-IOV for a reason of its adapter',
    vs: unsupported('This network adapter does not support SR-IOV.'),
    there: VMQ,
    is: 'falls-back',
    reasons: ['switch-iov-unsupported'],
  },
  {
    name: 'a client host',
    host: { os: 'Windows 11 Pro', osBuild: 22631 },
    vm: { configurationVersion: '8.0' },
    there: VMQ,
    is: ['blocked', 'falls-back', 'falls-back'],
    reasons: ['host-client-sku'],
  },
];

const nics: readonly Situation[] = [
  {
    name: 'SR-IOV turned off on the adapter of the target',
    nic: { sriovEnabled: false },
    there: VMQ,
    is: 'falls-back',
    reasons: ['nic-sriov-disabled'],
  },
  {
    name: 'an adapter configured with no VF',
    nic: { vfCount: 0 },
    there: VMQ,
    is: 'falls-back',
    reasons: ['nic-zero-vfs'],
  },
  {
    name: 'an adapter without SR-IOV and without a fast link',
    nic: { sriovListed: false, link: '1 Gbps' },
    there: SOFTWARE,
    is: 'falls-back',
    reasons: ['nic-sriov-absent', 'vmq-link-below-10g'],
  },
  {
    name: 'a 1 GbE adapter with SR-IOV gives a VF all the same',
    nic: { link: '1 Gbps' },
    there: SRIOV,
    is: 'keeps',
    reasons: ['vmq-link-below-10g'],
  },
  {
    name: 'a 1 GbE adapter with SR-IOV on a platform without: nothing but software is left',
    host: unsupported(OSC),
    nic: { link: '1 Gbps' },
    there: SOFTWARE,
    is: 'falls-back',
    reasons: ['host-osc-denied', 'host-iov-unsupported', 'vmq-link-below-10g'],
  },
  {
    name: 'the same, where the plan assumes VPorts to be exempt',
    host: unsupported(OSC),
    nic: { link: '1 Gbps' },
    assume: { slowSriovLink: 'as-fast' },
    there: VMQ,
    is: 'falls-back',
    reasons: ['host-osc-denied', 'host-iov-unsupported'],
  },
  {
    name: 'the same, where the plan leaves it open',
    host: unsupported(OSC),
    nic: { link: '1 Gbps' },
    assume: { slowSriovLink: 'unsure' },
    there: ['vmdq', 'software'],
    is: 'falls-back',
    reasons: ['host-osc-denied', 'host-iov-unsupported'],
    open: ['vmq-link-below-10g'],
  },
  {
    name: 'VMQ turned off on the adapter as well as SR-IOV',
    nic: { sriovEnabled: false, vmqEnabled: false },
    there: SOFTWARE,
    is: 'falls-back',
    reasons: ['nic-sriov-disabled', 'vmq-nic-disabled'],
  },
  {
    name: 'a teaming driver of Intel',
    host: { os: 'Windows Server 2012 R2' },
    nic: { vendorTeamOrVlan: true },
    vm: { configurationVersion: '5.0' },
    there: VMQ,
    is: 'falls-back',
    reasons: ['nic-vendor-team-or-vlan', 'vmmq-host-too-old'],
  },
  {
    name: 'an LBFO team that the adapters name',
    nics: [
      { name: 'NIC1', lbfoTeam: 'Team1' },
      { name: 'NIC2', lbfoTeam: 'Team1' },
    ],
    vs: { adapters: ['NIC1', 'NIC2'], teamingMode: 'SwitchIndependent', loadBalancing: 'Dynamic' },
    there: VMQ,
    is: 'falls-back',
    reasons: ['nic-in-lbfo-team', 'nic-in-lbfo-team', 'vmmq-needs-set'],
  },
  {
    name: 'a SET team of equal adapters',
    nics: twoNics,
    vs: { adapters: ['NIC1', 'NIC2'] },
    there: SRIOV,
    is: 'keeps',
  },
  {
    name: 'a SET team whose members differ is a warning',
    nics: [{ name: 'NIC1' }, { name: 'NIC2', driverVersion: '1.2', firmwareVersion: '9' }],
    nic: { driverVersion: '1.1', firmwareVersion: '8' },
    vs: { adapters: ['NIC1', 'NIC2'] },
    there: SRIOV,
    is: 'keeps',
    reasons: ['nic-set-not-identical'],
  },
  {
    name: 'one member of a SET team without SR-IOV leaves it open which serves',
    nics: [{ name: 'NIC1' }, { name: 'NIC2', sriovEnabled: false }],
    vs: { adapters: ['NIC1', 'NIC2'] },
    there: SRIOV_OR_VMQ,
    is: 'undecided',
    reasons: ['nic-sriov-disabled'],
  },
  {
    name: 'the same, where the plan assumes that one capable member does',
    nics: [{ name: 'NIC1' }, { name: 'NIC2', sriovEnabled: false }],
    vs: { adapters: ['NIC1', 'NIC2'] },
    assume: { setMember: 'any-capable' },
    there: SRIOV,
    is: 'keeps',
    reasons: ['nic-sriov-disabled'],
  },
  {
    name: 'every member of a SET team without SR-IOV, each for a reason of its own',
    nics: [
      { name: 'NIC1', sriovSupport: 'MissingAcs' },
      { name: 'NIC2', sriovEnabled: false },
    ],
    vs: { adapters: ['NIC1', 'NIC2'] },
    there: VMQ,
    is: 'falls-back',
    reasons: ['nic-missing-acs', 'nic-sriov-disabled'],
  },
];

const switches: readonly Situation[] = [
  {
    name: 'a switch without SR-IOV at the source: the VM gains',
    sourceVs: { iovEnabled: false },
    now: VMQ,
    there: SRIOV,
    is: 'improves',
  },
  {
    name: 'a private switch of the same name, outside any cluster',
    source: { cluster: null },
    host: { cluster: null },
    vs: { switchType: 'Private', adapters: [] },
    there: SOFTWARE,
    is: 'falls-back',
    reasons: ['switch-not-external'],
  },
  {
    name: 'a forwarding extension may refuse both VFs and queues',
    vs: { forwardingExtensions: ['Contoso Switch'] },
    there: ['sriov', 'vmdq', 'software'],
    is: 'undecided',
    open: ['switch-forwarding-extension'],
  },
  {
    name: 'a forwarding extension beside a certain cause leaves only queues open',
    vs: { forwardingExtensions: ['Contoso Switch'], iovEnabled: false },
    there: ['vmdq', 'software'],
    is: 'falls-back',
    reasons: ['switch-iov-disabled'],
    open: ['switch-forwarding-extension'],
  },
  {
    name: 'a filtering extension has no say in VFs',
    vs: { enabledExtensions: ['Microsoft Windows Filtering Platform', 'Microsoft NDIS Capture'] },
    there: SRIOV,
    is: 'keeps',
  },
  {
    name: 'a minimum bandwidth mode on a switch with SR-IOV',
    vs: { bandwidthMode: 'Absolute' },
    there: SRIOV,
    is: 'keeps',
    reasons: ['switch-min-bandwidth-on-iov'],
  },
  {
    name: 'a switch name in another letter case is the same switch',
    vs: { name: 'VS' },
    there: SRIOV,
    is: 'keeps',
  },
  {
    name: 'nobody knows what kind of switch it is',
    vs: { switchType: 'unknown' },
    // That a queue is in it is caution: what one rule takes away together is added up path by path.
    there: ['sriov', 'vmdq', 'software'],
    is: 'undecided',
    open: ['mig-switch-internal-private', 'switch-not-external'],
  },
];

const pools: readonly Situation[] = [
  {
    name: 'the last VF is enough for one',
    vs: { vfCapacity: 8, vfsInUse: 7 },
    there: SRIOV,
    is: 'keeps',
  },
  {
    name: 'VFs used up at both ends',
    sourceVs: { vfCapacity: 8, vfsInUse: 8 },
    vs: { vfCapacity: 8, vfsInUse: 8 },
    now: VMQ,
    there: VMQ,
    is: 'keeps',
    reasons: ['vf-pool-exhausted'],
  },
  {
    name: 'VFs used up at the source only: the VM gains',
    sourceVs: { vfCapacity: 8, vfsInUse: 8 },
    now: VMQ,
    there: SRIOV,
    is: 'improves',
  },
  {
    name: 'the VF that the VM holds itself is not in its way at the source',
    sourceVs: { vfCapacity: 8, vfsInUse: 8 },
    vnic: { iovUsage: 1, vfDataPathActive: true },
    there: SRIOV,
    is: 'keeps',
  },
  {
    name: 'the only VF of the source is its own where VFs are counted from the file',
    sourceNic: { vfCount: 1 },
    there: SRIOV,
    is: 'keeps',
  },
  {
    name: 'the only VF of the target is held by another VM of the file',
    nic: { vfCount: 1 },
    others: [{ name: 'web', vnics: [{ switchName: 'vs', iovWeight: 100 }] }],
    there: VMQ,
    is: 'falls-back',
    reasons: ['vf-pool-exhausted'],
  },
  {
    name: 'a guest that can use no VF holds none',
    nic: { vfCount: 1 },
    others: [
      {
        name: 'old',
        guestOs: 'Windows Server 2008 R2 Standard',
        vnics: [{ switchName: 'vs', iovWeight: 100 }],
      },
    ],
    there: SRIOV,
    is: 'keeps',
  },
  {
    name: 'a VM with MAC address spoofing holds no VF',
    nic: { vfCount: 1 },
    others: [
      { name: 'nlb', vnics: [{ switchName: 'vs', iovWeight: 100, macAddressSpoofing: 'On' }] },
    ],
    there: SRIOV,
    is: 'keeps',
  },
  {
    name: 'a VM that is off holds no VF',
    nic: { vfCount: 1 },
    others: [{ name: 'off', state: 'off', vnics: [{ switchName: 'vs', iovWeight: 100 }] }],
    there: SRIOV,
    is: 'keeps',
  },
  {
    name: 'two vNICs and one VF: the first in order gets it',
    vs: { vfCapacity: 8, vfsInUse: 7 },
    vnics: [
      { name: 'a', iovWeight: 100 },
      { name: 'b', iovWeight: 100 },
    ],
    now: [SRIOV, SRIOV],
    there: [SRIOV, VMQ],
    is: 'falls-back',
    reasons: ['vf-pool-insufficient'],
  },
  {
    name: 'two vNICs on two switches do not compete',
    host: {
      switches: [
        { name: 'vs', adapters: ['NIC1'], iovEnabled: true, vfCapacity: 8, vfsInUse: 7 },
        { name: 'vs2', adapters: ['NIC2'], iovEnabled: true, vfCapacity: 8, vfsInUse: 7 },
      ],
    },
    source: {
      switches: [
        { name: 'vs', adapters: ['NIC1'], iovEnabled: true },
        { name: 'vs2', adapters: ['NIC2'], iovEnabled: true },
      ],
    },
    nics: twoNics,
    sourceNics: twoNics,
    vnics: [
      { name: 'a', iovWeight: 100 },
      { name: 'b', iovWeight: 100, switchName: 'vs2' },
    ],
    now: [SRIOV, SRIOV],
    there: [SRIOV, SRIOV],
    is: 'keeps',
  },
  {
    name: 'a vNIC whose VF is withdrawn leaves the only one to the next',
    vs: { vfCapacity: 8, vfsInUse: 7 },
    vnics: [
      { name: 'a', iovWeight: 100, macAddressSpoofing: true },
      { name: 'b', iovWeight: 100 },
    ],
    now: [VMQ, SRIOV],
    there: [VMQ, SRIOV],
    is: 'keeps',
    reasons: ['vnic-mac-spoofing', 'vnic-mac-spoofing-blocked'],
  },
  {
    name: 'a vNIC with a guard may leave the only VF to the next, or not',
    vs: { vfCapacity: 8, vfsInUse: 7 },
    vnics: [
      { name: 'a', iovWeight: 100, dhcpGuard: true },
      { name: 'b', iovWeight: 100 },
    ],
    now: [SRIOV_OR_VMQ, SRIOV],
    there: [SRIOV_OR_VMQ, SRIOV_OR_VMQ],
    is: 'undecided',
    open: ['vf-pool-insufficient', 'vnic-dhcp-guard'],
  },
  {
    name: 'a guest that can use no VF is short of none',
    vm: { guestOs: 'Windows Server 2008 R2 Standard' },
    vs: { vfCapacity: 8, vfsInUse: 7 },
    vnics: [
      { name: 'a', iovWeight: 100 },
      { name: 'b', iovWeight: 100 },
    ],
    now: [VMQ, VMQ],
    there: [VMQ, VMQ],
    is: 'keeps',
    reasons: ['guest-no-sriov-support'],
  },
  {
    name: 'VFs of a SET team used up, if its count is that of all members',
    nics: twoNics,
    vs: { adapters: ['NIC1', 'NIC2'], vfCapacity: 8, vfsInUse: 8 },
    there: VMQ,
    is: 'falls-back',
    reasons: ['vf-pool-exhausted'],
  },
  {
    name: 'not used up, if the plan takes the count for that of one member',
    nics: twoNics,
    vs: { adapters: ['NIC1', 'NIC2'], vfCapacity: 8, vfsInUse: 8 },
    assume: { setVfCount: 'one-member' },
    there: SRIOV,
    is: 'keeps',
  },
  {
    name: 'open, if the plan leaves it open what is counted',
    nics: twoNics,
    vs: { adapters: ['NIC1', 'NIC2'], vfCapacity: 8, vfsInUse: 8 },
    assume: { setVfCount: 'unsure' },
    there: SRIOV_OR_VMQ,
    is: 'undecided',
    open: ['vf-pool-exhausted'],
  },
  {
    name: 'a full pool is open where the plan lets a higher weight win',
    vs: { vfCapacity: 8, vfsInUse: 8 },
    assume: { poolPreference: 'unsure' },
    there: SRIOV_OR_VMQ,
    is: 'undecided',
    open: ['vf-pool-exhausted'],
  },
  {
    name: 'queue pairs short: fewer of them, or no VF',
    vs: { queuePairCapacity: 64, queuePairsInUse: 62 },
    vnic: { iovQueuePairsRequested: 4 },
    there: SRIOV_OR_VMQ,
    is: 'undecided',
    open: ['iov-queue-pairs-short'],
  },
  {
    name: 'queue pairs short, where the plan assumes that fewer are given',
    vs: { queuePairCapacity: 64, queuePairsInUse: 62 },
    vnic: { iovQueuePairsRequested: 4 },
    assume: { queuePairShortage: 'fewer-pairs' },
    there: SRIOV,
    is: 'keeps',
    reasons: ['vf-fewer-queue-pairs'],
  },
  {
    name: 'queue pairs short, where the plan assumes that no VF is given',
    vs: { queuePairCapacity: 64, queuePairsInUse: 62 },
    vnic: { iovQueuePairsRequested: 4 },
    assume: { queuePairShortage: 'no-vf' },
    there: VMQ,
    is: 'falls-back',
    reasons: ['iov-queue-pairs-short'],
  },
  {
    name: 'no queue pair at all is no VF',
    vs: { queuePairCapacity: 64, queuePairsInUse: 64 },
    there: VMQ,
    is: 'falls-back',
    reasons: ['iov-queue-pairs-short'],
  },
  {
    name: 'a shared pool of VPorts is used up',
    nic: { vportCount: 64, vportsActive: 64, singleVportPool: true },
    there: VMQ,
    is: 'falls-back',
    reasons: ['vport-pool-exhausted'],
  },
  {
    name: 'VPorts of their own are there for VFs, however many queues there are',
    nic: { vportCount: 64, vportsActive: 64, singleVportPool: false },
    there: SRIOV,
    is: 'keeps',
  },
  {
    name: 'queues used up do not matter to a vNIC that gets a VF',
    vs: { vmqCapacity: 8, vmqsInUse: 8 },
    there: SRIOV,
    is: 'keeps',
    reasons: ['vmq-queues-exhausted'],
  },
  {
    name: 'one queue left for a vNIC after one that gets no VF there',
    vs: { iovEnabled: false, vmqCapacity: 8, vmqsInUse: 7 },
    vnics: [
      { name: 'a', iovWeight: 100 },
      { name: 'b', iovWeight: 0 },
    ],
    now: [SRIOV, VMQ],
    there: [VMQ, SOFTWARE],
    is: 'falls-back',
    reasons: ['switch-iov-disabled', 'vmq-queues-exhausted', 'vnic-iov-weight-zero'],
  },
  {
    name: 'one queue left, and a vNIC with a VF that may hold one too',
    vs: { vmqCapacity: 8, vmqsInUse: 7 },
    vnics: [
      { name: 'a', iovWeight: 100 },
      { name: 'b', iovWeight: 0 },
    ],
    now: [SRIOV, VMQ],
    there: [SRIOV, ['vmdq', 'software']],
    is: 'undecided',
    reasons: ['vnic-iov-weight-zero'],
    open: ['vmq-queues-exhausted'],
  },
  {
    name: 'the same, where the plan assumes that a VF holder needs no queue',
    vs: { vmqCapacity: 8, vmqsInUse: 7 },
    vnics: [
      { name: 'a', iovWeight: 100 },
      { name: 'b', iovWeight: 0 },
    ],
    assume: { vfHolderQueue: 'no' },
    now: [SRIOV, VMQ],
    there: [SRIOV, VMQ],
    is: 'keeps',
    reasons: ['vnic-iov-weight-zero'],
  },
  {
    name: 'the same, where the plan assumes that it does',
    vs: { vmqCapacity: 8, vmqsInUse: 7 },
    vnics: [
      { name: 'a', iovWeight: 100 },
      { name: 'b', iovWeight: 0 },
    ],
    assume: { vfHolderQueue: 'yes' },
    now: [SRIOV, VMQ],
    there: [SRIOV, SOFTWARE],
    is: 'falls-back',
    reasons: ['vmq-queues-exhausted', 'vnic-iov-weight-zero'],
  },
  {
    name: 'the capacity of the target is not known',
    vs: { vfCapacity: 'unknown' },
    there: SRIOV_OR_VMQ,
    is: 'undecided',
    open: ['vf-pool-exhausted'],
  },
];

const vnics: readonly Situation[] = [
  {
    name: 'a vNIC that asks for no VF and no queue',
    vnic: { iovWeight: 0, vmqWeight: 0 },
    now: SOFTWARE,
    there: SOFTWARE,
    is: 'keeps',
    reasons: ['vnic-iov-weight-zero', 'vnic-vmq-weight-zero'],
  },
  {
    name: 'MAC address spoofing on a target switch without SR-IOV is allowed',
    vnic: { macAddressSpoofing: 'On' },
    vs: { iovEnabled: false },
    now: VMQ,
    there: VMQ,
    is: 'keeps',
    reasons: ['switch-iov-disabled'],
  },
  {
    name: 'spoofing that only becomes a problem on the target: its switch has SR-IOV',
    vnic: { iovWeight: 0, macAddressSpoofing: 'On' },
    sourceVs: { iovEnabled: false },
    now: VMQ,
    there: VMQ,
    is: 'keeps',
    reasons: ['vnic-iov-weight-zero', 'vnic-mac-spoofing-blocked'],
  },
  {
    name: 'resource metering of the VM',
    vm: { resourceMetering: true },
    vnic: { aclActions: 'unknown' },
    now: VMQ,
    there: VMQ,
    is: 'keeps',
    reasons: ['vnic-metering-acl'],
    open: [],
  },
  {
    name: 'metering and a deny ACL are two reasons',
    vnic: { aclActions: ['meter', 'deny'] },
    now: VMQ,
    there: VMQ,
    is: 'keeps',
    reasons: ['vnic-metering-acl'],
    open: ['vnic-port-acl'],
  },
  {
    name: 'a virtual subnet',
    vnic: { virtualSubnetId: 5001 },
    now: VMQ,
    there: VMQ,
    is: 'keeps',
    reasons: ['vnic-hnv-subnet'],
  },
  {
    name: 'an external virtual subnet by isolation mode',
    vnic: { isolationMode: 'ExternalVirtualSubnet' },
    now: VMQ,
    there: VMQ,
    is: 'keeps',
    reasons: ['vnic-hnv-subnet'],
  },
  { name: 'an access VLAN costs nothing', vnic: { vlanMode: 'Access' }, there: SRIOV, is: 'keeps' },
  { name: 'guest teaming costs nothing', vnic: { allowTeaming: 'On' }, there: SRIOV, is: 'keeps' },
  {
    name: 'a trunk leaves it open',
    vnic: { vlanMode: 'Trunk' },
    now: SRIOV_OR_VMQ,
    there: SRIOV_OR_VMQ,
    is: 'keeps',
    open: ['vnic-vlan-trunk'],
  },
  {
    name: 'isolation by VLAN leaves it open',
    vnic: { isolationMode: 'Vlan' },
    now: SRIOV_OR_VMQ,
    there: SRIOV_OR_VMQ,
    is: 'keeps',
    open: ['vnic-vlan-trunk'],
  },
  {
    name: 'DHCP guard where SR-IOV is not asked for is no reason',
    vnic: { iovWeight: 0, dhcpGuard: true },
    now: VMQ,
    there: VMQ,
    is: 'keeps',
    reasons: ['vnic-iov-weight-zero'],
  },
  {
    name: 'DHCP guard beside a switch without SR-IOV is one cause more',
    vnic: { dhcpGuard: true },
    vs: { iovEnabled: false },
    now: SRIOV_OR_VMQ,
    there: VMQ,
    is: 'undecided',
    reasons: ['switch-iov-disabled'],
    open: ['vnic-dhcp-guard'],
  },
  {
    name: 'a VF in use with DHCP guard on: the guard is not enforced, here and there',
    vnic: { dhcpGuard: true, vfDataPathActive: true, iovUsage: 1 },
    there: SRIOV,
    is: 'keeps',
    reasons: ['vnic-policy-bypassed'],
  },
  {
    name: 'a move to a higher path ends the enforcement of an ACL, where the plan assumes that the VF stays',
    vnic: { aclActions: ['deny'] },
    sourceVs: { iovEnabled: false },
    assume: { portPolicy: 'bypassed' },
    now: VMQ,
    there: SRIOV,
    is: 'improves',
    reasons: ['vnic-policy-bypassed'],
  },
  {
    name: 'the same move is open where the plan leaves it open',
    vnic: { aclActions: ['deny'] },
    sourceVs: { iovEnabled: false },
    now: VMQ,
    there: SRIOV_OR_VMQ,
    is: 'undecided',
    open: ['vnic-port-acl'],
  },
  {
    name: 'a feature that the target switch does not offer',
    vnic: { mandatoryFeatures: ['Contoso QoS'] },
    sourceVs: { portFeatures: ['Contoso QoS'] },
    there: ['none'],
    is: ['blocked', 'falls-back', 'falls-back'],
    reasons: ['vnic-mandatory-extension-missing'],
  },
  {
    name: 'no free dynamic MAC address on the target',
    host: { macAddressMinimum: '00155D010A00', macAddressMaximum: '00155D010A00' },
    others: [{ name: 'web', vnics: [{ switchName: 'vs' }] }],
    there: SRIOV,
    is: 'keeps',
    reasons: ['mac-pool-exhausted'],
  },
  {
    name: 'the host contradicts the rules: a VF in use in spite of spoofing',
    vnic: { macAddressSpoofing: true, vfDataPathActive: true },
    there: VMQ,
    is: 'falls-back',
    reasons: ['vnic-mac-spoofing', 'vnic-mac-spoofing-blocked'],
  },
  {
    name: 'not connected, with everything else wrong as well',
    vnic: { switchName: null, iovWeight: 0 },
    host: unsupported(OSC),
    now: ['none'],
    there: ['none'],
    is: 'keeps',
    reasons: ['vnic-not-connected'],
  },
];

const groups = {
  platform,
  adapterStates,
  several,
  nics,
  switches,
  pools,
  vnics,
  openPolicies,
  withdrawingPolicies,
  bypassedPolicies,
};

describeSituations('hosts, adapters, switches, pools and vNICs', groups);

it('says in words what is not enforced any more where a VM gains a path', () => {
  const gain = vnics.find(({ name }) => name.startsWith('a move to a higher path'));
  if (gain === undefined) throw new Error('no such situation');
  const { sentence } = verdictIn(gain).kinds.live;
  expect(sentence).toContain('port ACLs');
  expect(sentence).toContain('enforced');
});
