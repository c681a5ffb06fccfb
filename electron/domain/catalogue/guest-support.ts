/** Whether a guest system can use a VF on Hyper-V, and what that depends on. */
import type { ServerReleaseId } from './find-hyperv-host-release';
import {
  type GuestArchitecture,
  type GuestKind,
  type GuestName,
  readGuestName,
  versionNumbersIn,
} from './guest-name';
import type { GuestCondition, GuestFamily, GuestSystemRow, HypervConfidence } from './records';
import { guestSystemTable } from './tables';

/** What sources tell of a guest besides its name; leave out, or give `null` for, what they do not. */
export interface GuestDetails {
  /** Of the system, not of the kernel: "8.6", "15.3"; for Windows the version number, "10.0.17763". */
  readonly version?: string | null;
  /** `uname -r`, with which the minor release of RHEL and CentOS 7 can be told. */
  readonly kernel?: string | null;
  readonly architecture?: GuestArchitecture | null;
  /** Of the VM: generation 2 has 64-bit guests only. */
  readonly generation?: number | null;
}

export const GUEST_SUPPORT_REASONS = [
  'listed',
  'condition',
  'not-listed',
  'older-than-listed',
  'newer-than-listed',
  'release-not-listed',
  'release-not-known',
  'architecture-not-known',
  'architecture-32-bit',
  'architecture-arm64',
  'not-understood',
] as const;
export type GuestSupportReason = (typeof GUEST_SUPPORT_REASONS)[number];

export interface GuestSupport {
  readonly vfOnHyperv: 'yes' | 'no' | 'unknown';
  readonly why: GuestSupportReason;
  /** What decides a `condition`; `null` otherwise. */
  readonly condition: GuestCondition | null;
  /** Of the answer; `null` when it is `unknown`. */
  readonly confidence: HypervConfidence | null;
  /** The oldest host on which a VF reaches this guest; `null` where no VF does, or unknown. */
  readonly needsHostRelease: ServerReleaseId | null;
  readonly needsHostConfidence: HypervConfidence | null;
  readonly vrss: 'yes' | 'no' | 'unknown';
  readonly kind: GuestKind | null;
  /** The row of the release; `null` when there is none, or when several come into question. */
  readonly row: GuestSystemRow | null;
}

/**
 * Judges a guest by its name, such as "Windows Server 2019 Datacenter", "Ubuntu 20.04.6 LTS",
 * "SUSE Linux Enterprise Server 15 SP3".
 *
 * Systems that no Microsoft table names are a `no`, marked as inferred. A release that lies between
 * or after the listed ones is `unknown`, and so is a text that is not understood.
 * @param ownRows  rows that the user has added; what they fit, they decide
 * @see Microsoft Learn, Hyper-V feature compatibility by generation and guest; Supported Linux and
 *      FreeBSD virtual machines for Hyper-V
 */
export function guestSupport(
  guestOsText: string,
  details: GuestDetails = {},
  ownRows: readonly GuestSystemRow[] = [],
): GuestSupport {
  const name = readGuestName(guestOsText, details.version ?? null);
  const own = ownSupport(guestOsText, name, details, ownRows);
  if (own !== null) {
    const architecture =
      details.architecture ?? name?.architecture ?? (details.generation === 2 ? 'x64' : null);
    return name === null ? own : withArchitecture(own, name, architecture);
  }
  if (name === null) return answer(null, { why: 'not-understood', vfOnHyperv: 'unknown' });
  const architecture =
    details.architecture ?? name.architecture ?? (details.generation === 2 ? 'x64' : null);
  const byName =
    name.kind === 'windows' ? windowsSupport(name, details) : otherSupport(name, details);
  return withArchitecture(byName, name, architecture);
}

interface Answer {
  readonly vfOnHyperv: GuestSupport['vfOnHyperv'];
  readonly why: GuestSupportReason;
  readonly confidence?: HypervConfidence | null;
  readonly condition?: GuestCondition | null;
  readonly rows?: readonly GuestSystemRow[];
}

/**
 * What own rows say, found by family and release as shipped ones are, or by their name, which
 * stands for systems of no listed family.
 */
function ownSupport(
  guestOsText: string,
  name: GuestName | null,
  details: GuestDetails,
  ownRows: readonly GuestSystemRow[],
): GuestSupport | null {
  if (ownRows.length === 0) return null;
  const words = ` ${guestOsText.toLowerCase().trim()} `;
  const version =
    name?.version ??
    versionNumbersIn(details.version ?? '') ??
    versionNumbersIn(/\d+(?:\.\d+)*/.exec(guestOsText)?.[0] ?? '');
  const family = name?.family ?? null;
  const rows = ownRows.filter((row) => {
    const isOfFamily = family !== null && familiesOf(row).includes(family);
    if (!isOfFamily && !words.includes(` ${row.name.toLowerCase()} `)) return false;
    if (name?.kind === 'windows' && row.releases !== null) {
      return row.releases.some((one) => one.toLowerCase() === name.release?.toLowerCase());
    }
    if (row.versionFrom === null && row.versionTo === null) return true;
    return version !== null && isInRange(version, row);
  });
  return rows.length === 0
    ? null
    : answer(name, answerOf(rows, family ?? rows[0]?.families[0] ?? null));
}

/** Windows 8 and Server 2012 are NT 6.2, with which VF support begins. */
const FIRST_NT_WITH_VF = [6, 2];
const FIRST_SERVER_WITH_VF = 2012;
const FIRST_CLIENT_WITH_VF = 8;

function windowsSupport(name: GuestName, details: GuestDetails): GuestSupport {
  const row = guestSystemTable.find(
    ({ families, releases }) =>
      name.family !== null &&
      families.includes(name.family) &&
      (releases ?? []).includes(name.release ?? ''),
  );
  if (row !== undefined) return answer(name, answerOf([row], name.family));
  if (name.release === null) {
    const version =
      details.version === null || details.version === undefined
        ? null
        : versionNumbersIn(details.version);
    if (version === null || version.length < 2) {
      return answer(name, { why: 'release-not-known', vfOnHyperv: 'unknown' });
    }
    return answer(name, byRule(0 <= compareFrom(version, FIRST_NT_WITH_VF)));
  }
  return answer(name, byRule(isNewEnough(name.release, name.family === 'windows-server')));
}

/** Channel releases of the server ("version 1809") began after 2016; client names are all old. */
function isNewEnough(release: string, isServer: boolean): boolean {
  const number = Number.parseFloat(release);
  if (Number.isNaN(number)) return isServer && release.startsWith('version ');
  return isServer ? FIRST_SERVER_WITH_VF <= number : FIRST_CLIENT_WITH_VF <= number && number < 95;
}

/** The documented rule for Windows, applied to a release without a row. */
function byRule(isAble: boolean): Answer {
  return isAble
    ? { vfOnHyperv: 'yes', why: 'newer-than-listed', confidence: 'inferred' }
    : { vfOnHyperv: 'no', why: 'older-than-listed', confidence: 'documented' };
}

function otherSupport(name: GuestName, details: GuestDetails): GuestSupport {
  const { family } = name;
  if (family === null) {
    return answer(name, { vfOnHyperv: 'no', why: 'not-listed', confidence: 'inferred' });
  }
  const version = withMinorFromKernel(name.version, family, details.kernel ?? '');
  if (version === null) return answer(name, { why: 'release-not-known', vfOnHyperv: 'unknown' });
  const ofFamily = guestSystemTable.filter((row) => familiesOf(row).includes(family));
  const fitting = ofFamily.filter((row) => isInRange(version, row));
  if (fitting.length > 0)
    return answer(name, answerOf(ofKernel(fitting, details.kernel ?? ''), family));
  const able = ofFamily.filter((row) => row.vfOnHyperv !== 'no');
  const isOlder = able.every((row) => compareFrom(version, numbersOf(row.versionFrom)) < 0);
  return answer(
    name,
    isOlder
      ? { vfOnHyperv: 'no', why: 'older-than-listed', confidence: 'inferred' }
      : { vfOnHyperv: 'unknown', why: 'release-not-listed' },
  );
}

/** What rows say together: one answer when they agree, unknown when the release is too vague. */
function answerOf(rows: readonly GuestSystemRow[], family: GuestFamily | null): Answer {
  const [first] = rows;
  if (first === undefined || rows.some((row) => row.vfOnHyperv !== first.vfOnHyperv)) {
    return { vfOnHyperv: 'unknown', why: 'release-not-known', rows };
  }
  if (first.vfOnHyperv === 'conditional') {
    return { vfOnHyperv: 'unknown', why: 'condition', condition: first.vfCondition, rows };
  }
  const isNamed = family !== null && rows.every((row) => row.families.includes(family));
  const confidence = isNamed
    ? (['inferred', 'reported', 'documented'] as const).find((known) =>
        rows.some((row) => row.vfConfidence === known),
      )
    : 'inferred';
  return { vfOnHyperv: first.vfOnHyperv, why: 'listed', confidence: confidence ?? null, rows };
}

function answer(name: GuestName | null, given: Answer): GuestSupport {
  const rows = given.rows ?? [];
  const [first] = rows;
  const vrss = new Set(rows.map((row) => row.vrss));
  const hasHost = name !== null && name.kind !== 'other' && given.vfOnHyperv !== 'no';
  const isWindows = name?.kind === 'windows';
  return {
    vfOnHyperv: given.vfOnHyperv,
    why: given.why,
    condition: given.condition ?? null,
    confidence: given.confidence ?? null,
    needsHostRelease: hasHost ? (isWindows ? 'windows-server-2012' : 'windows-server-2016') : null,
    needsHostConfidence: hasHost ? (isWindows ? 'documented' : 'inferred') : null,
    vrss:
      vrss.size === 1 && (first?.vrss === 'yes' || first?.vrss === 'no') ? first.vrss : 'unknown',
    kind: name?.kind ?? null,
    row: rows.length === 1 && first !== undefined ? first : null,
  };
}

/** 32-bit guests get no VF; the tables do not speak of ARM. */
function withArchitecture(
  support: GuestSupport,
  name: GuestName,
  architecture: GuestArchitecture | null,
): GuestSupport {
  if (support.vfOnHyperv === 'no') return support;
  if (architecture === 'x86') {
    return {
      ...support,
      ...answer(name, {
        vfOnHyperv: 'no',
        why: 'architecture-32-bit',
        confidence: name.kind === 'windows' ? 'documented' : 'inferred',
      }),
      vrss: support.vrss,
      row: support.row,
    };
  }
  const why: GuestSupportReason | null =
    architecture === 'arm64'
      ? 'architecture-arm64'
      : architecture === null && cameInTwoWidths(name)
        ? 'architecture-not-known'
        : null;
  return why === null || support.vfOnHyperv !== 'yes'
    ? support
    : { ...support, vfOnHyperv: 'unknown', why, confidence: null };
}

/** Windows 8 to 10 exist with 32 and with 64 bits; servers since 2012 and Windows 11 only with 64. */
function cameInTwoWidths(name: GuestName): boolean {
  return name.family === 'windows' && !['11', '12'].includes(name.release ?? '');
}

function familiesOf(row: GuestSystemRow): readonly GuestFamily[] {
  return [...row.families, ...row.familiesByInference];
}

function numbersOf(version: string | null): readonly number[] {
  return version === null ? [] : version.split('.').map(Number);
}

/** Compares as far as both are written, so that 7 is neither below nor above 7.3. */
function compareFrom(left: readonly number[], right: readonly number[]): number {
  for (const [index, number] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 0;
    if (number !== other) return number - other;
  }
  return 0;
}

function isInRange(version: readonly number[], row: GuestSystemRow): boolean {
  return (
    0 <= compareFrom(version, numbersOf(row.versionFrom)) &&
    compareFrom(version, numbersOf(row.versionTo)) <= 0
  );
}

/** Oracle Linux has a row per kernel line for the same releases. */
function ofKernel(rows: readonly GuestSystemRow[], kernel: string): readonly GuestSystemRow[] {
  if (kernel === '' || rows.length < 2) return rows;
  const wanted = rows.filter((row) => row.id.endsWith(kernel.includes('uek') ? '-uek' : '-rhck'));
  return wanted.length > 0 ? wanted : rows;
}

/** First kernel build of each minor release of RHEL 7, from Red Hat's list of release kernels. */
const RHEL_7_KERNELS: readonly (readonly [firstBuild: number, minor: number])[] = [
  [1160, 9],
  [1127, 8],
  [1062, 7],
  [957, 6],
  [862, 5],
  [693, 4],
  [514, 3],
  [327, 2],
  [229, 1],
  [123, 0],
];

/** CentOS 7 calls itself just "7": its kernel tells the minor release. */
function withMinorFromKernel(
  version: readonly number[] | null,
  family: GuestFamily,
  kernel: string,
): readonly number[] | null {
  const isBare7 = version?.length === 1 && version[0] === 7;
  if (!isBare7 || !['rhel', 'centos', 'oracle'].includes(family)) return version;
  const build = /^3\.10\.0-(\d+)\b/.exec(kernel)?.[1];
  const known = RHEL_7_KERNELS.find(([first]) => build !== undefined && first <= Number(build));
  return known === undefined ? version : [7, known[1]];
}
