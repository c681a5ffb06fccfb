import { migResourcePoolMissing } from '../../../../../electron/domain/rules/hyperv/migration/mig-resource-pool-missing';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migResourcePoolMissing, {
  holds: [
    {
      name: 'the target has the pool',
      given: {
        'vnic.resourcePool': 'Tenants',
        'target.ethernetResourcePools': ['Primordial', 'tenants'],
      },
    },
  ],
  violated: [
    {
      name: 'the target lacks the pool',
      given: { 'vnic.resourcePool': 'Tenants', 'target.ethernetResourcePools': ['Primordial'] },
      message: 'missing',
      values: { poolName: 'Tenants' },
    },
  ],
  undecided: [
    { name: 'the pool was not collected', given: {}, missing: ['vnic.resourcePool'] },
    {
      name: 'the pools of the target were not collected',
      given: { 'vnic.resourcePool': 'Tenants' },
      missing: ['target.ethernetResourcePools'],
    },
  ],
  notApplicable: [
    { name: 'in no pool', given: { 'vnic.resourcePool': null } },
    { name: 'in the pool that every host has', given: { 'vnic.resourcePool': 'Primordial' } },
  ],
});
