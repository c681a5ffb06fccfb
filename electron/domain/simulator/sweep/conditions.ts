/** What must hold of a result: “p99 <= 100us”, “loss < 0.1 %”, “in: p999 <= 1 ms”. */
import type { FlowReport, RunReport } from '../spec/result-format';

export interface Condition {
  /** As it was written. */
  readonly text: string;
  /** Null: every flow that has packets. */
  readonly flow: string | null;
  readonly figure: Figure;
  readonly relation: Relation;
  /** Nanoseconds, a share, or packets per second. */
  readonly bound: number;
}

const TIMES = ['mean', 'min', 'p50', 'p90', 'p99', 'p999', 'p9999', 'max'] as const;
export const FIGURES = [...TIMES, 'loss', 'offered', 'delivered', 'utilisation'] as const;
export type Figure = (typeof FIGURES)[number];

const RELATIONS = {
  '<=': (value, bound) => value <= bound,
  '<': (value, bound) => value < bound,
  '>=': (value, bound) => value >= bound,
  '>': (value, bound) => value > bound,
} as const satisfies Record<string, (value: number, bound: number) => boolean>;
type Relation = keyof typeof RELATIONS;

const TIME_UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9 };
const SHARE_UNITS: Readonly<Record<string, number>> = { '%': 0.01 };

const FORM = /^(?:(.+?)\s*:\s*)?([a-z]\w*)\s*(<=|<|>=|>)\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(\D*)$/i;

/** @returns what is wrong with the text, in words, when it is no condition */
export function parseCondition(text: string): Condition | string {
  const [, flow = null, name = '', sign = '', number = '', unit = ''] =
    FORM.exec(text.trim()) ?? [];
  if (sign === '') {
    return `“${text}” is not FIGURE <= BOUND, such as "p99 <= 100us" or "loss <= 0.001"`;
  }
  const figure = FIGURES.find((one) => one === name);
  if (figure === undefined) {
    return `there is no figure “${name}”; the figures are ${FIGURES.join(', ')}`;
  }
  const units = isTime(figure)
    ? TIME_UNITS
    : figure === 'loss' || figure === 'utilisation'
      ? SHARE_UNITS
      : {};
  const factor = unit === '' ? 1 : Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (factor === undefined) {
    const known = Object.keys(units).join(', ');
    return `“${unit}” is no unit of ${figure}; ${known === '' ? 'it has none' : `it takes ${known}`}`;
  }
  return {
    text: text.trim(),
    flow,
    figure,
    relation: sign as Relation,
    bound: Number(number) * factor,
  };
}

/**
 * Whether it holds, and the figure that decides: of several flows the one that is furthest off. A
 * figure that is not there, as the latency of a flow of which nothing was delivered, holds nowhere.
 */
export function checkCondition(
  { flow, figure, relation, bound }: Condition,
  report: RunReport,
): { readonly holds: boolean; readonly value: number | null } {
  const values =
    figure === 'utilisation'
      ? [...report.servers, ...report.cores].map(({ utilisation }) => utilisation)
      : report.flows
          .filter((one) => (flow === null ? one.offered.packets > 0 : one.name === flow))
          .map((one) => figureOf(one, figure));
  const missing = values.length === 0 || values.includes(null);
  if (missing) return { holds: false, value: null };
  const known = values.flatMap((value) => value ?? []);
  const value = relation.startsWith('<') ? Math.max(...known) : Math.min(...known);
  return { holds: RELATIONS[relation](value, bound), value };
}

function figureOf({ latencyNs, lost, offered, delivered }: FlowReport, figure: Figure) {
  if (isTime(figure)) return latencyNs[figure];
  if (figure === 'loss') return lost.share;
  return figure === 'offered' ? offered.packetsPerS : delivered.packetsPerS;
}

function isTime(figure: Figure): figure is (typeof TIMES)[number] {
  return TIMES.some((time) => time === figure);
}
