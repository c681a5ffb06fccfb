import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { unlessOff } from '../unless-off';

export const migRetpolineSkylake = defineRule({
  id: 'mig-retpoline-skylake',
  title: 'The guest protects itself with Retpoline, and the target has Skylake or newer',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: { state: 'vm.state', retpoline: 'vm.retpoline', enters: 'move.entersSkylake' },
  messages: {
    enters:
      '{vm} was set up with Retpoline on processors before Skylake, and {target} has Skylake or newer, where that does not protect.',
  },
  remediation:
    'Shut {vm} down, move it, start it on {target} (outage of {vm}), and let its system choose its protection anew. Or choose a target with processors before Skylake.',
  confidence: 'documented',
  sources: ['S50'],
  limits:
    'Which processors are meant is read from the catalogue of platforms. Where nobody has looked into the guest, there is nothing to judge.',
  check: ({ state, retpoline, enters }) =>
    unlessOff(state, () => {
      if (!knownAs(retpoline, true)) return notApplicable();
      return whenKnown({ enters }, ({ enters }) => (enters ? violated('enters') : holds()));
    }),
});
