import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { PlanSession } from '../../../electron/app/session/plan-session';
import type { Report } from '../../../shared/model/report';
import { TWO_HOSTS, workshop } from './command';

// Test files share a worker: what another has loaded already would be taken without the stand-in.
vi.hoisted(() => vi.resetModules());
// The demonstration finds its files from where the built program lies.
vi.mock('../../../electron/app/demo/demonstration', () => ({
  demonstrationFiles: () => {
    const folder = 'electron/app/demo/estate';
    return readdirSync(folder).map((name) => ({ name, path: join(folder, name) }));
  },
}));

const { folder, write, portolan } = workshop();
write('estate.json', TWO_HOSTS);

describe('import', () => {
  it('writes a plan, and takes the files into it again as one edit', async () => {
    expect(
      (await portolan('import estate.json --out refresh.portolan --name "Refresh 2026"')).out,
    ).toBe(`1 file: 2 hosts, 2 VMs, 0 problems.
Plan written: ${join(folder, 'refresh.portolan')}
`);
    const again = await portolan('import estate.json --out refresh.portolan');
    expect(again.out).toContain('Plan updated:');
    const session = PlanSession.open(join(folder, 'refresh.portolan'));
    try {
      expect([session.name, session.state.undo]).toEqual(['Refresh 2026', 'Import of estate.json']);
    } finally {
      session.close();
    }
  });

  it('leaves no plan behind when the files hold nothing', async () => {
    write('nothing.json', '{}');
    expect((await portolan('import nothing.json --out nothing.portolan')).code).toBe(2);
    expect(readdirSync(folder).filter((name) => name.startsWith('nothing.portolan'))).toEqual([]);
  });

  it('does not touch a file that is no plan', async () => {
    write('precious.portolan', 'not a plan');
    const { code, err } = await portolan('import estate.json --out precious.portolan');
    expect(code).toBe(2);
    expect(err).toContain('is not a Portolan plan');
    expect(readFileSync(join(folder, 'precious.portolan'), 'utf8')).toBe('not a plan');
  });

  it('says which files of a folder it does not read', async () => {
    mkdirSync(join(folder, 'mixed'));
    for (const name of ['estate.json', 'notes.docx', 'run.log']) {
      writeFileSync(join(folder, 'mixed', name), JSON.stringify(TWO_HOSTS));
    }
    const { code, err } = await portolan('judge mixed');
    expect(code).toBe(0);
    expect(err).toContain('not read in mixed, because of how they end: notes.docx, run.log.');
  });

  it('takes a folder for the files in it', async () => {
    mkdirSync(join(folder, 'exports'));
    writeFileSync(join(folder, 'exports', 'a.json'), JSON.stringify(TWO_HOSTS));
    writeFileSync(join(folder, 'exports', 'notes.md'), '# not for import');
    expect((await portolan('judge exports')).out).toContain('2 hosts, 2 VMs');
    mkdirSync(join(folder, 'bare'));
    expect((await portolan('judge bare')).err).toContain(
      'The folder bare holds no .json, .xml, .csv or .txt file.',
    );
  });
});

describe('judge on a plan', () => {
  it('reads it while the app has it open', async () => {
    await portolan('import estate.json --out open.portolan');
    const session = PlanSession.open(join(folder, 'open.portolan'));
    try {
      const { code, out } = await portolan('judge open.portolan');
      expect([code, out]).toEqual([0, (await portolan('judge estate.json')).out]);
      session.rename('Still mine');
      expect(session.name).toBe('Still mine');
    } finally {
      session.close();
    }
  });

  it('answers with the assumptions of the plan', async () => {
    await portolan('import estate.json --out assumed.portolan');
    const session = PlanSession.open(join(folder, 'assumed.portolan'));
    session.setAssumption('setMember', 'unsure');
    session.close();
    const answer = JSON.parse((await portolan('judge assumed.portolan --json')).out);
    expect(answer.assumptions.setMember).toBe('unsure');
    expect(answer.source).toMatchObject({ kind: 'plan', name: 'assumed' });
  });
});

describe('report', () => {
  it('names plan, inputs with their hash, and versions', async () => {
    await portolan('import estate.json --out told.portolan --name Told');
    expect((await portolan('report told.portolan --out told.json')).out).toBe(
      `${join(folder, 'told.json')}\n`,
    );
    const report = JSON.parse(readFileSync(join(folder, 'told.json'), 'utf8')) as Report;
    expect([report.format, report.formatVersion, report.planName, report.madeAt]).toEqual([
      'portolan-report',
      1,
      'Told',
      '2026-03-01T10:00:00.000Z',
    ]);
    expect(report.inputs).toMatchObject([
      { name: 'estate.json', importedAt: '2026-03-01T10:00:00.000Z', problemCount: 0 },
    ]);
    expect(report.inputs[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('prints HTML to standard output', async () => {
    expect((await portolan('report estate.json --format html --out -')).out).toMatch(
      /^<!doctype html>/,
    );
  });

  it('does not print a PDF without an Electron', async () => {
    const { code, err } = await portolan('report estate.json --out report.pdf');
    expect(code).toBe(2);
    expect(err).toMatch(/^portolan: A PDF is printed by Electron, and this command was not told/);
    expect(existsSync(join(folder, 'report.pdf'))).toBe(false);
  });

  it('hands the HTML to the Electron that it was told of', async () => {
    const printer = write(
      'printer.mjs',
      `import { readFileSync, writeFileSync } from 'node:fs';
       const [project, html, pdf] = process.argv.slice(2).map((one) => one.replace(/^--[^=]*=/, ''));
       writeFileSync(pdf, project + ' ' + readFileSync(html, 'utf8').slice(0, 15));`,
    );
    const launch = JSON.stringify([process.execPath, printer]);
    const { code, err } = await portolan('report estate.json --out report.pdf', {
      PORTOLAN_ELECTRON_LAUNCH: launch,
    });
    expect([code, err]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'report.pdf'), 'utf8')).toBe(`${folder} <!doctype html>`);
  });

  it('says why when the Electron did not print', async () => {
    const printer = write('broken.mjs', 'console.error("no paper"); process.exit(2);');
    const { code, err } = await portolan('report estate.json --out other.pdf', {
      PORTOLAN_ELECTRON_LAUNCH: JSON.stringify([process.execPath, printer]),
    });
    expect(code).toBe(2);
    expect(err.split('\n')[0]).toMatch(/other\.pdf was not printed: no paper$/);
  });
});

describe('demo', () => {
  it('goes from raw files to plan and report, and says where they are', async () => {
    const { code, out, err } = await portolan('demo --out shown');
    expect(out).toMatch(/^Demonstration estate: \d+ hosts, \d+ VMs, read from \d+ files/);
    const written = readdirSync(join(folder, 'shown')).toSorted();
    expect(written).toEqual(['demonstration.portolan', 'report.html']);
    for (const name of written) expect(out).toContain(join(folder, 'shown', name));
    // Without an Electron the PDF is missing, and that is said.
    expect(code).toBe(2);
    expect(err).toMatch(/^portolan: A PDF is printed by Electron/);
  });
});
