/** The examples of docs/cli.md are run as they stand there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMAND_HELP } from '../../../electron/app/cli/help';
import { JudgeDocument } from '../../../electron/app/cli/judge-format';
import { ASSUMPTION_NAMES, assumptionTable } from '../../../shared/model/assumptions';
import { workshop } from './command';

const document = readFileSync('docs/cli.md', 'utf8');
const { write, portolan } = workshop();
write('estate.json', /```json\n([\s\S]*?)```/.exec(document)?.[1] ?? '');

describe('an example of the documentation', () => {
  const examples = [...document.matchAll(/```console\n\$ portolan (.*)\n([\s\S]*?)```/g)];

  it.each(examples.map(([, line = '', said = '']) => [line, said]))(
    'portolan %s',
    async (line, said) => {
      const { code, out, err } = await portolan(line);
      expect(`${out}${err}${code === 0 ? '' : `(exit code ${code})\n`}`).toBe(said);
    },
  );

  it('is there for text, reasons, conditions, findings and a mistake', () => {
    expect(examples).toHaveLength(5);
  });
});

describe('the documentation', () => {
  it('names every command with its help', () => {
    const documented = [...document.matchAll(/^## `(\w+)/gm)].map(([, name]) => name);
    expect(documented).toEqual(Object.keys(COMMAND_HELP));
  });

  it('names every assumption with its choices, the preset first', () => {
    const rows = [...document.matchAll(/^\| `(\w+)` \| [^|]* \| (`[\w-]+`(?:, `[\w-]+`)+) \|$/gm)];
    expect(Object.fromEntries(rows.map(([, name, choices = '']) => [name, choices]))).toEqual(
      Object.fromEntries(
        ASSUMPTION_NAMES.map((name) => {
          const { choices, preset } = assumptionTable[name];
          const others = Object.keys(choices).filter((choice) => choice !== preset);
          return [name, [preset, ...others].map((choice) => `\`${choice}\``).join(', ')];
        }),
      ),
    );
  });

  it('names every property at the top of the JSON', () => {
    const table = /The top level:\n([\s\S]*?)\n\n[^|]/.exec(document)?.[1] ?? '';
    const named = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(named).toEqual(Object.keys(JudgeDocument.shape));
  });
});
