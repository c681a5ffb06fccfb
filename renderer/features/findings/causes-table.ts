import { afterWords, causeWords } from '../../../shared/format/cause-words';
import { CONFIDENCE_LABELS } from '../../../shared/format/verdict-words';
import type { Cause } from '../../../shared/model/cause';
import type { Table } from '../../components/copy-table';
import { hostOf } from './arrange';

/** The causes that are shown, for Excel, mail and tickets. */
export function causesTable(causes: readonly Cause[]): Table {
  return {
    head: [
      'Cause',
      'Host',
      'Rule',
      'Confidence',
      'Effect',
      'VMs',
      'Blocked moves',
      'Moves that fall back',
      'Undecided moves',
      'Fix',
      'After the fix',
    ],
    rows: causes.flatMap((cause) => [rowOf(cause), ...thingRows(cause)]),
  };
}

function rowOf(cause: Cause): string[] {
  return [
    cause.statement,
    hostOf(cause)?.name ?? '',
    [cause.ruleId, ...cause.symptoms.map(({ ruleId }) => ruleId)].join(', '),
    CONFIDENCE_LABELS[cause.confidence],
    causeWords(cause),
    String(cause.vms.total),
    String(cause.counts.blocked.moves),
    String(cause.counts['falls-back'].moves),
    String(cause.counts.undecided.moves),
    cause.remediation,
    afterWords(cause),
  ];
}

/** Of several things at fault each has a row below the cause. */
function thingRows(cause: Cause): string[][] {
  if (cause.things.total < 2) return [];
  return cause.things.items.map(({ subject, counts, vms, after }) => [
    `${cause.title} (${subject.name})`,
    hostOf({ subject })?.name ?? '',
    cause.ruleId,
    CONFIDENCE_LABELS[cause.confidence],
    causeWords({ counts }),
    String(vms.total),
    String(counts.blocked.moves),
    String(counts['falls-back'].moves),
    String(counts.undecided.moves),
    '',
    afterWords({ after }),
  ]);
}
