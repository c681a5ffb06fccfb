/**
 * Judging a whole estate: 1,000 hosts and 10,000 VMs with one to four vNICs, drifted so far that
 * hardly two hosts are alike. The estate is always the same, and so are its verdicts: their hash is
 * kept in `kept-verdicts.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { Matrix } from '../../../electron/domain/verdict/matrix';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Estate } from '../../../shared/model/estate';
import { MOVE_KINDS, OUTCOMES } from '../../../shared/model/verdict';
import { EDITS, editEstate } from '../../estate/edit-estate';
import { generateEstate } from '../../estate/generate-estate';
import { seededRandom } from '../../estate/random';
import type { BenchCase } from '../harness';

const ESTATE = { seed: 20, hosts: 1000, vms: 10_000, drift: 0.5 } as const;
const KEPT = 'tests/bench/kept-verdicts.json';
const CHANGES = 400;
const NAIVE_PAIRS = 1000;
const MEGABYTE = 1024 ** 2;

let estate: Estate | null = null;
let accepts = false;

/** Takes the verdicts as they are now for the right ones. */
export function acceptVerdicts(): void {
  accepts = true;
}

export const wholeEstateCases: readonly BenchCase[] = [
  {
    id: 'verdict.estate',
    title: 'All verdicts of 1,000 hosts × 10,000 VMs, all kinds of move',
    unit: 'verdicts',
    prepare: () => {
      const whole = wholeEstate();
      checkVerdicts(whole);
      const before = process.memoryUsage();
      let matrix: Matrix | null = null;
      let milliseconds = Number.POSITIVE_INFINITY;
      return {
        amount: whole.hosts.length * whole.vms.length * MOVE_KINDS.length,
        run: () => {
          const start = performance.now();
          matrix = judgeAll(whole);
          milliseconds = Math.min(milliseconds, performance.now() - start);
        },
        details: () => {
          globalThis.gc?.();
          const after = process.memoryUsage();
          const naive = naiveMilliseconds(whole);
          const pairs = whole.hosts.length * whole.vms.length;
          if (matrix === null) throw new Error('nothing was judged');
          return {
            matrixMegabytes:
              (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) /
              MEGABYTE,
            processMegabytes: after.rss / MEGABYTE,
            naiveMicrosecondsPerPair: (naive / NAIVE_PAIRS) * 1000,
            timesFasterThanNaive: ((naive / NAIVE_PAIRS) * pairs) / milliseconds,
          };
        },
      };
    },
  },
  {
    id: 'verdict.reasons',
    title: 'The answers of all rules about all pairs, as sets of hosts',
    unit: 'pairs',
    prepare: () => {
      const whole = wholeEstate();
      return {
        amount: whole.hosts.length * whole.vms.length,
        run: () => {
          const matrix = new Matrix(new Judge(whole, PRESET_ASSUMPTIONS, rules));
          for (const vm of whole.vms) matrix.answersOf(vm);
        },
      };
    },
  },
  {
    id: 'verdict.totals',
    title: 'Count all verdicts of the estate',
    unit: 'verdicts',
    prepare: () => {
      const whole = wholeEstate();
      const matrix = judgeAll(whole);
      return {
        amount: whole.hosts.length * whole.vms.length * MOVE_KINDS.length,
        run: () => {
          for (const kind of MOVE_KINDS) matrix.totals(kind);
        },
      };
    },
  },
  {
    id: 'verdict.host-changed',
    title: `Judge anew after one host changed, ${CHANGES} times`,
    unit: 'changes',
    prepare: () => {
      const times: number[] = [];
      let matrix: Matrix | null = null;
      let now = wholeEstate();
      const random = seededRandom(1);
      const edits = EDITS.filter((edit) => /host|switch|adapter/.test(edit));
      return {
        amount: CHANGES,
        run: () => {
          let current = matrix ?? judgeAll(now);
          for (let change = 0; change < CHANGES; change += 1) {
            now = editEstate(now, random.pick(edits), random);
            const judge = new Judge(now, PRESET_ASSUMPTIONS, rules);
            const start = performance.now();
            const next: Matrix = current.updated(judge);
            // The VMs of the host itself are judged anew as they are asked for.
            next.prepare();
            if (next === current) times.push(performance.now() - start);
            current = next;
          }
          matrix = current;
        },
        details: () => {
          const sorted = [...times].sort((a, b) => a - b);
          const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
          return {
            changesInPlace: times.length,
            medianMilliseconds: at(0.5),
            p95Milliseconds: at(0.95),
            p99Milliseconds: at(0.99),
          };
        },
      };
    },
  },
];

/** The estate of all cases, made once. */
export function wholeEstate(): Estate {
  estate ??= generateEstate(ESTATE);
  return estate;
}

function judgeAll(whole: Estate): Matrix {
  const matrix = new Matrix(new Judge(whole, PRESET_ASSUMPTIONS, rules));
  matrix.prepare();
  return matrix;
}

/** @throws Error when the verdicts are other ones than those kept */
function checkVerdicts(whole: Estate): void {
  const hash = hashOf(whole, judgeAll(whole));
  if (accepts) {
    writeFileSync(KEPT, `${JSON.stringify({ estate: ESTATE, hash }, null, 2)}\n`);
    return;
  }
  const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as { hash: string };
  if (kept.hash !== hash) {
    throw new Error(
      `The verdicts of the benchmark's estate changed (${kept.hash} → ${hash}). If rules changed them on purpose: npm run bench -- --only verdict.estate --accept`,
    );
  }
}

/** Of every outcome of every VM on every other host. */
function hashOf(whole: Estate, matrix: Matrix): string {
  let hash = 0x811c9dc5;
  for (const kind of MOVE_KINDS) {
    for (const vm of whole.vms) {
      for (const host of whole.hosts) {
        if (host.id === vm.hostId) continue;
        hash = Math.imul(hash ^ OUTCOMES.indexOf(matrix.outcome(vm, host, kind)), 0x01000193);
      }
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The judge itself, pair by pair, on a sample. */
function naiveMilliseconds(whole: Estate): number {
  const judge = new Judge(whole, PRESET_ASSUMPTIONS, rules);
  const random = seededRandom(2);
  const pairs = Array.from(
    { length: NAIVE_PAIRS },
    () => [random.pick(whole.vms), random.pick(whole.hosts)] as const,
  );
  const start = performance.now();
  for (const [vm, host] of pairs) judge.judge(vm, host);
  return performance.now() - start;
}
