import { describe, expect, it } from 'vitest';
import { buildReport, type ReportSubject } from '../../../electron/domain/report/build-report';
import { REPORT_LIMITS, type ReportLimits } from '../../../electron/domain/report/limits';
import { Judge } from '../../../electron/domain/verdict/judge';
import { targetsOf } from '../../../electron/domain/verdict/summary';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Estate } from '../../../shared/model/estate';
import type { Report } from '../../../shared/model/report';
import { generateEstate } from '../../estate/generate-estate';
import { smallEstate, smallRules } from './small-estate';

const MADE_BY = { appVersion: '0.1.0', rulesVersion: '1.0', ruleCount: 2, catalogueVersion: '1.0' };

describe('the report of a small estate', () => {
  const report = reportOf(smallEstate());

  it('counts VMs and single moves', () => {
    expect(report.totals).toEqual({
      hosts: 4,
      vms: 4,
      byPortability: { portable: 1, 'falls-back': 0, blocked: 0, undecided: 3, alone: 0 },
    });
    // sql-01 and sql-02: HV02 lower, HV03 refused, HV04 unknown. web-01: HV01 higher, HV03 refused,
    // HV04 unknown. edge-01: unknown on all four, because its own host's vendor is.
    expect(report.moves).toEqual({
      keeps: 0,
      improves: 1,
      'falls-back': 2,
      blocked: 3,
      undecided: 7,
    });
  });

  it('puts VMs of one host with the same answers into one row', () => {
    expect(report.groups).toEqual([
      {
        cluster: { id: 'prod', name: 'Prod' },
        vmCount: 3,
        hosts: whole(HOSTS),
        rows: whole([
          {
            vms: SQL,
            host: HOSTS[0],
            portability: 'undecided',
            now: ['sriov'],
            cells: [
              { outcome: 'here', path: 'sriov', warned: false },
              { outcome: 'falls-back', path: 'vmdq', warned: false },
              { outcome: 'blocked', path: 'sriov', warned: false },
              { outcome: 'undecided', path: 'sriov', warned: false },
            ],
          },
          {
            vms: [WEB],
            host: HOSTS[1],
            portability: 'portable',
            now: ['vmdq'],
            cells: [
              { outcome: 'improves', path: 'sriov', warned: false },
              { outcome: 'here', path: 'vmdq', warned: false },
              { outcome: 'blocked', path: 'sriov', warned: false },
              { outcome: 'undecided', path: 'sriov', warned: false },
            ],
          },
        ]),
      },
      {
        cluster: null,
        vmCount: 1,
        hosts: whole(HOSTS),
        rows: whole([
          {
            vms: [EDGE],
            host: null,
            portability: 'undecided',
            now: [],
            cells: HOSTS.map(() => ({ outcome: 'undecided', path: null, warned: false })),
          },
        ]),
      },
    ]);
  });

  it('gathers what stands in the way by rule and by the thing at fault, the certain first', () => {
    const told = report.obstacles.items.map(({ ruleId, result, subject, vms, moveCount }) => ({
      ruleId,
      result,
      subject: subject?.id ?? null,
      host: subject?.host?.name ?? null,
      vms,
      moveCount,
    }));
    expect(told).toEqual([
      {
        ruleId: 'test-other-vendor',
        result: 'violated',
        subject: 'hv03',
        host: null,
        vms: whole([...SQL, WEB]),
        moveCount: 3,
      },
      {
        ruleId: 'switch-iov-disabled',
        result: 'violated',
        subject: 'hv02/switch/Tenant',
        host: 'HV02',
        vms: whole(SQL),
        moveCount: 2,
      },
      {
        ruleId: 'switch-iov-disabled',
        result: 'undecided',
        subject: null,
        host: null,
        vms: whole([...SQL, WEB]),
        moveCount: 3,
      },
      {
        ruleId: 'test-other-vendor',
        result: 'undecided',
        subject: null,
        host: null,
        vms: whole([EDGE]),
        moveCount: 4,
      },
    ]);
    expect(report.obstacles.items[1]?.message).toBe(
      'Tenant on HV02 was created without SR-IOV, so no VM on it can get a VF.',
    );
  });

  it('lists each missing fact once, with the command that prints it', () => {
    expect(report.missing).toEqual(
      whole([
        {
          path: 'switch.iovEnabled',
          title: 'Created with SR-IOV',
          reason: 'not-collected',
          collect: 'Get-VMSwitch | Format-List Name,IovEnabled',
          records: whole([
            { kind: 'switch', id: 'hv04/switch/Tenant', name: 'Tenant', host: HOSTS[3] },
          ]),
          vmCount: 3,
          moveCount: 3,
          ruleIds: ['switch-iov-disabled'],
        },
        {
          path: 'source.processorVendor',
          title: 'Processor vendor',
          reason: 'not-collected',
          collect: 'Get-CimInstance Win32_Processor | Format-List Manufacturer',
          records: whole([
            {
              kind: 'derived',
              id: 'source that no source describes',
              name: 'the present host',
              host: null,
            },
          ]),
          vmCount: 1,
          moveCount: 4,
          ruleIds: ['test-other-vendor'],
        },
      ]),
    );
  });

  it('tells the VMs that need a look first', () => {
    expect(report.stories.items.map(({ vms, portability }) => [vms[0]?.name, portability])).toEqual(
      [
        ['edge-01', 'undecided'],
        ['sql-01', 'undecided'],
        ['web-01', 'portable'],
      ],
    );
    const sql = report.stories.items[1];
    expect(sql?.counts).toEqual({
      keeps: 0,
      improves: 0,
      'falls-back': 1,
      blocked: 1,
      undecided: 1,
    });
    expect(sql?.vnics).toEqual([
      { name: 'Network Adapter', now: { paths: ['sriov'], decidedBy: 'host' } },
    ]);
    expect(sql?.targets[0]).toMatchObject({
      hosts: whole([HOSTS[1]]),
      outcome: 'falls-back',
      there: [['vmdq']],
      primaryRuleId: 'switch-iov-disabled',
      primaryResult: 'violated',
      sentence:
        'HV02 gives sql-01 a VM queue instead of a VF: Tenant on HV02 was created without SR-IOV, so no VM on it can get a VF.',
    });
  });

  it('names the rules with their documents, the assumptions and the files', () => {
    expect(report.rules.map(({ id, sources }) => [id, sources.map((one) => one.id)])).toEqual([
      ['switch-iov-disabled', ['S3', 'S45']],
      ['test-other-vendor', ['S30']],
    ]);
    expect(
      report.assumptions.map(({ name, choice, isPreset }) => [name, choice, isPreset]),
    ).toEqual(Object.entries(PRESET_ASSUMPTIONS).map(([name, choice]) => [name, choice, true]));
    expect(report.inputs).toEqual([{ ...FILE, importedAt: null, problemCount: 1 }]);
    expect(report.problems).toEqual(whole([PROBLEM]));
  });
});

describe('every kind of move', () => {
  it('has its own outcomes: another vendor only stops a live move', () => {
    // Offline sql-01 and sql-02 keep their VF on HV03, web-01 gains one; edge-01 can go anywhere.
    expect(reportOf(smallEstate(), { kind: 'offline' }).moves).toEqual({
      keeps: 2 + 4,
      improves: 1 + 1,
      'falls-back': 2,
      blocked: 0,
      undecided: 3,
    });
  });
});

describe('a report beyond its limits', () => {
  it('says how much there is of each list', () => {
    const limits: ReportLimits = {
      hostsPerGroup: 2,
      rowsPerGroup: 1,
      rows: 100,
      obstacles: 1,
      namesPerObstacle: 1,
      missing: 1,
      recordsPerMissing: 1,
      stories: 1,
      targetsPerStory: 1,
      hostsPerTarget: 1,
      problems: 0,
      goodHostsPerVm: 1,
    };
    const report = reportOf(smallEstate(), {}, limits);
    const [group] = report.groups;
    expect([group?.hosts.total, group?.hosts.items.length]).toEqual([4, 2]);
    expect([group?.rows.total, group?.rows.items.length]).toEqual([2, 1]);
    expect(group?.rows.items[0]?.cells.length).toBe(2);
    expect(report.obstacles.items[0]?.vms).toEqual({ items: [SQL[0]], total: 3 });
    for (const [list, total] of [
      [report.obstacles, 4],
      [report.missing, 2],
      [report.stories, 3],
    ] as const) {
      expect([list.items.length, list.total]).toEqual([1, total]);
    }
    expect(report.problems).toEqual({ items: [], total: 1 });
  });
});

describe('a generated estate', () => {
  const estate = generateEstate({ seed: 7, hosts: 12, vms: 60 });
  const judge = new Judge(estate, PRESET_ASSUMPTIONS, smallRules);
  const report = reportOf(estate);

  it('shows in its tables what the matrix shows', () => {
    for (const { hosts, rows } of report.groups) {
      for (const { vms, cells } of rows.items) {
        for (const { id } of vms) {
          const vm = judge.vm(id);
          if (vm === null) throw new Error(`no such VM: ${id}`);
          const asked = hosts.items.map((host) => {
            const target = judge.host(host.id);
            if (target === null) throw new Error(`no such host: ${host.id}`);
            return judge.cell(vm, target, 'live');
          });
          expect(cells).toEqual(asked);
        }
      }
    }
  });

  it('tells every VM and every move exactly once', () => {
    const told = report.stories.items.flatMap(({ vms }) => vms.map(({ id }) => id));
    expect(told.toSorted()).toEqual(estate.vms.map(({ id }) => id as string).toSorted());
    const inRows = report.groups.flatMap(({ rows }) =>
      rows.items.flatMap(({ vms }) => vms.map(({ id }) => id)),
    );
    expect(inRows.toSorted()).toEqual(told.toSorted());
    const moves = estate.vms.reduce((sum, vm) => sum + targetsOf(judge, vm).length, 0);
    expect(Object.values(report.moves).reduce((sum, count) => sum + count, 0)).toBe(moves);
  });

  it('has a cause in its list of obstacles for every refused or lowered move', () => {
    const named = new Set(report.obstacles.items.map(({ ruleId }) => ruleId));
    for (const { targets } of report.stories.items) {
      for (const { outcome, primaryRuleId } of targets) {
        if (outcome !== 'blocked' && outcome !== 'falls-back') continue;
        expect(primaryRuleId === null ? null : named.has(primaryRuleId)).not.toBe(false);
      }
    }
  });
});

describe('the work of building', () => {
  it('comes in steps and can be left between them', () => {
    const work = buildReport(subjectOf(generateEstate({ seed: 3, hosts: 4, vms: 25 })));
    expect(work.next().value).toEqual({ fraction: 0, step: 'Judging 25 VMs' });
    expect(work.next().value).toEqual({ fraction: 1 / 25, step: 'Judging 25 VMs' });
  });

  it('copes with a plan that holds nothing', () => {
    const report = reportOf({ clusters: [], hosts: [], vms: [] });
    expect(report.totals).toMatchObject({ hosts: 0, vms: 0 });
    expect(report.groups).toEqual([]);
  });
});

const HOSTS = ['HV01', 'HV02', 'HV03', 'HV04'].map((name) => ({ id: name.toLowerCase(), name }));
const [SQL_01, SQL_02, WEB, EDGE] = ['sql-01', 'sql-02', 'web-01', 'edge-01'].map((name) => ({
  id: `vm/${name}`,
  name,
}));
const SQL = [SQL_01, SQL_02];

const FILE = {
  name: 'estate.json',
  format: 'inventory',
  host: null,
  cmdlets: [],
  recordCount: 8,
  sizeBytes: 900,
  sha256: 'ab',
} as const;

const PROBLEM = {
  file: 'estate.json',
  place: 'hosts[3].switches[0]',
  found: '',
  expected: 'iovEnabled',
  severity: 'note',
  message: 'iovEnabled of Tenant is not given.',
} as const;

function whole<T>(items: readonly T[]) {
  return { items, total: items.length };
}

function subjectOf(estate: Estate): ReportSubject {
  return {
    planName: 'Small',
    madeAt: '2026-01-02T03:04:05.000Z',
    madeBy: MADE_BY,
    kind: 'live',
    judge: new Judge(estate, PRESET_ASSUMPTIONS, smallRules),
    files: [FILE],
    problems: [PROBLEM],
  };
}

function reportOf(
  estate: Estate,
  part: Partial<ReportSubject> = {},
  limits = REPORT_LIMITS,
): Report {
  const work = buildReport({ ...subjectOf(estate), ...part }, limits);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}
