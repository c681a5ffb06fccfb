/** What holds of a move as a whole. */
import { type Fact, known, type Origin, unknown, valueOr } from '../../../shared/fact';
import type { Host, Vm } from '../../../shared/model/estate';
import type { FactsOf } from '../../../shared/model/field';
import type { PlatformRow } from '../catalogue/records';
import type { moveFields } from './derived-fields';

export type MoveFacts = FactsOf<typeof moveFields>;

/** The processor generation of a host, from the platform catalogue; `null` when not in it. */
export type PlatformLookUp = (host: Host) => PlatformRow | null;

/** @param source  `null` when no source says where the VM is */
export function moveFacts(
  vm: Vm,
  source: Host | null,
  target: Host,
  platformOf: PlatformLookUp,
): MoveFacts {
  return {
    sameCluster: sameCluster(source, target),
    targetName: known(target.name, PLAN),
    ...largestNumaNode(vm),
    vnicCount: vm.vnicsKnown ? known(vm.vnics.length, PLAN) : unknown('not-collected'),
    entersSkylake:
      source === null ? unknown('not-collected') : entersSkylake(source, target, platformOf),
    processorGenerations:
      source === null ? unknown('not-collected') : processorGenerations(source, target, platformOf),
  };
}

/**
 * For each fact that stands with both hosts: a text that two hosts share only when the fact cannot
 * tell them apart, be they source or target.
 */
export const moveKeys: Readonly<Record<string, (host: Host) => string>> = {
  sameCluster: (host) => keyOf(clusterOf(host)),
  entersSkylake: (host) => keyOf(host.facts.processorModel),
  processorGenerations: (host) => keyOf(host.facts.processorModel),
} satisfies Partial<Record<keyof MoveFacts, (host: Host) => string>>;

function keyOf(fact: Fact<string | null>): string {
  return JSON.stringify(fact.state === 'known' ? [fact.value] : fact.reason);
}

const PLAN: Origin = { kind: 'derived', from: 'the plan' };
const PLATFORMS: Origin = { kind: 'derived', from: 'platform catalogue, by processor model' };

/**
 * What the largest virtual NUMA node of the VM takes. Dynamic memory turns virtual NUMA off, and
 * the VM is one node then.
 */
function largestNumaNode({
  facts,
}: Vm): Pick<MoveFacts, 'numaNodeProcessors' | 'numaNodeMemoryBytes'> {
  const { state, dynamicMemory, memoryAssignedBytes, memoryStartupBytes } = facts;
  const isOne = valueOr(dynamicMemory, false);
  const atRest = ['off', 'saved'].includes(valueOr(state, '')) || !valueOr(memoryAssignedBytes, 1);
  return {
    numaNodeProcessors: partOf(facts.processorCount, facts.processorsPerNumaNode, isOne),
    numaNodeMemoryBytes: partOf(
      atRest ? memoryStartupBytes : memoryAssignedBytes,
      facts.memoryPerNumaNodeBytes,
      isOne,
    ),
  };
}

function partOf(whole: Fact<number>, most: Fact<number>, isOne: boolean): Fact<number> {
  if (isOne || whole.state === 'unknown' || most.state === 'unknown') return whole;
  return 0 < most.value && most.value < whole.value ? most : whole;
}

function sameCluster(source: Host | null, target: Host): Fact<boolean> {
  if (source === null) return unknown('not-collected');
  const one = clusterOf(source);
  const other = clusterOf(target);
  if (one.state === 'unknown') return one;
  if (other.state === 'unknown') return other;
  return known(one.value !== null && one.value === other.value, PLAN);
}

/** Unknown where a model is, or is not in the platform catalogue, or the makers differ. */
function processorGenerations(
  source: Host,
  target: Host,
  platformOf: PlatformLookUp,
): Fact<'same' | 'newer' | 'older'> {
  const before = source.facts.processorModel;
  const after = target.facts.processorModel;
  if (before.state === 'unknown') return before;
  if (after.state === 'unknown') return after;
  if (before.value === after.value) return known('same', PLATFORMS);
  const from = platformOf(source);
  const to = platformOf(target);
  if (from === null) return unknown('not-understood', before.value, before.origin);
  if (to === null) return unknown('not-understood', after.value, after.origin);
  if (from.id === to.id) return known('same', PLATFORMS);
  if (from.vendor !== to.vendor || from.launchYear === to.launchYear) {
    return unknown('not-understood', `${from.name}, ${to.name}`);
  }
  // A later processor of a lower level (a client after a server) lacks what the earlier one has.
  const isNewer = from.launchYear < to.launchYear && from.cpuFeatureLevel <= to.cpuFeatureLevel;
  return known(isNewer ? 'newer' : 'older', PLATFORMS);
}

/** Unknown where a model is, or is not in the platform catalogue. */
function entersSkylake(source: Host, target: Host, platformOf: PlatformLookUp): Fact<boolean> {
  const before = source.facts.processorModel;
  const after = target.facts.processorModel;
  if (before.state === 'unknown') return before;
  if (after.state === 'unknown') return after;
  if (before.value === after.value) return known(false, PLATFORMS);
  const from = platformOf(source);
  const to = platformOf(target);
  if (from === null) return unknown('not-understood', before.value, before.origin);
  if (to === null) return unknown('not-understood', after.value, after.origin);
  const isInto = isBeforeSkylake(from) && to.vendor === 'Intel' && !isBeforeSkylake(to);
  return known(isInto, PLATFORMS);
}

/** Of the server lines; its last generations before Skylake came in the same years as the first after. */
function isBeforeSkylake({ vendor, launchYear, name }: PlatformRow): boolean {
  return vendor === 'Intel' && (launchYear < 2015 || /\b(?:haswell|broadwell)\b/i.test(name));
}

function clusterOf(host: Host): Fact<string | null> {
  if (host.clusterId !== null) return known(host.clusterId, PLAN);
  return host.facts.clusterName;
}
