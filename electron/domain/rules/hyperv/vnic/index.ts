import type { Rule } from '../../rule';
import { vnicBandwidthPolicy } from './vnic-bandwidth-policy';
import { vnicDhcpGuard } from './vnic-dhcp-guard';
import { vnicExtendedAcl } from './vnic-extended-acl';
import { vnicHnvSubnet } from './vnic-hnv-subnet';
import { vnicIovWeightZero } from './vnic-iov-weight-zero';
import { vnicLegacy } from './vnic-legacy';
import { vnicMacSpoofing } from './vnic-mac-spoofing';
import { vnicMacSpoofingBlocked } from './vnic-mac-spoofing-blocked';
import { vnicMandatoryExtensionMissing } from './vnic-mandatory-extension-missing';
import { vnicMeteringAcl } from './vnic-metering-acl';
import { vnicNotConnected } from './vnic-not-connected';
import { vnicPolicyBypassed } from './vnic-policy-bypassed';
import { vnicPortAcl } from './vnic-port-acl';
import { vnicPortMirroring } from './vnic-port-mirroring';
import { vnicRouterGuard } from './vnic-router-guard';
import { vnicStormOrIpLimit } from './vnic-storm-or-ip-limit';
import { vnicVlanTrunk } from './vnic-vlan-trunk';
import { vnicVmqWeightZero } from './vnic-vmq-weight-zero';

/**
 * In the order in which they name a cause: no connection, then what kind of adapter it is and asks
 * for, then policies, those confirmed one by one before those under the general rule.
 */
export const vnicRules: readonly Rule[] = [
  vnicNotConnected,
  vnicMandatoryExtensionMissing,
  vnicLegacy,
  vnicIovWeightZero,
  vnicMacSpoofing,
  vnicMeteringAcl,
  vnicHnvSubnet,
  vnicPortAcl,
  vnicExtendedAcl,
  vnicPortMirroring,
  vnicDhcpGuard,
  vnicRouterGuard,
  vnicStormOrIpLimit,
  vnicBandwidthPolicy,
  vnicVlanTrunk,
  vnicVmqWeightZero,
  vnicMacSpoofingBlocked,
  vnicPolicyBypassed,
];
