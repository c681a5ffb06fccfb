import { describe, expect, it } from 'vitest';
import { referenceEngine } from '../../../../electron/domain/simulator/reference/reference-engine';
import type { Engine } from '../../../../electron/domain/simulator/run-result';
import {
  runTheory,
  type TheoryRow,
  type TheoryStep,
} from '../../../../electron/domain/simulator/validation/run-theory';
import type { TheoryCase } from '../../../../electron/domain/simulator/validation/theory-case';
import { theoryCases } from '../../../../electron/domain/simulator/validation/theory-cases';

/** Short runs: what may differ is not the tolerance of full length but the noise of these. */
const SHORT = { seed: 1, replications: 5, scale: 0.02 };

describe('the cases of theory', () => {
  it('have ids of their own', () => {
    const ids = theoryCases.flatMap(({ id, compared }) =>
      compared.map(({ quantity }) => `${id}/${quantity}`),
    );
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it.each(['mm1-0.8', 'md1-0.8-core', 'mmc-4', 'erlang-b-4', 'md1k-1.2-64', 'md1k-1.2-64-core'])(
    'agree with the engine in short: %s',
    (id) => {
      expect(farOff(rowsOf(referenceEngine, [id]))).toEqual([]);
    },
  );

  it.each(['timer-0.5', 'set-up-0.1', 'count-4', 'polling-1', 'priority-equal', 'tandem-cores'])(
    'agree with the engine in short, polled: %s',
    (id) => {
      expect(farOff(rowsOf(referenceEngine, [id]))).toEqual([]);
    },
  );

  it.each([
    'ethernet-10-64',
    'ethernet-100-1518',
    'pcie-3x8-write-256',
    'pcie-3x8-read-64',
    'stall-1500',
  ])('agree with the engine exactly where nothing is drawn: %s', (id) => {
    expect(rowsOf(referenceEngine, [id]).filter(({ inBand }) => !inBand)).toEqual([]);
  });

  it('tell an engine whose servers are a tenth too slow', () => {
    const slow: Engine = (network, observer) =>
      referenceEngine(
        {
          ...network,
          servers: network.servers.map((server) => ({
            ...server,
            service: { ...server.service, fixedPs: server.service.fixedPs + 80_000 },
          })),
        },
        observer,
      );
    const wrong = farOff(rowsOf(slow, ['mm1-0.8', 'mmc-4'])).map(({ id }) => id);
    expect(wrong).toContain('mm1-0.8/wait');
    expect(wrong).toContain('mm1-0.8/utilisation');
    expect(wrong).toContain('mmc-4/stay');
    expect(rowsOf(slow, ['ethernet-10-64']).map(({ inBand }) => inBand)).toEqual([false]);
  });
});

describe('running them', () => {
  it('says how far it is, and gives the rows of a case when it is done', () => {
    const { steps, rows } = stepsOf(referenceEngine, ['stall-1500', 'ethernet-10-1518']);
    const progress = steps.map((step) => step.progress);
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
    expect(progress.at(-1)).toBe(1);
    expect(steps.flatMap((step) => step.rows)).toEqual(rows);
    expect(rows.map(({ id }) => id)).toEqual([
      'stall-1500/lost-packets',
      'stall-1500/stay-p100',
      'ethernet-10-1518/throughput',
    ]);
    expect(rows.at(-1)).toMatchObject({
      kind: 'theory',
      title: '10 GbE, 1518-byte frames',
      unit: 'packets/s',
      halfWidth: null,
      tolerance: 0.001,
      inBand: true,
    });
  });

  it('comes to the same in the same order or another, and to something else for another seed', () => {
    const tiny = { replications: 2, scale: 0.002 };
    const one = rowsOf(referenceEngine, ['mm1-0.8', 'mmc-4'], { ...tiny, seed: 1 });
    const other = rowsOf(referenceEngine, ['mmc-4', 'mm1-0.8'], { ...tiny, seed: 1 });
    const byId = (a: TheoryRow, b: TheoryRow) => (a.id < b.id ? -1 : 1);
    expect(one.toSorted(byId)).toEqual(other.toSorted(byId));
    const seeded = rowsOf(referenceEngine, ['mm1-0.8'], { ...tiny, seed: 2 });
    expect(seeded[0]?.simulated).not.toBe(one[0]?.simulated);
  });

  it('works no further for whoever has cancelled it', () => {
    let steps = 0;
    const counted: Engine = function* (network, observer) {
      for (; steps < 3; steps++) yield 0;
      return yield* referenceEngine(network, observer);
    };
    const running = runTheory(counted, casesOf(['mm1-0.8']), SHORT);
    running.next();
    running.return([]);
    expect(running.next().done).toBe(true);
    expect(steps).toBe(0);
  });
});

/** Rows that are further off than their tolerance and their own noise together explain. */
function farOff(rows: readonly TheoryRow[]) {
  return rows
    .filter(
      ({ published, simulated, tolerance, halfWidth }) =>
        Math.abs(simulated - published) > tolerance * published + 2 * (halfWidth ?? 0),
    )
    .map(({ id, published, simulated }) => ({ id, published, simulated }));
}

function rowsOf(engine: Engine, ids: readonly string[], run = SHORT): readonly TheoryRow[] {
  return stepsOf(engine, ids, run).rows;
}

function stepsOf(engine: Engine, ids: readonly string[], run = SHORT) {
  const running = runTheory(engine, casesOf(ids), run);
  const steps: TheoryStep[] = [];
  for (;;) {
    const step = running.next();
    if (step.done) return { steps, rows: step.value };
    steps.push(step.value);
  }
}

function casesOf(ids: readonly string[]): readonly TheoryCase[] {
  return ids.map((id) => {
    const one = theoryCases.find((theory) => theory.id === id);
    if (one === undefined) throw new RangeError(`there is no case ${id}`);
    return one;
  });
}
