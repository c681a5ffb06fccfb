import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  hostScenarioSchema,
  PATHS,
  type Path,
} from '../../../../electron/domain/simulator/host/host-scenario';
import { layOut } from '../../../../electron/domain/simulator/host/lay-out';
import { findCostProfile } from '../../../../electron/domain/simulator/host/profiles/profiles';
import type { Hop, Network } from '../../../../electron/domain/simulator/network';
import { referenceEngine } from '../../../../electron/domain/simulator/reference/reference-engine';
import { runWhole } from '../../../../electron/domain/simulator/run-result';

type Asked = z.input<typeof hostScenarioSchema>;

function scenario(path: Path, parts: Partial<Asked> = {}, gigabitsPerSecond = 0.5): Network {
  const profile = findCostProfile('hyperv-2012');
  if (profile === undefined) throw new Error('there is no such profile');
  const traffic = [{ direction: 'receive' as const, gigabitsPerSecond, answerEvery: 2 }];
  return layOut(
    hostScenarioSchema.parse({
      profile,
      warmupMilliseconds: 2,
      durationMilliseconds: 10,
      host: { cores: 16 },
      vms: [{ count: 8, vnics: [{ path, traffic }] }],
      ...parts,
    }),
  );
}

/** The stations of a route by name. */
function stations({ servers, queues }: Network, route: readonly Hop[] = []): string[] {
  return route.map(({ to, index }) => (to === 'server' ? servers : queues)[index]?.name ?? '?');
}

describe('the stations of a path', () => {
  it.each([
    ['sriov', ['VM 1 #1: VF ring 0']],
    ['vmdq', ['VM 1 #1: VMQ ring 0', 'VM 1 #1: channel to VM 0']],
    ['software', ['default queue 0', 'VM 1 #1: channel to VM 0']],
  ] as const)('%s, receive', (path, ends) => {
    const network = scenario(path);
    expect(stations(network, network.flows[0]?.lanes[0])).toEqual([
      'wire, receive',
      'NIC to host',
      ...ends,
    ]);
  });

  it.each([
    ['sriov', ['VM 1 #1: send 0']],
    ['vmdq', ['VM 1 #1: send 0', 'VM 1 #1: channel to host 0']],
  ] as const)('%s, transmit', (path, begins) => {
    const network = scenario(path);
    expect(stations(network, network.flows[1]?.lanes[0])).toEqual([
      ...begins,
      'host to NIC',
      'wire, transmit',
    ]);
  });

  it('VMQ rings go round their cores; all software vNICs share one ring on core 0', () => {
    const ringCores = (path: Path) =>
      scenario(path)
        .queues.filter(({ name }) => name.includes('ring') || name.includes('default'))
        .map(({ core }) => core);
    expect(ringCores('vmdq')).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
    expect(ringCores('software')).toEqual([0]);
  });

  it('several queues of a vNIC are several lanes on several processors', () => {
    const vnics = [
      { path: 'vmdq' as const, queues: 4, traffic: [{ direction: 'receive' as const }] },
    ];
    const network = scenario('vmdq', { vms: [{ vcpus: 4, vnics }] });
    const channels = network.queues.filter(({ name }) => name.includes('channel to VM'));
    expect(network.flows[0]?.lanes).toHaveLength(4);
    expect(new Set(channels.map(({ core }) => core)).size).toBe(4);
  });
});

describe('what a fallback costs, under the same traffic', () => {
  const runs = Object.fromEntries(
    PATHS.map((path) => [path, runWhole(referenceEngine, scenario(path, {}, 0.2))]),
  );
  const median = (path: Path) => runs[path]?.flows[0]?.latency.quantile(0.5) ?? 0;
  const hostWork = (path: Path) =>
    (runs[path]?.cores ?? []).reduce(
      (sum, { byActivity }) => sum + byActivity.switch + byActivity.copy,
      0,
    );

  it('a lower path takes longer', () => {
    expect(median('sriov')).toBeLessThan(median('vmdq'));
    expect(median('vmdq')).toBeLessThan(median('software'));
  });

  it('the host switches and copies on the synthetic paths only', () => {
    expect(hostWork('sriov')).toBe(0);
    expect(hostWork('vmdq')).toBeGreaterThan(0);
    expect(hostWork('software')).toBeGreaterThan(hostWork('vmdq'));
  });

  it('one core is the ceiling of the software path', () => {
    const { cores, flows } = runWhole(referenceEngine, scenario('software', {}, 2));
    expect(cores[0]?.busyPs).toBeGreaterThan(0.99 * 10e9);
    expect(flows.some(({ lost }) => lost.some(({ at }) => at === 'queue'))).toBe(true);
  });
});
