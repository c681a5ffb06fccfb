import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TWO_HOSTS, workshop } from './command';

const { folder, write, portolan } = workshop();
write('estate.json', TWO_HOSTS);

const outcomesOf = (json: string) =>
  (
    JSON.parse(json) as {
      verdicts: { outcomes: unknown; vnics: { now: unknown; there: unknown }[] }[];
    }
  ).verdicts.map(({ outcomes, vnics }) => ({
    outcomes: Object.values(outcomes as Record<string, { outcome: string; primary: unknown }>).map(
      ({ outcome, primary }) => [outcome, primary],
    ),
    paths: vnics.map(({ now, there }) => [now, there]),
  }));

describe('portolan anonymise', () => {
  it('writes an inventory with the same verdicts, and what stands for what', async () => {
    const said = await portolan('anonymise estate.json --out shared --map map.json');
    expect(said.err).toBe('');
    expect(said.code).toBe(0);
    const [name = ''] = readdirSync(join(folder, 'shared'));
    const text = readFileSync(join(folder, 'shared', name), 'utf8');
    expect(text).not.toMatch(/HV0\d|sql-03|web-01|vs-prod/i);
    const map = JSON.parse(readFileSync(join(folder, 'map.json'), 'utf8')) as string[][];
    expect(map.map(([given]) => given)).toEqual(expect.arrayContaining(['HV01', 'sql-03']));
    const before = await portolan('judge estate.json --json');
    const after = await portolan(`judge shared/${name} --json`);
    expect(outcomesOf(after.out)).toEqual(outcomesOf(before.out));
  });

  it('writes a plan without names and without a past', async () => {
    await portolan('import estate.json --out mine.portolan');
    const said = await portolan('anonymise mine.portolan --out theirs.portolan');
    expect(said.err).toBe('');
    const bytes = readFileSync(join(folder, 'theirs.portolan')).toString('latin1');
    expect(bytes).not.toMatch(/HV0[12]|sql-03|web-01|vs-prod|estate\.json/i);
    const before = await portolan('judge mine.portolan --json');
    const after = await portolan('judge theirs.portolan --json');
    expect(outcomesOf(after.out)).toEqual(outcomesOf(before.out));
  });

  it('overwrites nothing', async () => {
    await portolan('anonymise estate.json --out once.json');
    const said = await portolan('anonymise estate.json --out once.json');
    expect(said.code).toBe(2);
    expect(said.err).toContain('once.json is there already.');
  });

  it('says which file it cannot read as a whole', async () => {
    write('torn.json', '{"host": "HV09", ');
    const said = await portolan('anonymise estate.json torn.json --out some');
    expect(said.code).toBe(0);
    expect(said.err).toContain('torn.json was left out');
    expect(readdirSync(join(folder, 'some'))).toHaveLength(1);
  });
});

describe('portolan catalogue', () => {
  it('lists the tables', async () => {
    const { code, out } = await portolan('catalogue');
    expect(code).toBe(0);
    expect(out).toMatch(/^nics +\d+ rows: /);
  });

  it('finds rows by words, as text and as JSON', async () => {
    expect((await portolan('catalogue nics --search "X710 DA2"')).out).toContain('Vendor: Intel');
    const { out } = await portolan('catalogue nics --search X710-DA2 --json');
    const document = JSON.parse(out) as { tables: { rows: { id: string }[] }[] };
    expect(document.tables[0]?.rows.map(({ id }) => id)).toEqual(['intel-x710']);
  });

  it('names the tables when there is no such one', async () => {
    const { code, err } = await portolan('catalogue nicks');
    expect(code).toBe(2);
    expect(err).toContain('The tables are nics, platforms');
  });
});
