import { fileOfBytes, importFiles } from '../../../electron/domain/import/import-files';
import type { BenchCase } from '../harness';

export const importCases: readonly BenchCase[] = [
  {
    id: 'import.inventory',
    title: 'Read an inventory file of 100 hosts and 2,000 VMs',
    unit: 'bytes',
    prepare: () => {
      const text = JSON.stringify(inventory(100, 2000));
      const bytes = new Uint8Array(Buffer.from(text));
      return {
        amount: bytes.length,
        run: () => {
          const work = importFiles([fileOfBytes('inventory.json', bytes)]);
          while (!work.next().done);
        },
      };
    },
  },
];

function inventory(hosts: number, vms: number): object {
  return {
    portolanInventory: 1,
    hosts: Array.from({ length: hosts }, (_, index) => ({
      name: `HV${index}`,
      os: 'Windows Server 2019',
      cluster: `C${index % 10}`,
      processor: 'Intel Xeon Gold 6248R',
      iovSupport: index % 7 !== 0,
      adapters: [{ name: 'NIC1', model: 'Intel X710' }],
      switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: index % 5 !== 0 }],
    })),
    vms: Array.from({ length: vms }, (_, index) => ({
      name: `vm-${index}`,
      host: `HV${index % hosts}`,
      guestOs: 'Windows Server 2019',
      vnics: [{ switchName: 'vs', iovWeight: index % 3 === 0 ? 0 : 100 }],
    })),
  };
}
