import { fileOfBytes, importFiles } from '../../../electron/domain/import/import-files';
import { type LargeFormat, largeFile } from '../../helpers/large-output';
import type { BenchCase } from '../harness';

const MEGABYTES = 20;
const ENDS: Readonly<Record<LargeFormat, string>> = { json: 'json', clixml: 'xml', csv: 'csv' };

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
        run: () => void read('inventory.json', bytes),
      };
    },
  },
  ofCommands('json', 'Get-VM and Get-VMNetworkAdapter, as ConvertTo-Json writes them'),
  ofCommands('clixml', 'Get-VM and Get-VMNetworkAdapter, as Export-Clixml writes them'),
  ofCommands('csv', 'Get-VM, as Export-Csv writes it'),
];

function ofCommands(format: LargeFormat, what: string): BenchCase {
  return {
    id: `import.${format}`,
    title: `Read ${MEGABYTES} MB of ${what}`,
    unit: 'MB',
    prepare: () => {
      const bytes = largeFile(format, MEGABYTES * 1e6);
      let longestStep = 0;
      return {
        amount: bytes.length / 1e6,
        run: () => {
          longestStep = Math.max(longestStep, read(`all.${ENDS[format]}`, bytes));
        },
        details: () => ({ longestStepMilliseconds: longestStep }),
      };
    },
  };
}

/** @returns  the longest time between two steps, ms: so long a cancellation waits */
function read(name: string, bytes: Uint8Array): number {
  const work = importFiles([fileOfBytes(name, bytes)]);
  let longest = 0;
  for (let isDone = false; !isDone; ) {
    const start = performance.now();
    isDone = work.next().done === true;
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

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
