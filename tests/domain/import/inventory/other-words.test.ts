/** An inventory may call a property what PowerShell calls it. */
import { expect, it } from 'vitest';
import { importOf, valuesOf } from '../import-of';

it('takes the names of PowerShell for the same properties', () => {
  const { estate, problems } = importOf({
    'inventory.json': JSON.stringify({
      portolanInventory: 1,
      clusters: [{ name: 'PROD', ClusterFunctionalLevel: 10, MaximumParallelMigrations: 1 }],
      hosts: [
        {
          name: 'HV01',
          os: 'Windows Server 2019',
          cluster: 'PROD',
          MaximumVirtualMachineMigrations: 4,
          adapters: [{ name: 'NIC1', InterfaceDescription: 'X', LinkSpeed: '25 Gbps', NumVFs: 16 }],
          switches: [
            { name: 'vs', adapters: ['NIC1'], IovEnabled: true, IovVirtualFunctionsInUse: 3 },
          ],
        },
      ],
      vms: [
        {
          name: 'sql-03',
          host: 'HV01',
          Version: '9.0',
          CompatibilityForMigrationEnabled: true,
          CompatibilityForMigrationMode: 'MinimumFeatureSet',
          TpmEnabled: true,
          vnics: [{ switch: 'vs', PortMirroringMode: 'Source', PoolName: 'Gold' }],
        },
      ],
    }),
  });
  expect(problems.filter(({ severity }) => severity === 'lost')).toEqual([]);
  const [host] = estate.hosts;
  const [vm] = estate.vms;
  expect(
    valuesOf(estate.clusters[0]?.facts ?? {}, ['functionalLevel', 'parallelMigrations']),
  ).toEqual({ functionalLevel: 10, parallelMigrations: 1 });
  expect(valuesOf(host?.facts ?? {}, ['migrationLimit'])).toEqual({ migrationLimit: 4 });
  expect(valuesOf(host?.adapters[0]?.facts ?? {}, ['linkBitsPerSecond', 'vfCount'])).toEqual({
    linkBitsPerSecond: 25_000_000_000,
    vfCount: 16,
  });
  expect(valuesOf(host?.switches[0]?.facts ?? {}, ['vfsInUse'])).toEqual({ vfsInUse: 3 });
  expect(
    valuesOf(vm?.facts ?? {}, [
      'configurationVersion',
      'processorCompatibility',
      'processorCompatibilityMode',
      'vtpmEnabled',
    ]),
  ).toEqual({
    configurationVersion: '9.0',
    processorCompatibility: true,
    processorCompatibilityMode: 'minimum-feature-set',
    vtpmEnabled: true,
  });
  expect(
    valuesOf(vm?.vnics[0]?.facts ?? {}, ['switchName', 'portMirroring', 'resourcePool']),
  ).toEqual({ switchName: 'vs', portMirroring: 'source', resourcePool: 'Gold' });
});
