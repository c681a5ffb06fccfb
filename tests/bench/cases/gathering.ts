/** Findings, the report and the comparison of the whole estate, the matrix being there. */
import { compareStates } from '../../../electron/domain/comparison/compare-states';
import { findCauses } from '../../../electron/domain/findings/find-causes';
import { buildReport } from '../../../electron/domain/report/build-report';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { Matrix } from '../../../electron/domain/verdict/matrix';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Estate } from '../../../shared/model/estate';
import { EDITS, editEstate } from '../../estate/edit-estate';
import { seededRandom } from '../../estate/random';
import type { BenchCase, BenchRun } from '../harness';
import { wholeEstate } from './whole-estate';

const EDITED = 40;
const MEGABYTE = 1024 ** 2;

export const gatheringCases: readonly BenchCase[] = [
  {
    id: 'findings.estate',
    title: 'Findings of 1,000 hosts × 10,000 VMs in clusters',
    unit: 'VMs',
    prepare: () => findings(wholeEstate()),
  },
  {
    id: 'findings.no-clusters',
    title: 'Findings of the same estate without clusters: 10 M moves',
    unit: 'VMs',
    prepare: () => findings(withoutClusters(wholeEstate())),
  },
  {
    id: 'report.estate',
    title: 'Report of 1,000 hosts × 10,000 VMs in clusters',
    unit: 'VMs',
    prepare: () => report(wholeEstate()),
  },
  {
    id: 'report.no-clusters',
    title: 'Report of the same estate without clusters',
    unit: 'VMs',
    prepare: () => report(withoutClusters(wholeEstate())),
  },
  {
    id: 'compare.estate',
    title: `Compare the estate with itself after ${EDITED} edits`,
    unit: 'VMs',
    prepare: () => {
      const before = judgedState(wholeEstate());
      const random = seededRandom(3);
      let estate = wholeEstate();
      for (let edit = 0; edit < EDITED; edit += 1) {
        estate = editEstate(estate, random.pick(EDITS), random);
      }
      const after = judgedState(estate);
      return stepped(estate.vms.length, () => compareStates(before, after, 'live'));
    },
  },
  {
    id: 'compare.all',
    title: 'Compare every verdict: an assumption is another one',
    unit: 'VMs',
    prepare: () => {
      const estate = wholeEstate();
      const before = judgedState(estate);
      const after = judgedState(estate, { ...PRESET_ASSUMPTIONS, setMember: 'any-capable' });
      return stepped(estate.vms.length, () => compareStates(before, after, 'live'));
    },
  },
];

function judgedState(estate: Estate, assumptions = PRESET_ASSUMPTIONS) {
  const judge = new Judge(estate, assumptions, rules);
  const matrix = new Matrix(judge);
  matrix.prepare();
  return { judge, matrix };
}

function findings(estate: Estate): BenchRun {
  const { judge, matrix } = judgedState(estate);
  return stepped(estate.vms.length, () => findCauses(judge, matrix, 'live', 1));
}

function report(estate: Estate): BenchRun {
  const { judge, matrix } = judgedState(estate);
  const madeBy = { appVersion: '1', rulesVersion: '1', ruleCount: 1, catalogueVersion: '1' };
  const about = { planName: 'Plan', madeAt: '2026-01-02T03:04:05.000Z', madeBy };
  return stepped(estate.vms.length, () =>
    buildReport({ ...about, kind: 'live', judge, matrix, files: [], problems: [] }),
  );
}

/** Runs work to its end, and tells how long whoever drives it had to wait. */
function stepped(amount: number, work: () => Generator<object, unknown>): BenchRun {
  let longest = 0;
  let firstPartial = 0;
  return {
    amount,
    run: () => {
      const steps = work();
      const start = performance.now();
      let last = start;
      firstPartial = 0;
      for (let next = steps.next(); !next.done; next = steps.next()) {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        if (firstPartial === 0 && 'partial' in next.value) firstPartial = now - start;
      }
    },
    details: () => ({
      longestStepMilliseconds: longest,
      ...(firstPartial === 0 ? {} : { firstPartialMilliseconds: firstPartial }),
      processMegabytes: process.memoryUsage().rss / MEGABYTE,
    }),
  };
}

function withoutClusters(estate: Estate): Estate {
  return {
    ...estate,
    clusters: [],
    hosts: estate.hosts.map((host) => ({ ...host, clusterId: null })),
  };
}
