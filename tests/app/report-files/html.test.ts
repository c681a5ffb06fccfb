import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../../electron/app/report-files/html';
import { html, nameOf } from '../../../electron/app/report-files/markup';
import { buildReport } from '../../../electron/domain/report/build-report';
import { REPORT_LIMITS, type ReportLimits } from '../../../electron/domain/report/limits';
import { Judge } from '../../../electron/domain/verdict/judge';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Waiver } from '../../../shared/model/waiver';
import { smallEstate, smallRules } from '../../domain/report/small-estate';

describe('markup', () => {
  const cases = [
    ['a tag', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['quotes of an attribute', `" onload='x'`, '&quot; onload=&#39;x&#39;'],
    ['an entity', 'a&lt;b', 'a&amp;lt;b'],
    ['a reversal of the reading order', 'sql\u202Egpj.exe', 'sql[U+202E]gpj.exe'],
    ['an isolate that is never closed', '\u2067web', '[U+2067]web'],
    ['a terminal sequence', '\u001b[2J', '[U+001B][2J'],
    ['a null character', 'a\u0000b', 'a[U+0000]b'],
    ['Hebrew, Chinese and emoji as they are', 'שרת 数据库 🐙', 'שרת 数据库 🐙'],
  ] as const;
  for (const [name, given, shown] of cases) {
    it(`shows ${name} as text`, () => expect(html`<p>${given}</p>`.text).toBe(`<p>${shown}</p>`));
  }

  it('joins lists, leaves nothing out and keeps markup of its own', () => {
    expect(html`<b>${['<', html`<i>${1}</i>`, null, false, undefined]}</b>`.text).toBe(
      '<b>&lt;<i>1</i></b>',
    );
  });

  it('sets names apart from the direction of the text around them', () => {
    expect(nameOf('שרת').text).toBe('<bdi>שרת</bdi>');
  });
});

describe('the HTML report', () => {
  const page = pageOf();

  it('allows itself one style sheet and nothing else', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\sstyle="|\son\w+="|url\(|@import/i);
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  });

  it('lists what is set aside, of what, why and since when', () => {
    const [rule] = smallRules;
    const [host] = smallEstate().hosts;
    const waiver = {
      ruleId: rule?.id ?? '',
      recordKind: 'host',
      recordId: host?.id ?? '',
      note: 'checked by <hand>',
      setAt: '2026-01-02T03:04:05.000Z',
    } as const;
    const told = pageOf({}, REPORT_LIMITS, [waiver]).split('id="waivers"')[1] ?? '';
    expect(told).toContain(`<code>${rule?.id}</code>`);
    expect(told).toContain(`<bdi>${host?.name}</bdi>`);
    expect(told).toContain('checked by &lt;hand&gt;');
    expect(told).toContain('2 Jan 2026');
  });

  it('has one first heading, sections in order, and a language', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect([...page.matchAll(/<h1>/g)]).toHaveLength(1);
    expect([...page.matchAll(/<h2 id="([a-z]+)">/g)].map(([, id]) => id)).toEqual([
      'summary',
      'matrix',
      'obstacles',
      'undecided',
      'vms',
      'waivers',
      'assumptions',
      'inputs',
      'problems',
      'rules',
    ]);
  });

  it('gives every table a caption, and every head cell a scope', () => {
    const tables = page.match(/<table/g)?.length;
    expect(page.match(/<table[^>]*><caption>[^<]/g)).toHaveLength(tables ?? -1);
    expect(page.match(/<th(?![^>]*scope=)[ >]/g)).toBeNull();
  });

  it('closes what it opens', () => {
    expect(unbalanced(page)).toEqual([]);
  });

  it('puts a word beside every symbol', () => {
    const cells = [...page.matchAll(/<td class="cell">(.*?)<\/td>/g)].map(([, cell]) =>
      (cell ?? '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(cells).toEqual([
      'Here SR-IOV',
      'Falls back VMDq',
      'Blocked would be SR-IOV',
      'Undecided at best SR-IOV',
      'Improves SR-IOV',
      'Here VMDq',
      'Blocked would be SR-IOV',
      'Undecided at best SR-IOV',
      'Undecided',
      'Undecided',
      'Undecided',
      'Undecided',
    ]);
  });

  it('shows a hostile name as a name', () => {
    const hostile = pageOf({ web: '</style><script>alert("x")</script>\u202E' });
    expect(hostile).toContain(
      '<bdi>&lt;/style&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;[U+202E]</bdi>',
    );
    expect(hostile).not.toMatch(/<script/i);
    expect(unbalanced(hostile)).toEqual([]);
  });

  it('says what it leaves out', () => {
    const short = pageOf({}, { ...REPORT_LIMITS, obstacles: 1, stories: 1 });
    expect(short).toContain('3 more obstacles of 4 are not shown here.');
    expect(short).toContain('2 more groups of VMs of 3 are not shown here.');
  });
});

function pageOf(
  names: { web?: string } = {},
  limits: ReportLimits = REPORT_LIMITS,
  waivers: readonly Waiver[] = [],
): string {
  const judge = new Judge(smallEstate(names), PRESET_ASSUMPTIONS, smallRules, waivers);
  const work = buildReport(
    {
      planName: 'Small',
      madeAt: '2026-01-02T03:04:05.000Z',
      madeBy: { appVersion: '0.1.0', rulesVersion: '1.0', ruleCount: 2, catalogueVersion: '1.0' },
      kind: 'live',
      judge,
      files: [],
      problems: [],
    },
    limits,
  );
  let next = work.next();
  while (!next.done) next = work.next();
  return reportHtml(next.value);
}

const VOID = new Set(['meta', 'br']);

/** Elements that are closed out of order or not at all. */
function unbalanced(page: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const body = page.replace(/<style>[\s\S]*?<\/style>/, '').replace(/^<!doctype html>/, '');
  for (const [, slash, name = '', rest = ''] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/gi)) {
    if (VOID.has(name) || rest.endsWith('/')) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}
