/**
 * Facts that no source states and that are concluded here, so that rules can compare them.
 * They are described like all others, so that an undecided verdict can name what to collect.
 */
import { field } from '../../../shared/model/field';

/** What the guest's operating system can do with a VF. */
export const guestFields = {
  family: field.choice(
    'Family of the guest operating system',
    ['windows', 'linux', 'bsd', 'other'],
    'The collector reads the guest system through the key-value pair exchange; or look in the guest',
  ),
  vfSupport: field.boolean(
    'VF support of the guest system',
    'Look up the guest system; the collector reads its name through the key-value pair exchange',
  ),
} as const;

/** What the place (host and switch) offers this vNIC beyond the records' own facts. */
export const placeFields = {
  isPresent: field.boolean('The VM is on this host now', 'Get-VM | Format-Table Name,ComputerName'),
  switchFound: field.boolean(
    'A switch of that name exists on the host',
    'Get-VMSwitch | Format-Table Name,SwitchType',
  ),
  vfDriver: field.choice(
    "VF driver for the place's adapter in the guest",
    // proven: a VF of this make works now. failed: one is assigned and stays idle.
    // untested: nothing is known against it.
    ['proven', 'failed', 'untested'],
    'In a Windows guest: pnputil /enum-drivers; in a Linux guest: modinfo mlx5_core iavf ixgbevf',
  ),
  canGiveVfs: field.boolean(
    'Some adapter behind the switch is set up to give VFs',
    'Get-NetAdapterSriov | Format-Table Name,Enabled,SriovSupport,NumVFs',
  ),
  memberDifferences: field.textList(
    // In words for a message: make, model, driver, firmware, speed. Empty: identical, or one only.
    'What the adapters behind the switch differ in',
    'Get-NetAdapter -Physical | Format-Table Name,InterfaceDescription,DriverProvider,DriverVersion,LinkSpeed',
  ),
  vmqProcessorSets: field.choice(
    'Processors that serve the VM queues of the adapters behind the switch',
    // alone: fewer than two adapters. identical: all have the same processors. disjoint: no
    // processor serves two adapters. overlapping: anything between.
    ['alone', 'identical', 'overlapping', 'disjoint'],
    'Get-NetAdapterVmq | Format-List Name,BaseProcessorNumber,MaxProcessorNumber,MaxProcessors',
  ),
} as const;

/**
 * What is left for an arriving VM in the pools of the adapters behind the switch, and where its
 * vNICs stand in the queue for it. Where it is open whether an earlier vNIC of the VM takes an
 * entry, the rank is a span: `vfRank` to `vfRankMost`.
 */
export const poolFields = {
  freeVfs: field.count(
    'Free VFs',
    'Get-VMSwitch | Format-List Name,IovVirtualFunctionCount,IovVirtualFunctionsInUse',
  ),
  // Another number only where it is open what the count of a SET team counts.
  freeVfsMost: field.count(
    'Free VFs at most',
    'Get-VMSwitch | Format-List Name,IovVirtualFunctionCount,IovVirtualFunctionsInUse',
  ),
  // What the VM holds at the place now, and would give back first: 0 anywhere else.
  heldVfs: field.count(
    'VFs that the VM holds there',
    'Get-VMNetworkAdapter -VMName <vm> | Format-List Name,SwitchName,IovUsage',
  ),
  vfRank: field.count(
    'VFs this VM wants on the switch, up to this vNIC',
    'Get-VMNetworkAdapter -VMName <vm> | Format-List Name,SwitchName,IovWeight',
  ),
  vfRankMost: field.count(
    'VFs this VM may want on the switch, up to this vNIC',
    'Get-VMNetworkAdapter -VMName <vm> | Format-List Name,SwitchName,IovWeight',
  ),
  freeVmqs: field.count(
    'Free VM queues',
    'Get-VMSwitch | Format-List Name,AvailableVMQueues,NumberVmqAllocated; Get-NetAdapterSriov | Format-List NumVPorts,NumActiveVPorts',
  ),
  vmqRank: field.count(
    'VM queues this VM wants on the switch, up to this vNIC, if it gets its VFs',
    'Get-VMNetworkAdapter -VMName <vm> | Format-List Name,SwitchName,VmqWeight',
  ),
  vmqRankMost: field.count(
    'VM queues this VM may want on the switch, up to this vNIC, if it gets its VFs',
    'Get-VMNetworkAdapter -VMName <vm> | Format-List Name,SwitchName,VmqWeight',
  ),
  vmqRankWithoutVfs: field.count(
    'VM queues this VM wants on the switch, up to this vNIC, if it gets no VF',
    'Get-VMNetworkAdapter -VMName <vm> | Format-List Name,SwitchName,VmqWeight',
  ),
  freeQueuePairs: field.count(
    'Free queue pairs',
    'Get-VMSwitch | Format-List Name,IovQueuePairCount,IovQueuePairsInUse',
  ),
  queuePairsWanted: field.count(
    'Queue pairs this VM wants on the switch, up to this vNIC',
    'Get-VMNetworkAdapter -VMName <vm> | Format-List Name,SwitchName,IovWeight,IovQueuePairsRequested',
  ),
} as const;

/** What holds of the move as a whole. */
export const moveFields = {
  sameCluster: field.boolean('Both hosts are in one cluster', 'Get-Cluster | Format-List Name'),
  targetName: field.text('Name of the target', 'hostname'),
  vnicCount: field.count('Network adapters of the VM', 'Get-VMNetworkAdapter -VMName <vm>'),
  numaNodeProcessors: field.count(
    'Virtual processors of the largest virtual NUMA node',
    'Get-VMProcessor <vm> | Format-List Count,MaximumCountPerNumaNode',
  ),
  numaNodeMemoryBytes: field.count(
    'Memory of the largest virtual NUMA node',
    'Get-VM | Format-List Name,MemoryAssigned,MemoryStartup; Get-VMMemory <vm> | Format-List MaximumPerNumaNode',
    'bytes',
  ),
  entersSkylake: field.boolean(
    'From Intel processors before Skylake to Skylake or newer ones',
    'Get-CimInstance Win32_Processor | Format-List Name, on both hosts',
  ),
  processorGenerations: field.choice(
    'Processor generation of the target against the source',
    ['same', 'newer', 'older'],
    'Get-CimInstance Win32_Processor | Format-List Name, on both hosts',
  ),
} as const;
