/** The ids that tell one PCI function from another: four lower-case hex digits each. */
export interface PciIds {
  readonly vendorId: string;
  readonly deviceId: string;
  readonly subsystemId: string | null;
}

const PNP_ID = /^PCI\\VEN_([\da-f]{4})&DEV_([\da-f]{4})(?:&SUBSYS_([\da-f]{4})[\da-f]{4})?/i;

/**
 * Reads the ids out of a Windows device instance id such as
 * `PCI\VEN_8086&DEV_1572&SUBSYS_00018086&REV_01\6&2b8bbba7&0&00000008`.
 * @returns `null` when the text is no PCI device instance id
 */
export function pciIdsOf(deviceInstanceId: string): PciIds | null {
  const [, vendorId, deviceId, subsystemId] = PNP_ID.exec(deviceInstanceId.trim()) ?? [];
  if (vendorId === undefined || deviceId === undefined) return null;
  return {
    vendorId: vendorId.toLowerCase(),
    deviceId: deviceId.toLowerCase(),
    subsystemId: subsystemId?.toLowerCase() ?? null,
  };
}

/**
 * Four lower-case hex digits from what inventories write: `8086`, `0x8086`, `VEN_8086`, `B7`.
 * @returns `null` when there is no such id in the text
 */
export function cleanPciId(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const digits = /^(?:0x|ven_|dev_|subsys_)?([\da-f]{1,4})h?$/i.exec(text.trim())?.[1];
  return digits === undefined ? null : digits.toLowerCase().padStart(4, '0');
}
