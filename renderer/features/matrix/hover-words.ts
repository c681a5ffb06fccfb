import { counted } from '../../../shared/format/plural';
import {
  cellWords,
  countWords,
  PORTABILITY_LABELS,
  pathWords,
} from '../../../shared/format/verdict-words';
import { unpackCell } from '../../../shared/model/cell';
import type { VmEntry } from '../../../shared/model/plan';
import type { VmSummary } from '../../../shared/model/verdict';
import type { Arrangement } from './arrange';
import { PENDING } from './cell-store';
import type { Place } from './geometry';

export interface HoverContext {
  readonly arrangement: Arrangement;
  readonly summaries: ReadonlyMap<string, VmSummary>;
  readonly hostNames: ReadonlyMap<string, string>;
  readonly read: (row: number, column: number) => number;
}

/** What a place is, in words: names in full, counts spelt out. */
export function hoverWords(
  { arrangement, summaries, hostNames, read }: HoverContext,
  { row, column }: Place,
): { readonly title: string; readonly lines: readonly string[] } | null {
  const vm = arrangement.vms[row];
  const host = arrangement.hosts[column];
  if (vm !== undefined && host !== undefined) {
    const byte = read(row, column);
    return {
      title: `${vm.name} on ${host.name}`,
      lines: [byte === PENDING ? 'Being judged' : cellWords(unpackCell(byte))],
    };
  }
  if (vm !== undefined)
    return { title: vm.name, lines: vmLines(vm, summaries.get(vm.id), hostNames) };
  if (host !== undefined) {
    const cluster = host.clusterName ?? 'No cluster';
    return {
      title: host.name,
      lines: [host.summary, `${cluster} · ${counted(host.vmCount, 'VM')}`].filter(
        (line) => line !== '',
      ),
    };
  }
  return null;
}

function vmLines(
  vm: VmEntry,
  summary: VmSummary | undefined,
  hostNames: ReadonlyMap<string, string>,
): string[] {
  const where =
    vm.hostId === null
      ? 'No source says where it runs'
      : `On ${hostNames.get(vm.hostId) ?? vm.hostId}`;
  const lines = [`${where} · ${vm.state} · ${counted(vm.vnicCount, 'adapter')}`];
  if (summary === undefined) return lines;
  if (summary.nowPaths.length > 0) lines.push(`Now on ${pathWords(summary.nowPaths)}`);
  lines.push(`${PORTABILITY_LABELS[summary.portability]}: ${countWords(summary.counts)}`);
  return lines;
}

/** A row's head for screen readers, in one line. */
export function rowWords(context: HoverContext, row: number): string {
  const words = hoverWords(context, { row, column: -1 });
  return words === null ? '' : [words.title, ...words.lines].join('. ');
}
