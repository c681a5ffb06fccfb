/** Facts that would have decided moves, gathered so that one command appears once. */
import type { Vm } from '../../../shared/model/estate';
import type { MissingGroup, PlacedRecord } from '../../../shared/model/report';
import type { MissingFact } from '../../../shared/model/verdict';
import { type FactPath, fieldAt, type Subject, splitPath } from '../rules/rule';
import { listed, type ReportLimits } from './limits';
import { type Reason, recordOf } from './reasons';

/** A fact that an answer lacks, and why. */
export type Missing = Reason['missing'][number];

export type MissingLimits = Pick<ReportLimits, 'missing' | 'recordsPerMissing'>;

/** Orders what comes out equal. */
export function placeOf({ path, reason }: Pick<MissingGroup, 'path' | 'reason'>): string {
  return `${path} ${reason}`;
}

/** What no source describes has no name of its own. */
const NAMELESS: Readonly<Record<string, string>> = {
  source: 'the present host',
  switch: 'the switch',
  adapter: 'the adapter behind the switch',
};

export function recordAt(path: FactPath, reason: Reason): PlacedRecord {
  const [subject] = splitPath(path);
  return recordOf(reason, subject) ?? unnamed(subject);
}

export function unnamed(subject: Subject): PlacedRecord {
  return {
    kind: 'derived',
    id: `${subject} that no source describes`,
    name: NAMELESS[subject] ?? subject,
    host: null,
  };
}

/** @param told.vm  the VM, when only one is concerned: the command names it */
export function groupOfMissing(
  told: {
    readonly path: FactPath;
    readonly reason: MissingFact['reason'];
    readonly ruleIds: ReadonlySet<string>;
    readonly moveCount: number;
    readonly records: readonly PlacedRecord[];
    readonly vm: Vm | null;
    readonly vmCount: number;
  },
  limits: MissingLimits,
): MissingGroup {
  const { path, reason, records, vm, vmCount, ruleIds, moveCount } = told;
  const { title, collect } = fieldAt(path);
  return {
    path,
    title,
    reason,
    collect:
      vm === null ? collect : collect.replaceAll('<vm>', `'${vm.name.replaceAll("'", "''")}'`),
    records: listed(records, limits.recordsPerMissing),
    vmCount,
    moveCount,
    ruleIds: [...ruleIds].sort(),
  };
}
