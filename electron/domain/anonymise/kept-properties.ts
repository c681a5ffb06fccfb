/**
 * The properties whose texts may stay: words of Windows and of vendors, versions, times. Whatever
 * is not listed is replaced, so a property that nobody thought of gives nothing away.
 */
import { fieldTables } from '../../../shared/model/estate';
import type { FieldSpec } from '../../../shared/model/field';

/** Facts whose text is a vendor's, a version or a time. All other texts are the owner's. */
const KEPT_FIELDS: readonly string[] = [
  'description',
  'pciVendorId',
  'pciDeviceId',
  'make',
  'catalogueModel',
  'driverVersion',
  'driverProvider',
  'firmwareVersion',
  'osName',
  'osEdition',
  'computerVendor',
  'computerModel',
  'processorModel',
  'processorGeneration',
  'processorFeatures',
  'microcodeRevision',
  'processorMitigations',
  'iovSupportReasons',
  'configurationVersions',
  'configurationVersion',
  'collectedAt',
  'systemDrive',
  'guestOs',
  'guestVersion',
  'guestKernel',
  'guestVfDrivers',
  'functionalLevel',
  'cpuFeatures',
  'aclActions',
  'statusDescriptions',
];

/** Whether a fact's text may stay. */
export function isKeptField(field: string, spec: FieldSpec | undefined): boolean {
  if (spec?.kind === 'choice' || spec?.kind === 'choice-list') return true;
  return KEPT_FIELDS.includes(field);
}

/** Properties of cmdlets, of the collector and of inventories, in lower case. */
const KEPT_PROPERTIES: ReadonlySet<string> = new Set(
  `Caption Version BuildNumber OSArchitecture Manufacturer SMBIOSBIOSVersion ReleaseDate LastBootUpTime
  InterfaceDescription ComponentID Status LinkSpeed DriverName DriverDescription DriverProvider
  DriverVersion DriverDate DriverFileName PrimaryStatusDescription StatusDescriptions StatusDescription
  MemoryStatus CreationTime IovSupportReasons SupportedVmVersions PcieLinkSpeed SocketDesignation DeviceID
  VirtualMachineMigrationAuthenticationType VirtualMachineMigrationPerformanceOption
  CollectorVersion CollectedAt Powershell EditionID InstallationType ProductName CurrentBuild Model
  SystemFamily ProcessorNameString VendorIdentifier Identifier ResourcePoolType StartType
  MinVmVersionForCpuBasedMitigations SwitchType BandwidthReservationMode NetAdapterInterfaceDescription
  NetAdapterInterfaceDescriptions DefaultQueueVrssQueueSchedulingModeRequested
  DefaultQueueVrssQueueSchedulingMode Vendor ExtensionType AdminStatus ifOperStatus State
  MediaConnectionState MediaConnectState SriovSupport DisplayName DisplayValue RegistryKeyword RegistryValue
  VendorId DeviceId SubsystemId Revision OperationalStatus PrimaryOperationalStatus
  SecondaryOperationalStatus Heartbeat ReplicationState ReplicationHealth ReplicationMode Uptime
  IntegrationServicesVersion IntegrationServicesState CheckpointType AutomaticStartAction
  AutomaticStopAction VirtualMachineSubType IovInterruptModeration VrssQueueSchedulingModeRequested
  VrssQueueSchedulingMode VrssVmbusChannelAffinityPolicyRequested VrssVmbusChannelAffinityPolicy
  MacAddressSpoofing DhcpGuard RouterGuard PortMirroringMode IeeePriorityTag AllowTeaming DeviceNaming
  CurrentIsolationMode OperationMode AllowedVlanIdListString SecondaryVlanIdListString IsolationMode
  MultiTenantStack ControllerType SecureBoot SecureBootTemplate OSName OSVersion OSBuildNumber
  ProcessorArchitecture OSMajorVersion OSMinorVersion OSPlatformId ProductType ServicePackMajor
  ServicePackMinor TeamingMode LoadBalancingAlgorithm DrainStatus GroupType ResourceType Role
  CompatibilityForMigrationMode DvdMediaType SampledAt Counter Timestamp_Sys100NS AdministrativeMode
  OperationalMode Action Direction LocalAddressType RemoteAddressType LocalPort RemotePort Protocol
  LocationPath ProcessorId ClusterFunctionalLevel UpdateRevision PreviousUpdateRevision FailureReason
  Update|Revision Previous|Update|Revision CacheType ProviderName LevelDisplayName TimeCreated LogName
  ServiceName ElevationState ClusterObject WorkerProcessState CurrentFunctionalLevel SystemDrive
  CpuSocketDesignation NodeState MemoryAssigned Kind SwitchingMode Generation
  model os processor link cpu cpuModel processorName operatingSystem guest guestOperatingSystem`
    .split(/\s+/)
    .map((name) => name.replaceAll('|', ' ').toLowerCase()),
);

/** Inventories name properties as facts are named. */
const KEPT_FACTS: ReadonlySet<string> = new Set(
  Object.values(fieldTables.hyperv as Readonly<Record<string, Readonly<Record<string, FieldSpec>>>>)
    .flatMap((table) => Object.entries(table))
    .filter(([field, spec]) => isKeptField(field, spec))
    .map(([field]) => field.toLowerCase()),
);

/** Sentences of Windows, in which names of the owner may stand. */
const MESSAGES: ReadonlySet<string> = new Set([
  'message',
  'error',
  'values',
  'iovsupportreasons',
  'statusdescription',
  'statusdescriptions',
]);

export type Treatment = 'keep' | 'message' | 'replace';

/** Records whose `Name` is a vendor's or Windows's word, told by another property of theirs. */
const OWN_NAME_OF = [
  'numberofcores',
  'maxclockspeed',
  'socketdesignation',
  'smbiosbiosversion',
  'starttype',
  'servicename',
  'extensiontype',
  'isdefault',
];

/**
 * @param among  the properties of the record, in lower case
 */
export function treatmentOf(property: string, among: ReadonlySet<string>): Treatment {
  const name = property.toLowerCase();
  if (MESSAGES.has(name)) return 'message';
  if (KEPT_PROPERTIES.has(name) || KEPT_FACTS.has(name)) return 'keep';
  if (
    (name === 'name' || name === 'caption' || name === 'description') &&
    OWN_NAME_OF.some((one) => among.has(one))
  ) {
    return 'keep';
  }
  if (name === 'status') return 'keep';
  return 'replace';
}
