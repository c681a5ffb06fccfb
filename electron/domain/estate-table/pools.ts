/** What the pools of a host, an adapter or a switch hold, as its records report it. */
import { type Fact, valueOr } from '../../../shared/fact';
import type { Adapter, Host, VirtualSwitch } from '../../../shared/model/estate';
import type { Pool } from '../../../shared/model/pool';
import type { Port, Surroundings } from './surroundings';

type SwitchPool = 'vfs' | 'queuePairs' | 'vmQueues';

const SWITCH_POOLS = {
  vfs: { name: 'VFs', capacity: 'vfCapacity', used: 'vfsInUse' },
  queuePairs: { name: 'Queue pairs', capacity: 'queuePairCapacity', used: 'queuePairsInUse' },
  vmQueues: { name: 'VM queues', capacity: 'vmqCapacity', used: 'vmqsInUse' },
} as const;

export function switchPool(
  { facts }: VirtualSwitch,
  pool: SwitchPool,
  ports: readonly Port[],
): Pool {
  const { name, capacity, used } = SWITCH_POOLS[pool];
  const numbers = {
    name,
    capacity: numberOf(facts[capacity]),
    used: numberOf(facts[used]),
  };
  return pool === 'vfs' ? { ...numbers, idle: idleVfs(ports) } : numbers;
}

export function adapterPool(adapter: Adapter, pool: 'vfs' | 'vports', idle: number): Pool {
  const { facts } = adapter;
  return pool === 'vfs'
    ? {
        name: 'VFs',
        capacity: numberOf(facts.vfCount),
        used: numberOf(facts.vfsAllocated),
        idle,
      }
    : {
        name: 'VPorts',
        capacity: numberOf(facts.vportCount),
        used: numberOf(facts.vportsActive),
      };
}

/** Over all switches of the host; unknown as soon as one of them is. */
export function hostPool(around: Surroundings, host: Host, pool: SwitchPool): Pool {
  const pools = host.switches
    .filter(({ facts }) => valueOr(facts.switchType, 'external') === 'external')
    .map((one) => switchPool(one, pool, around.portsOf(host, one)));
  return sumOf(SWITCH_POOLS[pool].name, pools, !host.switchesKnown);
}

export function hostVports(host: Host): Pool {
  return sumOf(
    'VPorts',
    host.adapters.map((adapter) => adapterPool(adapter, 'vports', 0)),
    host.adapters.length === 0,
  );
}

/** VFs that running VMs hold without using them. */
export function idleVfs(ports: readonly Port[]): number {
  return ports.filter(
    ({ vnic: { facts } }) =>
      0 < valueOr(facts.iovUsage, 0) && valueOr(facts.vfDataPathActive, null) === false,
  ).length;
}

/**
 * Whether an adapter can give VFs now: it is listed with SR-IOV, enabled, supported, and has some.
 * `null`: what is known does not tell.
 */
export function isSriovReady({ facts }: Adapter): boolean | null {
  const conditions: readonly (boolean | null)[] = [
    told(facts.sriovListed, (listed) => listed),
    told(facts.sriovEnabled, (enabled) => enabled),
    told(facts.sriovSupport, (support) => support === 'supported'),
    told(facts.vfCount, (count) => 0 < count),
  ];
  if (conditions.includes(false)) return false;
  return conditions.includes(null) ? null : true;
}

function told<T>(fact: Fact<T>, test: (value: T) => boolean): boolean | null {
  return fact.state === 'known' ? test(fact.value) : null;
}

function sumOf(name: string, pools: readonly Pool[], isPartial: boolean): Pool {
  const add = (of: (pool: Pool) => number | null) =>
    isPartial
      ? null
      : pools.reduce<number | null>((sum, pool) => {
          const next = of(pool);
          return sum === null || next === null ? null : sum + next;
        }, 0);
  const idle = pools.reduce((sum, pool) => sum + (pool.idle ?? 0), 0);
  return {
    name,
    capacity: add(({ capacity }) => capacity),
    used: add(({ used }) => used),
    ...(pools.some((pool) => pool.idle !== undefined) ? { idle } : {}),
  };
}

function numberOf(fact: Fact<number>): number | null {
  return valueOr(fact, null);
}
