/**
 * A situation that administrators meet, as a short inventory: what the vNICs get on the target, what
 * comes of each kind of move, and all reasons that a Hyper-V expert would name there.
 *
 * Two equal hosts A and B of one cluster, each with one adapter and one switch with SR-IOV, and a VM
 * sql-03 on A: a situation says what is otherwise.
 */
import { describe, expect, it } from 'vitest';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { pairVerdict } from '../../../electron/domain/verdict/pair-verdict';
import { type Assumptions, PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Outcome, PairVerdict, PathSet } from '../../../shared/model/verdict';
import { importOf } from '../import/import-of';

export type Part = Record<string, unknown>;

export interface Situation {
  readonly name: string;
  /** Changes to both hosts. */
  readonly hosts?: Part;
  /** Changes to the target host, its adapter (or all its adapters) and its switch. */
  readonly host?: Part;
  readonly nic?: Part;
  readonly nics?: readonly Part[];
  readonly vs?: Part;
  /** The same of the host where the VM is. */
  readonly source?: Part;
  readonly sourceNic?: Part;
  readonly sourceNics?: readonly Part[];
  readonly sourceVs?: Part;
  /** Changes to the VM, and to its vNIC (or to all its vNICs). */
  readonly vm?: Part;
  readonly vnic?: Part;
  readonly vnics?: readonly Part[];
  /** VMs on the target. */
  readonly others?: readonly Part[];
  readonly clusters?: readonly Part[];
  readonly assume?: Partial<Assumptions>;
  /** Of all vNICs, or of each; SR-IOV when left out. */
  readonly now?: PathSet | readonly PathSet[];
  readonly there?: PathSet | readonly PathSet[];
  /** The same for live, quick and offline, or one each; `keeps` when left out. */
  readonly is?: Outcome | readonly [Outcome, Outcome, Outcome];
  /** Violated at the target and of the move, warnings included. */
  readonly reasons?: readonly string[];
  /** All rules that could not be decided there. */
  readonly open?: readonly string[];
  readonly queued?: true;
}

/** @param groups  situations by what they are about */
export function describeSituations(
  title: string,
  groups: Readonly<Record<string, readonly Situation[]>>,
): void {
  describe.each(Object.entries(groups))(`${title}: %s`, (_, situations) => {
    it.each(situations)('$name', (situation) => {
      const { vnics, findings, kinds } = verdictIn(situation);
      const ids = (result: string) =>
        findings
          .filter((one) => one.result === result && one.at !== 'source')
          .map((one) => one.ruleId);
      const { live, quick, offline } = kinds;
      const { is = 'keeps' } = situation;
      expect({
        now: vnics.map(({ now }) => now.paths),
        there: vnics.map(({ there }) => there.paths),
        is: [live.outcome, quick.outcome, offline.outcome],
        reasons: sorted(ids('violated')),
        open: sorted(ids('undecided')),
        queued: live.queued,
      }).toEqual({
        now: each(situation.now ?? SRIOV, vnics.length),
        there: each(situation.there ?? SRIOV, vnics.length),
        is: typeof is === 'string' ? [is, is, is] : is,
        reasons: sorted(situation.reasons ?? []),
        open: sorted(situation.open ?? []),
        queued: situation.queued ?? false,
      });
    });
  });
}

/** The verdict about the VM on host B; the inventory must be read without a problem. */
export function verdictIn(situation: Situation): PairVerdict {
  const { estate, problems } = importOf({ 'situation.json': inventoryOf(situation) });
  expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  const judge = new Judge(estate, { ...PRESET_ASSUMPTIONS, ...situation.assume }, rules);
  const vm = estate.vms.find(({ name }) => name === 'sql-03');
  const target = estate.hosts.find(({ name }) => name === 'B');
  if (vm === undefined || target === undefined) throw new Error('the inventory was not read');
  return pairVerdict(judge, judge.judge(vm, target));
}

const SRIOV: PathSet = ['sriov'];

function each(paths: PathSet | readonly PathSet[], count: number): readonly PathSet[] {
  const isOne = paths.every((one) => typeof one === 'string');
  return isOne ? Array.from({ length: count }, () => paths as PathSet) : (paths as PathSet[]);
}

/** Each id once, as adapters of a team and vNICs of a VM may all have the same reason. */
function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}

function inventoryOf(situation: Situation): Part {
  const one = (
    name: string,
    changes: Part = {},
    nic: Part = {},
    nics: readonly Part[] = [{ name: 'NIC1' }],
    vs: Part = {},
  ): Part => ({
    name,
    os: 'Windows Server 2019',
    cluster: 'PROD',
    processor: 'Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz',
    iovSupport: true,
    adapters: nics.map((own) => ({ model: 'Intel X710', ...nic, ...own })),
    switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: true, ...vs }],
    ...situation.hosts,
    ...changes,
  });
  const { vm, vnic, vnics = [{}], others = [], clusters } = situation;
  return {
    portolanInventory: 1,
    hosts: [
      one('A', situation.source, situation.sourceNic, situation.sourceNics, situation.sourceVs),
      one('B', situation.host, situation.nic, situation.nics, situation.vs),
    ],
    ...(clusters === undefined ? {} : { clusters }),
    vms: [
      {
        name: 'sql-03',
        host: 'A',
        guestOs: 'Windows Server 2019',
        configurationVersion: '8.0',
        vnics: vnics.map((own, at) => ({
          name: `nic${at}`,
          switchName: 'vs',
          iovWeight: 100,
          iovQueuePairsRequested: 2,
          ...vnic,
          ...own,
        })),
        ...vm,
      },
      ...others.map((other) => ({ host: 'B', guestOs: 'Windows Server 2019', ...other })),
    ],
  };
}
