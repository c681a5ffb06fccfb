import { knownAs } from '../../known-as';
import { defineRule, doubtful, holds, notApplicable, violated } from '../../rule';
import { unlessOff } from '../unless-off';

export const migCpuMicrocodeMismatch = defineRule({
  id: 'mig-cpu-microcode-mismatch',
  title: 'The target has fewer processor protections or older microcode than the source',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: {
    state: 'vm.state',
    generations: 'move.processorGenerations',
    protectedHere: 'source.processorMitigations',
    protectedThere: 'target.processorMitigations',
    before: 'source.microcodeRevision',
    after: 'target.microcodeRevision',
  },
  messages: {
    lacks:
      '{target} lacks {mitigations}, a protection of the processor that {source} shows to its VMs.',
    older:
      '{target} has older microcode than {source} ({there} and {here}); if {vm} was started with a protection that came between them, it is refused.',
    incomparable:
      '{target} and {source} have different microcode ({there} and {here}); which is the older cannot be told.',
  },
  remediation:
    'Bring {target} to the firmware and microcode of {source} (restart of {target}; move its VMs away first); Get-SpeculationControlSettings should print the same on all nodes. Then start {vm} cold once (outage of {vm}).',
  confidence: 'documented',
  sources: ['S28', 'S50'],
  limits:
    'Documented is that a target with fewer processor protections than the source refuses the move. That older microcode of the same processor generation has fewer is only possible, so it stays a doubt. Where the protections of both hosts are known they decide, in place of the microcode. Otherwise judged only where the generation is the same and both revisions are known; models of one generation may count revisions apart.',
  check: ({ state, generations, protectedHere, protectedThere, before, after }) =>
    unlessOff(state, () => {
      if (protectedHere.fact.state === 'known' && protectedThere.fact.state === 'known') {
        const there = new Set(protectedThere.fact.value.map(plain));
        const mitigations = protectedHere.fact.value.filter((name) => !there.has(plain(name)));
        return mitigations.length === 0 ? holds() : violated('lacks', { mitigations });
      }
      if (!knownAs(generations, 'same')) return notApplicable();
      if (before.fact.state === 'unknown' || after.fact.state === 'unknown') return notApplicable();
      const values = { here: before.fact.value, there: after.fact.value };
      if (values.here === values.there) return holds();
      const here = revisionNumber(values.here);
      const there = revisionNumber(values.there);
      if (here === null || there === null) return doubtful('incomparable', values);
      return there < here ? doubtful('older', values) : holds();
    }),
});

function plain(name: string): string {
  return name.trim().toLowerCase();
}

/** `0x05003006` or `5003006`, both hexadecimal; `null` for anything else. */
function revisionNumber(text: string): bigint | null {
  const digits = /^\s*(?:0x)?([0-9a-f]{1,16})\s*$/i.exec(text)?.[1];
  return digits === undefined ? null : BigInt(`0x${digits}`);
}
