import { expect, it } from 'vitest';
import { findRecords } from '../../../electron/domain/estate-table/find-records';
import { Surroundings } from '../../../electron/domain/estate-table/surroundings';
import { generateEstate } from '../../estate/generate-estate';

const estate = generateEstate({ seed: 7, hosts: 6, vms: 20 });
const around = new Surroundings(estate);
const [host] = estate.hosts;
const [one] = host?.switches ?? [];
if (host === undefined || one === undefined) throw new Error('an estate without a switch');

it('finds records by name and by where they are', () => {
  const found = findRecords(around, ['switch', 'adapter'], `${host.name} ${one.name}`, 10);
  expect(found[0]).toMatchObject({
    kind: 'switch',
    id: one.id,
    name: one.name,
    note: `on ${host.name}`,
  });
  const named = findRecords(around, ['switch'], one.name, 50);
  expect(named.every(({ name }) => name.includes(one.name))).toBe(true);
  expect(named.map(({ id }) => id)).toContain(one.id);
});

it('finds a cluster with the number of its hosts, and nothing for nothing', () => {
  const [cluster] = estate.clusters;
  if (cluster === undefined) throw new Error('an estate without a cluster');
  const [found] = findRecords(around, ['cluster'], cluster.name.toLowerCase(), 10);
  expect(found).toMatchObject({ kind: 'cluster', id: cluster.id });
  expect(found?.note).toMatch(/^\d+ hosts?$/);
  expect(findRecords(around, ['cluster'], '  ', 10)).toEqual([]);
});
