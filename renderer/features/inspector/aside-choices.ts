import { RECORD_LABELS } from '../../../shared/format/verdict-words';
import type { Finding, PairVerdict } from '../../../shared/model/verdict';
import type { WAIVER_KINDS } from '../../../shared/model/waiver';
import type { AsideChoice } from '../../components/SetAsideDialog';

/** How far a reason can be set aside: for the records that it is about, or in the whole plan. */
export function asideChoices(finding: Finding, pair: PairVerdict): AsideChoice[] {
  const { evidence, missing, at } = finding;
  const facts = [...evidence, ...missing];
  const subjects = new Set(facts.map(({ path }) => path.slice(0, path.indexOf('.'))));
  const choices = new Map<string, AsideChoice>();
  const offer = (kind: (typeof WAIVER_KINDS)[number], id: string, name: string) => {
    if (id === '') return;
    const label = `Only for ${kind === 'vm' ? 'VM' : RECORD_LABELS[kind].toLowerCase()} ${name}`;
    choices.set(`${kind} ${id}`, { label, record: { kind, id } });
  };
  for (const kind of ['adapter', 'switch'] as const) {
    for (const { recordKind, recordId, recordName } of facts) {
      if (recordKind === kind) offer(kind, recordId, recordName);
    }
  }
  // What is true of the VM alone is about no host.
  if ([...subjects].some((subject) => !OF_THE_VM.includes(subject)) || at === 'move') {
    const isSource = at === 'source' && pair.sourceHostId !== null;
    if (isSource) offer('host', pair.sourceHostId, pair.sourceHostName ?? '');
    else offer('host', pair.targetHostId, pair.targetHostName);
  }
  if ([...subjects].some((subject) => !OF_A_PLACE.includes(subject)) || at === 'move') {
    offer('vm', pair.vmId, pair.vmName);
  }
  return [...choices.values(), { label: 'In the whole plan', record: null }];
}

const OF_THE_VM: readonly string[] = ['vm', 'vnic', 'guest'];
const OF_A_PLACE: readonly string[] = ['host', 'switch'];
