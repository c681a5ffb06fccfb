/** Small estates for tests: only the facts that matter are known. */
import { type Fact, known, unknown } from '../../shared/fact';
import { idOf } from '../../shared/ids';
import type { Adapter, Cluster, Host, VirtualSwitch, Vm, Vnic } from '../../shared/model/estate';
import { fieldTables } from '../../shared/model/estate';
import type { FactsOf, FieldSpecs, FieldValue } from '../../shared/model/field';

type Values<S extends FieldSpecs> = { readonly [K in keyof S]?: FieldValue<S[K]> };
const tables = fieldTables.hyperv;

/** Facts of a table: the given values known, with the field's own name as origin. */
export function factsOf<S extends FieldSpecs>(specs: S, values: Values<S>): FactsOf<S> {
  const facts: Record<string, Fact<unknown>> = {};
  for (const field of Object.keys(specs)) {
    facts[field] =
      field in values
        ? known(values[field], { kind: 'import', file: 'test.json', field })
        : unknown('not-collected');
  }
  return facts as FactsOf<S>;
}

export function adapter(name: string, values: Values<typeof tables.adapter> = {}): Adapter {
  return { id: idOf(`nic/${name}`), name, facts: factsOf(tables.adapter, values) };
}

export function virtualSwitch(
  name: string,
  values: Values<typeof tables.switch> = {},
): VirtualSwitch {
  return { id: idOf(`switch/${name}`), name, facts: factsOf(tables.switch, values) };
}

export function host(
  name: string,
  parts: {
    readonly cluster?: string;
    readonly facts?: Values<typeof tables.host>;
    readonly adapters?: readonly Adapter[];
    readonly switches?: readonly VirtualSwitch[];
    readonly switchesKnown?: boolean;
  } = {},
): Host {
  const id = name.toLowerCase();
  const own = <R extends { readonly id: string }>(records: readonly R[] | undefined): R[] =>
    (records ?? []).map((record) => ({ ...record, id: idOf(`${id}/${record.id}`) }));
  return {
    platform: 'hyperv',
    id: idOf(id),
    name,
    clusterId: parts.cluster === undefined ? null : idOf(parts.cluster.toLowerCase()),
    facts: factsOf(tables.host, {
      clusterName: parts.cluster ?? null,
      ...parts.facts,
    }),
    adapters: own(parts.adapters),
    switches: own(parts.switches),
    switchesKnown: parts.switchesKnown ?? true,
  };
}

export function cluster(name: string): Cluster {
  return {
    platform: 'hyperv',
    id: idOf(name.toLowerCase()),
    name,
    facts: factsOf(tables.cluster, {}),
  };
}

export function vnic(name: string, values: Values<typeof tables.vnic> = {}): Vnic {
  return { id: idOf(`nic/${name}`), name, facts: factsOf(tables.vnic, values) };
}

export function vm(
  name: string,
  parts: {
    readonly on?: string;
    readonly facts?: Values<typeof tables.vm>;
    readonly vnics?: readonly Vnic[];
  } = {},
): Vm {
  const id = `vm/${name}`;
  return {
    platform: 'hyperv',
    id: idOf(id),
    name,
    hostId: parts.on === undefined ? null : idOf(parts.on.toLowerCase()),
    facts: factsOf(tables.vm, parts.facts ?? {}),
    vnics: (parts.vnics ?? []).map((one) => ({ ...one, id: idOf(`${id}/${one.id}`) })),
    vnicsKnown: true,
  };
}
