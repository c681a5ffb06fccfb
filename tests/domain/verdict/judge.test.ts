import { describe, expect, it } from 'vitest';
import { hostRules } from '../../../electron/domain/rules/hyperv/host';
import { nicRules } from '../../../electron/domain/rules/hyperv/nic';
import { poolRules } from '../../../electron/domain/rules/hyperv/pool';
import { switchRules } from '../../../electron/domain/rules/hyperv/switch';
import { Judge } from '../../../electron/domain/verdict/judge';
import { Matrix } from '../../../electron/domain/verdict/matrix';
import { pairVerdict } from '../../../electron/domain/verdict/pair-verdict';
import { summarise, targetsOf } from '../../../electron/domain/verdict/summary';
import { type Assumptions, PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Estate, Host, Vm } from '../../../shared/model/estate';
import type { MoveKind, PairVerdict } from '../../../shared/model/verdict';
import { adapter, host, virtualSwitch, vm, vnic } from '../../helpers/estate';

// Only these scopes, so that each test says all that there is to say of its estate.
const rules = [...hostRules, ...nicRules, ...switchRules, ...poolRules];

type HostParts = NonNullable<Parameters<typeof host>[1]>;
type SwitchFacts = Parameters<typeof virtualSwitch>[1];
type AdapterFacts = Parameters<typeof adapter>[1];

const HEALTHY_NIC: AdapterFacts = {
  make: 'intel',
  description: 'X710',
  sriovListed: true,
  sriovSupport: 'supported',
  sriovEnabled: true,
  vfCount: 32,
  vendorTeamOrVlan: false,
  lbfoTeam: null,
  singleVportPool: false,
};
const HEALTHY_SWITCH: SwitchFacts = {
  switchType: 'external',
  memberAdapters: ['NIC1'],
  teaming: 'none',
  iovEnabled: true,
  iovSupport: true,
  iovSupportReasons: [],
  bandwidthMode: 'none',
  forwardingExtensions: [],
  vfCapacity: 32,
  vfsInUse: 4,
  vmqCapacity: 31,
  vmqsInUse: 2,
  queuePairCapacity: 127,
  queuePairsInUse: 8,
};

function hypervHost(
  name: string,
  change: {
    facts?: HostParts['facts'];
    nic?: AdapterFacts;
    vs?: SwitchFacts;
    nics?: [string, AdapterFacts][];
  } = {},
): Host {
  return host(name, {
    cluster: 'PROD',
    facts: {
      osBuild: 17763,
      osKind: 'server',
      iovSupport: true,
      iovSupportReasons: [],
      iovEnableOverride: false,
      ...change.facts,
    },
    adapters: (change.nics ?? [['NIC1', {}]]).map(([nic, facts]) =>
      adapter(nic, { ...HEALTHY_NIC, ...change.nic, ...facts }),
    ),
    switches: [virtualSwitch('vs', { ...HEALTHY_SWITCH, ...change.vs })],
  });
}

const sql = vm('sql-03', {
  on: 'HV01',
  facts: { state: 'running' },
  vnics: [
    vnic('nic', {
      switchName: 'vs',
      connected: true,
      iovWeight: 100,
      vmqWeight: 100,
      iovQueuePairsRequested: 1,
      vfDataPathActive: true,
      iovUsage: 1,
      vmqUsage: 0,
    }),
  ],
});

function judgeOn(
  target: Host,
  subject: Vm = sql,
  assumptions: Assumptions = PRESET_ASSUMPTIONS,
): PairVerdict {
  const estate: Estate = { clusters: [], hosts: [hypervHost('HV01'), target], vms: [subject] };
  const judge = new Judge(estate, assumptions, rules);
  return pairVerdict(judge, judge.judge(subject, target));
}

const outcomes = (verdict: PairVerdict) =>
  (['live', 'quick', 'offline'] satisfies MoveKind[]).map((kind) => verdict.kinds[kind].outcome);
const idsAt = (verdict: PairVerdict, at: string, result = 'violated') =>
  verdict.findings.filter((one) => one.at === at && one.result === result).map((one) => one.ruleId);

describe('a VM on a VF', () => {
  it('keeps SR-IOV on an equal host', () => {
    const verdict = judgeOn(hypervHost('HV02'));
    expect(outcomes(verdict)).toEqual(['keeps', 'keeps', 'keeps']);
    expect(verdict.vnics[0]?.there.paths).toEqual(['sriov']);
    expect(verdict.vnics[0]?.now).toEqual({ paths: ['sriov'], decidedBy: 'host' });
    expect(verdict.findings).toEqual([]);
    expect(verdict.kinds.live.sentence).toBe('sql-03 keeps SR-IOV on HV02.');
  });

  it('falls back, and is told every reason, where several stand in the way', () => {
    const verdict = judgeOn(
      hypervHost('HV02', {
        facts: {
          iovSupport: false,
          iovSupportReasons: [
            'Ensure that the system has chipset support for SR-IOV and that I/O virtualization is enabled in the BIOS.',
          ],
        },
        nic: { sriovEnabled: false },
        vs: { iovEnabled: false },
      }),
    );
    expect(outcomes(verdict)).toEqual(['falls-back', 'falls-back', 'falls-back']);
    expect(verdict.vnics[0]?.there.paths).toEqual(['vmdq']);
    expect(idsAt(verdict, 'target').sort()).toEqual([
      'host-iommu-bios-off',
      'host-iov-unsupported',
      'nic-sriov-disabled',
      'switch-iov-disabled',
    ]);
    expect(verdict.kinds.live.primaryRuleId).toBe('host-iommu-bios-off');
  });

  it('names the evidence down to file and field', () => {
    const verdict = judgeOn(hypervHost('HV02', { vs: { iovEnabled: false } }));
    const [finding] = verdict.findings;
    expect(
      finding?.evidence.map(({ title, recordName, value, origin }) => [
        title,
        recordName,
        value,
        origin,
      ]),
    ).toContainEqual([
      'Created with SR-IOV',
      'vs',
      'no',
      { kind: 'import', file: 'test.json', field: 'iovEnabled' },
    ]);
  });

  it('is undecided where a fact is missing, and says which and how to get it', () => {
    const unknownFlag = { ...HEALTHY_SWITCH } as Record<string, unknown>;
    delete unknownFlag.iovEnabled;
    const target = host('HV02', {
      facts: {
        osBuild: 17763,
        osKind: 'server',
        iovSupport: true,
        iovSupportReasons: [],
        iovEnableOverride: false,
      },
      adapters: [adapter('NIC1', HEALTHY_NIC)],
      switches: [virtualSwitch('vs', unknownFlag as SwitchFacts)],
    });
    const verdict = judgeOn(target);
    expect(outcomes(verdict)).toEqual(['undecided', 'undecided', 'undecided']);
    expect(verdict.kinds.live.possible).toEqual(['keeps', 'falls-back']);
    expect(verdict.vnics[0]?.there.paths).toEqual(['sriov', 'vmdq']);
    const missing = verdict.findings.flatMap((finding) => finding.missing);
    expect(missing.map(({ path, recordName }) => [path, recordName])).toContainEqual([
      'switch.iovEnabled',
      'vs',
    ]);
    expect(missing[0]?.collect).toContain('Get-VMSwitch');
  });

  it('finds an exhausted pool at the target, but its own VF is not in its own way', () => {
    const full = { vfCapacity: 32, vfsInUse: 32 };
    expect(idsAt(judgeOn(hypervHost('HV02', { vs: full })), 'target')).toEqual([
      'vf-pool-exhausted',
    ]);
    const estate: Estate = {
      clusters: [],
      hosts: [hypervHost('HV01', { vs: full }), hypervHost('HV02')],
      vms: [sql],
    };
    const judge = new Judge(estate, PRESET_ASSUMPTIONS, rules);
    const verdict = pairVerdict(judge, judge.judge(sql, estate.hosts[1] as Host));
    expect(idsAt(verdict, 'source')).toEqual([]);
  });

  it('is refused live, and only live, by a client host', () => {
    const verdict = judgeOn(hypervHost('HV02', { facts: { osKind: 'client', osBuild: 26100 } }));
    expect(outcomes(verdict)).toEqual(['blocked', 'falls-back', 'falls-back']);
    expect(verdict.kinds.live.primaryRuleId).toBe('host-client-sku');
  });
});

describe('a SET team', () => {
  const team: SwitchFacts = { teaming: 'set', memberAdapters: ['NIC1', 'NIC2'] };
  const oneBroken = hypervHost('HV02', {
    vs: team,
    nics: [
      ['NIC1', {}],
      ['NIC2', { sriovSupport: 'missing-acs' }],
    ],
  });

  it('gives a VF while one member can, where the plan assumes so, and still names the one that cannot', () => {
    const verdict = judgeOn(oneBroken, sql, { ...PRESET_ASSUMPTIONS, setMember: 'any-capable' });
    expect(outcomes(verdict)[0]).toBe('keeps');
    expect(idsAt(verdict, 'target')).toEqual(['nic-missing-acs']);
  });

  it('leaves the answer open when the plan assumes nothing about members', () => {
    const verdict = judgeOn(oneBroken);
    expect(outcomes(verdict)[0]).toBe('undecided');
    expect(verdict.vnics[0]?.there.paths).toEqual(['sriov', 'vmdq']);
    expect(verdict.kinds.live.primaryRuleId).toBe('nic-missing-acs');
  });

  it('gives none when no member can', () => {
    const verdict = judgeOn(
      hypervHost('HV02', {
        vs: team,
        nics: [
          ['NIC1', {}],
          ['NIC2', {}],
        ],
        nic: { sriovSupport: 'no-osc-support' },
      }),
    );
    expect(outcomes(verdict)[0]).toBe('falls-back');
  });
});

describe('direction', () => {
  it('matters: what falls back one way improves the other way', () => {
    const poor = hypervHost('HV02', { vs: { iovEnabled: false } });
    const estate: Estate = { clusters: [], hosts: [hypervHost('HV01'), poor], vms: [] };
    const there = vm('web', {
      on: 'HV02',
      facts: { state: 'running' },
      vnics: [
        vnic('nic', {
          switchName: 'vs',
          connected: true,
          iovWeight: 100,
          vmqWeight: 100,
          vfDataPathActive: false,
          vmqUsage: 1,
          iovUsage: 0,
          iovQueuePairsRequested: 1,
        }),
      ],
    });
    const judge = new Judge({ ...estate, vms: [there] }, PRESET_ASSUMPTIONS, rules);
    const verdict = pairVerdict(judge, judge.judge(there, estate.hosts[0] as Host));
    expect(verdict.kinds.live.outcome).toBe('improves');
    expect(verdict.kinds.live.sentence).toBe('web gets a VF on HV01 instead of a VM queue.');
  });
});

describe('runtime truth', () => {
  it('beats prediction, and the disagreement is reported', () => {
    const idle = vm('idle', {
      on: 'HV01',
      facts: { state: 'running' },
      vnics: [
        vnic('nic', {
          switchName: 'vs',
          connected: true,
          iovWeight: 100,
          vmqWeight: 100,
          vfDataPathActive: false,
          vmqUsage: 0,
          iovUsage: 0,
          iovQueuePairsRequested: 1,
        }),
      ],
    });
    const verdict = judgeOn(hypervHost('HV02'), idle);
    expect(verdict.vnics[0]?.now.paths).toEqual(['software']);
    expect(verdict.vnics[0]?.now.disagreement).toBe(
      'The host reports the software path; the rules predict SR-IOV there.',
    );
  });
});

describe('the summary of a VM', () => {
  it('counts over the other hosts of its cluster only', () => {
    const estate: Estate = {
      clusters: [],
      hosts: [
        hypervHost('HV01'),
        hypervHost('HV02'),
        hypervHost('HV03', { vs: { iovEnabled: false } }),
        host('LONER'),
      ],
      vms: [sql],
    };
    const judge = new Judge(estate, PRESET_ASSUMPTIONS, rules);
    const summary = summarise(new Matrix(judge), sql, 'live', targetsOf(judge, sql));
    expect(summary).toEqual({
      vmId: sql.id,
      counts: { keeps: 1, improves: 0, 'falls-back': 1, blocked: 0, undecided: 0 },
      nowPaths: ['sriov'],
      portability: 'portable',
    });
  });
});
