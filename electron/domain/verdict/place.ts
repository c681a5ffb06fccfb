/**
 * A place: one host seen from one vNIC, that is with the switch of the vNIC's name and the
 * physical adapters behind it. Records that nobody collected appear with all facts unknown.
 */
import type { Fact } from '../../../shared/fact';
import type { Adapter, Host, VirtualSwitch, Vnic } from '../../../shared/model/estate';
import {
  canGiveVfs,
  memberDifferences,
  type VfDriver,
  vfDriversFor,
  vmqProcessorSets,
} from '../capability/member-facts';
import { type Catalogue, SHIPPED_CATALOGUE } from '../catalogue/catalogue';
import type { CaseFacts } from '../rules/rule';

/** Who is spoken of, for messages and evidence. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Member {
  readonly named: Named;
  readonly facts: NonNullable<CaseFacts['adapter']>;
  /** `null` when the adapter is named by the switch and described by no source. */
  readonly adapter: Adapter | null;
}

export interface Place {
  readonly host: Host;
  readonly switchName: string | null;
  /** `null`: no switch of that name, or none that a source describes. */
  readonly switch: VirtualSwitch | null;
  /** The physical adapters behind the switch; one without facts when nobody says which. */
  readonly members: readonly Member[];
  readonly canGiveVfs: Fact<boolean>;
  readonly memberDifferences: Fact<readonly string[]>;
  readonly vmqProcessorSets: ReturnType<typeof vmqProcessorSets>;
  /** What guests need here; `null` when the make of an adapter is not known. */
  readonly vfDrivers: readonly VfDriver[] | null;
}

/** The place that a vNIC with this switch name finds on a host. */
export function placeOn(
  host: Host,
  switchName: string | null,
  catalogue: Catalogue = SHIPPED_CATALOGUE,
): Place {
  const found = host.switches.find((one) => sameName(one.name, switchName)) ?? null;
  const members = membersBehind(host, found);
  const adapters = members.map(({ adapter }) => adapter);
  return {
    host,
    switchName,
    switch: found,
    members,
    canGiveVfs: canGiveVfs(adapters),
    memberDifferences: memberDifferences(adapters),
    vmqProcessorSets: vmqProcessorSets(host, adapters),
    vfDrivers: vfDriversFor(adapters, catalogue),
  };
}

function membersBehind(host: Host, found: VirtualSwitch | null): readonly Member[] {
  if (found === null) return host.switchesKnown ? [] : [NOBODY_KNOWS];
  const names = found.facts.memberAdapters;
  if (names.state === 'known' && 0 < names.value.length) {
    return names.value.map((name) => memberNamed(host, name));
  }
  // An external switch has an adapter, even when the source does not say which.
  return isInner(found) ? [] : [NOBODY_KNOWS];
}

/** The name of the switch that a vNIC asks for; `null` when it asks for none or nobody knows. */
export function switchNameOf(vnic: Vnic): string | null {
  const fact = vnic.facts.switchName;
  return fact.state === 'known' ? fact.value : null;
}

/** Hyper-V compares switch names without regard to case. */
export function sameName(a: string, b: string | null): boolean {
  return b !== null && (a === b || a.toLowerCase() === b.toLowerCase());
}

const NOBODY_KNOWS: Member = {
  named: { id: '', name: 'the adapter behind the switch' },
  facts: {},
  adapter: null,
};

function isInner(one: VirtualSwitch): boolean {
  const type = one.facts.switchType;
  return type.state === 'known' && type.value !== 'external';
}

function memberNamed(host: Host, name: string): Member {
  const adapter = host.adapters.find((one) => sameName(one.name, name)) ?? null;
  return adapter === null
    ? { named: { id: `${host.id}/nic/${name}`, name }, facts: {}, adapter: null }
    : { named: { id: adapter.id, name: adapter.name }, facts: adapter.facts, adapter };
}
