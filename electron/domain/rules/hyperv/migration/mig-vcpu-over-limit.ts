import { findHypervHostRelease } from '../../../catalogue/find-hyperv-host-release';
import { hypervLimit } from '../../../catalogue/hyperv-limits';
import { defineRule, doubtful, holds, violated, whenKnown } from '../../rule';

export const migVcpuOverLimit = defineRule({
  id: 'mig-vcpu-over-limit',
  title: 'The VM has more virtual processors than the release of the target allows',
  scope: 'migration',
  effect: { blocks: 'all' },
  reads: { count: 'vm.processorCount', generation: 'vm.generation', build: 'target.osBuild' },
  messages: {
    over: '{vm} has {count} virtual processors; {target} allows {most} in a VM of generation {generation}.',
    notListed:
      '{vm} has {count} virtual processors; no limit is known for the system that {target} runs.',
  },
  remediation:
    "With {vm} off (outage of {vm}): Set-VMProcessor '{vm}' -Count <n>. Or choose a newer target: generation 2 allows 64 virtual processors on Windows Server 2012 and 2012 R2, 240 on 2016 and 2019, 1024 on 2022 and 2048 on 2025; generation 1 allows 64.",
  confidence: 'inferred',
  sources: ['S26'],
  limits:
    'The limits are documented (that of Windows Server 2012 reported); that a move over the limit is refused is inferred. How many logical processors the target has is another rule.',
  check: ({ count, generation, build }) =>
    whenKnown({ count }, ({ count }) => {
      if (count <= ALLOWED_EVERYWHERE) return holds();
      return whenKnown({ generation, build }, ({ generation, build }) => {
        const most = mostOn(build, generation);
        if (most === null) return doubtful('notListed', { count });
        return count <= most ? holds() : violated('over', { count, most, generation });
      });
    }),
});

/** Any release and generation allows so many: Microsoft Learn, maximum scale limits. */
const ALLOWED_EVERYWHERE = 64;

/** Releases may share a build: the most that one of them allows. `null` where no limit is listed. */
function mostOn(build: number, generation: number): number | null {
  const item =
    generation === 1 ? 'virtual-processors-generation-1' : 'virtual-processors-generation-2';
  const limits = findHypervHostRelease({ build }).flatMap(
    (release) => hypervLimit(item, release)?.most ?? [],
  );
  return limits.length === 0 ? null : Math.max(...limits);
}
