/** The tables of `docs/inventory-format.md`, made from the tables of the code. */
import { CONSTANT_DEFAULTS } from '../../../../electron/domain/import/inventory/constant-defaults';
import { fieldsOf, SHORTHANDS } from '../../../../electron/domain/import/inventory/vocabulary';
import { RECORD_KINDS, type RecordKind } from '../../../../shared/model/estate';
import type { FieldSpec } from '../../../../shared/model/field';

const NOUNS: Readonly<Record<RecordKind, string>> = {
  host: 'Host',
  cluster: 'Cluster',
  adapter: 'Adapter (a port, below a host)',
  switch: 'Switch (below a host)',
  vm: 'VM',
  vnic: 'vNIC (below a VM)',
};

/** What is assumed where the default depends on other values, in words. */
const COMPUTED: Readonly<Record<string, string>> = {
  'host.clusterName': 'none',
  'host.memoryFreeBytes':
    'memory without that of the running VMs of the file; not looked at when memory is left out',
  'host.iovSupportReasons': 'none, where iovSupport is true',
  'host.osBuild': 'by os',
  'host.osKind': 'by os',
  'host.osEdition': 'by os',
  'host.configurationVersions': 'by os',
  'host.processorVendor': 'by processor',
  'host.processorGeneration': 'by processor',
  'adapter.make': 'by model',
  'adapter.catalogueModel': 'by model',
  'adapter.linkBitsPerSecond': 'the highest speed of the model',
  'adapter.sriovListed': 'by model',
  'adapter.sriovEnabled': 'true, where the model has SR-IOV',
  'adapter.sriovSupport': 'supported, where the model has SR-IOV',
  'adapter.vfCount': 'VFs of the model; those of a device are divided by its ports',
  'adapter.vmqQueueCount': 'by model',
  'switch.memberAdapters': 'none, for an internal or private switch',
  'switch.teaming': 'set with several adapters, lbfo where an adapter has an lbfoTeam, else none',
  'switch.teamingMode': 'switch-independent, for set',
  'switch.loadBalancing': 'hyper-v-port, for set',
  'switch.iovSupport': 'true where host and adapters support it, false where the host does not',
  'switch.iovSupportReasons': 'none, where iovSupport is true',
  'switch.bandwidthMode': 'none with iovEnabled, else weight',
  'switch.vfCapacity': 'VFs of its adapters; 0 without iovEnabled',
  'switch.vfsInUse': 'counted from the running VMs of the file',
  'switch.vmqCapacity': 'VM queues of its adapters; 64 for an adapter of which nothing is known',
  'switch.vmqsInUse': 'counted from the running VMs of the file',
  'vm.configurationVersion': 'the newest that its host runs',
  'vm.memoryAssignedBytes': 'memoryStartupBytes while running, 0 while off or saved',
  'vm.clustered': 'true where its host is in a cluster',
  'vm.possibleOwners': 'all nodes of the cluster in the file; none outside of a cluster',
  'vm.configurationPossibleOwners':
    'all nodes of the cluster in the file; none outside of a cluster',
  'vm.secureBoot': 'true for generation 2, false for generation 1',
  'vnic.connected': 'true with a switchName, false with null',
  'vnic.vmmqEnabled': 'true where the host runs Windows Server 2019 or later, else false',
};

export function formatTables(): string {
  return RECORD_KINDS.map(tableOf).join('\n');
}

/** The fields with a default in words, so that a test can hold them against what an import gives. */
export const COMPUTED_DEFAULTS: readonly string[] = Object.keys(COMPUTED);

function tableOf(kind: RecordKind): string {
  const defaults = new Map<string, unknown>(
    (CONSTANT_DEFAULTS[kind] as readonly (readonly [string, unknown, string])[]).map(
      ([field, value]) => [field, value] as const,
    ),
  );
  const rows = fieldsOf(kind).map(([name, spec]) => {
    const computed = COMPUTED[`${kind}.${name}`];
    const given = defaults.has(name) ? `\`${JSON.stringify(defaults.get(name))}\`` : null;
    const assumed =
      given !== null && computed !== undefined ? `${given}; ${computed}` : (given ?? computed);
    return `| \`${name}\` | ${spec.title} | ${valueOf(spec)} | ${assumed ?? 'not known'} |`;
  });
  return [
    `### ${NOUNS[kind]}`,
    '',
    ...SHORTHANDS[kind].map(({ name, description }) => `- \`${name}\`: ${description}`),
    '',
    '| Property | What it is | Value | When left out |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function valueOf(spec: FieldSpec): string {
  switch (spec.kind) {
    case 'boolean':
      return 'true, false';
    case 'count':
    case 'amount':
      return 'unit' in spec && spec.unit !== undefined ? `number, ${spec.unit}` : 'number';
    case 'text':
      return 'text';
    case 'optional-text':
      return 'text, or null for none';
    case 'choice':
      return spec.values.map((value) => `\`${value}\``).join(', ');
    case 'text-list':
      return 'list of texts';
    case 'optional-text-list':
      return 'list of texts, or null for "does not apply"';
    case 'choice-list':
      return `list of ${spec.values.map((value) => `\`${value}\``).join(', ')}`;
  }
}
