/** Facts of VMs from what the commands of their host printed. */
import { type Fact, known, unknown } from '../../../../shared/fact';
import type { PartialFacts } from '../../../../shared/model/field';
import type { vmFields } from '../../../../shared/model/hyperv/vm-fields';
import { type JsonValue, shortText } from '../json-value';
import type { ProblemLog } from '../problems';
import { bool, count, countTimes, type Decoder, enumOf, text, truthOf, version } from './decoders';
import { derived, factValue } from './derived';
import {
  onOffState,
  plainName,
  processorCompatibilityMode,
  replicationMode,
  vmState,
  vmStateNames,
} from './enums';
import { guestFactsOf } from './guest-records';
import { type MappingRow, preferFacts, readMapped } from './mapping';
import { type RecordView, scalarOf, wrappedName } from './record-view';
import type { Snapshot } from './snapshot';
import type { VmRecords } from './vm-index';

type Fields = typeof vmFields;
type Facts = PartialFacts<Fields>;

const stateByNumber = enumOf(vmState);

/** A name is always clear; some numbers changed their meaning between releases of the module. */
const state: Decoder<'running' | 'off' | 'saved' | 'paused' | 'other'> = {
  expects: stateByNumber.expects,
  decode: (raw: JsonValue) => {
    const name = wrappedName(raw) ?? scalarOf(raw);
    const named = typeof name === 'string' ? vmStateNames[plainName(name)] : undefined;
    return named === undefined ? stateByNumber.decode(raw) : { ok: true, value: named };
  },
};

const MEBIBYTE = 1024 ** 2;

/** Fact, command, property, how to read it. */
const VM_TABLE: readonly MappingRow<Fields>[] = [
  ['state', 'Get-VM', 'State', state],
  ['generation', 'Get-VM', 'Generation', count],
  ['configurationVersion', 'Get-VM', 'Version', version],
  ['processorCount', 'Get-VM', 'ProcessorCount', count],
  ['processorCount', 'Get-VMProcessor', 'Count', count],
  ['memoryAssignedBytes', 'Get-VM', 'MemoryAssigned', count],
  ['memoryStartupBytes', 'Get-VM', 'MemoryStartup', count],
  ['memoryStartupBytes', 'Get-VMMemory', 'Startup', count],
  ['processorsPerNumaNode', 'Get-VMProcessor', 'MaximumCountPerNumaNode', count],
  ['memoryPerNumaNodeBytes', 'Get-VMMemory', 'MaximumPerNumaNode', countTimes(MEBIBYTE)],
  ['dynamicMemory', 'Get-VM', 'DynamicMemoryEnabled', bool],
  ['dynamicMemory', 'Get-VMMemory', 'DynamicMemoryEnabled', bool],
  ['processorCompatibility', 'Get-VMProcessor', 'CompatibilityForMigrationEnabled', bool],
  [
    'processorCompatibilityMode',
    'Get-VMProcessor',
    'CompatibilityForMigrationMode',
    enumOf(processorCompatibilityMode),
  ],
  ['exposesVirtualization', 'Get-VMProcessor', 'ExposeVirtualizationExtensions', bool],
  ['resourceMetering', 'Get-VM', 'ResourceMeteringEnabled', bool],
  ['clustered', 'Get-VM', 'IsClustered', bool],
  ['secureBoot', 'Get-VMFirmware', 'SecureBoot', enumOf(onOffState)],
  ['vtpmEnabled', 'Get-VMSecurity', 'TpmEnabled', bool],
  ['shielded', 'Get-VMSecurity', 'Shielded', bool],
  ['replicationMode', 'Get-VM', 'ReplicationMode', enumOf(replicationMode)],
];

const SINGLE_RECORD_COMMANDS = [...new Set(VM_TABLE.map(([, cmdlet]) => cmdlet))];

export function vmFactsOf(vm: VmRecords, snapshot: Snapshot, log: ProblemLog): Facts {
  const records = new Map(
    SINGLE_RECORD_COMMANDS.flatMap((cmdlet) => {
      const record = vm.first(cmdlet);
      return record === null ? [] : [[cmdlet, record] as const];
    }),
  );
  const read = readMapped(VM_TABLE, records, log);
  noteUnclearState(records.get('Get-VM'), read, log);
  return preferFacts(read, {
    ...listFacts(vm, snapshot),
    ...guestFactsOf(vm.first('PortolanGuestKvp')),
    ...generationFacts(read, snapshot),
  });
}

/** Only generation 2 has the firmware and the security settings these commands print. */
function generationFacts(read: Facts, snapshot: Snapshot): Facts {
  if (factValue(read.generation) !== 1) return {};
  const from = 'a VM of generation 1 has none';
  return {
    secureBoot: derived(false, from),
    ...(snapshot.isComplete('Get-VMSecurity')
      ? {}
      : { vtpmEnabled: derived(false, from), shielded: derived(false, from) }),
  };
}

/** Lists that a whole answer of their command makes known, also when they are empty. */
function listFacts(vm: VmRecords, snapshot: Snapshot): Facts {
  const has = (cmdlet: string) => snapshot.isComplete(cmdlet);
  const of = (cmdlet: string) => vm.all(cmdlet);
  const listed = (cmdlet: string) => `listed by ${cmdlet}`;
  return {
    ...(has('Get-VMAssignableDevice')
      ? {
          assignedDevices: derived(
            of('Get-VMAssignableDevice').map(
              (one) => one.text('InstanceID') ?? one.text('LocationPath') ?? one.text('Name') ?? '',
            ),
            listed('Get-VMAssignableDevice'),
          ),
        }
      : {}),
    ...(has('Get-VMGpuPartitionAdapter')
      ? {
          gpuPartitionCount: derived(
            of('Get-VMGpuPartitionAdapter').length,
            listed('Get-VMGpuPartitionAdapter'),
          ),
        }
      : {}),
    ...(has('Get-VMFibreChannelHba')
      ? {
          fibreChannelAdapterCount: derived(
            of('Get-VMFibreChannelHba').length,
            listed('Get-VMFibreChannelHba'),
          ),
          ...sansOf(of('Get-VMFibreChannelHba')),
        }
      : {}),
    ...(has('Get-VMDvdDrive')
      ? {
          dvdImages: derived(
            of('Get-VMDvdDrive').flatMap((one) => one.text('Path') ?? []),
            listed('Get-VMDvdDrive'),
          ),
        }
      : {}),
    ...(has('Get-VMHardDiskDrive') ? diskFacts(of('Get-VMHardDiskDrive')) : {}),
  };
}

function sansOf(adapters: readonly RecordView[]): Facts {
  const names = adapters.map((one) => one.text('SanName'));
  return names.some((name) => name === null)
    ? {}
    : {
        virtualSans: derived(
          [...new Set(names.flatMap((name) => name ?? []))],
          'listed by Get-VMFibreChannelHba',
        ),
      };
}

function diskFacts(disks: readonly RecordView[]): Facts {
  const from = 'listed by Get-VMHardDiskDrive';
  const paths = disks.flatMap((one) => one.text('Path') ?? []);
  const shared = disks.map((one) => {
    if (/\.vhds$/i.test(one.text('Path') ?? '')) return true;
    return truthOf(one.get('SupportPersistentReservations')) ?? null;
  });
  return {
    diskPaths: derived(paths, from),
    ...(disks.every((one) => one.get('DiskNumber') !== undefined)
      ? { passThroughDisks: derived(passThroughDisks(disks), from) }
      : {}),
    ...(shared.includes(true)
      ? { sharedDisks: derived(true, from) }
      : shared.includes(null)
        ? {}
        : { sharedDisks: derived(false, from) }),
  };
}

/** `Disk 2` for a disk of the host that the VM has to itself. */
function passThroughDisks(disks: readonly RecordView[]): readonly string[] {
  return disks.flatMap((one) => {
    const number = scalarOf(one.get('DiskNumber'));
    return number === null || number === '' ? [] : [`Disk ${number}`];
  });
}

/** States between 32783 and 32794 mean different things in different releases of the module. */
function noteUnclearState(record: RecordView | undefined, read: Facts, log: ProblemLog): void {
  const number = Number(scalarOf(record?.get('State')) ?? Number.NaN);
  if (!record || read.state?.state === 'known' || !(32783 <= number && number <= 32794)) return;
  log.add(
    record.place.file,
    {
      place: record.field('State'),
      found: shortText(record.get('State')),
      expected: 'a state with one meaning in every release',
      severity: 'doubt',
      message: `The state ${number} of ${record.text('Name') ?? 'this VM'} is a critical one whose meaning depends on the release of Windows; look at the VM.`,
    },
    'Get-VM.State between releases',
  );
}

/** Possible owners: "does not apply" outside a cluster, else what the cluster says. */
export function ownerFacts(
  facts: Facts,
  owners: readonly RecordView[],
): Pick<Facts, 'possibleOwners' | 'configurationPossibleOwners'> {
  if (factValue(facts.clustered) === false) {
    const none: Fact<null> = derived(null, 'the VM is no clustered role');
    return { possibleOwners: none, configurationPossibleOwners: none };
  }
  const own = owners.find((one) => !isConfiguration(one));
  const configuration = owners.find(isConfiguration);
  return {
    ...(own ? { possibleOwners: ownersOf(own) } : {}),
    ...(configuration ? { configurationPossibleOwners: ownersOf(configuration) } : {}),
  };
}

function isConfiguration(resource: RecordView): boolean {
  const type = resource.text('ResourceType') ?? resource.text('Resource') ?? '';
  return /^Virtual Machine Configuration\b/i.test(type);
}

function ownersOf(resource: RecordView): Fact<readonly string[]> {
  const property = resource.get('Owners') === undefined ? 'OwnerNodes' : 'Owners';
  const origin = {
    kind: 'import',
    file: resource.place.file,
    field: resource.field(property),
  } as const;
  const names = namesIn(resource.get(property));
  return names === null
    ? unknown('cut-off', shortText(resource.get(property)), origin)
    : known(names, origin);
}

function namesIn(value: JsonValue | undefined): readonly string[] | null {
  const decoded = nodeNames.decode(value ?? null);
  return decoded.ok ? decoded.value : null;
}

const nodeNames: Decoder<readonly string[]> = {
  expects: 'a list of node names',
  decode: (raw) => {
    const items = Array.isArray(raw) ? (raw as readonly JsonValue[]) : [raw];
    const names = items.map((item) => {
      const direct = text.decode(item);
      if (direct.ok) return direct.value;
      const inner =
        typeof item === 'object' && item !== null ? (item as { Name?: JsonValue }).Name : null;
      return typeof inner === 'string' ? inner : null;
    });
    return names.includes(null)
      ? { ok: false, reason: 'not-understood', expected: 'a list of node names' }
      : { ok: true, value: names as string[] };
  },
};
