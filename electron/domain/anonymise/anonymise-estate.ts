/** An estate, as a plan holds it, with names, addresses and identifiers replaced. */
import type { Fact, Origin } from '../../../shared/fact';
import { idOf } from '../../../shared/ids';
import { type Estate, fieldTables, type RecordKind } from '../../../shared/model/estate';
import type { FieldSpec } from '../../../shared/model/field';
import { kept, replaced, sentence } from './anonymise-text';
import { isKeptField } from './kept-properties';
import type { Pseudonyms } from './pseudonyms';

type AnyFacts = Readonly<Record<string, Fact<unknown>>>;

/**
 * Edits by hand become plain facts. Texts that were not understood are left out, since nobody can
 * say what is in them.
 */
export function anonymiseEstate(estate: Estate, names: Pseudonyms): Estate {
  // Once to see everything, once to write it.
  withPseudonyms(estate, names);
  names.settle();
  return withPseudonyms(estate, names);
}

function withPseudonyms(estate: Estate, names: Pseudonyms): Estate {
  const id = <K extends string>(given: string, kind: K) =>
    idOf<K>(names.opaque(given, `${kind}-id`));
  // Names first, so that sentences and lists know whom they speak of.
  for (const { name } of estate.clusters) names.name(name, 'cluster');
  for (const { name } of estate.hosts) names.name(name, 'host');
  for (const { name } of estate.vms) names.name(name, 'vm');
  const facts = <F>(kind: RecordKind, given: F): F => factsOf(kind, given as AnyFacts, names) as F;
  return {
    clusters: estate.clusters.map((cluster) => ({
      ...cluster,
      id: id(cluster.id, 'cluster') as typeof cluster.id,
      name: names.name(cluster.name, 'cluster'),
      facts: facts('cluster', cluster.facts),
    })),
    hosts: estate.hosts.map((host) => ({
      ...host,
      id: id(host.id, 'host') as typeof host.id,
      name: names.name(host.name, 'host'),
      clusterId:
        host.clusterId === null ? null : (id(host.clusterId, 'cluster') as typeof host.clusterId),
      facts: facts('host', host.facts),
      adapters: host.adapters.map((adapter) => ({
        ...adapter,
        id: id(adapter.id, 'adapter') as typeof adapter.id,
        name: names.name(adapter.name, 'adapter'),
        facts: facts('adapter', adapter.facts),
      })),
      switches: host.switches.map((one) => ({
        ...one,
        id: id(one.id, 'switch') as typeof one.id,
        name: names.name(one.name, 'switch'),
        facts: facts('switch', one.facts),
      })),
    })),
    vms: estate.vms.map((vm) => ({
      ...vm,
      id: id(vm.id, 'vm') as typeof vm.id,
      name: names.name(vm.name, 'vm'),
      hostId: vm.hostId === null ? null : (id(vm.hostId, 'host') as typeof vm.hostId),
      facts: facts('vm', vm.facts),
      vnics: vm.vnics.map((vnic) => ({
        ...vnic,
        id: id(vnic.id, 'vnic') as typeof vnic.id,
        name: names.name(vnic.name, 'vnic'),
        facts: facts('vnic', vnic.facts),
      })),
    })),
  };
}

function factsOf(kind: RecordKind, facts: AnyFacts, names: Pseudonyms): AnyFacts {
  const table: Readonly<Record<string, FieldSpec>> = fieldTables.hyperv[kind];
  return Object.fromEntries(
    Object.entries(facts).map(([field, fact]) => {
      if (fact.state === 'unknown') return [field, { state: 'unknown', reason: fact.reason }];
      const isKept = isKeptField(field, table[field]);
      const value = replacedIn(fact.value, field, isKept, names);
      return [field, { state: 'known', value, origin: originOf(fact.origin, names) }];
    }),
  );
}

function replacedIn(value: unknown, field: string, isKept: boolean, names: Pseudonyms): unknown {
  if (typeof value === 'string') {
    if (field === 'iovSupportReasons') return sentence(value, names);
    return isKept ? kept(value, names) : replaced(value, field, names);
  }
  return Array.isArray(value)
    ? value.map((one: unknown) => replacedIn(one, field, isKept, names))
    : value;
}

/** What a default of the inventory format is has to stay told; all else is named by its kind. */
function originOf(origin: Origin, names: Pseudonyms): Origin {
  if (origin.kind === 'import') {
    return {
      kind: 'import',
      file: names.opaque(origin.file, 'file'),
      field: 'a field of the file',
    };
  }
  if (origin.kind === 'derived') return { kind: 'derived', from: names.inText(origin.from) };
  return { kind: 'derived', from: 'edited by hand' };
}
