import { vnicVlanTrunk } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-vlan-trunk';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicVlanTrunk, {
  holds: [
    { name: 'untagged', given: { 'vnic.iovWeight': 100, 'vnic.vlanMode': 'untagged' } },
    { name: 'one VLAN', given: { 'vnic.iovWeight': 100, 'vnic.vlanMode': 'access' } },
  ],
  // No document says what a trunk does to a VF, so it is never more than a doubt.
  violated: [],
  undecided: [
    {
      name: 'isolation by VLAN',
      given: { 'vnic.iovWeight': 100, 'vnic.vlanMode': 'untagged', 'vnic.isolationMode': 'vlan' },
      doubt: 'mayLoseIsolated',
    },
    {
      name: 'a trunk',
      given: { 'vnic.iovWeight': 100, 'vnic.vlanMode': 'trunk' },
      doubt: 'mayLose',
    },
    { name: 'a private VLAN', given: { 'vnic.vlanMode': 'private' }, doubt: 'mayLose' },
    { name: 'not collected', given: { 'vnic.iovWeight': 100 }, missing: ['vnic.vlanMode'] },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0, 'vnic.vlanMode': 'trunk' } },
  ],
});
