/**
 * The words of the inventory format: every field of the model under its own name, and a few
 * shorthands that stand for several fields. There is no second list of fields.
 */
import { fieldTables, type RecordKind } from '../../../../shared/model/estate';
import type { FieldSpec } from '../../../../shared/model/field';

export interface Shorthand {
  readonly name: string;
  /** Kind of JSON value. */
  readonly takes: 'text' | 'optional-text' | 'size' | 'rate' | 'texts' | RecordKind;
  /** What it stands for, for people. */
  readonly description: string;
}

const shorthand = (name: string, takes: Shorthand['takes'], description: string): Shorthand => ({
  name,
  takes,
  description,
});

export const SHORTHANDS: Readonly<Record<RecordKind, readonly Shorthand[]>> = {
  cluster: [shorthand('name', 'text', 'Name of the failover cluster. Required.')],
  host: [
    shorthand('name', 'text', 'Name of the host, with or without its domain. Required.'),
    shorthand(
      'os',
      'text',
      'Release of Windows, such as "Windows Server 2022 Datacenter". Stands for osName, osBuild, osKind, osEdition and configurationVersions.',
    ),
    shorthand(
      'cluster',
      'optional-text',
      'Name of the failover cluster that the host is a node of; null for none. Stands for clusterName.',
    ),
    shorthand(
      'processor',
      'text',
      'Name of the processor, such as "Intel Xeon Gold 6248R". Stands for processorModel, processorVendor and processorGeneration.',
    ),
    shorthand('memory', 'size', 'Memory, such as "512 GB". Stands for memoryBytes.'),
    shorthand('adapters', 'adapter', 'Ports of the physical network adapters.'),
    shorthand('switches', 'switch', 'Virtual switches. An empty list says that there are none.'),
    shorthand('vms', 'vm', 'VMs that run here, or are registered here while they are off.'),
  ],
  adapter: [
    shorthand('name', 'text', 'Name of the port. Required.'),
    shorthand(
      'model',
      'text',
      'Model, such as "Intel X710", or the id of a catalogue row. Stands for description, make, catalogueModel, and for what the catalogue knows of the model.',
    ),
    shorthand('link', 'rate', 'Link speed, such as "25 Gbps". Stands for linkBitsPerSecond.'),
  ],
  switch: [
    shorthand('name', 'text', 'Name of the switch. Required.'),
    shorthand(
      'adapters',
      'texts',
      'Names of the adapters behind the switch. Stands for memberAdapters.',
    ),
  ],
  vm: [
    shorthand('name', 'text', 'Name of the VM. Required.'),
    shorthand('id', 'text', 'GUID of the VM, if this file is to meet one that a host listed.'),
    shorthand('host', 'text', 'Host it runs on. Not needed for VMs below a host.'),
    shorthand('memory', 'size', 'Startup memory, such as "8 GB". Stands for memoryStartupBytes.'),
    shorthand('vnics', 'vnic', 'Network adapters. An empty list says that there are none.'),
  ],
  vnic: [
    shorthand('name', 'text', 'Name of the network adapter; "Network Adapter" when left out.'),
  ],
};

/**
 * Other words for fields, in lower case: what PowerShell calls the same property in the same unit,
 * and what people write for it. Never in place of a field's own word.
 */
const OTHER_WORDS: Readonly<Record<RecordKind, Readonly<Record<string, string>>>> = {
  cluster: {
    clusterfunctionallevel: 'functionalLevel',
    maximumparallelmigrations: 'parallelMigrations',
  },
  host: {
    caption: 'osName',
    buildnumber: 'osBuild',
    memorycapacity: 'memoryBytes',
    freememory: 'memoryFreeBytes',
    memoryfree: 'memoryFreeBytes',
    logicalprocessors: 'logicalProcessorCount',
    supportedvmversions: 'configurationVersions',
    virtualmachinemigrationenabled: 'migrationEnabled',
    maximumvirtualmachinemigrations: 'migrationLimit',
    virtualmachinemigrationauthenticationtype: 'migrationAuthentication',
    virtualmachinemigrationperformanceoption: 'migrationTransport',
    ishostguarded: 'guarded',
    sriovsupport: 'iovSupport',
    sriovsupportreasons: 'iovSupportReasons',
  },
  adapter: {
    interfacedescription: 'description',
    linkspeed: 'linkBitsPerSecond',
    speed: 'linkBitsPerSecond',
    sriov: 'sriovEnabled',
    vmq: 'vmqEnabled',
    numvfs: 'vfCount',
    vfs: 'vfCount',
    numallocatedvfs: 'vfsAllocated',
    singlevportpoolsupported: 'singleVportPool',
    team: 'lbfoTeam',
    numvports: 'vportCount',
    numactivevports: 'vportsActive',
    numberofreceivequeues: 'vmqQueueCount',
    baseprocessornumber: 'vmqBaseProcessor',
    maxprocessornumber: 'vmqMaxProcessor',
    maxprocessors: 'vmqMaxProcessors',
  },
  switch: {
    type: 'switchType',
    sriov: 'iovEnabled',
    netadaptername: 'memberAdapters',
    extensions: 'enabledExtensions',
    iovvirtualfunctioncount: 'vfCapacity',
    iovvirtualfunctionsinuse: 'vfsInUse',
    iovqueuepaircount: 'queuePairCapacity',
    iovqueuepairsinuse: 'queuePairsInUse',
    availablevmqueues: 'vmqCapacity',
    numbervmqallocated: 'vmqsInUse',
    bandwidthreservationmode: 'bandwidthMode',
    loadbalancingalgorithm: 'loadBalancing',
  },
  vm: {
    version: 'configurationVersion',
    os: 'guestOs',
    vcpus: 'processorCount',
    memoryassigned: 'memoryAssignedBytes',
    memorystartup: 'memoryStartupBytes',
    dynamicmemoryenabled: 'dynamicMemory',
    compatibilityformigrationenabled: 'processorCompatibility',
    compatibilityformigrationmode: 'processorCompatibilityMode',
    exposevirtualizationextensions: 'exposesVirtualization',
    resourcemeteringenabled: 'resourceMetering',
    isclustered: 'clustered',
    tpmenabled: 'vtpmEnabled',
    vtpm: 'vtpmEnabled',
  },
  vnic: {
    switch: 'switchName',
    acls: 'aclActions',
    acllist: 'aclActions',
    extendedacls: 'extendedAclCount',
    operationmode: 'vlanMode',
    mandatoryfeatureid: 'mandatoryFeatures',
    mandatoryfeaturename: 'mandatoryFeatures',
    portmirroringmode: 'portMirroring',
    poolname: 'resourcePool',
    dynamicmacaddressenabled: 'dynamicMacAddress',
    maximumbandwidth: 'maximumBandwidthBitsPerSecond',
    minimumbandwidthabsolute: 'minimumBandwidthBitsPerSecond',
  },
};

/** The field's own word for any other word for it; any further word as it is. In lower case. */
export function plainWord(kind: RecordKind, word: string): string {
  const lower = word.toLowerCase();
  const others = OTHER_WORDS[kind];
  return Object.hasOwn(others, lower) ? (others[lower] ?? lower).toLowerCase() : lower;
}

/** Keys of the file itself. */
export const ROOT_KEYS = ['portolanInventory', 'hosts', 'vms', 'clusters'] as const;

/** Keys that may stand anywhere and are not read. */
export const IGNORED_KEYS: readonly string[] = ['$schema', 'comment'];

/** The fields of a kind of record, in the order of the model. */
export function fieldsOf(kind: RecordKind): readonly (readonly [string, FieldSpec])[] {
  return Object.entries<FieldSpec>(fieldTables.hyperv[kind]);
}

/** All words that a record of this kind may hold. */
export function wordsOf(kind: RecordKind): readonly string[] {
  return [...SHORTHANDS[kind].map(({ name }) => name), ...fieldsOf(kind).map(([name]) => name)];
}

/**
 * The word that was probably meant.
 * @returns `null` when none is close enough
 */
export function suggestion(word: string, words: readonly string[]): string | null {
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of words) {
    const lower = candidate.toLowerCase();
    const distance =
      lower.startsWith(wanted) && 3 <= wanted.length
        ? 1
        : editDistance(wanted, lower, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance; anything from `limit` on counts as `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (limit <= Math.abs(a.length - b.length) || 60 < a.length) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? limit) + 1,
          (current[column - 1] ?? limit) + 1,
          (previous[column - 1] ?? limit) + substitution,
        ),
      );
    }
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit, limit);
}
