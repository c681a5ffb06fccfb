/** What the commands about physical adapters print. */
import { guid } from './derive-estate.mjs';
import {
  adapterState,
  adminStatus,
  mediaState,
  Settings,
  sriovSupport,
  sriovSwitchType,
} from './powershell-values.mjs';
import { teamAdapters } from './switch-records.mjs';

/**
 * @param {import('./types').Host} host
 */
export function netAdapters(host) {
  const physical = host.ports.map((port) => ({
    name: port.name,
    description: port.description,
    guid: port.guid,
    pnp: pnpDeviceId(port),
    mac: port.mac,
    isUp: port.isUp,
    bitsPerSecond: port.isUp ? port.model.gigabits * 1e9 : 0,
    driver: port.model,
  }));
  const teams = teamAdapters(host).map((team) => ({
    ...team,
    pnp: 'COMPOSITEBUS_ROOT\\MS_IMPLAT_MP\\0000',
    isUp: true,
    driver: null,
  }));
  const own = host.switches.map(({ name, hostVnic, members }, index) => ({
    name: `vEthernet (${name})`,
    description:
      index === 0
        ? 'Hyper-V Virtual Ethernet Adapter'
        : `Hyper-V Virtual Ethernet Adapter #${index + 1}`,
    guid: hostVnic.interfaceGuid,
    mac: hostVnic.mac,
    pnp: `ROOT\\VMS_MP\\000${index}`,
    isUp: true,
    bitsPerSecond: members.reduce((sum, port) => sum + port.model.gigabits * 1e9, 0) || 1e10,
    driver: null,
  }));
  return [...physical, ...teams, ...own].map((adapter, index) => netAdapter(host, adapter, index));
}

/**
 * @param {import('./types').Host} host
 * @param {import('./types').AdapterTraits} adapter
 * @param {number} index
 */
function netAdapter(host, adapter, index) {
  const { isUp, driver } = adapter;
  const isPhysical = driver !== null;
  return {
    Name: adapter.name,
    InterfaceDescription: adapter.description,
    InterfaceGuid: `{${adapter.guid.toUpperCase()}}`,
    InterfaceIndex: 4 + index * 2,
    PnPDeviceID: adapter.pnp,
    ComponentID: driver !== null ? `pci\\${driver.pci.slice(0, 17).toLowerCase()}` : 'vms_mp',
    HardwareInterface: isPhysical,
    Virtual: !isPhysical,
    ConnectorPresent: isPhysical,
    Status: isUp ? 'Up' : 'Disconnected',
    AdminStatus: adminStatus('Up'),
    ifOperStatus: adminStatus(isUp ? 'Up' : 'Down'),
    State: adapterState('Started'),
    MediaConnectionState: mediaState(isUp ? 'Connected' : 'Disconnected'),
    LinkSpeed: linkSpeedText(adapter.bitsPerSecond),
    Speed: adapter.bitsPerSecond,
    TransmitLinkSpeed: adapter.bitsPerSecond,
    ReceiveLinkSpeed: adapter.bitsPerSecond,
    FullDuplex: true,
    MtuSize: 1500,
    MacAddress: dashed(adapter.mac),
    PermanentAddress: adapter.mac,
    VlanID: null,
    NdisPhysicalMedium: isPhysical ? 14 : 0,
    DriverName:
      driver !== null
        ? `\\SystemRoot\\System32\\drivers\\${driver.driverFile}`
        : '\\SystemRoot\\System32\\drivers\\vmswitch.sys',
    DriverDescription: adapter.description.replace(/ #\d+$/, ''),
    DriverProvider: driver !== null ? driver.provider : 'Microsoft',
    DriverVersion: driver !== null ? driver.driver : `${host.release.version}.1`,
    DriverDate: driver !== null ? driver.driverDate : '2006-06-21',
    DriverFileName: driver !== null ? driver.driverFile : 'vmswitch.sys',
    DriverMajorNdisVersion: 6,
    DriverMinorNdisVersion: host.release.build < 17763 ? 50 : 80,
    PSComputerName: null,
  };
}

/**
 * @param {number} bitsPerSecond
 */
function linkSpeedText(bitsPerSecond) {
  return bitsPerSecond === 0 ? '0 bps' : `${bitsPerSecond / 1e9} Gbps`;
}

/**
 * @param {import('./types').Port} port
 */
function pnpDeviceId(port) {
  return `PCI\\${port.model.pci}\\${guid(port.guid, 'instance').slice(0, 8).toUpperCase()}0${port.index}`;
}

/**
 * @param {import('./types').Host} host
 */
export function pciIds(host) {
  return host.ports.map((port) => {
    const [, vendor, device, subsystem, revision] =
      /^VEN_(\w{4})&DEV_(\w{4})&SUBSYS_(\w{8})&REV_(\w{2})$/.exec(port.model.pci) ?? [];
    return {
      VendorId: vendor,
      DeviceId: device,
      SubsystemId: subsystem,
      Revision: revision,
      Name: port.description,
      PNPDeviceID: pnpDeviceId(port),
      Manufacturer: port.model.provider,
      Status: 'OK',
      ConfigManagerErrorCode: 0,
    };
  });
}

/**
 * @param {import('./types').Host} host
 */
export function sriovAdapters(host) {
  return host.ports.map((port) => {
    const { model } = port;
    const inIovMode = port.network?.iov === true;
    const active = inIovMode ? 1 + port.vfHolders.length + port.queueHolders.length : 0;
    const capabilities = capabilitiesOf(model);
    return {
      Name: port.name,
      InterfaceDescription: port.description,
      Enabled: true,
      SriovSupport: sriovSupport(port.support),
      SwitchType: sriovSwitchType(inIovMode ? 'External' : 'Unknown'),
      SwitchName: inIovMode ? 'Default Switch' : '',
      NumVFs: port.vfs,
      NumAllocatedVFs: port.vfHolders.length,
      NumVPorts: inIovMode ? model.vports : 0,
      NumActiveVPorts: active,
      NumQueuePairsForDefaultVPort: inIovMode ? 4 : 0,
      NumQueuePairsForNonDefaultVPorts: inIovMode ? 2 : 0,
      NumActiveDefaultVPortMacAddresses: inIovMode ? 1 : 0,
      NumActiveDefaultVPortVlanIds: 0,
      NumActiveNonDefaultVPortMacAddresses: inIovMode ? active - 1 : 0,
      NumActiveNonDefaultVPortVlanIds: 0,
      CurrentCapabilities: capabilities,
      HardwareCapabilities: capabilities,
      PSComputerName: null,
    };
  });
}

/**
 * @param {import('./types').NicModel} model
 */
function capabilitiesOf(model) {
  return new Settings('MSFT_NetAdapterSriovCapabilities', {
    AsymmetricQueuePairsForNonDefaultVPortsSupported: false,
    MaxNumMacAddresses: 128,
    MaxNumQueuePairs: model.vports * 2,
    MaxNumQueuePairsPerNonDefaultVPort: 4,
    MaxNumSwitches: 1,
    MaxNumVFs: model.vfs,
    MaxNumVPorts: model.vports,
    PerVportInterruptModerationSupported: true,
    SingleVportPoolSupported: model.reportsQueues !== true,
    VfRssSupported: model.hasVfRss,
    VlanSupported: true,
  });
}

/**
 * @param {import('./types').Host} host
 */
export function sriovVfs(host) {
  return host.ports.flatMap((port) =>
    port.vfHolders.map(({ vm, vnic, id }, index) => ({
      Name: port.name,
      InterfaceDescription: port.description,
      FunctionID: index,
      SwitchID: 0,
      VPortID: [index + 1],
      VmID: vm?.id.toUpperCase() ?? null,
      VmFriendlyName: vm?.name ?? null,
      VmNicID: id.toUpperCase(),
      CurrentMacAddress: dashed(vnic?.mac ?? ''),
      PermanentMacAddress: dashed(vnic?.mac ?? ''),
      PSComputerName: null,
    })),
  );
}

/**
 * In SR-IOV mode a driver reports no queues: VPorts do their work.
 * @param {import('./types').Host} host
 */
export function vmqAdapters(host) {
  return host.ports.map((port, index) => {
    const hidesQueues = port.network?.iov === true && port.model.reportsQueues !== true;
    return {
      Name: port.name,
      InterfaceDescription: port.description,
      Enabled: true,
      NumberOfReceiveQueues: hidesQueues ? 0 : port.model.queues,
      BaseProcessorGroup: 0,
      BaseProcessorNumber: port.isUntuned ? 0 : 2 + (index % 2) * 16,
      MaxProcessorNumber: port.isUntuned ? host.logicalProcessors - 2 : 16 + (index % 2) * 16,
      MaxProcessors: 8,
      NumaNode: port.numaNode,
      DynamicProcessorAffinityChangeSupported: true,
      AnyVlanSupported: false,
      VlanFilteringSupported: true,
      InterruptVectorCoalescingSupported: true,
      NumMacAddressesPerPort: 0,
      NumVlansPerPort: 0,
      TotalNumberOfMacAddresses: 64,
      PSComputerName: null,
    };
  });
}

/**
 * @param {import('./types').Host} host
 */
export function vmqQueues(host) {
  return host.ports.flatMap((port) =>
    port.queueHolders.map(({ vm, vnic, id }, index) => ({
      Name: port.name,
      InterfaceDescription: port.description,
      QueueID: index + 1,
      QueueName: '',
      State: 3,
      NumFilters: 1,
      FilterList: [
        {
          MacAddress: dashed(vnic?.mac ?? port.network?.hostVnic.mac ?? ''),
          VlanID: vnic?.vlan ?? 0,
        },
      ],
      ProcessorGroup: 0,
      ProcessorNumber: 2 + index * 2,
      ProcessorAffinityMask: 2 ** (2 + index * 2),
      VmFriendlyName: vm?.name ?? host.name,
      VmID: (vm?.id ?? id).toUpperCase(),
      PSComputerName: null,
    })),
  );
}

/**
 * @param {import('./types').Host} host
 */
export function hardwareInfo(host) {
  return host.ports.map((port) => ({
    Name: port.name,
    InterfaceDescription: port.description,
    SegmentNumber: 0,
    BusNumber: port.bus,
    DeviceNumber: 0,
    FunctionNumber: port.index,
    SlotNumber: null,
    NumaNode: port.numaNode,
    PciExpressCurrentLinkSpeedEncoded: encodedSpeed(port.model.gigatransfers),
    PciExpressCurrentLinkWidth: port.model.lanes,
    PciExpressMaxLinkSpeedEncoded: encodedSpeed(port.model.gigatransfers),
    PciExpressMaxLinkWidth: port.model.lanes,
    PcieLinkSpeed: `${port.model.gigatransfers.toFixed(1)} GT/s`,
    PcieLinkWidth: port.model.lanes,
    NumMsixTableEntries: 129,
    MsiXInterruptSupported: true,
    PSComputerName: null,
  }));
}

/**
 * As in the link status register of PCI Express: 1 for 2.5 GT/s, 2 for 5, 3 for 8, 4 for 16.
 * @param {number} gigatransfers
 */
function encodedSpeed(gigatransfers) {
  return { 2.5: 1, 5: 2, 8: 3, 16: 4 }[gigatransfers];
}

/**
 * @param {import('./types').Host} host
 */
export function advancedProperties(host) {
  const inSwitch = host.ports.filter((port) => port.inSwitch);
  return inSwitch.flatMap((port) =>
    [
      ['SR-IOV', 'Enabled', '*SRIOV', '1'],
      ['Virtual Machine Queues', 'Enabled', '*VMQ', '1'],
      ['Jumbo Packet', 'Disabled', '*JumboPacket', '1514'],
      ['Receive Buffers', '512', '*ReceiveBuffers', '512'],
      ['Transmit Buffers', '512', '*TransmitBuffers', '512'],
    ].map(([display, shown, keyword, value]) => ({
      Name: port.name,
      InterfaceDescription: port.description,
      DisplayName: display,
      DisplayValue: shown,
      RegistryKeyword: keyword,
      RegistryValue: [value],
    })),
  );
}

/**
 * @param {string} mac
 */
function dashed(mac) {
  return mac.replace(/..(?=.)/g, '$&-');
}
