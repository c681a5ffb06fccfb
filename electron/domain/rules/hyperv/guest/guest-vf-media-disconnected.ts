import { defineRule } from '../../rule';
import {
  isReason,
  MEDIA_DISCONNECTED,
  VF_BIND_FAILURE_LIMITS,
  vfBindFailure,
  vfBindFailureReads,
} from '../vf-bind-failure';

export const guestVfMediaDisconnected = defineRule({
  id: 'guest-vf-media-disconnected',
  title: 'The guest did not take its VF because it had no link',
  scope: 'guest',
  effect: { lowers: ['sriov'] },
  reads: vfBindFailureReads,
  messages: { reported: '{vm} did not switch {vnic} to its VF: the VF had no link.' },
  remediation:
    'Check cable, port and link of the physical adapter behind {switch} on {host}: Get-NetAdapter -Physical | Format-Table Name,Status,LinkSpeed.',
  confidence: 'reported',
  sources: ['S38b'],
  limits: VF_BIND_FAILURE_LIMITS,
  check: vfBindFailure((reason) => isReason(reason, MEDIA_DISCONNECTED)),
});
