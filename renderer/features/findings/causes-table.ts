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
    rows: causes.map((cause) => [
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
    ]),
  };
}
