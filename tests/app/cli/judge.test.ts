import { describe, expect, it } from 'vitest';
import { JudgeDocument } from '../../../electron/app/cli/judge-format';
import { COLLECTOR_NAME, collectorText } from '../../../electron/app/collector';
import type { Report } from '../../../shared/model/report';
import { TWO_HOSTS, workshop } from './command';

const { write, portolan } = workshop();
write('estate.json', TWO_HOSTS);
/** As estate.json, but nobody knows whether HV02 supports SR-IOV. */
write('gaps.json', {
  ...TWO_HOSTS,
  hosts: TWO_HOSTS.hosts.map((host, index) => ({
    ...host,
    ...(index === 0 ? {} : { iovSupport: 'unknown', switches: TWO_HOSTS.hosts[0]?.switches }),
  })),
});

describe('judge --json', () => {
  it('keeps to its schema, on any estate', async () => {
    for (const file of ['estate.json', 'gaps.json']) {
      const { out } = await portolan(`judge ${file} --json`);
      expect(JudgeDocument.safeParse(JSON.parse(out)).error).toBeUndefined();
    }
  });

  it('has the same numbers as the report', async () => {
    for (const file of ['estate.json', 'gaps.json']) {
      const answer = JudgeDocument.parse(JSON.parse((await portolan(`judge ${file} --json`)).out));
      const { out } = await portolan(`report ${file} --format json --out -`);
      const report = JSON.parse(out) as Report;
      expect(answer.summary).toEqual({
        hosts: report.totals.hosts,
        vms: report.totals.vms,
        byPortability: report.totals.byPortability,
        moves: report.moves,
      });
      // Both hosts are in one cluster, so the verdicts are those that the summary counts.
      const others = answer.verdicts.filter(({ here }) => !here);
      for (const [outcome, count] of Object.entries(report.moves)) {
        const told = others.filter(({ outcomes }) => outcomes.live.outcome === outcome);
        expect([outcome, told.length]).toEqual([outcome, count]);
      }
    }
  });

  it('holds only what was asked about, and the conditions with their answer', async () => {
    const { out, code } = await portolan(
      'judge estate.json --vm SQL-03 --to hv02 --json --kind offline --require keeps',
    );
    const answer = JudgeDocument.parse(JSON.parse(out));
    expect(code).toBe(1);
    expect(answer.verdicts.map(({ vm, to }) => [vm, to])).toEqual([['sql-03', 'HV02']]);
    expect(answer.kind).toBe('offline');
    expect(answer.require).toEqual({
      conditions: ['keeps'],
      holds: false,
      broken: [{ vm: 'sql-03', to: 'HV02', outcome: 'falls-back' }],
    });
  });
});

describe('judge --require', () => {
  it.each([
    ['estate.json', 'no-blocked', 0],
    ['estate.json', 'no-fallback', 1],
    ['estate.json', 'no-undecided', 0],
    ['estate.json', 'keeps', 1],
    ['estate.json', 'no-blocked,no-undecided', 0],
    ['estate.json --vm web-01', 'keeps', 0],
    // The VM's own host is no move.
    ['estate.json --to HV01', 'keeps', 0],
    ['gaps.json', 'no-fallback', 0],
    ['gaps.json', 'no-undecided', 1],
    ['gaps.json', 'keeps', 1],
  ])('of %s: %s exits with %i', async (given, condition, code) => {
    expect((await portolan(`judge ${given} --require ${condition}`)).code).toBe(code);
  });

  it('says that what is undecided may still break it', async () => {
    const { err } = await portolan('judge gaps.json --require no-fallback');
    expect(err).toBe(
      'Required no-fallback: holds for 2 moves.\n1 more move is undecided and may still break it; require no-undecided as well to refuse that.\n',
    );
  });
});

describe('names out of an import', () => {
  it('cannot act on the terminal', async () => {
    write('hostile.json', {
      ...TWO_HOSTS,
      vms: [{ name: 'evil\u001b[2J\u202Egpj', host: 'HV01', vnics: [] }],
    });
    const { out } = await portolan('judge hostile.json');
    expect(out).toContain('evil[U+001B][2J[U+202E]gpj');
    expect(out).not.toContain('\u001b');
  });
});

describe('usage', () => {
  it('without a command prints the help, and says that this is not what was meant', async () => {
    const { code, out, err } = await portolan('');
    expect([code, err]).toEqual([2, 'portolan: no command is named.\n']);
    expect(out).toContain('portolan judge PLAN | FILES…');
  });

  it.each([
    ['--version', /^Portolan \d/],
    ['--help', /Exit codes: 0 done/],
    ['judge --help', /--require CONDITION/],
  ])('answers %s', async (line, said) => {
    const { code, out, err } = await portolan(line);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(said);
  });

  it.each([
    ['judge', 'No file is named.'],
    ['judge estate.json --bogus', "Unknown option '--bogus'."],
    ['judge estate.json --kind sideways', 'There is no kind of move "sideways".'],
    ['report estate.json --out a.docx', 'There is no format "docx".'],
    ['report estate.json', '--out is missing.'],
    ['schema constructor', 'There is no schema "constructor".'],
    ['toString', 'There is no command "toString".'],
  ])('refuses %s', async (line, reason) => {
    const { code, out, err } = await portolan(line);
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')[0]).toBe(`portolan: ${reason}`);
    expect(err.split('\n')[1]).not.toBe('');
  });

  it('refuses files in which there is nothing', async () => {
    write('empty.json', '[]');
    const { code, err } = await portolan('judge empty.json');
    expect(code).toBe(2);
    expect(err).toMatch(/^portolan: No host and no VM was found in the files\./);
  });
});

describe('collector', () => {
  it('prints the script', async () => {
    expect((await portolan('collector')).out).toBe(collectorText);
    expect((await portolan(`collector --out ${COLLECTOR_NAME}`)).out).toContain(COLLECTOR_NAME);
  });
});

describe('judge --assume', () => {
  write('guarded.json', {
    ...TWO_HOSTS,
    hosts: TWO_HOSTS.hosts.map((host) => ({ ...host, switches: TWO_HOSTS.hosts[0]?.switches })),
    vms: [
      {
        name: 'sql-03',
        host: 'HV01',
        guestOs: 'Windows Server 2022',
        vnics: [{ switchName: 'vs-prod', iovWeight: 100, dhcpGuard: true }],
      },
    ],
  });
  const paths = async (options: string) => {
    const { out } = await portolan(`judge guarded.json --to HV02 --json ${options}`);
    const { assumptions, verdicts } = JudgeDocument.parse(JSON.parse(out));
    return [assumptions.portPolicy, verdicts[0]?.vnics[0]?.there];
  };

  it('answers an open question for one call, and says which answers are in force', async () => {
    expect(await paths('')).toEqual(['unsure', ['sriov', 'vmdq']]);
    expect(await paths('--assume portPolicy=withdraws-vf')).toEqual(['withdraws-vf', ['vmdq']]);
    expect(await paths('--assume setMember=any-capable,PORTPOLICY=bypassed')).toEqual([
      'bypassed',
      ['sriov'],
    ]);
    const { out } = await portolan('judge guarded.json --assume portPolicy=bypassed');
    expect(out).toContain('Assumed: portPolicy=bypassed.');
  });

  it.each([
    ['portpolicies=bypassed', 'There is no assumption "portpolicies".', 'portPolicy'],
    ['portPolicy=maybe', 'The assumption portPolicy has no choice "maybe".', 'withdraws-vf'],
    ['portPolicy', '--assume portPolicy has no choice.', 'withdraws-vf'],
  ])('refuses %s with what there is', async (given, said, offered) => {
    const { code, err } = await portolan(`judge guarded.json --assume ${given}`);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).toContain(offered);
  });
});
