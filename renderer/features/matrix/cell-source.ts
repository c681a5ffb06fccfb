/** Fetches the cells in view, a few blocks at a time, and forgets what is no longer wanted. */
import type { Fault } from '../../../shared/fault';
import type { MoveKind } from '../../../shared/model/verdict';
import { call, faultOf } from '../../api/call';
import { type CellStore, makeCellStore } from './cell-store';
import { type Layout, type Range, tilesOf, wholeTiles } from './geometry';

export const TILE_SIZE = 64;
const AT_ONCE = 3;

export interface CellQuestion {
  readonly kind: MoveKind;
  /** Plan and revision: cells of another key are never shown. */
  readonly planKey: string;
  /** Hosts in the order of the estate's index. */
  readonly hostIds: readonly string[];
}

/** What the matrix shows now: ids by row, and by column with their place in the index. */
export interface CellView {
  readonly layout: Layout;
  readonly range: Range;
  readonly vmIds: readonly string[];
  readonly hosts: readonly number[];
}

export interface CellSource {
  read(vmId: string, host: number): number;
  /** Sees to it that the cells of the view come in; what scrolled out of it is not asked for. */
  want(view: CellView): void;
  /** Asks again after a failure. */
  retry(): void;
  start(): void;
  /** Tells when cells came in, until the returned function is called. */
  onCells(listener: () => void): () => void;
  /** Nothing is fetched or told from now on. */
  stop(): void;
}

export function makeCellSource(
  question: CellQuestion,
  onFault: (fault: Fault | null) => void,
): CellSource {
  const store: CellStore = makeCellStore(question.hostIds.length);
  let view: CellView | null = null;
  const listeners = new Set<() => void>();
  let underWay = 0;
  let isStopped = false;
  let hasFailed = false;

  const pump = () => {
    if (view === null || hasFailed || isStopped) return;
    const wanted = wholeTiles(view.range, TILE_SIZE, view.layout);
    for (const tile of tilesOf(wanted, TILE_SIZE)) {
      if (underWay >= AT_ONCE) return;
      const vmIds = view.vmIds.slice(tile.firstRow, tile.endRow);
      const hosts = view.hosts.slice(tile.firstColumn, tile.endColumn);
      if (store.lacks(vmIds, hosts)) void fetchTile(vmIds, hosts);
    }
  };

  const fetchTile = async (vmIds: readonly string[], hosts: readonly number[]) => {
    underWay += 1;
    store.ask(vmIds, hosts);
    const hostIds = hosts.flatMap((host) => question.hostIds[host] ?? []);
    try {
      const { cells } = await call('verdicts.window', {
        kind: question.kind,
        vmIds: [...vmIds],
        hostIds,
      });
      if (isStopped) return;
      store.write(vmIds, hosts, cells);
      for (const listener of [...listeners]) listener();
    } catch (thrown) {
      store.release(vmIds, hosts);
      if (isStopped) return;
      hasFailed = true;
      onFault(faultOf(thrown));
    } finally {
      underWay -= 1;
      pump();
    }
  };

  return {
    read: store.read,
    want(next) {
      view = next;
      pump();
    },
    retry() {
      hasFailed = false;
      onFault(null);
      pump();
    },
    onCells(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      isStopped = false;
      pump();
    },
    stop() {
      isStopped = true;
    },
  };
}
