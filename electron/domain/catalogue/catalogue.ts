/**
 * The catalogue that answers look-ups: the shipped tables, and in front of them the rows that a
 * plan has added. The shipped tables never change; for the same match an own row wins.
 */

import { catalogueVersion } from './catalogue-version';
import { findNic, type NicMatch, type NicQuery } from './find-nic';
import { findPlatform } from './find-platform';
import { type GuestDetails, type GuestSupport, guestSupport } from './guest-support';
import type { OwnRowTypes } from './own-tables';
import type { PlatformRow } from './records';

export interface OwnRows {
  readonly nics: readonly OwnRowTypes['nics'][];
  readonly platforms: readonly OwnRowTypes['platforms'][];
  readonly guests: readonly OwnRowTypes['guests'][];
}

export const NO_OWN_ROWS: OwnRows = { nics: [], platforms: [], guests: [] };

export class Catalogue {
  readonly own: OwnRows;

  constructor(own: OwnRows) {
    this.own = own;
  }

  get ownCount(): number {
    return this.own.nics.length + this.own.platforms.length + this.own.guests.length;
  }

  /** As reports name it: `1.0`, or `1.0 + 2 own rows`. */
  get version(): string {
    return withOwnCount(catalogueVersion, this.ownCount);
  }

  findNic(query: NicQuery): NicMatch {
    return findNic(query, this.own.nics);
  }

  findPlatform(cpuModelName: string): PlatformRow | null {
    return findPlatform(cpuModelName, this.own.platforms);
  }

  guestSupport(guestOsText: string, details: GuestDetails = {}): GuestSupport {
    return guestSupport(guestOsText, details, this.own.guests);
  }
}

/** Without any own row. */
export const SHIPPED_CATALOGUE = new Catalogue(NO_OWN_ROWS);

function withOwnCount(version: string, count: number): string {
  if (count === 0) return version;
  return `${version} + ${count} own ${count === 1 ? 'row' : 'rows'}`;
}
