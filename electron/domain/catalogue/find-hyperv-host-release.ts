/** Which release of Windows a Hyper-V host runs, and how releases compare. */
import type { HypervHostRelease, HypervProduct } from './hyperv-records';
import { hypervHostReleaseTable, windowsSkuTable } from './tables';

/** What is known of a host's system; leave out, or give `null` for, what is not. */
export interface HostSystemQuery {
  /** `17763`, `"17763"`, or the whole version `"10.0.17763"`, with or without a fourth part. */
  readonly build?: number | string | null;
  /** `Win32_OperatingSystem.Caption`, partly localised: "Microsoft Windows Server 2019 Datacenter". */
  readonly caption?: string | null;
  /** `Win32_OperatingSystem.OperatingSystemSKU` */
  readonly sku?: number | null;
  /** When a source says it outright. */
  readonly product?: HypervProduct | null;
}

/**
 * The releases that fit.
 * @returns in the order of the table. Empty: unknown. More than one: builds are shared, and what
 *          is known does not tell them apart (20348 alone is Windows Server 2022 or Azure Stack
 *          HCI 21H2). A build that the table lacks finds nothing, whatever the caption says.
 */
export function findHypervHostRelease(query: HostSystemQuery): readonly HypervHostRelease[] {
  const build = buildNumberOf(query.build);
  const caption = (query.caption ?? '').toLowerCase().replace(/\((?:r|tm)\)|[®™]/g, '');
  const product = query.product ?? productOfSku(query.sku) ?? productOfCaption(caption);
  if (build === null) {
    return caption === '' ? [] : withProduct(releasesNamed(caption), product);
  }
  return withProduct(
    hypervHostReleaseTable.filter((release) => release.builds.includes(build)),
    product,
  );
}

/** The row of that id. */
export function hypervHostReleaseById(id: string): HypervHostRelease | null {
  return hypervHostReleaseTable.find((release) => release.id === id) ?? null;
}

/** Long-term server releases, oldest first: the scale on which hosts are compared. */
const SERVER_RELEASES = [
  'windows-server-2008-r2',
  'windows-server-2012',
  'windows-server-2012-r2',
  'windows-server-2016',
  'windows-server-2019',
  'windows-server-2022',
  'windows-server-2025',
] as const;
export type ServerReleaseId = (typeof SERVER_RELEASES)[number];

/**
 * Whether a host has the networking of `minimum` or of a later server release. Azure Stack HCI and
 * the channel releases count as the server release they are closest to.
 * @returns `unknown` for client releases, which stand on no server release
 */
export function hostReleaseReaches(
  release: HypervHostRelease,
  minimum: ServerReleaseId,
): 'yes' | 'no' | 'unknown' {
  const scale: readonly string[] = SERVER_RELEASES;
  const standing = scale.indexOf(release.comparableServerRelease ?? '');
  if (standing < 0) return 'unknown';
  return scale.indexOf(minimum) <= standing ? 'yes' : 'no';
}

/** The product that a `Win32_OperatingSystem.OperatingSystemSKU` belongs to; `null` when not listed. */
export function productOfSku(sku: number | null | undefined): HypervProduct | null {
  return windowsSkuTable.find((row) => row.sku === sku)?.product ?? null;
}

function buildNumberOf(build: number | string | null | undefined): number | null {
  if (build === null || build === undefined) return null;
  const digits = /^\s*(?:\d+\.\d+\.)?(\d{4,6})(?:\.\d+)?\s*$/.exec(String(build))?.[1];
  return digits === undefined ? null : Number(digits);
}

function productOfCaption(caption: string): HypervProduct | null {
  if (/azure stack hci|azure local/.test(caption)) return 'azure-stack-hci';
  if (/\bserver\b/.test(caption)) return 'server';
  return /windows (?:[78]|8\.1|1\d)\b/.test(caption) ? 'client' : null;
}

function releasesNamed(caption: string): readonly HypervHostRelease[] {
  const named = hypervHostReleaseTable.filter((release) =>
    new RegExp(`(?:^|\\W)(?:${release.captionPattern})(?:\\W|$)`).test(caption),
  );
  // People write "Windows 11 Pro 23H2"; Windows itself leaves the version out.
  const version = /\b(?:\d\dh[12]|1[5-9]\d\d|2004)\b/.exec(caption)?.[0];
  const ofVersion = named.filter(
    ({ name }) => version !== undefined && name.toLowerCase().includes(version),
  );
  return ofVersion.length === 0 ? named : ofVersion;
}

function withProduct(
  releases: readonly HypervHostRelease[],
  product: HypervProduct | null,
): readonly HypervHostRelease[] {
  return product === null ? releases : releases.filter((release) => release.product === product);
}
