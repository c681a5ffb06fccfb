import type { Fact } from '../../../../../shared/fact';
import { compareConfigurationVersions } from '../../../catalogue/configuration-versions';
import { defineRule, holds, violated, whenKnown } from '../../rule';

export const migConfigVersionUnsupported = defineRule({
  id: 'mig-config-version-unsupported',
  title: 'The target does not run the configuration version of the VM',
  scope: 'migration',
  effect: { blocks: 'all' },
  reads: {
    version: 'vm.configurationVersion',
    offered: 'target.configurationVersions',
    here: 'source.configurationVersions',
    buildHere: 'source.osBuild',
    buildThere: 'target.osBuild',
  },
  messages: {
    unsupported: '{target} does not run VMs of configuration version {version}, which {vm} has.',
  },
  remediation:
    "Newer than {target} runs: upgrade {target}, or create a VM there around the disks of {vm} (outage of {vm}); a version cannot be lowered. Older: on a host that runs both versions, with {vm} off (outage of {vm}), Update-VMVersion '{vm}', which cannot be undone. Get-VMHostSupportedVersion on {target} lists what it runs.",
  confidence: 'documented',
  sources: ['S23'],
  limits:
    'Compares the version as both sides print it. Where the version of the VM is not known, a target that runs everything that its present host runs is enough; where that is not known either, a target with the same build of Windows.',
  check: ({ version, offered, here, buildHere, buildThere }) => {
    if (version.fact.state === 'unknown' && runsAll(offered.fact, here.fact)) return holds();
    const isOpen = version.fact.state === 'unknown' || offered.fact.state === 'unknown';
    if (isOpen && isSameBuild(buildHere.fact, buildThere.fact)) return holds();
    return whenKnown({ version, offered }, ({ version, offered }) =>
      offered.some((one) => isSame(one, version)) ? holds() : violated('unsupported', { version }),
    );
  },
});

/** What runs here runs on the same release there. */
function isSameBuild(here: Fact<number>, there: Fact<number>): boolean {
  return here.state === 'known' && there.state === 'known' && here.value === there.value;
}

function runsAll(offered: Fact<readonly string[]>, here: Fact<readonly string[]>): boolean {
  if (offered.state === 'unknown' || here.state === 'unknown') return false;
  return (
    0 < here.value.length &&
    here.value.every((version) => offered.value.some((one) => isSame(one, version)))
  );
}

function isSame(one: string, other: string): boolean {
  return one.trim() === other.trim() || compareConfigurationVersions(one, other) === 0;
}
