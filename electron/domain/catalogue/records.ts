/**
 * The rows of the catalogue. Every row says where it comes from and how far to trust it.
 *
 * `null` in any field means "not found": it is unknown, and neither zero nor no. Ticks are words
 * and not booleans, so that an unknown one cannot slip through a `!`.
 */

/** How far to trust a row about hardware or a guest system; `docs/catalogue.md` says what each means. */
export const CATALOGUE_CONFIDENCES = ['high', 'medium', 'low'] as const;
export type CatalogueConfidence = (typeof CATALOGUE_CONFIDENCES)[number];

/** How a statement about Hyper-V is known: in a document, seen in the field, or concluded. */
export const HYPERV_CONFIDENCES = ['documented', 'reported', 'inferred'] as const;
export type HypervConfidence = (typeof HYPERV_CONFIDENCES)[number];

export type Tick = 'yes' | 'no' | null;

export const NIC_MAKES = [
  'amd',
  'aquantia',
  'broadcom',
  'cavium',
  'chelsio',
  'cisco',
  'emulex',
  'huawei',
  'intel',
  'marvell',
  'microsoft',
  'netronome',
  'nvidia',
  'pensando',
  'qualcomm',
  'realtek',
  'solarflare',
  'wangxun',
] as const;
/**
 * Whose driver serves a NIC, in the host and, for its VFs, in the guest. QLogic parts, the
 * BCM577xx and 578xx among them, count as Marvell, whose driver serves them today.
 */
export type NicMake = (typeof NIC_MAKES)[number];

export const VF_SHARINGS = ['per-port', 'divided', 'pooled'] as const;
/**
 * How the ports of a NIC share its VFs. `per-port`: each has its own. `divided`: the device has so
 * many, split evenly over its ports. `pooled`: the device has so many, wherever they are used.
 */
export type VfSharing = (typeof VF_SHARINGS)[number];

/** A NIC controller, or several that share their limits. Limits are ceilings, not factory settings. */
export interface NicRow {
  readonly id: string;
  readonly make: NicMake;
  readonly vendor: string;
  readonly family: string;
  readonly model: string;
  /** Four lower-case hex digits, as are all ids below. */
  readonly pciVendorId: string;
  /** Further vendor ids under which the same device ids are sold. */
  readonly otherPciVendorIds: readonly string[];
  readonly pciDeviceIds: readonly string[];
  /** Given only where the device id alone does not tell models apart. */
  readonly pciSubsystemIds: readonly string[];
  /** Includes the separate ids that VFs have under Hyper-V, where known. */
  readonly vfDeviceIds: readonly string[];
  /** Most ports on usual boards. */
  readonly maxPorts: number | null;
  readonly maxSpeedGbps: number | null;
  /** By signalling rate: 2.5 GT/s is 1. `null` too for parts built into a chipset or SoC. */
  readonly pcieGeneration: number | null;
  readonly pcieLanes: number | null;
  readonly sriov: Tick;
  /** `null` when no VF limit is known. */
  readonly vfSharing: VfSharing | null;
  /** For the usual board; where `vfSharing` is not `per-port`, use `vfCeilingPerPort`. */
  readonly maxVfsPerPort: number | null;
  readonly maxVfsPerDevice: number | null;
  /** VMDq pools, VMQ or NetQueue queues that VMs can be given on one port. 0: the NIC has none. */
  readonly vmQueuesPerPort: number | null;
  /** Several queues for one virtual port, on Windows Server 2016 and later. */
  readonly vmmq: Tick;
  /** RSS queues of the PF with the Linux driver of the row. */
  readonly rssQueues: number | null;
  readonly maxQueuePairsPerVf: number | null;
  /** The NIC itself switches between its VFs. */
  readonly embeddedSwitch: Tick;
  readonly vfRateLimit: Tick;
  readonly vfSpoofCheck: Tick;
  readonly vfVlanFilter: Tick;
  readonly vxlanNvgreOffload: Tick;
  readonly rdma: 'none' | 'roce' | 'iwarp' | 'roce+iwarp' | 'ib+roce' | null;
  /** A VFIO migration driver for the VF is in mainline Linux; `experimental`: not merged, or the chip is not confirmed. */
  readonly vfioLiveMigration: 'yes' | 'experimental' | 'no' | null;
  /** The weakest column: not verified. */
  readonly windowsDriver: 'inbox+vendor' | 'vendor' | 'none' | null;
  readonly linuxDriver: string | null;
  /** The module a Linux guest needs for the VF; `null` also for a NIC without SR-IOV. */
  readonly linuxVfDriver: string | null;
  /** Announcement or first volume, give or take a year. */
  readonly firstYear: number | null;
  readonly notes: string | null;
  readonly sources: readonly string[];
  readonly confidence: CatalogueConfidence;
}

/** A CPU generation with its usual chipset. */
export interface PlatformRow {
  readonly id: string;
  readonly vendor: 'Intel' | 'AMD';
  readonly name: string;
  readonly exampleModels: readonly string[];
  readonly launchYear: number;
  readonly socketAndChipset: string;
  readonly slat: 'ept' | 'rvi' | 'no';
  /** `depends`: on the board, chipset, model or stepping; `iommuLimit` says on what. */
  readonly iommu: 'yes' | 'no' | 'depends';
  readonly iommuTechnology: 'VT-d' | 'AMD-Vi' | null;
  readonly iommuLimit: string | null;
  readonly interruptRemapping: 'yes' | 'no' | 'broken-on-early-steppings';
  /** `yes`: device interrupts reach a running VM without an exit. `cpu-side-only`: APICv without that. */
  readonly postedInterrupts: 'yes' | 'no' | 'cpu-side-only' | 'avic' | 'x2avic' | null;
  /** Of the processor (or I/O hub); chipset ports are another matter. */
  readonly acsOnRootPorts: 'yes' | 'no' | 'firmware-dependent' | null;
  /** Forwarding of ARI, needed beyond 7 VFs on a function. */
  readonly ari: Tick;
  readonly pcieGeneration: number;
  /** Theoretical peak in gigabits per second, to compare with NIC speeds; 8 of them are 1 GB/s. */
  readonly memoryBandwidthGbpsPerSocket: number | null;
  /** Usual names of the firmware switches to turn on; empty: there are none. */
  readonly firmwareOptions: readonly string[];
  readonly cpuFeatureLevel: 'x86-64-v1' | 'x86-64-v2' | 'x86-64-v3' | 'x86-64-v4';
  /** Key of the highest vSphere EVC baseline. */
  readonly evcMode: string | null;
  readonly notes: string | null;
  readonly sources: readonly string[];
  readonly confidence: CatalogueConfidence;
}

export const GUEST_FAMILIES = [
  'windows-server',
  'windows',
  'rhel',
  'centos',
  'rocky',
  'almalinux',
  'oracle',
  'ubuntu',
  'debian',
  'sles',
  'freebsd',
] as const;
export type GuestFamily = (typeof GUEST_FAMILIES)[number];

export const GUEST_CONDITIONS = [
  'lis-4.3',
  'backports-kernel',
  'hwe-kernel',
  'uek6',
  'netkvm-0.1.189',
  'vf-transparent-on',
  'sources-disagree',
] as const;
/** On what a `conditional` of a guest row depends. */
export type GuestCondition = (typeof GUEST_CONDITIONS)[number];

export type ConditionalTick = 'yes' | 'no' | 'conditional' | null;

/** A guest operating system, by release or range of releases. */
export interface GuestSystemRow {
  readonly id: string;
  readonly name: string;
  /** The range as people write it: "SP2-SP4". */
  readonly versionText: string;
  readonly families: readonly GuestFamily[];
  /** Families that no table names and that are taken to behave like the named ones. */
  readonly familiesByInference: readonly GuestFamily[];
  /** Windows only: the exact release, such as "2012 R2". Others have the two fields below. */
  readonly releases: readonly string[] | null;
  /** Dotted numbers, a service pack counting as the second. Both ends belong to the range. */
  readonly versionFrom: string | null;
  /** Compared only as far as it is written: "8" takes in 8.10. */
  readonly versionTo: string | null;
  readonly vfOnHyperv: 'yes' | 'no' | 'conditional';
  readonly vfCondition: GuestCondition | null;
  readonly vfConfidence: HypervConfidence;
  /** Virtual RSS on the synthetic adapter of Hyper-V. */
  readonly vrss: ConditionalTick;
  readonly vrssCondition: GuestCondition | null;
  /** Pairing of a VF with a virtio standby adapter on KVM. */
  readonly kvmNetFailover: ConditionalTick;
  readonly kvmNetFailoverCondition: GuestCondition | null;
  readonly esxiSriovGuest: 'yes' | 'with-vendor-vf-driver' | 'depends-on-nic-vendor' | 'no' | null;
  readonly notes: string | null;
  readonly sources: readonly string[];
  readonly confidence: CatalogueConfidence;
}
