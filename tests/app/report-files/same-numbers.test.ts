/** HTML, JSON and CSV are of one report: whoever adds up one finds what the others say. */
import { describe, expect, it } from 'vitest';
import { reportText } from '../../../electron/app/report-files/report-text';
import { finish } from '../../../electron/app/session/steps';
import { buildReport } from '../../../electron/domain/report/build-report';
import { FULL_LISTS } from '../../../electron/domain/report/limits';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { formatNumber } from '../../../shared/format/quantity';
import { OUTCOME_LABELS, PORTABILITY_LABELS } from '../../../shared/format/verdict-words';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Report } from '../../../shared/model/report';
import { OUTCOMES, PORTABILITIES } from '../../../shared/model/verdict';
import { generateEstate } from '../../estate/generate-estate';

const estate = generateEstate({ seed: 11, hosts: 6, vms: 60 });
const report = finish(
  buildReport(
    {
      planName: 'Numbers',
      madeAt: '2026-01-02T03:04:05.000Z',
      madeBy: { appVersion: '0.1.0', rulesVersion: '1', ruleCount: 1, catalogueVersion: '1' },
      kind: 'live',
      judge: new Judge(estate, PRESET_ASSUMPTIONS, rules),
      files: [],
      problems: [],
    },
    FULL_LISTS,
  ),
);

describe('the forms of a report', () => {
  const [header = [], ...rows] = tableOf(reportText(report, 'csv'));
  const column = (title: string) => header.findIndex((one) => one.startsWith(title));

  it('have every VM once in the CSV of VMs', () => {
    expect(rows.map(([name]) => name).sort()).toEqual(estate.vms.map(({ name }) => name).sort());
  });

  it.each(OUTCOMES)('count the moves that come out as %s alike', (outcome) => {
    const at = column(`Hosts: ${OUTCOME_LABELS[outcome]}`);
    const inCsv = rows.reduce((sum, row) => sum + Number(row[at]), 0);
    const inJson = (JSON.parse(reportText(report, 'json')) as Report).moves[outcome];
    expect([inCsv, inJson]).toEqual([report.moves[outcome], report.moves[outcome]]);
    const label = `</svg>${OUTCOME_LABELS[outcome]}`;
    const [, rest = ''] = reportText(report, 'html').split('Single moves');
    const row = rest
      .split('</tr>')
      .find((text) => text.includes(label) && text.includes('scope="row"'));
    expect(row, `the row of ${outcome} in the summary`).toContain(
      `<td class="number">${formatNumber(report.moves[outcome])}</td>`,
    );
  });

  it.each(PORTABILITIES)('count the VMs that are %s alike', (portability) => {
    const label = PORTABILITY_LABELS[portability];
    const inCsv = rows.filter((row) => row[column('Portability')] === label).length;
    expect(inCsv).toBe(report.totals.byPortability[portability]);
    expect(reportText(report, 'html')).toContain(
      `<li><strong>${formatNumber(inCsv)}</strong>${label}`,
    );
  });

  it('list the same findings with the same numbers', () => {
    const [titles = [], ...findings] = tableOf(reportText(report, 'csv-findings'));
    const at = (title: string) => titles.indexOf(title);
    expect(
      findings.map((row) => [row[at('Rule')], Number(row[at('VMs')]), Number(row[at('Moves')])]),
    ).toEqual(report.obstacles.items.map((one) => [one.ruleId, one.vms.total, one.moveCount]));
    expect(report.obstacles.items).toHaveLength(report.obstacles.total);
  });
});

/** Cells of a CSV text as `csv` writes it. */
function tableOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/gy;
  pattern.lastIndex = 1; // after the byte order mark
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
