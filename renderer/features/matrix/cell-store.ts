/**
 * The cells that were fetched so far: one byte per cell in one strip per VM, so that sorting and
 * filtering need not fetch again. Strips of VMs out of view for longest are given up first.
 */
export const PENDING = 255;
const ASKED = 254;
const BUDGET_BYTES = 16 * 1024 * 1024;

export interface CellStore {
  /** The byte of a cell, or `PENDING`. Host by its place in the estate's index. */
  read(vmId: string, host: number): number;
  /** True when some of these cells were neither fetched nor asked for. */
  lacks(vmIds: readonly string[], hosts: readonly number[]): boolean;
  /** Marks cells as asked for, so that they are not asked for twice. */
  ask(vmIds: readonly string[], hosts: readonly number[]): void;
  /** Takes fetched cells, row by row. */
  write(vmIds: readonly string[], hosts: readonly number[], cells: Uint8Array): void;
  /** The request failed: cells that were asked for may be asked for again. */
  release(vmIds: readonly string[], hosts: readonly number[]): void;
}

export function makeCellStore(hostCount: number, budgetBytes = BUDGET_BYTES): CellStore {
  const strips = new Map<string, Uint8Array>();
  const mostStrips = Math.max(Math.floor(budgetBytes / Math.max(hostCount, 1)), 512);

  /** The strip of a VM, now the youngest. */
  const stripOf = (vmId: string): Uint8Array => {
    const strip = strips.get(vmId) ?? new Uint8Array(hostCount).fill(PENDING);
    strips.delete(vmId);
    strips.set(vmId, strip);
    return strip;
  };
  const giveUpOldest = () => {
    for (const vmId of strips.keys()) {
      if (strips.size <= mostStrips) return;
      strips.delete(vmId);
    }
  };
  const replace = (
    vmIds: readonly string[],
    hosts: readonly number[],
    from: number,
    to: number,
  ) => {
    for (const vmId of vmIds) {
      const strip = stripOf(vmId);
      for (const host of hosts) if (strip[host] === from) strip[host] = to;
    }
  };

  return {
    read(vmId, host) {
      const byte = strips.get(vmId)?.[host] ?? PENDING;
      return byte === ASKED ? PENDING : byte;
    },
    lacks: (vmIds, hosts) =>
      vmIds.some((vmId) => {
        const strip = strips.get(vmId);
        return strip === undefined || hosts.some((host) => strip[host] === PENDING);
      }),
    ask(vmIds, hosts) {
      replace(vmIds, hosts, PENDING, ASKED);
      giveUpOldest();
    },
    write(vmIds, hosts, cells) {
      let at = 0;
      for (const vmId of vmIds) {
        const strip = stripOf(vmId);
        for (const host of hosts) {
          strip[host] = cells[at] ?? PENDING;
          at += 1;
        }
      }
      giveUpOldest();
    },
    release: (vmIds, hosts) => replace(vmIds, hosts, ASKED, PENDING),
  };
}
