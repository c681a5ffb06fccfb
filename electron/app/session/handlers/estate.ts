import {
  describeOrigin,
  type Fact,
  importedUnder,
  type UnknownReason,
} from '../../../../shared/fact';
import { Refusal } from '../../../../shared/fault';
import { fieldTables, type Host, type RecordKind, type Vm } from '../../../../shared/model/estate';
import type { FieldSpecs } from '../../../../shared/model/field';
import { fieldText, parseFieldText } from '../../../../shared/model/field-text';
import type { EstateIndex } from '../../../../shared/model/plan';
import type { PlanSession } from '../plan-session';
import type { HandlersOf } from './handler';

export const estateMethods: HandlersOf<'estate.index' | 'estate.record' | 'estate.edit'> = {
  'estate.index': (session) => estateIndex(session),
  'estate.record': (session, { kind, id }) => {
    const record = findRecord(session, kind, id);
    const specs: FieldSpecs = fieldTables[record.platform][kind];
    return {
      kind,
      id,
      name: record.name,
      facts: Object.entries(specs).map(([field, spec]) => {
        const fact = record.facts[field] as Fact<unknown>;
        const imported = importedUnder(fact);
        return {
          field,
          title: spec.title,
          value: fact.state === 'known' ? fieldText(spec, fact.value) : null,
          origin: describeFact(fact),
          collect: spec.collect,
          edited: imported !== null,
          importedValue:
            imported === null
              ? null
              : imported.state === 'known'
                ? fieldText(spec, imported.value)
                : 'unknown',
        };
      }),
    };
  },
  'estate.edit': (session, { kind, id, field, text }) => {
    const record = findRecord(session, kind, id);
    const spec = (fieldTables[record.platform][kind] as FieldSpecs)[field];
    if (spec === undefined) {
      throw new Refusal('edit.unknown-field', `A ${kind} has no property “${field}”.`);
    }
    const edit = { kind, recordId: id, field };
    if (text === null) {
      session.editFact(`${spec.title} of ${record.name} as imported`, edit, undefined);
      return session.state;
    }
    const parsed = parseFieldText(spec, text);
    if (!parsed.ok) {
      throw new Refusal(
        'edit.bad-value',
        `${spec.title}: “${text}” is not ${parsed.expected}.`,
        `Type ${parsed.expected}.`,
      );
    }
    session.editFact(`${spec.title} of ${record.name}`, edit, parsed.value);
    return session.state;
  },
};

function estateIndex(session: PlanSession): EstateIndex {
  const { estate } = session;
  const clusterNames = new Map(estate.clusters.map(({ id, name }) => [id, name]));
  const counts = new Map<string, number>();
  for (const { hostId } of estate.vms) {
    if (hostId !== null) counts.set(hostId, (counts.get(hostId) ?? 0) + 1);
  }
  return {
    revision: session.revision,
    hosts: estate.hosts.map((host) => ({
      id: host.id,
      platform: host.platform,
      name: host.name,
      clusterId: host.clusterId,
      clusterName:
        host.clusterId === null ? null : (clusterNames.get(host.clusterId) ?? host.clusterId),
      summary: hostSummary(host),
      vmCount: counts.get(host.id) ?? 0,
    })),
    vms: estate.vms.map((vm) => ({
      id: vm.id,
      name: vm.name,
      hostId: vm.hostId,
      vnicCount: vm.vnics.length,
      state: vm.facts.state.state === 'known' ? vm.facts.state.value : 'unknown',
    })),
  };
}

function hostSummary({ facts }: Host): string {
  const parts: string[] = [];
  if (facts.osName.state === 'known') parts.push(facts.osName.value);
  if (facts.processorModel.state === 'known') {
    const sockets = facts.socketCount.state === 'known' ? `${facts.socketCount.value} × ` : '';
    parts.push(sockets + facts.processorModel.value);
  }
  return parts.join(' · ');
}

interface AnyRecord {
  readonly platform: Vm['platform'];
  readonly name: string;
  readonly facts: { readonly [field: string]: unknown };
}

function findRecord(session: PlanSession, kind: RecordKind, id: string): AnyRecord {
  const { estate } = session;
  const found = recordsOf(estate.hosts, estate.vms, kind, session).find((one) => one.id === id);
  if (found === undefined)
    throw new Refusal('edit.unknown-field', `This ${kind} is no longer in the plan.`);
  return found;
}

function recordsOf(
  hosts: readonly Host[],
  vms: readonly Vm[],
  kind: RecordKind,
  session: PlanSession,
): readonly (AnyRecord & { readonly id: string })[] {
  switch (kind) {
    case 'host':
      return hosts;
    case 'vm':
      return vms;
    case 'cluster':
      return session.estate.clusters;
    case 'adapter':
      return hosts.flatMap((host) =>
        host.adapters.map((one) => ({ ...one, platform: host.platform })),
      );
    case 'switch':
      return hosts.flatMap((host) =>
        host.switches.map((one) => ({ ...one, platform: host.platform })),
      );
    case 'vnic':
      return vms.flatMap((vm) => vm.vnics.map((one) => ({ ...one, platform: vm.platform })));
  }
}

const REASON_WORDS: Readonly<Record<UnknownReason, string>> = {
  'not-collected': 'not collected',
  empty: 'the source has no value',
  'cut-off': 'the export was cut off',
  'not-understood': 'not understood',
  conflict: 'sources disagree',
  'by-hand': 'set by hand',
};

function describeFact(fact: Fact<unknown>): string {
  if (fact.state === 'known') return describeOrigin(fact.origin);
  const found = fact.found === undefined ? '' : ` (found: ${fact.found})`;
  const { origin } = fact;
  const where =
    origin === undefined || origin.kind === 'edited' ? '' : ` — ${describeOrigin(origin)}`;
  return `unknown: ${REASON_WORDS[fact.reason]}${found}${where}`;
}
