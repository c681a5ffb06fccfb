/** The finite pools of a virtual switch, read from its facts. */
import type { ResponseOf } from '../../../shared/contract';
import { formatNumber } from '../../../shared/format/quantity';
import { parseFieldText } from '../../../shared/model/field-text';
import { switchFields } from '../../../shared/model/hyperv/switch-fields';

export type RecordFact = ResponseOf<'estate.record'>['facts'][number];

export interface Pool {
  readonly name: string;
  /** `null`: unknown. */
  readonly capacity: number | null;
  readonly used: number | null;
}

type SwitchField = keyof typeof switchFields;

const POOLS: readonly {
  readonly name: string;
  readonly capacity: SwitchField;
  readonly used: SwitchField;
}[] = [
  { name: 'VFs', capacity: 'vfCapacity', used: 'vfsInUse' },
  { name: 'Queue pairs', capacity: 'queuePairCapacity', used: 'queuePairsInUse' },
  { name: 'VM queues', capacity: 'vmqCapacity', used: 'vmqsInUse' },
];

/** The pools of which anything is known. */
export function poolsOf(facts: readonly RecordFact[]): Pool[] {
  const numberOf = (field: SwitchField): number | null => {
    const text = facts.find((fact) => fact.field === field)?.value;
    if (text === undefined || text === null) return null;
    const parsed = parseFieldText(switchFields[field], text);
    return parsed.ok && typeof parsed.value === 'number' ? parsed.value : null;
  };
  return POOLS.map(({ name, capacity, used }) => ({
    name,
    capacity: numberOf(capacity),
    used: numberOf(used),
  })).filter(({ capacity, used }) => capacity !== null || used !== null);
}

/** "31 of 32 in use, 1 free"; says what is not known instead of guessing it. */
export function poolWords({ capacity, used }: Pool): string {
  if (capacity === null) return `${formatNumber(used ?? 0)} in use, of how many is not known`;
  if (capacity === 0) return 'none here';
  if (used === null) return `${formatNumber(capacity)}, how many are in use is not known`;
  const free = Math.max(capacity - used, 0);
  return `${formatNumber(used)} of ${formatNumber(capacity)} in use, ${free === 0 ? 'none' : formatNumber(free)} free`;
}
