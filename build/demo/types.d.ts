import type { Enum } from './powershell-values.mjs';

/** A Windows release as commands describe it. */
export interface Release {
  readonly caption: string;
  readonly build: number;
  readonly version: string;
  readonly edition: string;
  readonly sku: number;
  readonly powershell: string;
  readonly versions: readonly string[];
}

export interface Processor {
  readonly name: string;
  readonly manufacturer: string;
  readonly description: string;
  readonly id: string;
  readonly cores: number;
  readonly megahertz: number;
  /** The eight bytes of the microcode register, lowest first. */
  readonly microcode: string;
}

export interface NicModel {
  readonly description: string;
  readonly pci: string;
  readonly gigabits: number;
  readonly gigatransfers: number;
  readonly lanes: number;
  readonly vfs: number;
  readonly vports: number;
  readonly queues: number;
  readonly provider: string;
  readonly driver: string;
  readonly driverFile: string;
  readonly driverDate: string;
  readonly hasVfRss: boolean;
  /** True when the driver reports its queues in SR-IOV mode as well. */
  readonly reportsQueues?: boolean;
}

export interface Guest {
  readonly OSName: string;
  readonly OSVersion: string;
  readonly OSBuildNumber: string;
  readonly ProcessorArchitecture: string;
  readonly isWindows?: boolean;
}

export type Support = 'Supported' | 'MissingAcs' | 'NoIoMmuSupport';
export type Path = 'vf' | 'vf-idle' | 'vmq' | 'default' | 'none';

/** How the outputs of a host were made. */
export type Form = CollectorForm | PlainForm;

export interface CollectorForm {
  readonly kind: 'collector';
  /** The PowerShell that ran it, when it is not the one of the release. */
  readonly powershell?: string;
  readonly sampleSeconds?: number;
}

export interface PlainForm extends PrintOptions {
  readonly kind: 'plain';
  readonly encoding: 'utf-16' | 'utf-8' | 'utf-8-bom';
  readonly listsCluster?: boolean;
  /** Settings show the adapter that they belong to. */
  readonly printsParents?: boolean;
  /** Commands that nobody ran here. */
  readonly without?: readonly string[];
}

export interface SwitchDescription {
  readonly name: string;
  readonly ports: readonly string[];
  readonly type?: 'External' | 'Internal';
  readonly team?: 'set' | 'lbfo';
  readonly teamName?: string;
  readonly mode?: string;
  readonly balancing?: string;
  readonly iov?: boolean;
  readonly reasons?: readonly string[];
  readonly forwarding?: string;
}

export interface HostDescription {
  readonly name: string;
  readonly cluster?: string;
  readonly release: string;
  readonly processor: string;
  readonly sockets: number;
  readonly gib: number;
  readonly computer: readonly [manufacturer: string, model: string, firmware: string];
  readonly form: Form;
  readonly iovReasons?: readonly string[];
  readonly nics: readonly {
    readonly model: string;
    readonly slot: string;
    readonly ports: number;
    readonly support?: Support;
    readonly vfs?: number;
    /** Nobody moved its VM queues away from the first processor. */
    readonly isUntuned?: boolean;
  }[];
  readonly switches: readonly SwitchDescription[];
}

export interface VnicDescription {
  /** `null`: not connected; absent: the switch that all hosts have. */
  readonly switch?: string | null;
  readonly path?: Path;
  readonly iov?: number;
  readonly vmqWeight?: number;
  readonly pairs?: number;
  readonly vlan?: number;
  readonly trunk?: { readonly native: number; readonly allowed: readonly number[] };
  readonly subnet?: number;
  readonly mirror?: string;
  readonly spoofing?: boolean;
  readonly dhcpGuard?: boolean;
  readonly routerGuard?: boolean;
  readonly teaming?: boolean;
  readonly isLegacy?: boolean;
  readonly neverStarted?: boolean;
  readonly maximumBandwidth?: number;
  readonly acls?: readonly string[];
  readonly extendedAcls?: number;
}

export interface VmDescription {
  readonly name: string;
  readonly host: string;
  readonly guest: string;
  readonly cpus: number;
  readonly gib: number;
  readonly generation?: 1 | 2;
  readonly version?: string;
  readonly state?: 'Running' | 'Off' | 'Saved';
  readonly isClustered?: boolean;
  readonly compatible?: boolean;
  readonly isNested?: boolean;
  readonly isMetered?: boolean;
  readonly hidesGuest?: boolean;
  readonly iso?: string;
  readonly dda?: string;
  readonly owners?: readonly string[];
  readonly vnics: readonly VnicDescription[];
}

export interface ClusterDescription {
  readonly name: string;
  readonly functionalLevel: number;
  readonly upgradeVersion: number;
  readonly parallelMigrations: number;
}

export interface Holder {
  /** `null`: the host itself. */
  readonly vm: Vm | null;
  readonly vnic: Vnic | null;
  readonly id: string;
}

export interface Port {
  readonly name: string;
  readonly model: NicModel;
  readonly index: number;
  readonly bus: number;
  readonly description: string;
  readonly guid: string;
  readonly mac: string;
  readonly support: Support;
  readonly vfs: number;
  readonly numaNode: number;
  readonly isUp: boolean;
  readonly inSwitch: boolean;
  readonly isUntuned: boolean;
  network: Switch | null;
  readonly vfHolders: Holder[];
  readonly queueHolders: Holder[];
}

export interface Switch {
  readonly name: string;
  readonly id: string;
  readonly hostName: string;
  readonly type: 'External' | 'Internal';
  readonly team: 'set' | 'lbfo' | null;
  readonly teamName: string;
  readonly mode: string;
  readonly balancing: string;
  readonly iov: boolean;
  /** Why the adapters, or the platform below them, cannot do SR-IOV. */
  readonly reasons: readonly string[];
  readonly forwarding: string | null;
  readonly members: readonly Port[];
  readonly hostVnic: { readonly id: string; readonly interfaceGuid: string; readonly mac: string };
}

export interface Vnic {
  readonly name: string;
  readonly id: string;
  readonly mac: string;
  readonly network: Switch | null;
  readonly path: Path;
  readonly iov: number;
  readonly vmqWeight: number;
  readonly pairs: number;
  readonly vlan: number | null;
  readonly trunk: { readonly native: number; readonly allowed: readonly number[] } | null;
  readonly subnet: number;
  readonly mirror: string;
  readonly spoofing: boolean;
  readonly dhcpGuard: boolean;
  readonly routerGuard: boolean;
  readonly teaming: boolean;
  readonly isLegacy: boolean;
  readonly maximumBandwidth: number;
  readonly acls: readonly string[];
  readonly extendedAcls: number;
}

export interface Vm {
  readonly name: string;
  readonly id: string;
  readonly host: string;
  readonly guest: Guest;
  readonly cpus: number;
  readonly generation: 1 | 2;
  readonly version: string;
  readonly state: 'Running' | 'Off' | 'Saved';
  readonly isClustered: boolean;
  readonly compatible: boolean;
  readonly isNested: boolean;
  readonly isMetered: boolean;
  readonly hidesGuest: boolean;
  readonly iso: string | null;
  readonly dda: string | null;
  readonly owners: readonly string[] | null;
  readonly startupBytes: number;
  readonly assignedBytes: number;
  readonly folder: string;
  readonly vnics: readonly Vnic[];
}

export interface Host {
  readonly name: string;
  readonly index: number;
  readonly form: Form;
  readonly computer: readonly [manufacturer: string, model: string, firmware: string];
  readonly release: Release;
  readonly processor: Processor;
  readonly sockets: number;
  readonly logicalProcessors: number;
  readonly cluster: ClusterDescription | null;
  readonly nodes: readonly HostDescription[];
  readonly domain: string;
  readonly iovReasons: readonly string[];
  readonly ports: readonly Port[];
  readonly switches: readonly Switch[];
  readonly vms: readonly Vm[];
  readonly totalBytes: number;
  readonly freeBytes: number;
  readonly macPrefix: string;
  readonly collectedAt: string;
}

/** What all adapters have in common, be they physical, a team or the host's own. */
export interface AdapterTraits {
  readonly name: string;
  readonly description: string;
  readonly guid: string;
  readonly pnp: string;
  readonly mac: string;
  readonly isUp: boolean;
  readonly bitsPerSecond: number;
  /** `null`: not a physical adapter. */
  readonly driver: NicModel | null;
}

export interface Estate {
  readonly hosts: readonly Host[];
}

/** One record that a command prints; property order is that of the command. */
export type Properties = Record<string, unknown>;

export interface PrintOptions {
  readonly edition: '5.1' | '7';
  readonly depth: number;
  /** PowerShell 7 only. */
  readonly enumsAsStrings?: boolean;
}

export type EnumMaker = (name: string) => Enum;
