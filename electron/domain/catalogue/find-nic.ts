/** Which row of the catalogue an adapter is, and whose driver it wants. */
import { cleanNicDescription, makeNamedIn, matchNicDescription } from './nic-description';
import { cleanPciId } from './pci-ids';
import type { NicMake, NicRow } from './records';
import { nicTable } from './tables';

/** What is known of an adapter; leave out, or give `null` for, what is not. */
export interface NicQuery {
  /** Hex, with or without `0x` or `VEN_`. */
  readonly vendorId?: string | null;
  readonly deviceId?: string | null;
  /** Of the board; needed only for makes that share one device id between models. */
  readonly subsystemId?: string | null;
  readonly interfaceDescription?: string | null;
}

/**
 * How the rows were found. `pci-id`, `vf-pci-id`: by the id of the adapter, or of a VF of it.
 * `chip`, `board`, `family`: by what the description names; a board name is the word of its maker
 * and may cover several revisions.
 */
export type NicMatchBy = 'pci-id' | 'vf-pci-id' | 'chip' | 'board' | 'family';

export interface NicMatch {
  /** Empty: nothing fits. One: that is it. More: what is known does not tell these apart. */
  readonly rows: readonly NicRow[];
  /** `null` when `rows` is empty. */
  readonly by: NicMatchBy | null;
  /** Known also for adapters without a row, when vendor id or description give it away. */
  readonly make: NicMake | null;
}

/**
 * Looks an adapter up by its PCI ids, and by its description when the ids are missing or not
 * listed. A description never overrules a vendor id.
 * @param ownRows  rows that the user has added; they come before the shipped ones
 */
export function findNic(query: NicQuery, ownRows: readonly NicRow[] = []): NicMatch {
  const vendorId = cleanPciId(query.vendorId);
  const deviceId = cleanPciId(query.deviceId);
  const description = query.interfaceDescription ?? '';
  const own = vendorId === null || deviceId === null ? null : byIds(ownRows, vendorId, deviceId);
  const found =
    own ??
    (vendorId === null || deviceId === null ? null : byIds(nicTable, vendorId, deviceId)) ??
    ownByDescription(ownRows, description, vendorId) ??
    inPlaceOfShipped(ownRows, byDescription(description, vendorId));
  if (found === null) {
    return { rows: [], by: null, make: makeOfVendorId(vendorId) ?? makeNamedIn(description) };
  }
  const rows = narrow(found.rows, cleanPciId(query.subsystemId), description);
  return { rows, by: found.by, make: commonMake(rows) };
}

/** The row of that id. */
export function nicById(id: string): NicRow | null {
  return nicTable.find((row) => row.id === id) ?? null;
}

interface Found {
  readonly rows: readonly NicRow[];
  readonly by: NicMatchBy;
}

function byIds(rows: readonly NicRow[], vendorId: string, deviceId: string): Found | null {
  const ofVendor = rows.filter((row) => vendorIdsOf(row).includes(vendorId));
  const physical = ofVendor.filter((row) => row.pciDeviceIds.includes(deviceId));
  if (physical.length > 0) return { rows: physical, by: 'pci-id' };
  const virtual = ofVendor.filter((row) => row.vfDeviceIds.includes(deviceId));
  return virtual.length > 0 ? { rows: virtual, by: 'vf-pci-id' } : null;
}

/**
 * Own rows whose id or model the description is, or whose model it contains as whole words; the
 * longest model counts, as it says most.
 */
function ownByDescription(
  ownRows: readonly NicRow[],
  description: string,
  vendorId: string | null,
): Found | null {
  const cleaned = cleanNicDescription(description);
  if (ownRows.length === 0 || cleaned === '') return null;
  const rows = ownRows.filter(
    (row) =>
      (vendorId === null || vendorIdsOf(row).includes(vendorId)) &&
      (row.id === cleaned || ` ${cleaned} `.includes(` ${cleanNicDescription(row.model)} `)),
  );
  const longest = Math.max(...rows.map((row) => row.model.length));
  const best = rows.filter((row) => row.id === cleaned);
  if (rows.length === 0) return null;
  return {
    rows: best.length > 0 ? best : rows.filter((row) => row.model.length === longest),
    by: 'chip',
  };
}

function byDescription(description: string, vendorId: string | null): Found | null {
  const rule = matchNicDescription(description);
  if (rule === null) return null;
  const rows = nicTable.filter(
    (row) =>
      rule.nicIds.includes(row.id) && (vendorId === null || makeUsesVendorId(row.make, vendorId)),
  );
  return rows.length > 0 ? { rows, by: rule.names } : null;
}

/** An own row with the ids of a shipped one stands for it, whatever the description calls it. */
function inPlaceOfShipped(ownRows: readonly NicRow[], found: Found | null): Found | null {
  if (found === null || ownRows.length === 0) return found;
  const rows = found.rows.flatMap((row) => {
    const own = ownRows.filter((one) => isSameNic(one, row));
    return own.length > 0 ? own : [row];
  });
  return { ...found, rows: [...new Set(rows)] };
}

function isSameNic(own: NicRow, shipped: NicRow): boolean {
  if (own.id === shipped.id) return true;
  return (
    vendorIdsOf(shipped).includes(own.pciVendorId) &&
    own.pciDeviceIds.some((id) => shipped.pciDeviceIds.includes(id))
  );
}

/** Fewer rows, when the subsystem id or the description tells rows with the same ids apart. */
function narrow(
  rows: readonly NicRow[],
  subsystemId: string | null,
  description: string,
): readonly NicRow[] {
  if (rows.length < 2) return rows;
  const bySubsystem = rows.filter(
    (row) => subsystemId !== null && row.pciSubsystemIds.includes(subsystemId),
  );
  if (bySubsystem.length > 0) return bySubsystem;
  const named = matchNicDescription(description)?.nicIds ?? [];
  const byName = rows.filter((row) => named.includes(row.id));
  return byName.length > 0 ? byName : rows;
}

function vendorIdsOf(row: NicRow): readonly string[] {
  return [row.pciVendorId, ...row.otherPciVendorIds];
}

function makeUsesVendorId(make: NicMake, vendorId: string): boolean {
  return nicTable.some((row) => row.make === make && vendorIdsOf(row).includes(vendorId));
}

/** The make behind a vendor id, when only one make uses it. */
function makeOfVendorId(vendorId: string | null): NicMake | null {
  if (vendorId === null) return null;
  return commonMake(nicTable.filter((row) => vendorIdsOf(row).includes(vendorId)));
}

function commonMake(rows: readonly NicRow[]): NicMake | null {
  const first = rows[0]?.make ?? null;
  return rows.every((row) => row.make === first) ? first : null;
}
