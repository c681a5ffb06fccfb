import { findHypervHostRelease } from '../../../catalogue/find-hyperv-host-release';
import { hypervLimit } from '../../../catalogue/hyperv-limits';
import { defineRule, doubtful, holds, violated, whenKnown } from '../../rule';

export const migNicCountOverLimit = defineRule({
  id: 'mig-nic-count-over-limit',
  title: 'The VM has more network adapters than the target allows',
  scope: 'migration',
  effect: { blocks: 'all' },
  assumption: 'generationOneAdapters',
  readings: {
    contradicted: { eight: 'counts', 'sixty-four': 'does-not', unsure: 'open' },
    contradictedLegacy: { eight: 'open', 'sixty-four': 'does-not', unsure: 'open' },
  },
  reads: {
    count: 'move.vnicCount',
    generation: 'vm.generation',
    version: 'vm.configurationVersion',
    build: 'target.osBuild',
  },
  messages: {
    over: '{vm} has {count} network adapters; {target} allows {most} in a VM of its kind.',
    unsure:
      '{vm} has {count} network adapters; whether {target} allows so many in a VM of its kind, the documents do not agree on.',
    contradictedLegacy:
      '{vm} has {count} network adapters; one page allows 8 and 4 legacy ones in a VM of generation 1 on {target}, another one 64.',
    contradicted:
      '{vm} has {count} network adapters; one page allows 8 in a VM of generation 1 on {target}, another one 64.',
    notListed:
      '{vm} has {count} network adapters; no limit is known for the system that {target} runs.',
  },
  remediation:
    "Remove adapters from {vm} (Remove-VMNetworkAdapter), or choose a newer target. In generation 2, more than 8 need Windows Server 2019 or later and configuration version 8.3: Update-VMVersion '{vm}' with {vm} off (outage of {vm}; cannot be undone).",
  confidence: 'inferred',
  sources: ['S26', 'S23'],
  limits:
    'The limits are documented; that a move over the limit is refused is inferred. For generation 1 the documents disagree, and its up to 4 legacy adapters are not told apart from the others here.',
  check: ({ count, generation, version, build }) =>
    whenKnown({ count }, ({ count }) => {
      if (count <= ALLOWED_EVERYWHERE) return holds();
      return whenKnown({ generation, version, build }, ({ generation, version, build }) => {
        const limit = limitOn(build, generation, version);
        if (limit === null) return doubtful('notListed', { count });
        if (count <= limit.least) return holds();
        if (limit.most < count) return violated('over', { count, most: limit.most });
        const isContradicted = generation === 1 && EIGHT_AND_LEGACY < limit.most;
        if (!isContradicted) return doubtful('unsure', { count });
        return violated(count <= EIGHT_AND_LEGACY ? 'contradictedLegacy' : 'contradicted', {
          count,
        });
      });
    }),
});

/** Any release, generation and version allows so many: Microsoft Learn, maximum scale limits. */
const ALLOWED_EVERYWHERE = 8;

/** What every page allows in generation 1, if 4 of them are legacy adapters. */
const EIGHT_AND_LEGACY = 12;

/** Releases may share a build: the limit lies between the least and the most of any of them. */
function limitOn(
  build: number,
  generation: number,
  version: string,
): { readonly least: number; readonly most: number } | null {
  const item =
    generation === 1 ? 'synthetic-adapters-generation-1' : 'synthetic-adapters-generation-2';
  const releases = findHypervHostRelease({ build });
  const limits = releases.flatMap((release) => hypervLimit(item, release, version) ?? []);
  if (limits.length === 0) return null;
  const legacy =
    generation === 1
      ? releases.flatMap((release) => hypervLimit('legacy-adapters-generation-1', release) ?? [])
      : [];
  return {
    least: Math.min(...limits.map((limit) => limit.least)),
    most:
      Math.max(...limits.map((limit) => limit.most)) +
      Math.max(0, ...legacy.map(({ most }) => most)),
  };
}
