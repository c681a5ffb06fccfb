import { RECORD_LABELS } from '../../../shared/format/verdict-words';
import type { Cause, CauseThing } from '../../../shared/model/cause';
import { WAIVER_KINDS } from '../../../shared/model/waiver';
import type { AsideChoice } from '../../components/SetAsideDialog';
import { hostOf } from './arrange';

/**
 * How far a cause can be set aside, the nearest first: the thing at fault, its host, the plan.
 * @param thing  one of several that are at fault
 */
export function asideChoices(cause: Cause, thing?: CauseThing): AsideChoice[] {
  const { kind: of, vms } = cause;
  const subject = thing?.subject ?? cause.subject;
  const choices: AsideChoice[] = [];
  const kind = WAIVER_KINDS.find((one) => one === subject?.kind);
  if (subject !== null && kind !== undefined) {
    choices.push({
      label: `Only for ${RECORD_LABELS[kind].toLowerCase()} ${subject.name}`,
      record: { kind, id: subject.id },
    });
    const host = hostOf({ subject });
    if (kind !== 'host' && host !== null) {
      choices.push({
        label: `For all of ${host.name}`,
        record: { kind: 'host', id: host.id },
      });
    }
  }
  const [vm] = vms.items;
  if (of === 'vm' && vm !== undefined && vms.total === 1) {
    choices.push({ label: `Only for VM ${vm.name}`, record: { kind: 'vm', id: vm.id } });
  }
  choices.push({ label: 'In the whole plan', record: null });
  return choices;
}
