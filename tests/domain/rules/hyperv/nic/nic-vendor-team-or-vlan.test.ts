import { nicVendorTeamOrVlan } from '../../../../../electron/domain/rules/hyperv/nic/nic-vendor-team-or-vlan';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nicVendorTeamOrVlan, {
  holds: [{ name: 'none there', given: { 'adapter.vendorTeamOrVlan': false } }],
  violated: [
    { name: 'one there', given: { 'adapter.vendorTeamOrVlan': true }, message: 'present' },
    {
      name: 'one there, though later than the document',
      given: { 'adapter.vendorTeamOrVlan': true, 'host.osBuild': 14393 },
      message: 'present',
    },
  ],
  undecided: [
    { name: 'nothing was collected', given: {}, missing: ['adapter.vendorTeamOrVlan'] },
    {
      name: 'Intel on Windows Server 2012 R2, nobody has looked',
      given: { 'adapter.make': 'Intel', 'host.osBuild': 9600 },
      missing: ['adapter.vendorTeamOrVlan'],
    },
  ],
  notApplicable: [
    { name: 'another make, nobody has looked', given: { 'adapter.make': 'nvidia' } },
    { name: 'Windows Server 2016, nobody has looked', given: { 'host.osBuild': 14393 } },
  ],
});
