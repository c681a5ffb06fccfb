import { defineRule } from '../../rule';
import {
  isReason,
  MTU_MISMATCH,
  VF_BIND_FAILURE_LIMITS,
  vfBindFailure,
  vfBindFailureReads,
} from '../vf-bind-failure';

export const guestVfMtuMismatch = defineRule({
  id: 'guest-vf-mtu-mismatch',
  title: 'The guest did not take its VF because the MTU differs',
  scope: 'guest',
  effect: { lowers: ['sriov'] },
  reads: vfBindFailureReads,
  messages: {
    reported:
      '{vm} did not switch {vnic} to its VF: the MTU of the VF differs from that of the vNIC.',
    elsewhere:
      '{vm} did not switch {vnic} to its VF on its present host, where the MTU of the VF differs from that of the vNIC. Whether it does on {host} is not known.',
  },
  remediation:
    'Give the physical adapter of {host}, {vnic} and the VF in the guest of {vm} the same MTU (short interruption of the traffic where it changes).',
  confidence: 'reported',
  sources: ['S38b'],
  limits: VF_BIND_FAILURE_LIMITS,
  check: vfBindFailure((reason) => isReason(reason, MTU_MISMATCH), 'elsewhere'),
});
