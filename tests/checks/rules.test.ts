/** Every rule is whole: unique, sourced, tested with all kinds of case, and in the catalogue. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { retiredRuleIds, rules } from '../../electron/domain/rules/catalogue';
import { notRules } from '../../electron/domain/rules/hyperv/not-rules';
import { fieldAt } from '../../electron/domain/rules/rule';
import { sourceOf } from '../../electron/domain/rules/sources';

const ROOT = join(import.meta.dirname, '../..');
const RULES = 'electron/domain/rules/hyperv';

const files = readdirSync(join(ROOT, RULES), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.includes('/') && !name.endsWith('/index.ts') && name.endsWith('.ts'));

describe('the rule catalogue', () => {
  it('has every rule file, by its id, and no other', () => {
    expect(rules.map(({ id }) => id).sort()).toEqual(
      files.map((file) => basename(file, '.ts')).sort(),
    );
  });

  it('never uses an id twice, nor a retired one, nor one that is said to be no rule', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => id in retiredRuleIds)).toEqual([]);
    expect(ids.filter((id) => notRules.some((one) => one.id === id))).toEqual([]);
  });

  describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const file = files.find((name) => basename(name, '.ts') === id) ?? '';

    it('has a test with all kinds of case', () => {
      const test = join(ROOT, 'tests/domain/rules/hyperv', file.replace(/\.ts$/, '.test.ts'));
      expect(existsSync(test), `${test} is missing`).toBe(true);
      const text = readFileSync(test, 'utf8');
      for (const kind of ['holds', 'violated', 'undecided', 'notApplicable']) {
        expect(text, `no ${kind} cases`).toMatch(new RegExp(`\\b${kind}:`));
      }
      const other = rule.messages && /doubt:/.test(text) ? 'undecided' : 'violated';
      expect(text, `${other} cases are empty`).not.toMatch(new RegExp(`\\b${other}: \\[\\]`));
    });

    it('names sources that exist, and says so when a claim has no document', () => {
      expect(rule.sources.length).toBeGreaterThan(0);
      for (const source of rule.sources) expect(sourceOf(source).title).not.toBe('');
      if (rule.confidence === 'inferred')
        expect(rule.limits, 'limits of an inferred rule').not.toBe('');
    });

    it('reads facts that exist and have a way to be collected', () => {
      for (const path of Object.values(rule.reads)) expect(fieldAt(path).collect).not.toBe('');
    });

    it('has an effect, a message and a remedy in whole sentences', () => {
      expect(Object.keys(rule.effect).length).toBeGreaterThan(0);
      expect(Object.keys(rule.messages).length).toBeGreaterThan(0);
      for (const text of Object.values(rule.messages)) expect(text).toMatch(/[.:]$/);
      expect(rule.remediation).not.toBe('');
    });
  });
});
