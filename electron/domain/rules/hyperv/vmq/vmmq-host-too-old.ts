import { defineRule, holds, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { WINDOWS_SERVER_2016 } from '../windows-builds';

export const vmmqHostTooOld = defineRule({
  id: 'vmmq-host-too-old',
  title: 'The host is older than Windows Server 2016 and has no VMMQ',
  scope: 'vmq',
  effect: { slows: 'vmdq' },
  reads: { vmqWeight: 'vnic.vmqWeight', build: 'host.osBuild' },
  messages: {
    tooOld:
      '{host} is older than Windows Server 2016: {vnic} of {vm} has one VM queue there, not several.',
  },
  remediation:
    'Upgrade {host} to Windows Server 2016 or later (outage of {host}; move its VMs away first).',
  confidence: 'documented',
  sources: ['S14'],
  limits:
    'Matters only to a vNIC that receives more than one processor of the host can take. Windows Server 2012 R2 spreads one queue in software (vRSS), which eases it.',
  check: ({ vmqWeight, build }) =>
    ifWanted(vmqWeight, () =>
      whenKnown({ build }, ({ build }) =>
        build < WINDOWS_SERVER_2016 ? violated('tooOld') : holds(),
      ),
    ),
});
