import { vnicPolicyBypassed } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-policy-bypassed';
import { ruleCases } from '../../../../helpers/rule-cases';

const none = {
  'vnic.iovWeight': 100,
  'vnic.aclActions': [],
  'vnic.extendedAclCount': 0,
  'vnic.portMirroring': 'none',
  'vnic.dhcpGuard': false,
  'vnic.routerGuard': false,
  'vnic.stormLimit': 0,
  'vnic.dynamicIpAddressLimit': 0,
  'vnic.maximumBandwidthBitsPerSecond': 0,
  'vnic.minimumBandwidthBitsPerSecond': 0,
  'vnic.minimumBandwidthWeight': 0,
} as const;

ruleCases(vnicPolicyBypassed, {
  holds: [{ name: 'no policy is set', given: none }],
  violated: [
    {
      name: 'a VF carries traffic, and policies are set',
      given: {
        'vnic.iovWeight': 100,
        'vnic.vfDataPathActive': true,
        'vnic.dhcpGuard': true,
        'vnic.aclActions': ['deny'],
        'vnic.portMirroring': 'source',
        'vnic.maximumBandwidthBitsPerSecond': 1e9,
      },
      message: 'proven',
      values: { policies: ['port ACLs', 'port mirroring', 'DHCP guard', 'a maximum bandwidth'] },
    },
    {
      name: 'a policy is set, and no VF carries traffic now',
      given: { ...none, 'vnic.vfDataPathActive': false, 'vnic.routerGuard': true },
      message: 'assumed',
      values: { policies: ['router guard'] },
    },
  ],
  undecided: [
    {
      name: 'one policy was not collected',
      given: (({ 'vnic.stormLimit': _, ...rest }) => rest)(none),
      missing: ['vnic.stormLimit'],
    },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0, 'vnic.dhcpGuard': true } },
  ],
});
