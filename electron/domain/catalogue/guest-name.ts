/** Reads which system a guest runs out of what Hyper-V, inventories and `os-release` call it. */
import type { GuestFamily } from './records';

export type GuestKind = 'windows' | 'linux' | 'bsd' | 'other';
export type GuestArchitecture = 'x64' | 'x86' | 'arm64';

export interface GuestName {
  readonly kind: GuestKind;
  /** `null`: a system that no row of the catalogue is about. */
  readonly family: GuestFamily | null;
  /** Windows: "2012 R2", "version 1809", "8.1", "vista". `null` for others, and when the text does not say. */
  readonly release: string | null;
  /** Others: the numbers of the version, a service pack counting as the second; `null` as above. */
  readonly version: readonly number[] | null;
  readonly architecture: GuestArchitecture | null;
}

interface FamilyPattern {
  readonly kind: GuestKind;
  readonly family: GuestFamily | null;
  readonly pattern: RegExp;
}

/** The first that fits counts, so the particular stand before the general. */
const FAMILIES: readonly FamilyPattern[] = [
  {
    kind: 'windows',
    family: 'windows-server',
    pattern: /\bwindows\b.*\bserver\b|\bhyper-v server\b/,
  },
  { kind: 'windows', family: 'windows', pattern: /\bwindows\b/ },
  { kind: 'linux', family: null, pattern: /\bsuse linux enterprise desktop\b|\bopensuse\b/ },
  { kind: 'linux', family: 'rhel', pattern: /\bred ?hat enterprise linux\b|\brhel/ },
  { kind: 'linux', family: 'centos', pattern: /\bcentos/ },
  { kind: 'linux', family: 'rocky', pattern: /\brocky(?: linux)?\b/ },
  { kind: 'linux', family: 'almalinux', pattern: /\balma ?linux\b/ },
  { kind: 'linux', family: 'oracle', pattern: /\boracle (?:enterprise )?linux\b/ },
  { kind: 'linux', family: 'ubuntu', pattern: /\bubuntu\b/ },
  { kind: 'linux', family: 'debian', pattern: /\bdebian\b/ },
  { kind: 'linux', family: 'sles', pattern: /\bsuse linux enterprise\b|\bsles/ },
  { kind: 'bsd', family: 'freebsd', pattern: /\bfreebsd\b/ },
  {
    kind: 'linux',
    family: null,
    pattern:
      /\b(?:fedora|arch linux|gentoo|alpine|linux mint|slackware|mageia|amazon linux|photon|kali|clear linux|coreos|flatcar|nixos|void linux|azure linux|cbl-mariner|scientific linux|red hat linux|asianux)\b/,
  },
  { kind: 'bsd', family: null, pattern: /\b(?:openbsd|netbsd|dragonfly|pfsense|opnsense)\b/ },
  {
    kind: 'other',
    family: null,
    pattern: /\b(?:solaris|esxi|macos|mac os|netware|ms-dos|os\/2)\b/,
  },
];

/**
 * @param text     "Windows Server 2019 Datacenter", "CentOS Linux release 7.4.1708", "SLES"
 * @param version  when a source gives it apart; used as far as the text has none or a shorter one
 * @returns `null` when the text names no known system ("Linux" alone, an empty text)
 */
export function readGuestName(text: string, version: string | null = null): GuestName | null {
  const name = text
    .toLowerCase()
    .replace(/\((?:r|tm|c)\)|[®™©]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  for (const { kind, family, pattern } of FAMILIES) {
    const found = pattern.exec(name);
    if (found === null) continue;
    const rest = withoutArchitecture(name.slice(found.index + found[0].length));
    const isWindows = kind === 'windows';
    return {
      kind,
      family,
      release: isWindows ? windowsReleaseIn(name, family) : null,
      version: isWindows || family === null ? null : longerVersion(rest, version),
      architecture: architectureIn(name),
    };
  }
  return null;
}

/** The numbers of "7.4.1708", "12 SP3", "15-SP4", "20.04.6 LTS"; `null` for none and for "4/5/6". */
export function versionNumbersIn(text: string): readonly number[] | null {
  if (/\d\s*\/\s*\d/.test(text)) return null;
  const found = /(\d+(?:\.\d+)*)(?:[ -]*sp ?(\d+))?/i.exec(text);
  const dotted = found?.[1];
  if (found === null || dotted === undefined) return null;
  const numbers = dotted.split('.').map(Number);
  return found[2] === undefined ? numbers : [...numbers.slice(0, 1), Number(found[2])];
}

function longerVersion(rest: string, version: string | null): readonly number[] | null {
  const inText = versionNumbersIn(rest);
  const apart = version === null ? null : versionNumbersIn(version);
  if (inText === null || apart === null) return inText ?? apart;
  const continues = inText.every((number, index) => number === apart[index]);
  return continues && inText.length < apart.length ? apart : inText;
}

function windowsReleaseIn(name: string, family: GuestFamily | null): string | null {
  if (family === 'windows-server') {
    // The semi-annual channel: "Windows Server, version 2004" is of 2020, not of 2004.
    const channel = /\bversion (\d\d(?:\d\d|h\d))\b/.exec(name)?.[1];
    if (channel !== undefined) return `version ${channel}`;
    const year = /\b(20\d\d)\b(?:.*?\b(r2)\b)?/.exec(name);
    if (year === null) return null;
    return year[2] === undefined ? (year[1] ?? null) : `${year[1]} R2`;
  }
  const release = /windows (vista|xp|2000|nt|me|9[58]|8\.1|[78]|1\d)\b/.exec(name)?.[1];
  return release ?? null;
}

function architectureIn(name: string): GuestArchitecture | null {
  if (/\b(?:arm64|aarch64)\b/.test(name)) return 'arm64';
  if (/\b64[ -]?bits?\b|\bx64\b|\bx86[-_]64\b|\bamd64\b/.test(name)) return 'x64';
  return /\b32[ -]?bits?\b|\bx86\b|\bi[3-6]86\b/.test(name) ? 'x86' : null;
}

function withoutArchitecture(text: string): string {
  return text.replace(
    /\b(?:32|64)[ -]?bits?\b|\bx86[-_]64\b|\bamd64\b|\bx(?:64|86)\b|\bi[3-6]86\b/g,
    ' ',
  );
}
