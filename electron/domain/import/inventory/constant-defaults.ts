/**
 * What the inventory format assumes of a property that is left out, as far as it is always the
 * same. Hyper-V's own default where there is one; each row says why. `docs/inventory-format.md`
 * prints these tables, and a test holds the two together.
 * @see Microsoft Learn, New-VM, Add-VMNetworkAdapter, Set-VMNetworkAdapter, Set-VMHost
 */
import type { FieldSpecs, FieldValue } from '../../../../shared/model/field';
import type { adapterFields } from '../../../../shared/model/hyperv/adapter-fields';
import type { hostFields } from '../../../../shared/model/hyperv/host-fields';
import type { switchFields } from '../../../../shared/model/hyperv/switch-fields';
import type { vmFields } from '../../../../shared/model/hyperv/vm-fields';
import type { vnicFields } from '../../../../shared/model/hyperv/vnic-fields';

export type DefaultRow<S extends FieldSpecs> = {
  [K in keyof S & string]: readonly [field: K, value: FieldValue<S[K]>, why: string];
}[keyof S & string];

const GIBIBYTE = 1024 ** 3;

export const HOST_DEFAULTS: readonly DefaultRow<typeof hostFields>[] = [
  ['iovEnableOverride', false, 'not set in the registry'],
  ['belowTenGigVmqEnabled', false, 'not set in the registry'],
  ['tenGigVmqEnabled', false, 'not set in the registry'],
  ['numaSpanningEnabled', true, 'what Hyper-V sets'],
  ['migrationEnabled', true, 'live migration is taken to be set up'],
  ['migrationLimit', 2, 'what Hyper-V sets'],
  ['migrationsRunning', 0, 'nothing is taken to be moving'],
  ['migrationTransport', 'compression', 'what Hyper-V sets'],
  ['ethernetResourcePools', ['Primordial'], 'the pool that every host has'],
  ['logicalProcessorCount', 2048, 'processors are not looked at unless the file gives them'],
];

export const ADAPTER_DEFAULTS: readonly DefaultRow<typeof adapterFields>[] = [
  ['linkUp', true, 'the link is taken to be up'],
  ['vmqListed', true, 'the adapter is taken to have VM queues'],
  ['vmqEnabled', true, 'what Windows sets, where the adapter has VM queues'],
  ['lbfoTeam', null, 'in no LBFO team'],
  ['vendorTeamOrVlan', false, "no vendor's teaming driver"],
  ['singleVportPool', false, 'VPorts are not looked at unless the file gives them'],
  ['vfRssSupported', true, 'VFs are taken to have several queues'],
  ['vmqBaseProcessor', 2, 'queues are taken to keep off the first core'],
];

export const SWITCH_DEFAULTS: readonly DefaultRow<typeof switchFields>[] = [
  ['switchType', 'external', 'the usual kind'],
  ['iovEnabled', false, 'what New-VMSwitch sets'],
  [
    'forwardingExtensions',
    [],
    'no extension is added, unless others than those of Windows are named',
  ],
  ['enabledExtensions', [], 'no extension is added'],
  ['portFeatures', [], 'no extension is added'],
  ['vmqRejectedByDriver', false, 'no such event'],
  ['queuePairCapacity', 1024, 'queue pairs are not looked at unless the file gives them'],
  ['queuePairsInUse', 0, 'queue pairs are not looked at unless the file gives them'],
];

export const VM_DEFAULTS: readonly DefaultRow<typeof vmFields>[] = [
  ['state', 'running', 'the case that matters'],
  ['generation', 2, 'the usual generation'],
  ['processorCount', 2, 'a small VM'],
  ['memoryStartupBytes', 4 * GIBIBYTE, 'a small VM'],
  ['dynamicMemory', false, 'what New-VM sets'],
  ['processorCompatibility', false, 'what New-VM sets'],
  ['exposesVirtualization', false, 'what New-VM sets'],
  ['resourceMetering', false, 'what New-VM sets'],
  ['assignedDevices', [], 'what New-VM sets'],
  ['gpuPartitionCount', 0, 'what New-VM sets'],
  ['dvdImages', [], 'no image is inserted'],
  ['sharedDisks', false, 'what New-VM sets'],
  ['fibreChannelAdapterCount', 0, 'what New-VM sets'],
  ['vtpmEnabled', false, 'what New-VM sets'],
  ['shielded', false, 'what New-VM sets'],
  ['replicationMode', 'none', 'what New-VM sets'],
];

export const VNIC_DEFAULTS: readonly DefaultRow<typeof vnicFields>[] = [
  ['isLegacy', false, 'what Add-VMNetworkAdapter sets'],
  ['dynamicMacAddress', true, 'what Add-VMNetworkAdapter sets'],
  ['iovWeight', 0, 'what Add-VMNetworkAdapter sets: SR-IOV is off'],
  ['iovQueuePairsRequested', 1, 'what Add-VMNetworkAdapter sets'],
  ['vmqWeight', 100, 'what Add-VMNetworkAdapter sets'],
  ['vrssEnabled', true, 'what Add-VMNetworkAdapter sets'],
  ['macAddressSpoofing', false, 'what Add-VMNetworkAdapter sets'],
  ['dhcpGuard', false, 'what Add-VMNetworkAdapter sets'],
  ['routerGuard', false, 'what Add-VMNetworkAdapter sets'],
  ['allowTeaming', false, 'what Add-VMNetworkAdapter sets'],
  ['portMirroring', 'none', 'what Add-VMNetworkAdapter sets'],
  ['aclActions', [], 'no port ACL'],
  ['extendedAclCount', 0, 'no extended port ACL'],
  ['virtualSubnetId', 0, 'no network virtualization'],
  ['isolationMode', 'none', 'no network virtualization'],
  ['vlanMode', 'untagged', 'what Add-VMNetworkAdapter sets'],
  ['stormLimit', 0, 'no limit'],
  ['dynamicIpAddressLimit', 0, 'no limit'],
  ['maximumBandwidthBitsPerSecond', 0, 'no bandwidth policy'],
  ['minimumBandwidthBitsPerSecond', 0, 'no bandwidth policy'],
  ['minimumBandwidthWeight', 0, 'no bandwidth policy'],
  ['mandatoryFeatures', [], 'no extension is demanded'],
  ['resourcePool', null, 'the pool that every host has'],
  ['vfBindFailure', null, 'no failure is known'],
];

export const CONSTANT_DEFAULTS = {
  host: HOST_DEFAULTS,
  cluster: [],
  adapter: ADAPTER_DEFAULTS,
  switch: SWITCH_DEFAULTS,
  vm: VM_DEFAULTS,
  vnic: VNIC_DEFAULTS,
} as const;
