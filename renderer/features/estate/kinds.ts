import type { TableKind } from '../../../shared/model/estate-table';

/** Tables in the order of their tabs. */
export const TABS: readonly { readonly kind: TableKind; readonly label: string }[] = [
  { kind: 'host', label: 'Hosts' },
  { kind: 'vm', label: 'VMs' },
  { kind: 'adapter', label: 'Adapters' },
  { kind: 'switch', label: 'Switches' },
  { kind: 'vnic', label: 'Virtual adapters' },
  { kind: 'cluster', label: 'Clusters' },
];

export const KIND_NOUNS: Readonly<Record<TableKind, readonly [string, string]>> = {
  host: ['host', 'hosts'],
  vm: ['VM', 'VMs'],
  adapter: ['adapter', 'adapters'],
  switch: ['switch', 'switches'],
  vnic: ['virtual adapter', 'virtual adapters'],
  cluster: ['cluster', 'clusters'],
};
