import { field } from '../field';

/** What Portolan knows of a Hyper-V virtual switch. */
export const switchFields = {
  switchType: field.choice(
    'Switch type',
    ['external', 'internal', 'private'],
    'Get-VMSwitch | Format-List Name,SwitchType',
  ),
  memberAdapters: field.textList(
    'Physical adapters behind the switch',
    'Get-VMSwitch | Format-List Name,NetAdapterInterfaceDescriptions,NetAdapterInterfaceGuid',
  ),
  teaming: field.choice(
    'Teaming under the switch',
    ['none', 'set', 'lbfo'],
    'Get-VMSwitch | Format-List Name,EmbeddedTeamingEnabled; Get-NetLbfoTeam',
  ),
  teamingMode: field.choice(
    'Teaming mode',
    ['switch-independent', 'static', 'lacp'],
    'Get-NetLbfoTeam | Format-List Name,TeamingMode',
  ),
  loadBalancing: field.choice(
    'Load balancing',
    ['hyper-v-port', 'dynamic', 'transport-ports', 'ip-addresses', 'mac-addresses'],
    'Get-VMSwitchTeam; Get-NetLbfoTeam | Format-List Name,LoadBalancingAlgorithm',
  ),
  iovEnabled: field.boolean('Created with SR-IOV', 'Get-VMSwitch | Format-List Name,IovEnabled'),
  iovSupport: field.boolean(
    'SR-IOV support under the switch',
    'Get-VMSwitch | Format-List Name,IovSupport,IovSupportReasons',
  ),
  iovSupportReasons: field.textList(
    'Why the switch cannot use SR-IOV',
    'Get-VMSwitch | Format-List Name,IovSupport,IovSupportReasons',
  ),
  vfCapacity: field.count(
    'VFs of the switch',
    'Get-VMSwitch | Format-List Name,IovVirtualFunctionCount',
  ),
  vfsInUse: field.count('VFs in use', 'Get-VMSwitch | Format-List Name,IovVirtualFunctionsInUse'),
  queuePairCapacity: field.count(
    'Queue pairs of the switch',
    'Get-VMSwitch | Format-List Name,IovQueuePairCount',
  ),
  queuePairsInUse: field.count(
    'Queue pairs in use',
    'Get-VMSwitch | Format-List Name,IovQueuePairsInUse',
  ),
  vmqCapacity: field.count(
    'VM queues of the switch',
    'Get-VMSwitch | Format-List Name,AvailableVMQueues',
  ),
  vmqsInUse: field.count('VM queues in use', 'Get-VMSwitch | Format-List Name,NumberVmqAllocated'),
  bandwidthMode: field.choice(
    'Minimum bandwidth mode',
    ['default', 'weight', 'absolute', 'none'],
    'Get-VMSwitch | Format-List Name,BandwidthReservationMode',
  ),
  forwardingExtensions: field.textList(
    'Enabled forwarding extensions',
    'Get-VMSwitch | Get-VMSwitchExtension | Format-List SwitchName,Name,ExtensionType,Enabled',
  ),
  enabledExtensions: field.textList(
    'Enabled extensions',
    'Get-VMSwitch | Get-VMSwitchExtension | Format-List SwitchName,Name,ExtensionType,Enabled',
  ),
  portFeatures: field.textList(
    'Port features the switch offers',
    'Get-VMSystemSwitchExtensionPortFeature | Format-List Id,Name',
  ),
  defaultQueueVrssEnabled: field.boolean(
    'vRSS on the default queue',
    'Get-VMSwitch | Format-List Name,DefaultQueueVrssEnabled',
  ),
  defaultQueueVmmqEnabled: field.boolean(
    'VMMQ on the default queue',
    'Get-VMSwitch | Format-List Name,DefaultQueueVmmqEnabled',
  ),
  defaultQueueVmmqQueuePairs: field.count(
    'Queue pairs of the default queue',
    'Get-VMSwitch | Format-List Name,DefaultQueueVmmqQueuePairs,DefaultQueueVrssMaxQueuePairs',
  ),
  softwareRscEnabled: field.boolean(
    'Receive segment coalescing in the switch',
    'Get-VMSwitch | Format-List Name,SoftwareRscEnabled',
  ),
  portsRejectedByExtension: field.boolean(
    'An extension refuses the ports of arriving VMs',
    'Compare-VM -Name <vm> -DestinationHost <host>',
  ),
  vmqRejectedByDriver: field.boolean(
    'Driver rejected a VM queue (VmSwitch event 113)',
    "Get-WinEvent -FilterHashtable @{ ProviderName = 'Microsoft-Windows-Hyper-V-VmSwitch'; Id = 113 }",
  ),
} as const;
