import { describe, expect, it } from 'vitest';
import { CompareDocument } from '../../../electron/app/cli/compare-format';
import { TWO_HOSTS, workshop } from './command';

const { write, portolan } = workshop();
write('before.json', TWO_HOSTS);
write('after.json', {
  ...TWO_HOSTS,
  hosts: TWO_HOSTS.hosts.map((host) => ({ ...host, iovSupport: host.name === 'HV02' })),
  vms: TWO_HOSTS.vms.map((vm) => (vm.name === 'web-01' ? { ...vm, host: 'HV02' } : vm)),
});

describe('compare', () => {
  it('says that nothing changed', async () => {
    expect(await portolan('compare before.json before.json')).toEqual({
      code: 0,
      out: 'before.json → before.json: Nothing changed.\n',
      err: '',
    });
  });

  it('tells records, facts and verdicts', async () => {
    const { code, out } = await portolan('compare before.json after.json');
    expect(code).toBe(0);
    expect(out).toContain('  Moved: VM web-01 from HV01 to HV02\n');
    expect(out).toMatch(/\n {2}Host HV01: .* yes → no\n/);
    expect(out).toContain('  Worse: sql-03 on HV01: Here, on SR-IOV → Here, on VMDq\n');
  });

  it('compares a plan with files, as JSON of the documented form', async () => {
    await portolan('import before.json --out plan.portolan');
    const { out } = await portolan('compare plan.portolan after.json --kind offline --json');
    const document = CompareDocument.parse(JSON.parse(out));
    expect([document.before, document.after, document.kind]).toEqual([
      { kind: 'plan', name: 'plan' },
      { kind: 'files', name: 'after.json' },
      'offline',
    ]);
    expect(document.records.moved).toBe(1);
    expect(document.verdicts.worse).toBeGreaterThan(0);
  });

  it('wants two states', async () => {
    const { code, err } = await portolan('compare before.json');
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'portolan: Two states are compared, and 1 is named.',
    ]);
  });
});
