/**
 * Situations that administrators meet, each as a short inventory: what the VM gets on the target,
 * what comes of each kind of move, and all reasons that a Hyper-V expert would name there.
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
  /** Changes to the target host, its adapter and its switch. */
  readonly host?: Part;
  readonly nic?: Part;
  readonly vs?: Part;
  /** Changes to the VM and its vNIC. */
  readonly vm?: Part;
  readonly vnic?: Part;
  /** Changes to the host where the VM is. */
  readonly source?: Part;
  readonly now?: PathSet;
  readonly there: PathSet;
  /** live, quick, offline */
  readonly outcomes: readonly [Outcome, Outcome, Outcome];
  /** Violated rules at the target and of the move, warnings included. */
  readonly reasons: readonly string[];
  readonly undecided?: readonly string[];
}

const same = (outcome: Outcome): [Outcome, Outcome, Outcome] => [outcome, outcome, outcome];
const BIOS_OFF =
  'Ensure that the system has chipset support for SR-IOV and that I/O virtualization is enabled in the BIOS.';

const situations: readonly Situation[] = [
  { name: 'an equal host', there: ['sriov'], outcomes: same('keeps'), reasons: [] },
  {
    name: 'SR-IOV off in the firmware',
    host: { iovSupport: false, iovSupportReasons: [BIOS_OFF] },
    there: ['vmdq'],
    outcomes: same('falls-back'),
    reasons: ['host-iommu-bios-off', 'host-iov-unsupported'],
  },
  {
    name: 'a reason in a language that is not understood',
    host: { iovSupport: false, iovSupportReasons: ['SR-IOV kann nicht verwendet werden.'] },
    there: ['vmdq'],
    outcomes: same('falls-back'),
    reasons: ['host-iov-unsupported'],
  },
  {
    name: 'a switch created without SR-IOV',
    vs: { iovEnabled: false },
    there: ['vmdq'],
    outcomes: same('falls-back'),
    reasons: ['switch-iov-disabled'],
  },
  {
    name: 'a switch created without SR-IOV, on a 1 GbE link',
    vs: { iovEnabled: false },
    nic: { link: '1 Gbps' },
    there: ['software'],
    outcomes: same('falls-back'),
    reasons: ['switch-iov-disabled', 'vmq-link-below-10g'],
  },
  {
    name: 'no switch of that name',
    vs: { name: 'vs-other' },
    there: ['none'],
    outcomes: ['blocked', 'blocked', 'falls-back'],
    reasons: ['mig-switch-name-missing'],
  },
  {
    name: 'every VF in use',
    vs: { vfCapacity: 8, vfsInUse: 8 },
    there: ['vmdq'],
    outcomes: same('falls-back'),
    reasons: ['vf-pool-exhausted'],
  },
  {
    name: 'VFs and VM queues used up',
    vs: { vfCapacity: 8, vfsInUse: 8, vmqCapacity: 16, vmqsInUse: 16 },
    there: ['software'],
    outcomes: same('falls-back'),
    reasons: ['vf-pool-exhausted', 'vmq-queues-exhausted'],
  },
  {
    name: 'an LBFO team under the switch',
    vs: { teaming: 'lbfo', iovEnabled: false },
    there: ['vmdq'],
    outcomes: same('falls-back'),
    reasons: ['nic-in-lbfo-team', 'switch-iov-disabled', 'vmmq-needs-set'],
  },
  {
    name: 'the other processor vendor, running',
    host: { processor: 'AMD EPYC 7543 32-Core Processor' },
    there: ['sriov'],
    outcomes: ['blocked', 'blocked', 'keeps'],
    reasons: ['mig-cpu-vendor-differs'],
  },
  {
    name: 'the other processor vendor, and SR-IOV off in the firmware as well',
    host: {
      processor: 'AMD EPYC 7543 32-Core Processor',
      iovSupport: false,
      iovSupportReasons: [BIOS_OFF],
    },
    there: ['vmdq'],
    outcomes: ['blocked', 'blocked', 'falls-back'],
    reasons: ['host-iommu-bios-off', 'host-iov-unsupported', 'mig-cpu-vendor-differs'],
  },
  {
    name: 'a configuration version that the target does not know',
    host: { os: 'Windows Server 2016' },
    vm: { configurationVersion: '9.0' },
    there: ['sriov'],
    outcomes: same('blocked'),
    reasons: ['mig-config-version-unsupported'],
  },
  {
    name: 'a node that is not a possible owner',
    vm: { possibleOwners: ['A'] },
    there: ['sriov'],
    outcomes: ['blocked', 'blocked', 'keeps'],
    reasons: ['mig-not-possible-owner'],
  },
  {
    name: 'a device assigned to the VM',
    vm: { assignedDevices: ['GPU 0'] },
    there: ['sriov'],
    outcomes: ['blocked', 'blocked', 'keeps'],
    reasons: ['mig-dda-attached'],
  },
  {
    name: 'a VM that never asked for SR-IOV keeps its queue, whatever the firmware says',
    vnic: { iovWeight: 0 },
    host: { iovSupport: false, iovSupportReasons: [BIOS_OFF] },
    now: ['vmdq'],
    there: ['vmdq'],
    outcomes: same('keeps'),
    reasons: ['host-iommu-bios-off', 'host-iov-unsupported', 'vnic-iov-weight-zero'],
  },
  {
    name: 'MAC address spoofing keeps the VM off a VF here and there',
    vnic: { macAddressSpoofing: true },
    now: ['vmdq'],
    there: ['vmdq'],
    outcomes: same('keeps'),
    reasons: ['vnic-mac-spoofing', 'vnic-mac-spoofing-blocked'],
  },
  {
    name: 'metering ACLs left behind',
    vnic: { aclActions: ['meter'] },
    now: ['vmdq'],
    there: ['vmdq'],
    outcomes: same('keeps'),
    reasons: ['vnic-metering-acl'],
  },
  {
    name: 'a guest too old for a VF',
    vm: { guestOs: 'Windows Server 2008 R2 Standard' },
    now: ['vmdq'],
    there: ['vmdq'],
    outcomes: same('keeps'),
    reasons: ['guest-no-sriov-support'],
  },
  {
    name: 'a Linux guest on a 2012 R2 host',
    host: { os: 'Windows Server 2012 R2' },
    vm: { guestOs: 'Ubuntu 20.04 LTS', configurationVersion: '5.0' },
    there: ['vmdq'],
    outcomes: same('falls-back'),
    reasons: ['guest-linux-host-too-old', 'vmmq-host-too-old'],
  },
  {
    name: 'a vNIC that is not connected has no path anywhere',
    vnic: { switchName: null },
    now: ['none'],
    there: ['none'],
    outcomes: same('keeps'),
    reasons: ['vnic-not-connected'],
  },
  {
    name: 'a legacy adapter',
    vnic: { isLegacy: true },
    vm: { generation: 1 },
    now: ['software'],
    there: ['software'],
    outcomes: same('keeps'),
    reasons: ['vnic-legacy'],
  },
  {
    name: 'a target without SR-IOV hardware',
    nic: { model: 'Broadcom NetXtreme Gigabit Ethernet' },
    there: ['software'],
    outcomes: same('falls-back'),
    reasons: ['nic-sriov-absent', 'vmq-link-below-10g'],
  },
  {
    name: 'nobody knows the weight, but it is the same on both hosts',
    vnic: { iovWeight: 'unknown' },
    now: ['sriov', 'vmdq'],
    there: ['sriov', 'vmdq'],
    outcomes: same('keeps'),
    reasons: [],
    undecided: ['vnic-iov-weight-zero'],
  },
  {
    name: 'nobody knows whether the platform supports SR-IOV',
    host: { iovSupport: 'unknown' },
    there: ['sriov', 'vmdq'],
    outcomes: same('undecided'),
    reasons: [],
    undecided: ['host-iov-unsupported'],
  },
  {
    name: 'nobody knows the switch flag, and the processor vendor differs',
    host: { processor: 'AMD EPYC 7543 32-Core Processor' },
    vs: { iovEnabled: 'unknown' },
    there: ['sriov', 'vmdq'],
    outcomes: ['blocked', 'blocked', 'undecided'],
    reasons: ['mig-cpu-vendor-differs'],
    undecided: ['switch-iov-disabled'],
  },
  {
    name: 'an adapter of another make, and nobody knows the drivers in the guest',
    nic: { model: 'Mellanox ConnectX-5' },
    there: ['sriov', 'vmdq'],
    outcomes: same('undecided'),
    reasons: [],
    undecided: ['guest-vf-driver-missing'],
  },
  {
    name: 'an adapter of another make, with its driver in the guest',
    nic: { model: 'Mellanox ConnectX-5' },
    vm: { guestVfDrivers: ['Intel', 'Mellanox'] },
    there: ['sriov'],
    outcomes: same('keeps'),
    reasons: [],
  },
  {
    name: 'one queue pair slows a VF, and nothing else',
    vnic: { iovQueuePairsRequested: 1 },
    vs: { iovEnabled: false },
    there: ['vmdq'],
    outcomes: same('falls-back'),
    reasons: ['switch-iov-disabled'],
  },
  {
    name: 'a guest that nobody named, where the switch gives no VF to anybody',
    vm: { guestOs: null },
    vs: { iovEnabled: false },
    now: ['sriov', 'vmdq'],
    there: ['vmdq'],
    outcomes: same('undecided'),
    reasons: ['switch-iov-disabled'],
  },
];

describe('situations', () => {
  it.each(situations)('$name', (situation) => {
    const { estate, problems } = read(situation);
    expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const judge = new Judge(estate, PRESET_ASSUMPTIONS, rules);
    const [vm] = estate.vms;
    const target = estate.hosts.find(({ name }) => name === 'B');
    if (vm === undefined || target === undefined) throw new Error('the inventory was not read');
    const verdict = pairVerdict(judge, judge.judge(vm, target));
    const ids = (result: string) =>
      verdict.findings
        .filter((one) => one.result === result && one.at !== 'source')
        .map((one) => one.ruleId);
    expect({
      now: verdict.vnics[0]?.now.paths,
      there: verdict.vnics[0]?.there.paths,
      outcomes: [
        verdict.kinds.live.outcome,
        verdict.kinds.quick.outcome,
        verdict.kinds.offline.outcome,
      ],
      reasons: ids('violated').sort(),
      undecided: ids('undecided').sort(),
    }).toEqual({
      now: situation.now ?? ['sriov'],
      there: situation.there,
      outcomes: situation.outcomes,
      reasons: [...situation.reasons].sort(),
      undecided: [...(situation.undecided ?? [])].sort(),
    });
  });
});

function read({ host, nic, vs, vm, vnic, source }: Situation) {
  const one = (name: string, changes: Part = {}, nics: Part = {}, switches: Part = {}): Part => ({
    name,
    os: 'Windows Server 2019',
    cluster: 'PROD',
    processor: 'Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz',
    iovSupport: true,
    adapters: [
      { name: 'NIC1', model: 'Intel(R) Ethernet Controller X710 for 10GbE SFP+', ...nics },
    ],
    switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: true, ...switches }],
    ...changes,
  });
  const inventory = {
    portolanInventory: 1,
    hosts: [one('A', source), one('B', host, nic, vs)],
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
