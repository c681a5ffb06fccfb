/** What `model` and `link` of an adapter in an inventory stand for, by way of the catalogue. */
import { type Fact, known } from '../../../../shared/fact';
import { findNic, nicById } from '../../catalogue/find-nic';
import type { NicRow } from '../../catalogue/records';
import { vfCeilingPerPort } from '../../catalogue/vf-ceiling';
import { derived } from '../hyperv/derived';
import type { ProblemLog } from '../problems';
import { assumed, knownValue, type LooseFacts } from './apply-defaults';
import { type InventoryRecord, shorthandFact, textShorthand } from './read-record';

const GIGABIT = 1e9;

/** Facts that the shorthands give, and assumptions that the model's row in the catalogue gives. */
export function adapterModelFacts(record: InventoryRecord, log: ProblemLog): LooseFacts {
  const model = textShorthand(record, 'model', log);
  const link = shorthandFact('adapter', record, 'link', 'linkBitsPerSecond', log);
  const rows = rowsOf(record, model);
  if (model !== null && rows.length === 0) noteUnknownModel(record, model, log);
  const origin = { kind: 'import', file: record.file, field: `${record.place}.model` } as const;
  return {
    ...assumptionsFrom(rows),
    ...identityFrom(record, model, rows),
    ...(model === null ? {} : { description: known(model, origin) }),
    ...(link === null ? {} : { linkBitsPerSecond: link }),
  };
}

function rowsOf(record: InventoryRecord, model: string | null): readonly NicRow[] {
  const wanted = knownValue<string>(record.facts.catalogueModel) ?? model;
  const byId = wanted === null ? null : nicById(wanted.toLowerCase());
  if (byId !== null) return [byId];
  return findNic({
    vendorId: knownValue<string>(record.facts.pciVendorId) ?? null,
    deviceId: knownValue<string>(record.facts.pciDeviceId) ?? null,
    interfaceDescription: model ?? knownValue<string>(record.facts.description) ?? null,
  }).rows;
}

function identityFrom(
  record: InventoryRecord,
  model: string | null,
  rows: readonly NicRow[],
): LooseFacts {
  const text = model ?? knownValue<string>(record.facts.description) ?? null;
  const make = sameIn(rows, (row) => row.make) ?? findNic({ interfaceDescription: text }).make;
  const [row] = rows;
  const facts: Record<string, Fact<unknown>> = {};
  if (make !== null) facts.make = derived(make, `catalogue: maker of “${text ?? row?.model}”`);
  if (row !== undefined && rows.length === 1) {
    facts.catalogueModel = derived(row.id, `catalogue: ${row.vendor} ${row.model}`);
  }
  return facts;
}

/** Where several rows fit, what they agree on, and of amounts what each of them has at least. */
export function assumptionsFrom(rows: readonly NicRow[]): LooseFacts {
  const [row] = rows;
  if (row === undefined) return {};
  const name = rows.length === 1 ? `${row.vendor} ${row.model}` : `${row.vendor} ${row.family}`;
  const speed = leastIn(rows, (one) => one.maxSpeedGbps);
  const sriov = sameIn(rows, (one) => one.sriov);
  const vfs = leastIn(rows, (one) => vfCeilingPerPort(one, null)?.least ?? null);
  const queues = leastIn(rows, (one) => one.vmQueuesPerPort);
  const facts: Record<string, Fact<unknown>> = {};
  if (speed !== null) {
    facts.linkBitsPerSecond = assumed(Math.round(speed * GIGABIT), `the highest speed of ${name}`);
  }
  if (sriov === 'yes') {
    facts.sriovListed = assumed(true, `${name} has SR-IOV, by the catalogue`);
    facts.sriovEnabled = assumed(true, 'what Windows sets');
    facts.sriovSupport = assumed('supported', `${name} has SR-IOV, by the catalogue`);
  }
  if (sriov === 'no') facts.sriovListed = assumed(false, `${name} has no SR-IOV, by the catalogue`);
  if (vfs !== null)
    facts.vfCount = assumed(vfs, `VFs that a port of ${name} can have at least, by the catalogue`);
  if (queues !== null) {
    facts.vmqQueueCount = assumed(queues, `VM queues of a port of ${name}, by the catalogue`);
    if (queues === 0)
      facts.vmqListed = assumed(false, `${name} has no VM queues, by the catalogue`);
  }
  return facts;
}

function sameIn<T>(rows: readonly NicRow[], of: (row: NicRow) => T | null): T | null {
  const [first] = rows;
  if (first === undefined) return null;
  const value = of(first);
  return rows.every((row) => of(row) === value) ? value : null;
}

/** `null` where a row does not say. */
function leastIn(rows: readonly NicRow[], of: (row: NicRow) => number | null): number | null {
  const values = rows.map(of);
  return values.some((value) => value === null) ? null : Math.min(...(values as number[]));
}

function noteUnknownModel(record: InventoryRecord, model: string, log: ProblemLog): void {
  log.add(record.file, {
    place: `${record.place}.model`,
    found: model,
    expected: 'a model of the catalogue',
    severity: 'doubt',
    message: `The catalogue has no model “${model}”, so what the adapter can do is known only as far as the file says; give link, sriovListed, sriovSupport and vfCount.`,
  });
}
