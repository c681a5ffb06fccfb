import type { NicRow } from './records';

/** The most VFs one port can have lies between the two; equal when it is certain. */
export interface VfCeiling {
  readonly least: number;
  readonly most: number;
}

/**
 * How many VFs a port of this NIC can have at most, in hardware or firmware. What is configured
 * may be far less, and drivers may keep one VF back.
 * @param portsOnBoard  ports of the board at hand; `null` when not known
 * @returns `null` when no limit is known. For a NIC without SR-IOV both ends are 0.
 * @throws RangeError  when `portsOnBoard` is not a positive whole number
 */
export function vfCeilingPerPort(nic: NicRow, portsOnBoard: number | null): VfCeiling | null {
  if (portsOnBoard !== null && !(Number.isSafeInteger(portsOnBoard) && portsOnBoard > 0)) {
    throw new RangeError(`not a number of ports: ${portsOnBoard}`);
  }
  if (nic.sriov === 'no') return exactly(0);
  const { maxVfsPerPort: perPort, maxVfsPerDevice: perDevice } = nic;
  if (nic.vfSharing === 'divided' && perDevice !== null) {
    return {
      least: Math.floor(perDevice / (portsOnBoard ?? nic.maxPorts ?? perDevice)),
      most: Math.floor(perDevice / (portsOnBoard ?? 1)),
    };
  }
  const ceiling = perPort ?? (nic.vfSharing === 'pooled' ? perDevice : null);
  return ceiling === null ? null : exactly(ceiling);
}

function exactly(count: number): VfCeiling {
  return { least: count, most: count };
}
