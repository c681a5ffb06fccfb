/**
 * The documents behind the rules. A rule names them by id; the screen and the reports show title
 * and place. Ids are for ever, as those of the rules are.
 */
import type { Source } from '../../../shared/model/verdict';

interface SourceEntry {
  readonly title: string;
  /** Its address, or where it is found when there is no single address. */
  readonly where: string;
}

/** By id. Addresses are as they were when the document was read. */
export const ruleSources = {
  S1: {
    title: 'Get-NetAdapterSriov',
    where: 'https://learn.microsoft.com/powershell/module/netadapter/get-netadaptersriov',
  },
  S1b: {
    title: 'Set-NetAdapterSriov',
    where: 'https://learn.microsoft.com/powershell/module/netadapter/set-netadaptersriov',
  },
  S1c: {
    title: 'Enable-NetAdapterSriov',
    where: 'https://learn.microsoft.com/powershell/module/netadapter/enable-netadaptersriov',
  },
  S2: {
    title: 'A BIOS update may be required for SR-IOV (KB 2762297)',
    where: 'https://support.microsoft.com/help/2762297',
  },
  S3: {
    title: 'New-VMSwitch and Set-VMSwitch',
    where: 'https://learn.microsoft.com/powershell/module/hyper-v/new-vmswitch',
  },
  S4: {
    title: 'Set-VMNetworkAdapter',
    where: 'https://learn.microsoft.com/powershell/module/hyper-v/set-vmnetworkadapter',
  },
  S5: {
    title: 'Overview of SR-IOV Data Paths',
    where:
      'https://learn.microsoft.com/windows-hardware/drivers/network/overview-of-sr-iov-data-paths',
  },
  S5b: {
    title: 'SR-IOV VF Data Path',
    where: 'https://learn.microsoft.com/windows-hardware/drivers/network/sr-iov-vf-data-path',
  },
  S6: {
    title: 'SR-IOV Synthetic Data Path',
    where:
      'https://learn.microsoft.com/windows-hardware/drivers/network/sr-iov-synthetic-data-path',
  },
  S7: {
    title: 'SR-IOV VF Failover and Live Migration Support',
    where:
      'https://learn.microsoft.com/windows-hardware/drivers/network/sr-iov-vf-failover-and-live-migration-support',
  },
  S7b: {
    title: 'Virtual Function Initialization Sequence',
    where:
      'https://learn.microsoft.com/windows-hardware/drivers/network/virtual-function-initialization-sequence',
  },
  S8: {
    title: 'Nondefault Virtual Ports and VMQ',
    where:
      'https://learn.microsoft.com/windows-hardware/drivers/network/nondefault-virtual-ports-and-vmq',
  },
  S8b: {
    title: 'Symmetric and Asymmetric Assignment of Queue Pairs',
    where: 'learn.microsoft.com, Windows drivers, network',
  },
  S8c: {
    title: 'NDIS VMQ Live Migration Support',
    where: 'learn.microsoft.com, Windows drivers, network',
  },
  S8d: {
    title: 'NDIS_NIC_SWITCH_CAPABILITIES',
    where: 'learn.microsoft.com, Windows drivers, network',
  },
  S9: {
    title: 'Handling SR-IOV, VMQ, and RSS Standardized INF Keywords',
    where: 'learn.microsoft.com, Windows drivers, network',
  },
  S9b: {
    title: 'Standardized INF Keywords for SR-IOV',
    where: 'learn.microsoft.com, Windows drivers, network',
  },
  S10: {
    title: 'Standardized INF Keywords for VMQ',
    where: 'learn.microsoft.com, Windows drivers, network',
  },
  S10b: { title: 'VMQ Receive Queues', where: 'learn.microsoft.com, Windows drivers, network' },
  S11: {
    title: 'NDIS_STATUS_SWITCH_PORT_REMOVE_VF',
    where:
      'https://learn.microsoft.com/windows-hardware/drivers/network/ndis-status-switch-port-remove-vf',
  },
  S12: {
    title:
      'Managing Hardware Offload OID Requests to Physical Network Adapters; Overview of Port Policies',
    where: 'learn.microsoft.com, Windows drivers, network',
  },
  S13: {
    title: 'NDIS_SWITCH_NIC_PARAMETERS',
    where:
      'MicrosoftDocs/windows-driver-docs-ddi, wdk-ddi-src/content/ntddndis/ns-ntddndis-_ndis_switch_nic_parameters.md',
  },
  S14: {
    title: 'Overview of Virtual Machine Multiple Queues (VMMQ)',
    where:
      'https://learn.microsoft.com/windows-hardware/drivers/network/overview-of-virtual-machine-multiple-queues',
  },
  S15: {
    title: 'Receive Side Scaling Version 2 (RSSv2)',
    where:
      'https://learn.microsoft.com/windows-hardware/drivers/network/receive-side-scaling-version-2-rssv2-',
  },
  S16: {
    title: 'Hyper-V Extensible Switch Live Migration Support',
    where:
      'https://learn.microsoft.com/windows-hardware/drivers/network/hyper-v-extensible-switch-live-migration-support',
  },
  S17: {
    title: 'Determining Receive Filtering Capabilities',
    where:
      'https://learn.microsoft.com/windows-hardware/drivers/network/determining-receive-filtering-capabilities',
  },
  S18: {
    title: 'Performance Tuning for Hyper-V Servers (Windows Server 2012 R2)',
    where: 'https://learn.microsoft.com/previous-versions/dn567657(v=vs.85)',
  },
  S19: {
    title: 'Software and hardware integrated network features',
    where:
      'MicrosoftDocs/windowsserverdocs, networking/technologies/hpn/hpn-software-hardware-features.md',
  },
  S20: {
    title: 'NIC Teaming',
    where: 'MicrosoftDocs/windowsserverdocs, networking/technologies/nic-teaming/NIC-Teaming.md',
  },
  S21: {
    title: 'RDMA and Switch Embedded Teaming (SET)',
    where:
      'MicrosoftDocs/windowsserverdocs, hyper-v-virtual-switch/RDMA-and-Switch-Embedded-Teaming.md',
  },
  S22: {
    title: 'Accelerated Networking (preview) for Windows Server',
    where:
      'MicrosoftDocs/windowsserverdocs, networking/technologies/accelerated-networking/accelerated-networking.md',
  },
  S23: {
    title: 'Upgrade virtual machine version in Hyper-V',
    where:
      'https://learn.microsoft.com/windows-server/virtualization/hyper-v/deploy/upgrade-virtual-machine-version-in-hyper-v-on-windows-or-windows-server',
  },
  S24: {
    title: 'Hyper-V feature compatibility by generation and guest',
    where:
      'https://learn.microsoft.com/windows-server/virtualization/hyper-v/hyper-v-feature-compatibility-by-generation-and-guest',
  },
  S25: {
    title: 'Supported Linux and FreeBSD virtual machines for Hyper-V (tables per distribution)',
    where:
      'https://learn.microsoft.com/windows-server/virtualization/hyper-v/supported-linux-and-freebsd-virtual-machines-for-hyper-v-on-windows',
  },
  S26: {
    title: 'Hyper-V maximum scale limits',
    where: 'https://learn.microsoft.com/windows-server/virtualization/hyper-v/maximum-scale-limits',
  },
  S26b: {
    title: 'Plan for Hyper-V scalability in Windows Server 2016 and 2019',
    where:
      'MicrosoftDocs/windowsserverdocs, virtualization/hyper-v/plan/plan-hyper-v-scalability-in-windows-server.md',
  },
  S27: {
    title: 'Virtual Receive Side Scaling (vRSS)',
    where: 'MicrosoftDocs/windowsserverdocs, networking/technologies/vrss/vrss-top.md',
  },
  S28: {
    title: 'Troubleshoot live migration issues (KB 4558514)',
    where:
      'https://learn.microsoft.com/troubleshoot/windows-server/virtualization/troubleshoot-live-migration-issues',
  },
  S29: {
    title: 'High availability virtual machine troubleshooting guidance',
    where: 'learn.microsoft.com/troubleshoot/windows-server/virtualization',
  },
  S29b: {
    title: 'Live migration troubleshooting guidance',
    where: 'learn.microsoft.com/troubleshoot/windows-server/virtualization',
  },
  S30: {
    title: 'Dynamic processor compatibility mode',
    where:
      'https://learn.microsoft.com/windows-server/virtualization/hyper-v/manage/dynamic-processor-compatibility-mode',
  },
  S31: {
    title: 'Cluster operating system rolling upgrade',
    where:
      'https://learn.microsoft.com/windows-server/failover-clustering/cluster-operating-system-rolling-upgrade',
  },
  S32: {
    title: 'VmSwitch Error 113 event (KB 3001783)',
    where: 'https://support.microsoft.com/help/3001783',
  },
  S33: {
    title: 'How to use resource metering with PowerShell (2012-08-20)',
    where: 'MicrosoftDocs/Virtualization-Documentation, team blog 2012',
  },
  S34: {
    title: 'Hyper-V best practices analyzer rules',
    where:
      'MicrosoftDocs/windowsserverdocs, virtualization/hyper-v/best-practices-analyzer; team blog 2013-10-01',
  },
  S35: {
    title: 'Run Hyper-V in a VM with nested virtualization',
    where:
      'MicrosoftDocs/Virtualization-Documentation, hyper-v-on-windows/user-guide/nested-virtualization.md',
  },
  S35b: {
    title: 'Nested virtualization preview (2015-10-13)',
    where: 'MicrosoftDocs/Virtualization-Documentation, team blog 2015',
  },
  S36: {
    title: 'Plan for deploying devices using Discrete Device Assignment',
    where:
      'MicrosoftDocs/windowsserverdocs, virtualization/hyper-v/plan/Plan-for-Deploying-Devices-using-Discrete-Device-Assignment.md',
  },
  S36b: {
    title: 'Discrete Device Assignment: machines and devices (2015-11-20)',
    where: 'MicrosoftDocs/Virtualization-Documentation, team blog 2015',
  },
  S37: {
    title: 'Introduction to Hyper-V on Windows 10',
    where: 'MicrosoftDocs/Virtualization-Documentation, hyper-v-on-windows/about/index.md',
  },
  S38: {
    title: 'Event manifests of Windows Server build 20348 (SynthNic, VmSwitch, Worker)',
    where: 'github.com/GerHobbelt/Windows10EtwEvents, commit 8deceb4',
  },
  S38b: {
    title: 'Netvsc event manifest of build 18990',
    where: 'github.com/repnz/etw-providers-docs',
  },
  S39: {
    title:
      'John Howard, Everything you wanted to know about SR-IOV in Hyper-V, parts 7 and 8 (openings)',
    where:
      'https://learn.microsoft.com/archive/blogs/jhoward/everything-you-wanted-to-know-about-sr-iov-in-hyper-v-part-7',
  },
  S40: {
    title:
      'Dan Cuomo, Synthetic Accelerations in a Nutshell; Teaming in Azure Stack HCI (openings)',
    where:
      'https://techcommunity.microsoft.com/t5/networking-blog/synthetic-accelerations-in-a-nutshell-windows-server-2019/ba-p/653976',
  },
  S41: {
    title: 'NIC vendor Hyper-V test library fixtures',
    where: 'public GitHub, package mfd_hyperv (MIT licence)',
  },
  S41c: { title: 'Vendor platform test script with IovEnableOverride', where: 'public GitHub' },
  S42: { title: 'WMI class wrappers MSFT_NetAdapter*', where: 'https://github.com/microsoft/wmi' },
  S43: {
    title: 'Msvm Ethernet switch port offload classes',
    where: 'https://learn.microsoft.com/windows/win32/hyperv_v2/msvm-ethernetswitchportoffloaddata',
  },
  S44: {
    title: 'Hyper-V network driver (netvsc), Linux kernel documentation',
    where: 'https://docs.kernel.org/networking/device_drivers/ethernet/microsoft/netvsc.html',
  },
  S45: { title: 'J. Savill, Mastering Windows Server 2016 Hyper-V, SR-IOV chapter', where: 'book' },
  S46: {
    title: 'Host network requirements for Azure Stack HCI',
    where: 'MicrosoftDocs/azure-stack-docs, azure-stack/hci/concepts/host-network-requirements.md',
  },
  S47: {
    title: 'Azure Stack HCI preview release notes (KB 4580388 known issue)',
    where: 'MicrosoftDocs/azure-stack-docs',
  },
  S48: {
    title: 'Compare-VM, Get-VMHostSupportedVersion, Update-VMVersion',
    where: 'https://learn.microsoft.com/powershell/module/hyper-v/compare-vm',
  },
  S49: {
    title:
      'Set-VMHost, Move-ClusterVirtualMachineRole, Suspend-ClusterNode, Update-ClusterFunctionalLevel',
    where: 'learn.microsoft.com PowerShell reference',
  },
  S50: {
    title: 'Protecting guest virtual machines from CVE-2017-5715',
    where:
      'MicrosoftDocs/Virtualization-Documentation, hyper-v-on-windows/CVE-2017-5715-and-hyper-v-vms.md',
  },
  S51: {
    title: 'New-SCLogicalSwitch; Set up port profiles in the VMM fabric',
    where: 'https://learn.microsoft.com/system-center/vmm/network-port-profile',
  },
  S52: {
    title: 'FreeBSD review D8964 (Hyper-V VF and synthetic NIC)',
    where: 'https://reviews.freebsd.org/D8964',
  },
  S53: {
    title: 'Is SR-IOV supported for host vNICs on SET?',
    where: 'https://github.com/MicrosoftDocs/windowsserverdocs/issues/4302',
  },
  S54: {
    title: 'Intel Ethernet Adapters user guide, SR-IOV notes (Windows Server 2012)',
    where: 'vendor manual',
  },
  /** For claims without a document: shown as such. */
  assumption: { title: 'Assumption: no document was found', where: 'reasoned here' },
} as const satisfies Readonly<Record<string, SourceEntry>>;

export type SourceId = keyof typeof ruleSources;

/** Title and place of a source, for people. */
export function sourceOf(id: SourceId): Source {
  const { title, where } = ruleSources[id];
  return { id, title, where };
}
