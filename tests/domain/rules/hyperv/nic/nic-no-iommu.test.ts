import { nicNoIommu } from '../../../../../electron/domain/rules/hyperv/nic/nic-no-iommu';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nicNoIommu, {
  holds: [
    { name: 'supported', given: { 'adapter.sriovSupport': 'supported' } },
    { name: 'another obstacle', given: { 'adapter.sriovSupport': 'missing-acs' } },
  ],
  violated: [
    {
      name: 'the adapter reports it',
      given: { 'adapter.sriovSupport': 'no-iommu-support' },
      message: 'reported',
    },
  ],
  // nic-sriov-unknown and nic-sriov-absent ask for a value that was not collected.
  undecided: [],
  notApplicable: [{ name: 'no value was collected', given: {} }],
});
