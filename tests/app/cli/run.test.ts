import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../electron/app/cli/run';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-cli-'));
  const text = readFileSync('docs/inventory-format.md', 'utf8');
  writeFileSync(join(folder, 'ten.json'), /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function portolan(...args: string[]) {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    progress: () => undefined,
    onInterrupt: () => () => undefined,
    env: {},
    folder,
    projectFolder: process.cwd(),
    now: () => new Date('2026-03-01T10:00:00Z'),
  });
  return { code, out, err };
}

describe('portolan', () => {
  it('judges a ten-line inventory, with the reason and its fix', async () => {
    const { code, out } = await portolan('judge', 'ten.json', '--vm', 'sql-03', '--to', 'HV02');
    expect(code).toBe(0);
    expect(out).toContain('HV02 gives sql-03 a VM queue instead of a VF');
    expect(out).toContain('switch-iov-disabled');
    expect(out).toContain('New-VMSwitch');
  });

  it('says the same from a plan as from the files', async () => {
    expect((await portolan('import', 'ten.json', '--out', 'ten.portolan')).code).toBe(0);
    const verdicts = async (source: string) =>
      JSON.parse((await portolan('judge', source, '--json')).out).verdicts as unknown;
    expect(await verdicts('ten.portolan')).toEqual(await verdicts('ten.json'));
  });

  it('lists every VM on every host as JSON, with outcome, paths, findings and evidence', async () => {
    const { out } = await portolan('judge', 'ten.json', '--json');
    const answer = JSON.parse(out);
    expect({ format: answer.format, version: answer.formatVersion }).toEqual({
      format: 'portolan-judge',
      version: 1,
    });
    expect(
      answer.verdicts.map(({ vm, to, here }: Record<string, unknown>) => [vm, to, here]),
    ).toEqual([
      ['sql-03', 'HV01', true],
      ['sql-03', 'HV02', false],
    ]);
    const [, there] = answer.verdicts;
    expect(there.outcomes.live).toMatchObject({
      outcome: 'falls-back',
      primary: 'switch-iov-disabled',
    });
    expect(there.vnics[0]).toMatchObject({ now: ['sriov'], there: ['vmdq'] });
    const finding = there.findings.find(
      ({ rule }: { rule: string }) => rule === 'switch-iov-disabled',
    );
    expect(finding).toMatchObject({ result: 'violated', at: 'target', confidence: 'documented' });
    expect(finding.evidence).toContainEqual(
      expect.objectContaining({
        fact: 'switch.iovEnabled',
        value: 'no',
        origin: 'ten.json: hosts[1].switches[0].iovEnabled',
      }),
    );
  });

  it('exits with 1 only when a required condition does not hold, and names the move', async () => {
    expect((await portolan('judge', 'ten.json', '--require', 'no-blocked')).code).toBe(0);
    const broken = await portolan('judge', 'ten.json', '--require', 'no-fallback');
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('sql-03 to HV02');
  });
});
