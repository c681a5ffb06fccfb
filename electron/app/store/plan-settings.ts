/** Settings of a plan, as rows of key and value. */
import {
  type Assumptions,
  assumptionTable,
  PRESET_ASSUMPTIONS,
} from '../../../shared/model/assumptions';
import type { RowSource } from './plan-state';
import type { RowChange } from './rows';

export function settingChange(key: string, value: string): RowChange {
  return { table: 'setting', key, row: { key, value } };
}

export function settingOf(source: RowSource, key: string): string | null {
  const row = source.all('setting').find((one) => one.key === key);
  return row === undefined ? null : String(row.value);
}

/** The answers of the plan; questions that it does not speak of, or not any more, have the preset. */
export function assumptionsOf(source: RowSource): Assumptions {
  const stored = JSON.parse(settingOf(source, 'assumptions') ?? '{}') as Record<string, unknown>;
  const chosen = Object.entries(assumptionTable).flatMap(([name, { choices }]) => {
    const choice = stored[name];
    return typeof choice === 'string' && Object.hasOwn(choices, choice)
      ? [[name, choice] as const]
      : [];
  });
  return { ...PRESET_ASSUMPTIONS, ...(Object.fromEntries(chosen) as Partial<Assumptions>) };
}
