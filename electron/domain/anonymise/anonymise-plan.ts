/** What a plan says besides its estate: reasons set aside and own catalogue rows. */
import type { Waiver } from '../../../shared/model/waiver';
import type { OwnRows } from '../catalogue/catalogue';
import { guestSystemTable, nicTable, platformTable } from '../catalogue/tables';
import type { Pseudonyms } from './pseudonyms';

/** An own row with the id of a shipped one stands in its place, and has to go on doing so. */
const SHIPPED_IDS: ReadonlySet<string> = new Set(
  [...nicTable, ...platformTable, ...guestSystemTable].map(({ id }) => id),
);

/** Why a reason was set aside is left out: nobody can say whom a note names. */
export function anonymiseWaivers(waivers: readonly Waiver[], names: Pseudonyms): Waiver[] {
  return waivers.map((waiver) => ({
    ...waiver,
    recordId:
      waiver.recordId === null || waiver.recordKind === null
        ? waiver.recordId
        : names.opaque(waiver.recordId, `${waiver.recordKind}-id`),
    note: 'Note left out',
  }));
}

/** The models and figures stay, since records are found by them; ids, notes and sources go. */
export function anonymiseOwnRows(own: OwnRows, names: Pseudonyms): OwnRows {
  const without = <R extends { readonly id: string }>(row: R, isShippedId: boolean): R => ({
    ...row,
    id: isShippedId ? row.id : names.opaque(row.id, 'own-row'),
    notes: null,
    sources: ['own row of a plan'],
  });
  const shipped = (id: string) => SHIPPED_IDS.has(id);
  return {
    nics: own.nics.map((row) => without(row, shipped(row.id))),
    platforms: own.platforms.map((row) => without(row, shipped(row.id))),
    guests: own.guests.map((row) => without(row, shipped(row.id))),
  };
}
