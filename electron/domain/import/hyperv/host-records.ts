/** Facts of a Hyper-V host from what its commands printed. */
import { type Fact, known } from '../../../../shared/fact';
import type { PartialFacts } from '../../../../shared/model/field';
import type { hostFields } from '../../../../shared/model/hyperv/host-fields';
import type { ProblemLog } from '../problems';
import {
  bool,
  count,
  countTimes,
  emptyMeans,
  enumOf,
  mac,
  registrySwitch,
  text,
  textList,
  version,
} from './decoders';
import { derived, factValue } from './derived';
import {
  findInEnum,
  migrationAuthentication,
  migrationTransport,
  vmOperationalStatus,
} from './enums';
import { hostConclusions } from './host-conclusions';
import { type MappingRow, preferFacts, readMapped, readProperty } from './mapping';
import { listOf, type RecordView, scalarOf } from './record-view';
import type { Snapshot } from './snapshot';

type Fields = typeof hostFields;
type Facts = PartialFacts<Fields>;

const KIBIBYTE = 1024;

/** Fact, command, property, how to read it. */
const HOST_TABLE: readonly MappingRow<Fields>[] = [
  ['osName', 'Win32_OperatingSystem', 'Caption', text],
  ['osName', 'PortolanWindowsVersion', 'ProductName', text],
  ['osBuild', 'Win32_OperatingSystem', 'BuildNumber', count],
  ['osBuild', 'PortolanWindowsVersion', 'CurrentBuild', count],
  ['systemDrive', 'Win32_OperatingSystem', 'SystemDrive', text],
  ['guarded', 'Get-HgsClientConfiguration', 'IsHostGuarded', bool],
  ['computerVendor', 'Win32_ComputerSystem', 'Manufacturer', text],
  ['computerModel', 'Win32_ComputerSystem', 'Model', text],
  ['firmwareVersion', 'Win32_BIOS', 'SMBIOSBIOSVersion', text],
  ['processorModel', 'Win32_Processor', 'Name', text],
  ['processorModel', 'PortolanMicrocode', 'ProcessorNameString', text],
  ['clockMegahertz', 'Win32_Processor', 'MaxClockSpeed', count],
  ['logicalProcessorCount', 'Get-VMHost', 'LogicalProcessorCount', count],
  ['logicalProcessorCount', 'Win32_ComputerSystem', 'NumberOfLogicalProcessors', count],
  ['numaSpanningEnabled', 'Get-VMHost', 'NumaSpanningEnabled', bool],
  ['memoryBytes', 'Get-VMHost', 'MemoryCapacity', count],
  ['memoryBytes', 'Win32_ComputerSystem', 'TotalPhysicalMemory', count],
  ['memoryBytes', 'Win32_OperatingSystem', 'TotalVisibleMemorySize', countTimes(KIBIBYTE)],
  ['memoryFreeBytes', 'Win32_OperatingSystem', 'FreePhysicalMemory', countTimes(KIBIBYTE)],
  ['iovSupport', 'Get-VMHost', 'IovSupport', bool],
  ['iovSupportReasons', 'Get-VMHost', 'IovSupportReasons', emptyMeans([], textList)],
  ['iovEnableOverride', 'PortolanVirtualizationRegistry', 'IovEnableOverride', registrySwitch],
  ['belowTenGigVmqEnabled', 'PortolanVmSwitchRegistry', 'BelowTenGigVmqEnabled', registrySwitch],
  ['tenGigVmqEnabled', 'PortolanVmSwitchRegistry', 'TenGigVmqEnabled', registrySwitch],
  ['configurationVersions', 'Get-VMHost', 'SupportedVmVersions', textList],
  ['migrationEnabled', 'Get-VMHost', 'VirtualMachineMigrationEnabled', bool],
  ['migrationLimit', 'Get-VMHost', 'MaximumVirtualMachineMigrations', count],
  [
    'migrationAuthentication',
    'Get-VMHost',
    'VirtualMachineMigrationAuthenticationType',
    enumOf(migrationAuthentication),
  ],
  [
    'migrationTransport',
    'Get-VMHost',
    'VirtualMachineMigrationPerformanceOption',
    enumOf(migrationTransport),
  ],
  ['macAddressMinimum', 'Get-VMHost', 'MacAddressMinimum', mac],
  ['macAddressMaximum', 'Get-VMHost', 'MacAddressMaximum', mac],
];

/** The commands that print one record about the host. */
const SINGLE_RECORD_COMMANDS = [...new Set(HOST_TABLE.map(([, cmdlet]) => cmdlet))];

/**
 * All that a snapshot tells of its host. The virtualization flags of `Win32_Processor` are not
 * read: they say False on a host whose hypervisor runs.
 */
export function hostFactsOf(snapshot: Snapshot, log: ProblemLog): Facts {
  const records = new Map(
    SINGLE_RECORD_COMMANDS.flatMap((cmdlet) => {
      const record = snapshot.records(cmdlet).at(-1);
      return record === undefined ? [] : [[cmdlet, record] as const];
    }),
  );
  const read = readMapped(HOST_TABLE, records, log);
  const counted: Facts = {
    ...processorFacts(snapshot, log),
    ...registryDefaults(snapshot, read),
    ...listFacts(snapshot, log),
    ...collectedAtFact(snapshot),
  };
  const facts = preferFacts(counted, read);
  return preferFacts(facts, hostConclusions(snapshot, facts));
}

function processorFacts(snapshot: Snapshot, log: ProblemLog): Facts {
  const processors = snapshot.records('Win32_Processor');
  const [first] = processors;
  if (first === undefined) return {};
  const from = `counted from Win32_Processor in ${first.place.file}`;
  const cores = processors.map((one) => readProperty(one, 'NumberOfCores', count, log));
  const isWhole = snapshot.isComplete('Win32_Processor');
  const maker = `${first.text('Manufacturer') ?? ''} ${first.text('Name') ?? ''}`.toLowerCase();
  return {
    ...(isWhole ? { socketCount: derived(processors.length, from) } : {}),
    ...(isWhole && cores.every((one) => one?.state === 'known')
      ? { coreCount: derived(sum(cores.map((one) => factValue(one ?? undefined) ?? 0)), from) }
      : {}),
    ...(maker.trim() === '' ? {} : { processorVendor: processorVendorIn(maker, first) }),
  };
}

function processorVendorIn(maker: string, record: RecordView): Fact<'intel' | 'amd' | 'other'> {
  const vendor = /intel/.test(maker)
    ? 'intel'
    : /\bamd\b|authenticamd|hygon/.test(maker)
      ? 'amd'
      : 'other';
  return known(vendor, {
    kind: 'import',
    file: record.place.file,
    field: record.field('Manufacturer'),
  });
}

/** A registry value that was never set in a key that could be read has its default: off. */
function registryDefaults(snapshot: Snapshot, read: Facts): Facts {
  const facts: Record<string, Fact<boolean>> = {};
  const values = [
    ['iovEnableOverride', 'PortolanVirtualizationRegistry', 'IovEnableOverride'],
    ['belowTenGigVmqEnabled', 'PortolanVmSwitchRegistry', 'BelowTenGigVmqEnabled'],
    ['tenGigVmqEnabled', 'PortolanVmSwitchRegistry', 'TenGigVmqEnabled'],
  ] as const;
  for (const [field, cmdlet, property] of values) {
    const record = snapshot.first(cmdlet);
    if (record === null || read[field]?.state === 'known') continue;
    if (record.get('KeyExists') === true && (record.get(property) ?? null) === null) {
      facts[field] = derived(false, `${property} is not set in the registry of the host`);
    }
  }
  return facts as Facts;
}

function listFacts(snapshot: Snapshot, log: ProblemLog): Facts {
  const versions = snapshot
    .records('Get-VMHostSupportedVersion')
    .map((record) => readProperty(record, 'Version', version, log));
  const [firstVersion] = versions;
  const pools = snapshot
    .records('Get-VMResourcePool')
    .filter((one) => /^(?:ethernet)?$/i.test(one.text('ResourcePoolType') ?? ''))
    .flatMap((one) => one.text('Name') ?? []);
  const migrating = snapshot.records('Get-VM').filter(isMigrating).length;
  return {
    ...(firstVersion?.state === 'known' && versions.every((one) => one?.state === 'known')
      ? {
          configurationVersions: known(
            versions.flatMap((one) => factValue(one ?? undefined) ?? []),
            firstVersion.origin,
          ),
        }
      : {}),
    ...(snapshot.isComplete('Get-VMHostNumaNode') &&
    snapshot.records('Get-VMHostNumaNode').length > 0
      ? {
          numaNodeCount: derived(
            snapshot.records('Get-VMHostNumaNode').length,
            'counted from Get-VMHostNumaNode',
          ),
        }
      : {}),
    ...numaNodeFacts(snapshot),
    ...(snapshot.isComplete('Get-VMSan')
      ? {
          virtualSans: derived(
            snapshot.records('Get-VMSan').flatMap((one) => one.text('Name') ?? []),
            'listed by Get-VMSan',
          ),
        }
      : {}),
    ...(snapshot.isComplete('Get-VMHostPartitionableGpu')
      ? {
          partitionableGpus: derived(
            snapshot.records('Get-VMHostPartitionableGpu').flatMap((one) => one.text('Name') ?? []),
            'listed by Get-VMHostPartitionableGpu',
          ),
        }
      : {}),
    ...(snapshot.isComplete('Get-VMResourcePool') && pools.length > 0
      ? { ethernetResourcePools: derived(pools, 'listed by Get-VMResourcePool') }
      : {}),
    ...(snapshot.isComplete('Get-VM')
      ? {
          migrationsRunning: derived(
            migrating,
            'counted from the operational status of the VMs in Get-VM',
          ),
        }
      : {}),
  };
}

/** Of the smallest node: what fits into it fits into any. */
function numaNodeFacts(snapshot: Snapshot): Facts {
  const nodes = snapshot.records('Get-VMHostNumaNode');
  if (!snapshot.isComplete('Get-VMHostNumaNode') || nodes.length === 0) return {};
  const processors = nodes.map((one) => listOf(one.get('ProcessorsAvailability')).length);
  const memory = nodes.map((one) => Number(scalarOf(one.get('MemoryTotal')) ?? Number.NaN));
  return {
    ...(processors.every((one) => 0 < one)
      ? { numaNodeProcessorCount: derived(Math.min(...processors), FROM_NUMA_NODES) }
      : {}),
    ...(memory.every((one) => Number.isSafeInteger(one) && 0 < one)
      ? { numaNodeMemoryBytes: derived(Math.min(...memory) * KIBIBYTE ** 2, FROM_NUMA_NODES) }
      : {}),
  };
}

const FROM_NUMA_NODES = 'the smallest node of Get-VMHostNumaNode';

function isMigrating(vm: RecordView): boolean {
  return listOf(vm.get('OperationalStatus')).some((one) => {
    const status = scalarOf(one);
    const match = status === null ? null : findInEnum(vmOperationalStatus, status);
    return match?.isFound === true && match.value === 'migrating';
  });
}

function collectedAtFact(snapshot: Snapshot): Facts {
  if (snapshot.collectedAt === null) return {};
  return {
    collectedAt: known(snapshot.collectedAt, {
      kind: 'import',
      file: snapshot.collectedAtFile ?? '',
      field: 'collectedAt',
    }),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
