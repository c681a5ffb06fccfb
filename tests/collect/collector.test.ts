import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/*
 * No PowerShell is needed here: the promises that matter to the administrator who runs the collector on a
 * production host (it only reads, it runs on 5.1, the documentation tells all of it) can be read off its text.
 */

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

const script = read('build/collect/Collect-PortolanHost.ps1');
const page = read('docs/collecting.md');

const withoutComments = script.replaceAll(/<#[\s\S]*?#>/g, '').replaceAll(/^[ \t]*#.*$/gm, '');
const stringLiteral = /'(?:[^']|'')*'|"(?:[^"`]|`.)*"/g;

/** What PowerShell would run: the script without comments and without the contents of strings. */
const code = withoutComments.replaceAll(stringLiteral, "''");

const ownFunctions = [...code.matchAll(/^function ([A-Za-z]+-Portolan\w+)/gm)].map(
  (match) => match[1],
);

/** Commands that neither look something up (Get, Test) nor are the script's own, each with the reason it may stay. */
const harmlessCommands = new Map([
  ['ConvertTo-Json', 'text from objects'],
  ['ForEach-Object', 'pipeline'],
  ['New-Object', 'creates .NET objects in memory'],
  ['Select-Object', 'pipeline'],
  ['Sort-Object', 'pipeline'],
  ['Start-Sleep', 'waits between the two samples'],
  ['Where-Object', 'pipeline'],
  ['Write-Error', 'message'],
  ['Write-Verbose', 'message'],
  ['Write-Warning', 'message'],
]);

/** Static .NET members the script may use. WriteAllText is the single thing that writes. */
const knownMembers = [
  'Abs',
  'Administrator',
  'GetCurrent',
  'Match',
  'StartNew',
  'ToString',
  'WriteAllText',
];

/** Names in the first column of the table below a heading. */
function tableNames(heading: string): string[] {
  const start = page.indexOf(`## ${heading}\n`);
  expect(start, `docs/collecting.md has no heading "${heading}"`).toBeGreaterThanOrEqual(0);
  const section = page.slice(start + 3).split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '');
}

const sections = [...script.matchAll(/^Invoke-PortolanSection '([^']+)'/gm)].map(
  (match) => match[1] ?? '',
);

describe('the collector only reads', () => {
  it('calls nothing but commands that look things up', () => {
    const commands = new Set(
      [...code.matchAll(/(?<![\w$.-])[a-z]+-[a-z]\w*/gi)].map((match) => match[0]),
    );
    const others = [...commands].filter(
      (name) =>
        !/^(?:Get|Test)-/.test(name) && !ownFunctions.includes(name) && !harmlessCommands.has(name),
    );
    expect(others).toEqual([]);
  });

  it('hides no command in an expanding string, and runs no text as code', () => {
    const expanding = [...withoutComments.matchAll(stringLiteral)].filter((match) =>
      match[0].startsWith('"'),
    );
    expect(expanding.filter((match) => match[0].includes('$'))).toEqual([]);
    expect(code).not.toMatch(
      /\biex\b|\[scriptblock\]::|\.Invoke\(|\b(?:cmd|reg|netsh|sc|wmic|bcdedit|dism|pwsh|powershell)\b(?! +=)|\.exe\b/i,
    );
  });

  it('never meters resources', () => {
    expect(script).not.toMatch(/Measure-VM|VMResourceMetering|-ResourceMetering/i);
  });

  it('uses only known static members of .NET', () => {
    const members = new Set([...code.matchAll(/::(\w+)/g)].map((match) => match[1] ?? ''));
    expect([...members].filter((name) => !knownMembers.includes(name))).toEqual([]);
  });

  it('writes one file, and without a byte order mark', () => {
    expect(code.match(/\[IO\.File\]::WriteAllText/g)).toHaveLength(1);
    expect(code).toContain('System.Text.UTF8Encoding $false');
  });

  it('calls no CIM method and redirects nothing into a file', () => {
    expect(code).not.toMatch(/Invoke-CimMethod|Invoke-WmiMethod|\[wmi/i);
    expect(code.replaceAll('2>&1', '')).not.toMatch(/>/);
  });

  it('does not ask for the IP addresses of guests', () => {
    expect(script).not.toMatch(
      /\bIPAddresses\b|NetworkAddressIPv|\b(?:Local|Remote)(?:IP)?Address\b/,
    );
  });

  it('does not ask for serial numbers or notes', () => {
    expect(script).not.toMatch(/\bSerialNumber\b|\bNotes\b|IdentifyingNumber/);
  });
});

describe('the collector runs on Windows PowerShell 5.1', () => {
  it('is plain ASCII, so that no code page can change it', () => {
    expect([...script].filter((letter) => letter.charCodeAt(0) > 126)).toEqual([]);
  });

  it('uses no operator or parameter that came later', () => {
    expect(code).not.toContain('?'); // ternary, ??, ?. and the alias of Where-Object
    expect(code).not.toMatch(/&&|\|\|/);
    expect(code).not.toMatch(
      /-AsArray|-EnumsAsStrings|-AsHashtable|-Parallel|-AsUTC|-NoEnumerate/i,
    );
    expect(code).not.toMatch(/\[(?:ulong|uint|ushort|short|nint)\]/i);
    expect(code).not.toMatch(/\bclean\s*\{/i);
  });

  it('uses no alias', () => {
    expect(code).not.toMatch(
      /\|\s*(?:%|select|where|foreach|sort)\s|\b(?:gci|gcim|gwmi|gp|gm|iwr|icm)\s/i,
    );
  });

  it('leaves strict mode to the caller', () => {
    expect(code).not.toMatch(/Set-StrictMode/i);
  });

  it('takes the parameters that its page describes', () => {
    for (const name of ['OutFile', 'SampleSeconds', 'NoGuestDetails']) {
      expect(script).toMatch(new RegExp(`^\\.PARAMETER ${name}$`, 'm'));
      expect(code).toMatch(new RegExp(`\\] \\$${name}\\b`));
      expect(page).toContain(`-${name}`);
    }
  });
});

describe('the collector and its page', () => {
  it('name the same sections', () => {
    expect(tableNames('What is read, and what for').toSorted()).toEqual(sections.toSorted());
  });

  it('name every section once', () => {
    expect(sections).toEqual([...new Set(sections)]);
  });

  it('agree on the version of the file', () => {
    const version = /^\$collectorVersion = '([^']+)'$/m.exec(script)?.[1];
    expect(page).toContain(`"collectorVersion": "${version}"`);
    expect(script).toMatch(/^ {4}portolanCollector = 1$/m);
    expect(page).toContain('"portolanCollector": 1');
  });

  it('explain every status that a section can have', () => {
    const statuses = [...script.matchAll(/\$status = '([a-z-]+)'/g)].map((match) => match[1]);
    for (const status of new Set(statuses)) expect(page).toContain(`| \`${status}\` |`);
  });

  it('name a section after the command or class that it runs', () => {
    const blocks = script.split(/^(?=Invoke-PortolanSection ')/m).slice(1);
    for (const block of blocks) {
      const name = /'([^']+)'/.exec(block)?.[1] ?? '';
      if (name.startsWith('Portolan')) continue;
      const body = block.slice(block.indexOf('{')).split('\n}')[0];
      expect(body).toMatch(new RegExp(`(?<![\\w-])${name}(?![\\w-])`));
    }
  });

  it('offer by hand only commands that the importer knows as sections', () => {
    const byHand = [...page.matchAll(/([A-Z][a-z]+-\w+)\.json/g)].map((match) => match[1] ?? '');
    expect(byHand.length).toBeGreaterThan(0);
    expect(byHand.filter((name) => !sections.includes(name))).toEqual([]);
  });
});
