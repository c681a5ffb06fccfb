/**
 * The texts that Windows prints and the rule that each leads to. What stands between angle brackets
 * differs from case to case. The rules match on the distinctive part of a text.
 */
export interface ReasonStrings {
  /** Where the texts are printed. */
  readonly from: string;
  readonly note: string;
  readonly rows: readonly (readonly [text: string, ruleId: string])[];
}

export const PLATFORM_REASONS: ReasonStrings = {
  from: 'IovSupportReasons of Get-VMHost and Get-VMSwitch',
  note: 'Matched without regard to case and line breaks. Any other text, also one in another language, leads to `host-iov-unsupported`, which shows it word for word.',
  rows: [
    [
      'SR-IOV cannot be used on this computer because the processor does not support second level address translation (SLAT). For Intel processors, this feature might be referred to as Extended Page Tables (EPT). For AMD processors, this feature might be referred to as Rapid Virtualization Indexing (RVI) or Nested Page Tables (NPT).',
      'host-slat-missing',
    ],
    [
      'The chipset on the system does not do interrupt remapping, without which SR-IOV cannot be supported.',
      'host-iommu-missing',
    ],
    [
      'The chipset on the system does not do DMA remapping, without which SR-IOV cannot be supported.',
      'host-iommu-missing',
    ],
    [
      'SR-IOV cannot be used on this system as it has been configured to disable the use of I/O remapping hardware.',
      'host-iommu-disabled',
    ],
    [
      'Ensure that the system has chipset support for SR-IOV and that I/O virtualization is enabled in the BIOS.',
      'host-iommu-bios-off',
    ],
    [
      'To use SR-IOV on this computer, the BIOS must be updated because it contains incorrect information describing the hardware capabilities. Contact your computer manufacturer for an update.',
      'host-bios-tables-wrong',
    ],
    [
      'SR-IOV cannot be used on this system as it is reporting that there is no PCI Express Bus. Contact your system manufacturer for further information.',
      'host-no-pcie-bus',
    ],
    [
      'To use SR-IOV on this system, the system BIOS must be updated to allow Windows to control PCI Express. Contact your system manufacturer for an update.',
      'host-osc-denied',
    ],
    [
      'SR-IOV cannot be used on this system as the PCI Express hardware does not support Access Control Services (ACS) at any root port. Contact your system vendor for further information.',
      'host-acs-missing',
    ],
  ],
};

export const OTHER_REASONS: readonly ReasonStrings[] = [
  {
    from: 'SriovSupport of Get-NetAdapterSriov',
    note: '`Supported` leads to no rule.',
    rows: [
      ['Unknown', 'nic-sriov-unknown'],
      ['MissingAcs', 'nic-missing-acs'],
      ['MissingPfDriver', 'nic-missing-pf-driver'],
      ['NoBusResources', 'nic-no-bus-resources'],
      ['NoIoMmuSupport', 'nic-no-iommu'],
      ['NoVfBarSpace', 'nic-no-vf-bar-space'],
      ['NoOscSupport', 'nic-no-osc'],
    ],
  },
  {
    from: 'Event 39 of Microsoft-Windows-Hyper-V-Netvsc, in the guest',
    note: 'Reported, not documented.',
    rows: [
      ['VF MTU mismatch.', 'guest-vf-mtu-mismatch'],
      ['VF media disconnected.', 'guest-vf-media-disconnected'],
      ['Unknown.', 'guest-vf-bind-failed'],
      ['Insufficient system resources.', 'guest-vf-bind-failed'],
      ['Cannot open VF adapter.', 'guest-vf-bind-failed'],
      ['Cannot retrieve VF serial number.', 'guest-vf-bind-failed'],
      ['Invalid VF device state.', 'guest-vf-bind-failed'],
      ['Cannot switch to VF data path.', 'guest-vf-bind-failed'],
      ['Cannot set VF packet filter.', 'guest-vf-bind-failed'],
      ['Cannot set VF TCP offload parameters.', 'guest-vf-bind-failed'],
    ],
  },
  {
    from: 'Event 113 of Microsoft-Windows-Hyper-V-VmSwitch',
    note: 'The text after “Reason -”.',
    rows: [
      ['The OID failed. Status = <status>', 'vmq-driver-rejects'],
      [
        'Maximum number of VMQs supported on the Protocol NIC is exceeded. Status = Insufficient system resources exist to complete the API.',
        'vmq-queues-exhausted',
      ],
    ],
  },
  {
    from: 'Failed migrations and Compare-VM',
    note: 'Portolan does not read these texts; it foresees them. Event 21502 carries most of them; the message ids of Compare-VM are 33012 for a missing switch and 40010 for an image that cannot be opened.',
    rows: [
      ["Could not find Ethernet switch '<name>'.", 'mig-switch-name-missing'],
      [
        "The virtual machine cannot be moved to the destination computer. The hardware on the destination computer isn't compatible with the hardware requirements of this virtual machine.",
        'mig-cpu-feature-mismatch',
      ],
      [
        'Virtual machine "<vm>" is using processor-specific features not supported on host "<node>".',
        'mig-cpu-feature-mismatch',
      ],
      [
        "The operation failed because either the specified cluster node isn't the owner of the group, or the node isn't a possible owner of the group.",
        'mig-not-possible-owner',
      ],
      [
        'Failed to create partition: Insufficient system resources exist to complete the requested service. (0x800705AA)',
        'mig-target-memory',
      ],
      ['could not initialize memory: Ran out of memory (0x8007000E)', 'mig-target-memory'],
      [
        'Failed to perform migration on virtual machine "<vm>" because virtual machine migration limit "<n>" was reached, please wait for completion of an ongoing migration operation.',
        'mig-limit-reached',
      ],
      [
        'A virtual disk support provider for the specified file was not found. (0xC03A0014)',
        'mig-attachment-missing',
      ],
      [
        'Blocked a migration operation for virtual machine <vm> because VM migration between differing Windows editions is not supported (virtual machine ID).',
        'mig-edition-differs',
      ],
      ["A cluster Network isn't available for this operation. (0x000013AB)", 'mig-cluster-network'],
      ['0x8009030E, 0x8009030D, 0x80090322, 0x80070569', 'mig-auth'],
      ['0x8007274D, 0x8007274C, 0x80072746, 0x8007271D', 'mig-port-closed'],
      ['Event 20413: fails at 90 to 100 %', 'mig-system-drive-differs'],
      ['Event 10698', 'mig-config-version-unsupported'],
    ],
  },
];
