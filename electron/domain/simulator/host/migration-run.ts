/**
 * A live migration on the engine: the VM's traffic goes on in phases, each on the host and path that
 * it has then, beside the memory that is copied over the same wires and cores.
 */
import type { Histogram } from '../measure/histogram';
import type { Hop, Network } from '../network';
import { plainSource, toServer } from '../plain-parts';
import type { RunResult } from '../run-result';
import { type PreCopyTimes, preCopy } from '../theory/pre-copy';
import type { Path } from './host-scenario';
import { HostLayout, type Lanes } from './lay-out';
import { type MigrationScenario, transports } from './migration-scenario';
import { NetworkBuilder } from './network-builder';
import { gigabitsPerSecondOf, sizesOf, sourceOf } from './traffic';

const PS_PER_MILLISECOND = 1e9;
const BYTES_PER_MEGABYTE = 2 ** 20;

type PhaseName = 'before' | 'copying' | 'stopped' | 'resumed' | 'after';

export interface Phase {
  readonly name: PhaseName;
  readonly fromMilliseconds: number;
  readonly toMilliseconds: number;
  /** Where the VM's packets go; nowhere while it is stopped. */
  readonly at: { readonly host: 'source' | 'target'; readonly path: Path } | null;
}

export interface MigrationPlan {
  readonly network: Network;
  readonly phases: readonly Phase[];
  readonly copy: PreCopyTimes;
  /** Numbers of the network's flows: by phase, one for each kind of traffic. */
  readonly flowsOf: ReadonlyMap<PhaseName, readonly number[]>;
  /** The flow of memory. */
  readonly memoryFlow: number;
}

export interface PhaseResult {
  readonly phase: Phase;
  readonly startedPackets: number;
  readonly deliveredPackets: number;
  readonly lostPackets: number;
  /** Of what was started in this phase, over its length. */
  readonly deliveredGigabitsPerSecond: number;
  readonly latency: Histogram;
}

export interface MigrationResult {
  readonly phases: readonly PhaseResult[];
  readonly totalMilliseconds: number;
  readonly downtimeMilliseconds: number;
  /** Moving and after, on a path below the one that the VM has when nothing moves. */
  readonly fallbackMilliseconds: number;
  readonly sentBytes: number;
  readonly isConverged: boolean;
  /** Of the copied memory, on the wire or before it: above a thousandth, the rate is not to be had. */
  readonly memoryLostShare: number;
}

export function planMigration(scenario: MigrationScenario): MigrationPlan {
  const copy = copyTimes(scenario);
  const phases = phasesOf(scenario, copy);
  const builder = new NetworkBuilder();
  const hosts = {
    source: new HostLayout(builder, { ...scenario, ...scenario.source }, 'source: '),
    target: new HostLayout(builder, { ...scenario, ...scenario.target }, 'target: '),
  };
  const places = {
    source: hosts.source.placeProcessors(scenario.vm.vcpus),
    target: hosts.target.placeProcessors(scenario.vm.vcpus),
  };
  const stopped = builder.addServer('a VM that is stopped', {}, { capacityPackets: 0 });
  const flowsOf = new Map<PhaseName, readonly number[]>();
  for (const phase of phases) {
    const { at } = phase;
    const lanes =
      at === null
        ? null
        : hosts[at.host].addVnic(
            phase.name,
            { path: at.path, queues: 1, traffic: [] },
            places[at.host],
          );
    flowsOf.set(phase.name, addTraffic(builder, scenario, phase, lanes, stopped));
  }
  const memoryFlow = addMemory(builder, scenario, hosts, phases);
  const endPs = toPs(phases.at(-1)?.toMilliseconds ?? 0);
  return {
    network: builder.build(scenario.seed, { warmupPs: 0, endPs }),
    phases,
    copy,
    flowsOf,
    memoryFlow,
  };
}

export function readMigration(plan: MigrationPlan, { flows }: RunResult): MigrationResult {
  const phases = plan.phases.map((phase): PhaseResult => {
    const own = (plan.flowsOf.get(phase.name) ?? []).flatMap((flow) => flows[flow] ?? []);
    const sum = (of: (flow: (typeof own)[number]) => number) =>
      own.reduce((total, flow) => total + of(flow), 0);
    const [first, ...rest] = own;
    if (first === undefined) throw new RangeError(`phase ${phase.name} has no flow`);
    for (const { latency } of rest) first.latency.merge(latency);
    const lengthMilliseconds = phase.toMilliseconds - phase.fromMilliseconds;
    return {
      phase,
      startedPackets: sum(({ whole }) => whole.started),
      deliveredPackets: sum(({ whole }) => whole.delivered),
      lostPackets: sum(({ whole }) => whole.lost),
      deliveredGigabitsPerSecond:
        (sum(({ delivered }) => delivered.bytes) * 8) / (lengthMilliseconds * 1e6),
      latency: first.latency,
    };
  });
  const length = (...names: PhaseName[]) =>
    plan.phases
      .filter(({ name }) => names.includes(name))
      .reduce((sum, phase) => sum + phase.toMilliseconds - phase.fromMilliseconds, 0);
  const memory = flows[plan.memoryFlow];
  return {
    phases,
    totalMilliseconds: length('copying', 'stopped'),
    downtimeMilliseconds: length('stopped'),
    fallbackMilliseconds: length('copying', 'resumed'),
    sentBytes: plan.copy.sentBytes,
    isConverged: plan.copy.isConverged,
    memoryLostShare: (memory?.whole.lost ?? 0) / Math.max(1, memory?.whole.started ?? 0),
  };
}

/** Gbit/s that each of the moves may send. */
function moveGigabitsPerSecond({ source, vm, migration }: MigrationScenario): number {
  const used = vm.traffic
    .filter(({ direction }) => direction === 'transmit')
    .reduce((sum, traffic) => sum + gigabitsPerSecondOf(traffic), 0);
  const link = source.nic.gigabitsPerSecond;
  const left = migration.link === 'shared' ? Math.max(0.01 * link, link - used) : link;
  return (migration.gigabitsPerSecond ?? 0.9 * left) / migration.concurrent;
}

function copyTimes(scenario: MigrationScenario): PreCopyTimes {
  const { vm, migration } = scenario;
  const { sentShare } = transports[migration.transport];
  // Memory that leaves, before it is compressed: what a second on the wire stands for.
  const transferRate = (moveGigabitsPerSecond(scenario) * 1e9) / 8 / sentShare;
  return preCopy({
    memoryBytes: vm.memoryMegabytes * BYTES_PER_MEGABYTE,
    transferRate,
    dirtyRate: vm.dirtyMegabytesPerSecond * BYTES_PER_MEGABYTE,
    stopBytes: migration.stopMegabytes * BYTES_PER_MEGABYTE,
    switchOverSeconds: migration.switchOverMilliseconds / 1000,
    mostRounds: migration.mostRounds,
  });
}

function phasesOf(scenario: MigrationScenario, copy: PreCopyTimes): Phase[] {
  const { source, target, migration, beforeMilliseconds, afterMilliseconds } = scenario;
  const home = { host: 'source', path: source.path } as const;
  const isFailed = migration.failsAfter !== null;
  const copying = 1000 * (copy.totalSeconds - copy.downtimeSeconds);
  const fallback = source.path === 'sriov' ? source.fallback : source.path;
  const there = target.path === 'sriov' ? target.fallback : target.path;
  const steps: [PhaseName, number, Phase['at']][] = [
    ['before', beforeMilliseconds, home],
    ['copying', copying * (migration.failsAfter ?? 1), { host: 'source', path: fallback }],
  ];
  if (isFailed) {
    // The VM stays where it is, and its VF comes back.
    steps.push(['resumed', returnTime(scenario, source.path), { host: 'source', path: fallback }]);
    steps.push(['after', afterMilliseconds, home]);
  } else {
    steps.push(['stopped', 1000 * copy.downtimeSeconds, null]);
    steps.push(['resumed', returnTime(scenario, target.path), { host: 'target', path: there }]);
    steps.push(['after', afterMilliseconds, { host: 'target', path: target.path }]);
  }
  let toMilliseconds = 0;
  return steps
    .map(([name, length, at]) => {
      const fromMilliseconds = toMilliseconds;
      toMilliseconds += length;
      return { name, fromMilliseconds, toMilliseconds, at };
    })
    .filter((phase) => phase.toMilliseconds > phase.fromMilliseconds);
}

function returnTime({ migration }: MigrationScenario, path: Path): number {
  return path === 'sriov' ? migration.vfReturnMilliseconds : 0;
}

/** The VM's traffic in one phase; answers the numbers of its flows. */
function addTraffic(
  builder: NetworkBuilder,
  { vm }: MigrationScenario,
  phase: Phase,
  lanes: Lanes | null,
  stopped: number,
): number[] {
  const nowhere = toServer(stopped);
  return vm.traffic.flatMap((traffic, number) => {
    // A VM that is stopped sends nothing; what is sent to it is lost.
    if (lanes === null && traffic.direction === 'transmit') return [];
    return builder.addFlow({
      name: `${traffic.name ?? `${traffic.direction} ${number + 1}`}, ${phase.name}`,
      source: sourceOf(traffic, toPs(phase.fromMilliseconds), toPs(phase.toMilliseconds)),
      bytes: sizesOf(traffic),
      lanes: lanes === null ? [[nowhere]] : lanes[traffic.direction],
    });
  });
}

/** Memory on its way, while there is any: through a core of either host, and their wires. */
function addMemory(
  builder: NetworkBuilder,
  scenario: MigrationScenario,
  { source, target }: Record<'source' | 'target', HostLayout>,
  phases: readonly Phase[],
): number {
  const { migration } = scenario;
  const { sendCyclesPerByte, receiveCyclesPerByte } = transports[migration.transport];
  const send = source.addHostWork('memory, send', sendCyclesPerByte);
  const receive = target.addHostWork('memory, receive', receiveCyclesPerByte);
  const link = builder.addServer('link of the migration', {
    perBytePs: 8000 / scenario.source.nic.gigabitsPerSecond,
  });
  const between: Hop[] =
    migration.link === 'shared' ? [...source.wayOut, ...target.wayIn] : [toServer(link)];
  const moving = phases.filter(({ name }) => name === 'copying' || name === 'stopped');
  const gigabits = moveGigabitsPerSecond(scenario) * migration.concurrent;
  const gapPs = Math.round((migration.frameBytes * 8000) / gigabits);
  return builder.addFlow({
    name: 'memory',
    source: plainSource(
      { kind: 'constant', value: gapPs },
      {
        firstPs: toPs(moving[0]?.fromMilliseconds ?? 0),
        untilPs: toPs((moving.at(-1)?.toMilliseconds ?? 0) - switchOver(scenario, phases)),
      },
    ),
    bytes: { kind: 'constant', value: migration.frameBytes },
    lanes: [[send, ...between, receive]],
  });
}

/** The end of the stop, in which nothing is copied any more. */
function switchOver({ migration }: MigrationScenario, phases: readonly Phase[]): number {
  return phases.some(({ name }) => name === 'stopped') ? migration.switchOverMilliseconds : 0;
}

function toPs(milliseconds: number): number {
  return Math.round(milliseconds * PS_PER_MILLISECOND);
}
