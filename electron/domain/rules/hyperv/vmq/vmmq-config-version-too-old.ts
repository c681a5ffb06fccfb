import {
  compareConfigurationVersions,
  featureMinimum,
} from '../../../catalogue/configuration-versions';
import { defineRule, doubtful, holds, notApplicable, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { WINDOWS_SERVER_2016 } from '../windows-builds';

export const vmmqConfigVersionTooOld = defineRule({
  id: 'vmmq-config-version-too-old',
  title: 'The configuration version of the VM is too old for VMMQ',
  scope: 'vmq',
  effect: { slows: 'vmdq' },
  reads: {
    vmqWeight: 'vnic.vmqWeight',
    build: 'host.osBuild',
    version: 'vm.configurationVersion',
  },
  messages: {
    tooOld:
      '{vm} has configuration version {version}; several VM queues for one vNIC need {least}.',
    unreadable: '{vm} has a configuration version that cannot be compared: {version}.',
  },
  remediation:
    "With {vm} off (outage of {vm}): Update-VMVersion '{vm}'. It cannot be undone, and hosts older than the new version no longer take {vm}.",
  confidence: 'documented',
  sources: ['S23'],
  limits:
    'Matters only to a vNIC that receives more than one processor of the host can take. On hosts older than Windows Server 2016 the host is the cause, and has a rule of its own.',
  check: ({ vmqWeight, build, version }) =>
    ifWanted(vmqWeight, () => {
      if (build.fact.state === 'known' && build.fact.value < WINDOWS_SERVER_2016) {
        return notApplicable();
      }
      return whenKnown({ version }, ({ version }) => {
        const order = compareConfigurationVersions(version, LEAST);
        if (order === null) return doubtful('unreadable', { version });
        return order < 0 ? violated('tooOld', { version, least: LEAST }) : holds();
      });
    }),
});

const LEAST = featureMinimum('vmmq').minimumVersion;
