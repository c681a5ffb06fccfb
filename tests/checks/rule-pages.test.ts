/** Every rule has its page in docs/rules, and the page says what the rule says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  OTHER_REASONS,
  PLATFORM_REASONS,
  type ReasonStrings,
} from '../../build/docs/reason-strings';
import { MAKE_RULE_PAGES, rulePages } from '../../build/docs/rule-pages';
import { rules } from '../../electron/domain/rules/catalogue';
import { compileRule } from '../../electron/domain/rules/compiled-rule';
import { known } from '../../shared/fact';

const FOLDER = join(import.meta.dirname, '../../docs/rules');
const pages = rulePages();

describe('docs/rules', () => {
  it('has the page of every rule, and no other', () => {
    const files = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
    expect(files.sort(), `run ${MAKE_RULE_PAGES}`).toEqual([...pages.keys()].sort());
  });

  it('says what the rules say', () => {
    const stale = [...pages].filter(([name, text]) => {
      const file = join(FOLDER, name);
      return !existsSync(file) || readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== text;
    });
    expect(
      stale.map(([name]) => name),
      `stale pages: run ${MAKE_RULE_PAGES}`,
    ).toEqual([]);
  });
});

describe('the texts that Windows prints', () => {
  const ids = new Set(rules.map(({ id }) => id));

  it.each([PLATFORM_REASONS, ...OTHER_REASONS])(
    'lead to rules that exist: $from',
    ({ rows }: ReasonStrings) => {
      expect(rows.filter(([, id]) => !ids.has(id))).toEqual([]);
    },
  );

  it.each(PLATFORM_REASONS.rows)('“%s” leads to %s and to no other cause', (text, id) => {
    const host = { iovSupport: fact(false), iovSupportReasons: fact([text]) };
    const causes = PLATFORM_REASONS.rows.map(([, cause]) => cause);
    const violated = rules
      .filter((rule) => causes.includes(rule.id))
      .filter((rule) => compileRule(rule).ask({ host }).kind === 'violated');
    expect(violated.map((rule) => rule.id)).toEqual([id]);
  });
});

function fact<T>(value: T) {
  return known(value, { kind: 'derived', from: 'test' });
}
