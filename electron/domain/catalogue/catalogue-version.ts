/**
 * The version of the shipped tables, which every report carries. The digest is a SHA-256 over all
 * tables, so that figures cannot change under an old version: the integrity test compares it and
 * prints the new one.
 */
export interface CatalogueRelease {
  readonly version: string;
  readonly digest: string;
}

/** Newest first. To change data, add a release at the top; one that has shipped is never touched. */
export const catalogueReleases: readonly [CatalogueRelease, ...CatalogueRelease[]] = [
  { version: '1.0', digest: 'a101578ca65231fb255701934dbaf913efd194519cd4099a6752ab565f0a3c44' },
];

/** The version of the tables as they are now. */
export const catalogueVersion: string = catalogueReleases[0].version;
