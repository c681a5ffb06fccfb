import { describe, expect, it } from 'vitest';
import { findNic, nicById } from '../../../electron/domain/catalogue/find-nic';

const idsOf = (query: Parameters<typeof findNic>[0]) => findNic(query).rows.map((row) => row.id);

describe('findNic by PCI ids', () => {
  it.each([
    ['8086', '1572', 'intel-x710', 'intel'],
    ['0x8086', '0x10FB', 'intel-82599', 'intel'],
    ['VEN_15B3', 'DEV_1015', 'nvidia-connectx-4-lx', 'nvidia'],
    ['14e4', '165f', 'broadcom-bcm5720', 'broadcom'],
    ['14e4', '168e', 'marvell-bcm57810', 'marvell'],
    ['1077', '8070', 'marvell-fastlinq-41000', 'marvell'],
    ['1077', '16a1', 'marvell-bcm57840', 'marvell'],
    ['1414', '00ba', 'microsoft-mana', 'microsoft'],
  ])('takes %s:%s for %s of %s', (vendorId, deviceId, id, make) => {
    const match = findNic({ vendorId, deviceId });
    expect(match.rows.map((row) => row.id)).toEqual([id]);
    expect(match.make).toBe(make);
  });

  it('prefers the ids to a description that says otherwise', () => {
    expect(
      idsOf({
        vendorId: '8086',
        deviceId: '1572',
        interfaceDescription: 'Mellanox ConnectX-5 Adapter',
      }),
    ).toEqual(['intel-x710']);
  });

  it('gives every NIC that a shared VF id may belong to', () => {
    const match = findNic({ vendorId: '8086', deviceId: '1889' });
    expect(match.by).toBe('vf-pci-id');
    expect(match.rows.every((row) => row.family === 'E800 Series')).toBe(true);
    expect(match.make).toBe('intel');
  });

  it('tells Cisco generations apart by the subsystem id, and gives all of them without it', () => {
    expect(idsOf({ vendorId: '1137', deviceId: '0043', subsystemId: '0217' })).toEqual([
      'cisco-vic-1400',
    ]);
    expect(idsOf({ vendorId: '1137', deviceId: '0043' })).toEqual([
      'cisco-vic-gen1',
      'cisco-vic-1200',
      'cisco-vic-1300',
      'cisco-vic-1400',
      'cisco-vic-15000',
    ]);
  });

  it('goes on to the description when the ids are not listed, within the same make', () => {
    const unlisted = { vendorId: '8086', deviceId: 'ffff' };
    expect(
      idsOf({ ...unlisted, interfaceDescription: 'Intel(R) Ethernet Controller X710' }),
    ).toEqual(['intel-x710']);
    expect(idsOf({ ...unlisted, interfaceDescription: 'Mellanox ConnectX-5 Adapter' })).toEqual([]);
  });

  it('knows the make of an unlisted device when its vendor id has one make only', () => {
    expect(findNic({ vendorId: '15b3', deviceId: 'ffff' })).toEqual({
      rows: [],
      by: null,
      make: 'nvidia',
    });
    expect(findNic({ vendorId: '14e4', deviceId: 'ffff' }).make).toBeNull();
  });

  it('puts rows of the user before the shipped ones', () => {
    const shipped = nicById('intel-x710');
    if (shipped === null) throw new Error('the row is gone');
    const own = { ...shipped, id: 'my-x710', maxVfsPerPort: 16 };
    expect(findNic({ vendorId: '8086', deviceId: '1572' }, [own]).rows).toEqual([own]);
  });
});

describe('findNic by description', () => {
  it.each([
    ['Intel(R) Ethernet Controller X710 for 10GbE SFP+', 'intel-x710'],
    ['Intel(R) Ethernet Controller X710 for 10GbE SFP+ #4', 'intel-x710'],
    ['Intel(R) Ethernet 10G 4P X710 SFP+ rNDC', 'intel-x710'],
    ['Intel(R) Ethernet Controller X710/X557-AT 10GBASE-T', 'intel-x710'],
    ['Intel(R) Ethernet Network Adapter X710-T2L for OCP 3.0', 'intel-x710-t'],
    ['Intel(R) Ethernet Controller X710 for 10GBASE-T', 'intel-x710-t'],
    ['Intel(R) Ethernet Converged Network Adapter XL710-Q2', 'intel-xl710'],
    ['Intel(R) Ethernet 25G 2P XXV710 Adapter #2', 'intel-xxv710'],
    ['Intel(R) Ethernet Connection X722 for 10GBASE-T', 'intel-x722'],
    ['Intel(R) Ethernet Controller E810-XXV for SFP', 'intel-e810-xxv'],
    ['Intel(R) Ethernet Network Adapter E810-XXVDA4', 'intel-e810-c'],
    ['Intel(R) Ethernet Network Adapter E810-C-Q2', 'intel-e810-c'],
    ['Intel(R) Ethernet Server Adapter X520-2', 'intel-82599'],
    ['Intel(R) 82599 10 Gigabit Dual Port Network Connection', 'intel-82599'],
    ['Intel(R) Ethernet 10G 4P X540/I350 rNDC', 'intel-x540'],
    ['Intel(R) Gigabit 4P X540/I350 rNDC', 'intel-i350'],
    ['Intel(R) Gigabit 4P I350-t rNDC #3', 'intel-i350'],
    ['Intel(R) I210 Gigabit Network Connection', 'intel-i210'],
    ['Intel(R) Ethernet Connection (2) I219-LM', 'intel-i219'],
    ['Mellanox ConnectX-4 Lx 10/25GbE 2-port OCP Adapter #2', 'nvidia-connectx-4-lx'],
    ['Mellanox ConnectX-4 Ethernet Adapter', 'nvidia-connectx-4'],
    ['Mellanox ConnectX-3 Pro Ethernet Adapter', 'nvidia-connectx-3-pro'],
    ['Mellanox ConnectX-3 Ethernet Adapter #2', 'nvidia-connectx-3'],
    ['NVIDIA ConnectX-6 Dx Adapter', 'nvidia-connectx-6-dx'],
    ['Mellanox ConnectX-6 Adapter', 'nvidia-connectx-6'],
    ['NVIDIA BlueField-2 Adapter', 'nvidia-bluefield-2'],
    ['Broadcom BCM57810 NetXtreme II 10 GigE (NDIS VBD Client) #33', 'marvell-bcm57810'],
    ['QLogic BCM57840 10 Gigabit Ethernet (NDIS VBD Client)', 'marvell-bcm57840'],
    ['Broadcom BCM5709C NetXtreme II GigE (NDIS VBD Client)', 'broadcom-bcm5709'],
    ['Broadcom BCM57414 NetXtreme-E 10Gb/25Gb RDMA Ethernet Controller', 'broadcom-bcm57414'],
    ['QLogic FastLinQ QL41000', 'marvell-fastlinq-41000'],
    ['QLogic FastLinQ QL41262-DE 25GbE Adapter (VBD Client) #34', 'marvell-fastlinq-41000'],
    ['QLogic FastLinQ QL45212-DE 25GbE Adapter', 'marvell-fastlinq-45000'],
    ['Emulex OneConnect OCe14102-UM, NIC/TOE', 'emulex-skyhawk'],
    ['HP FlexFabric 10Gb 2-port 534FLR-SFP+ Adapter', 'marvell-bcm57810'],
    ['HPE Ethernet 10/25Gb 2-port 640FLR-SFP28 Adapter', 'nvidia-connectx-4-lx'],
    ['HPE Ethernet 1Gb 4-port 331i Adapter #2', 'broadcom-bcm5719'],
    ['Chelsio T520-CR Network Adapter', 'chelsio-t5'],
    ['Realtek PCIe GbE Family Controller', 'realtek-rtl8168'],
    ['Realtek PCIe 2.5GbE Family Controller', 'realtek-rtl8125'],
    ['Microsoft Azure Network Adapter', 'microsoft-mana'],
  ])('takes "%s" for %s', (interfaceDescription, id) => {
    expect(idsOf({ interfaceDescription })).toEqual([id]);
  });

  it('gives all rows of a family when the description names no model', () => {
    expect(
      findNic({ interfaceDescription: 'Broadcom NetXtreme Gigabit Ethernet #2' }),
    ).toMatchObject({
      rows: [
        { id: 'broadcom-bcm5718' },
        { id: 'broadcom-bcm5719' },
        { id: 'broadcom-bcm5720' },
        { id: 'broadcom-bcm5762' },
      ],
      by: 'family',
      make: 'broadcom',
    });
  });

  it.each([
    'Hyper-V Virtual Ethernet Adapter #2',
    'Microsoft Network Adapter Multiplexor Driver',
    'Microsoft Hyper-V Network Adapter',
    'Intel(R) 82599 Virtual Function',
    'vmxnet3 Ethernet Adapter',
    'TEAM : Team-Prod - Intel(R) Ethernet Controller X710',
    '',
  ])('finds no physical NIC in "%s"', (interfaceDescription) => {
    expect(findNic({ interfaceDescription })).toEqual({ rows: [], by: null, make: null });
  });

  it.each([
    ['Mellanox Something New Adapter', 'nvidia'],
    ['Marvell Unheard-of Adapter', 'marvell'],
    ['Intel(R) PRO/1000 MT Network Connection', 'intel'],
    ['Acme 10G', null],
  ])('reads the make of "%s" as %s though there is no row', (interfaceDescription, make) => {
    expect(findNic({ interfaceDescription })).toEqual({ rows: [], by: null, make });
  });
});
