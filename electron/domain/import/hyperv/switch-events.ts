import { type Fact, unknown } from '../../../../shared/fact';
import { derived } from './derived';
import { listOf, type RecordView, scalarOf } from './record-view';
import type { Snapshot } from './snapshot';

/** VmSwitch: a VM queue could not be allocated. */
const QUEUE_REFUSED = 113;

/**
 * Whether the driver refused a VM queue on this switch in the days that were collected. The event
 * is written also when the queues ran out, which is not the driver's doing.
 * @returns `null` when the events were not collected
 * @see Microsoft KB 3031598, texts of VmSwitch event 113
 */
export function vmqRejectedBySwitch(
  snapshot: Snapshot,
  switchName: string,
  switchId: string | null,
): Fact<boolean> | null {
  const refusals = snapshot
    .records('PortolanEvents')
    .filter(
      (one) =>
        Number(one.text('Id')) === QUEUE_REFUSED &&
        /VmSwitch/i.test(one.text('ProviderName') ?? '') &&
        speaksOf(one, switchName, switchId),
    )
    .map(textsOf);
  if (refusals.some((one) => /the oid failed/.test(one))) {
    return derived(true, 'VmSwitch event 113 on the host: the OID failed');
  }
  if (refusals.some((one) => !/maximum number/.test(one))) {
    return unknown('not-understood', refusals[0]?.slice(0, 80));
  }
  return snapshot.isComplete('PortolanEvents')
    ? derived(false, 'no such VmSwitch event 113 among the collected events')
    : null;
}

function speaksOf(event: RecordView, switchName: string, switchId: string | null): boolean {
  const texts = textsOf(event);
  return (
    (switchId !== null && texts.includes(switchId.toLowerCase())) ||
    texts.includes(switchName.toLowerCase())
  );
}

function textsOf(event: RecordView): string {
  const values = listOf(event.get('Values')).map((one) => String(scalarOf(one) ?? ''));
  return [...values, event.text('Message') ?? ''].join('\n').toLowerCase();
}
