/**
 * Writes the page of every rule from the rule itself, so that the documents cannot say anything
 * else than the program does.
 */
import { rules } from '../../electron/domain/rules/catalogue';
import { notRules } from '../../electron/domain/rules/hyperv/not-rules';
import { fieldAt, type Rule, splitPath } from '../../electron/domain/rules/rule';
import { sourceOf } from '../../electron/domain/rules/sources';
import { joined } from '../../shared/format/plural';
import { assumptionTable } from '../../shared/model/assumptions';
import {
  KINDS_BLOCKED,
  MOVE_KINDS,
  type MoveKind,
  RULE_SCOPES,
  type RuleScope,
} from '../../shared/model/verdict';
import { OTHER_REASONS, PLATFORM_REASONS, type ReasonStrings } from './reason-strings';

/** The command that makes the pages anew. */
export const MAKE_RULE_PAGES = 'npm run docs';

/** All pages of docs/rules, by file name. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', indexPage()],
    ['reasons.md', reasonsPage()],
    ...rules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const),
  ]);
}

const MADE = `<!-- Made from the rules by ${MAKE_RULE_PAGES}; change the rule, not this page. -->`;

const SCOPES: Readonly<Record<RuleScope, string>> = {
  host: 'Host platform',
  nic: 'Physical network adapter',
  switch: 'Virtual switch',
  pool: 'Pools',
  vnic: 'Network adapter of the VM',
  guest: 'Guest system',
  vmq: 'VM queues',
  migration: 'The move itself',
};

const SUBJECTS: Readonly<Record<ReturnType<typeof splitPath>[0], string>> = {
  vnic: 'vNIC',
  vm: 'VM',
  guest: 'guest',
  host: 'host',
  switch: 'virtual switch',
  adapter: 'adapter behind the switch',
  place: 'host and switch',
  pool: 'pools of the switch',
  source: 'source',
  target: 'target',
  cluster: 'cluster of the target',
  move: 'move',
};

const PATHS = { sriov: 'SR-IOV', vmdq: 'VM queue' } as const;
const CONFIDENCE = {
  documented: 'documented by Microsoft or by the maker of the part',
  reported: 'reported, not documented',
  inferred: 'inferred from what is documented',
} as const;

function rulePage(rule: Rule): string {
  const { remediation, limits, assumption } = rule;
  return page([
    `# ${rule.id}`,
    `**${rule.title}.** ${SCOPES[rule.scope]}; ${CONFIDENCE[rule.confidence]}.`,
    '## What it does to a move',
    table(
      ['Kind of move', 'When the rule is violated'],
      MOVE_KINDS.map((kind) => [kind, effectOn(rule, kind)]),
    ),
    ...(rule.settlesPath ? ['It settles the path: the other rules about it are moot then.'] : []),
    ...(assumption === null ? [] : [assumptionText(assumption)]),
    '## What it reads',
    table(
      ['Fact', 'Of', 'How to get it'],
      Object.values(rule.reads).map((path) => {
        const { title, collect } = fieldAt(path);
        return [`\`${path}\` ${title}`, SUBJECTS[splitPath(path)[0]], code(collect)];
      }),
    ),
    '## What it says',
    Object.values(rule.messages)
      .map((text) => `- ${prose(text)}`)
      .join('\n'),
    '## What to do',
    prose(remediation),
    ...(limits === '' ? [] : ['## Limits', prose(limits)]),
    '## Sources',
    rule.sources
      .map((id) => {
        const { title, where } = sourceOf(id);
        return `- ${[`${id}: ${title}`, where].filter(Boolean).join(', ')}`;
      })
      .join('\n'),
  ]);
}

function effectOn({ effect }: Rule, kind: MoveKind): string {
  if (effect.blocks !== undefined && KINDS_BLOCKED[effect.blocks].includes(kind)) return 'blocked';
  const parts: string[] = [];
  if (effect.disconnects) parts.push('no connection is left');
  if (effect.lowers !== undefined && effect.lowers.length > 0) {
    parts.push(`allowed without ${joined(effect.lowers.map((one) => PATHS[one]))}`);
  }
  if (effect.queues && kind !== 'offline') parts.push('waits for other migrations');
  if (effect.warns) parts.push('allowed with a warning');
  if (effect.slows !== undefined) parts.push('allowed; the path stays and carries less');
  if (effect.bypasses !== undefined) parts.push('allowed with a warning');
  return parts.length === 0 ? 'allowed' : parts.join('; ');
}

function assumptionText(name: keyof typeof assumptionTable): string {
  const { title, choices, preset, reason } = assumptionTable[name];
  const lines = Object.entries<string>(choices).map(
    ([choice, text]) => `- ${text}${choice === preset ? ' (preset)' : ''}`,
  );
  return `The documents leave open: *${title}.* ${reason} A setting of the plan decides:\n\n${lines.join('\n')}`;
}

function indexPage(): string {
  return page([
    '# The rules',
    `${rules.length} rules in the order in which they name a cause. A rule that cannot be decided names the facts that are missing. The texts that Windows prints, and the rule of each: [reasons.md](reasons.md).`,
    ...RULE_SCOPES.flatMap((scope) => [
      `## ${SCOPES[scope]}`,
      table(
        ['Rule', 'What is wrong', ...MOVE_KINDS],
        rules
          .filter((rule) => rule.scope === scope)
          .map((rule) => [
            `[${rule.id}](${rule.id}.md)`,
            rule.title,
            ...MOVE_KINDS.map((kind) => effectOn(rule, kind)),
          ]),
      ),
    ]),
    '## Not rules',
    table(
      ['Condition', 'Why there is no rule'],
      notRules.map(({ id, reason }) => [id, reason]),
    ),
  ]);
}

function reasonsPage(): string {
  return page([
    '# Texts that Windows prints, and their rules',
    ...[PLATFORM_REASONS, ...OTHER_REASONS].flatMap(({ from, note, rows }: ReasonStrings) => [
      `## ${from}`,
      note,
      table(
        ['Text', 'Rule'],
        rows.map(([text, id]) => [code(text), `[${id}](${id}.md)`]),
      ),
    ]),
  ]);
}

function page(parts: readonly string[]): string {
  return `${[MADE, ...parts].join('\n\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return text.includes('`') ? text : `\`${text}\``;
}

/** Outside of code, `<vm>` would be taken for markup, and `*` or `_` for emphasis. */
function prose(text: string): string {
  return text.replace(/[<*_\\]/g, (sign) => `\\${sign}`);
}
