import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { WINDOWS_SERVER_2016 } from '../windows-builds';

export const vmmqOffByDefault2016 = defineRule({
  id: 'vmmq-off-by-default-2016',
  title: 'VMMQ is off for the vNIC on a Windows Server 2016 host',
  scope: 'vmq',
  effect: { slows: 'vmdq' },
  reads: {
    vmqWeight: 'vnic.vmqWeight',
    build: 'host.osBuild',
    vmmqEnabled: 'vnic.vmmqEnabled',
    teaming: 'switch.teaming',
  },
  messages: {
    off: '{vnic} of {vm} has VMMQ off, as is the default on Windows Server 2016, which {host} runs: it has one VM queue, not several.',
  },
  remediation:
    "Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -VmmqEnabled $true (needs the driver of the adapter's maker on {host}).",
  confidence: 'documented',
  sources: ['S14'],
  limits:
    'Later hosts turn VMMQ on by themselves when the driver of the maker is installed. Matters only to a vNIC that receives more than one processor of the host can take.',
  check: ({ vmqWeight, build, vmmqEnabled, teaming }) =>
    ifWanted(vmqWeight, () =>
      whenKnown({ build }, ({ build }) => {
        if (build !== WINDOWS_SERVER_2016) return notApplicable();
        // Turning it on does not help there; the team has a rule of its own.
        if (knownAs(teaming, 'lbfo')) return notApplicable();
        return whenKnown({ vmmqEnabled }, ({ vmmqEnabled }) =>
          vmmqEnabled ? holds() : violated('off'),
        );
      }),
    ),
});
