import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../shared/fact';
import { type Estate, fieldTables, type Host, type Vnic } from '../../shared/model/estate';
import { generateEstate } from './generate-estate';

const usual = { seed: 1, hosts: 100, vms: 1000 };

describe('generateEstate', () => {
  it('gives the same estate for the same seed', () => {
    expect(digestOf(generateEstate(usual))).toBe(digestOf(generateEstate(usual)));
  });

  it('gives another estate for another seed', () => {
    expect(digestOf(generateEstate({ ...usual, seed: 2 }))).not.toBe(
      digestOf(generateEstate(usual)),
    );
  });

  it.each([
    { hosts: 1, vms: 1 },
    { hosts: 10, vms: 100 },
    { hosts: 37, vms: 410 },
    { hosts: 10, vms: 3000 },
  ])('makes $hosts hosts and $vms VMs when asked to', (counts) => {
    const estate = generateEstate({ seed: 3, ...counts });
    expect({ hosts: estate.hosts.length, vms: estate.vms.length }).toEqual(counts);
  });

  it.each([
    { seed: 1, hosts: 0, vms: 10 },
    { seed: 1, hosts: 2.5, vms: 10 },
    { seed: 1, hosts: 10, vms: 10, drift: 1.1 },
    { seed: 1, hosts: 10, vms: 10, unknowns: Number.NaN },
  ])('refuses %o', (wish) => {
    expect(() => generateEstate(wish)).toThrow(RangeError);
  });

  it('gives every record an id of its own', () => {
    const ids = [...recordsOf(generateEstate(usual))].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives every adapter of a VM a MAC address of its own', () => {
    const macs = generateEstate({ ...usual, unknowns: 0 }).vms.flatMap(({ vnics }) =>
      vnics.map(({ facts }) => known(facts.macAddress)),
    );
    expect(new Set(macs).size).toBe(macs.length);
  });

  it('knows everything when asked for no unknowns', () => {
    const facts = [...recordsOf(generateEstate({ ...usual, unknowns: 0 }))].flatMap(factsOf);
    expect(facts.filter(([, fact]) => fact.state === 'unknown')).toEqual([]);
  });

  it('leaves more gaps when asked for more unknowns', () => {
    const [few, many] = [0.02, 0.3].map((unknowns) => shareUnknown({ ...usual, unknowns }));
    expect(few).toBeGreaterThan(0.01);
    expect(few).toBeLessThan(0.06);
    expect(many).toBeGreaterThan(0.25);
    expect(many).toBeLessThan(0.45);
  });

  it('keeps clusters alike when asked for no drift', () => {
    const { clusters, hosts } = generateEstate({
      ...usual,
      drift: 0,
      unknowns: 0,
    });
    for (const cluster of clusters) {
      const nodes = hosts.filter(({ clusterId }) => clusterId === cluster.id);
      expect(new Set(nodes.map(switchPlanOf)).size).toBe(1);
      expect(new Set(nodes.map(({ facts }) => known(facts.processorModel))).size).toBe(1);
    }
  });

  it('makes nodes of a cluster differ when asked for drift', () => {
    const { clusters, hosts } = generateEstate({
      ...usual,
      drift: 0.5,
      unknowns: 0,
    });
    const plans = clusters.map(
      ({ id }) => new Set(hosts.filter(({ clusterId }) => clusterId === id).map(switchPlanOf)).size,
    );
    expect(plans.some((count) => count > 1)).toBe(true);
  });

  it('lets every fact take at least two values over 100 hosts', () => {
    const values = new Map<string, Set<string>>();
    const estate = generateEstate(usual);
    for (const { kind, facts } of recordsOf(estate)) {
      for (const [name, fact] of Object.entries(facts)) {
        if (fact.state === 'unknown') continue;
        const seen = values.get(`${kind}.${name}`) ?? new Set();
        values.set(`${kind}.${name}`, seen.add(JSON.stringify(fact.value)));
      }
    }
    const constant = Object.entries(fieldTables.hyperv)
      .flatMap(([kind, fields]) => Object.keys(fields).map((name) => `${kind}.${name}`))
      .filter((path) => (values.get(path)?.size ?? 0) < 2);
    expect(constant).toEqual([]);
  });

  it('has every choice of every field somewhere in 1,000 hosts', () => {
    const seen = new Set<string>();
    for (const { kind, facts } of recordsOf(generateEstate({ seed: 4, hosts: 1000, vms: 4000 }))) {
      for (const [name, fact] of Object.entries(facts)) {
        if (fact.state === 'known')
          for (const one of [fact.value].flat()) seen.add(`${kind}.${name}=${one}`);
      }
    }
    const absent = Object.entries(fieldTables.hyperv).flatMap(([kind, fields]) =>
      Object.entries(fields).flatMap(([name, field]) =>
        'values' in field
          ? (field.values as readonly string[])
              .map((value) => `${kind}.${name}=${value}`)
              .filter((one) => !seen.has(one))
          : [],
      ),
    );
    // Makes of processor, guest and support state that the generator has no machine for.
    expect(absent).toEqual([
      'host.processorVendor=other',
      'adapter.sriovSupport=no-osc-support',
      'switch.loadBalancing=ip-addresses',
      'switch.loadBalancing=mac-addresses',
      'switch.bandwidthMode=default',
      'vm.guestArchitecture=arm64',
      'vm.replicationMode=test-replica',
      'vm.replicationMode=extended-replica',
      'vnic.isolationMode=external-virtual-subnet',
    ]);
  });

  it('counts in every pool what the placed VMs hold', () => {
    const estate = generateEstate({ ...usual, unknowns: 0 });
    for (const host of estate.hosts) {
      for (const one of host.switches) {
        const vnics = vnicsOn(estate, host, one.name);
        const { vfsInUse, vfCapacity, vmqsInUse, queuePairsInUse, queuePairCapacity } = one.facts;
        const held = {
          vfs: vnics.filter(({ facts }) => known(facts.iovUsage) > 0).length,
          vmqs: vnics.filter(({ facts }) => known(facts.vmqUsage) > 0).length,
        };
        expect({ vfs: known(vfsInUse), vmqs: known(vmqsInUse) }).toEqual(held);
        expect(known(vfsInUse)).toBeLessThanOrEqual(known(vfCapacity));
        expect(known(queuePairsInUse)).toBeLessThanOrEqual(known(queuePairCapacity));
      }
    }
  });

  it('counts on every adapter its share of the pools', () => {
    const { hosts } = generateEstate({ ...usual, unknowns: 0 });
    for (const { adapters, switches } of hosts) {
      for (const { facts } of switches) {
        const members = adapters.filter(({ name }) => known(facts.memberAdapters).includes(name));
        const vfs = members.map((port) => known(port.facts.vfsAllocated));
        const active = members.map((port) => known(port.facts.vportsActive));
        const free = members.map(
          (port) => known(port.facts.vportCount) - known(port.facts.vportsActive),
        );
        expect(sum(vfs)).toBe(known(facts.vfsInUse));
        if (free.every((count) => count > 0)) {
          const defaults = active.filter((count) => count > 0).length;
          expect(sum(active)).toBe(known(facts.vfsInUse) + known(facts.vmqsInUse) + defaults);
        }
        expect(free.filter((count) => count < 0)).toEqual([]);
      }
    }
  });

  it('leaves every host the memory that its running VMs do not hold', () => {
    const { hosts, vms } = generateEstate({ ...usual, unknowns: 0 });
    for (const { id, facts } of hosts) {
      const assigned = vms
        .filter(({ hostId }) => hostId === id)
        .map((vm) => known(vm.facts.memoryAssignedBytes));
      const free = known(facts.memoryFreeBytes);
      expect(free).toBeGreaterThanOrEqual(0);
      // What is left of the host is its own: 8 GiB.
      expect(known(facts.memoryBytes) - sum(assigned) - free).toBe(8 * 2 ** 30);
    }
  });

  it('makes the largest estate in a few seconds', () => {
    const before = performance.now();
    const estate = generateEstate({ seed: 5, hosts: 1000, vms: 10_000 });
    expect(estate.vms).toHaveLength(10_000);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

interface AnyRecord {
  readonly kind: string;
  readonly id: string;
  readonly facts: Readonly<Record<string, Fact<unknown>>>;
}

function* recordsOf({ clusters, hosts, vms }: Estate): Generator<AnyRecord> {
  for (const { id, facts } of clusters) yield { kind: 'cluster', id, facts };
  for (const { id, facts, adapters, switches } of hosts) {
    yield { kind: 'host', id, facts };
    for (const adapter of adapters) yield { kind: 'adapter', id: adapter.id, facts: adapter.facts };
    for (const one of switches) yield { kind: 'switch', id: one.id, facts: one.facts };
  }
  for (const { id, facts, vnics } of vms) {
    yield { kind: 'vm', id, facts };
    for (const vnic of vnics) yield { kind: 'vnic', id: vnic.id, facts: vnic.facts };
  }
}

function factsOf({ kind, facts }: AnyRecord): readonly (readonly [string, Fact<unknown>])[] {
  return Object.entries(facts).map(([name, fact]) => [`${kind}.${name}`, fact] as const);
}

function shareUnknown(wish: Parameters<typeof generateEstate>[0]): number {
  const facts = [...recordsOf(generateEstate(wish))].flatMap(factsOf);
  return facts.filter(([, fact]) => fact.state === 'unknown').length / facts.length;
}

function vnicsOn({ vms }: Estate, host: Host, switchName: string): readonly Vnic[] {
  return vms
    .filter(({ hostId }) => hostId === host.id)
    .flatMap(({ vnics }) => vnics.filter(({ facts }) => known(facts.switchName) === switchName));
}

function switchPlanOf({ switches }: Host): string {
  return JSON.stringify(switches.map(({ name, facts }) => [name, facts.iovEnabled, facts.teaming]));
}

function known<T>(fact: Fact<T>): T {
  if (fact.state === 'unknown') throw new Error(`unknown: ${fact.reason}`);
  return fact.value;
}

function sum(list: readonly number[]): number {
  return list.reduce((total, one) => total + one, 0);
}

function digestOf(estate: Estate): string {
  return createHash('sha256').update(JSON.stringify(estate)).digest('hex');
}
