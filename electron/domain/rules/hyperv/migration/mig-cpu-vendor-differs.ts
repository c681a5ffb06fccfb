import { defineRule, holds, violated, whenKnown } from '../../rule';
import { unlessOff } from '../unless-off';

export const migCpuVendorDiffers = defineRule({
  id: 'mig-cpu-vendor-differs',
  title: 'The target has processors of another vendor',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: {
    state: 'vm.state',
    before: 'source.processorVendor',
    after: 'target.processorVendor',
  },
  messages: {
    differs:
      '{target} has {there} processors and {source} {here}: {vm} cannot change over while started or saved.',
  },
  remediation:
    'Shut {vm} down, move it, start it on {target} (outage of {vm}). Processor compatibility mode does not help between vendors.',
  confidence: 'documented',
  sources: ['S30'],
  limits: 'A VM that is off is not concerned; once started it is bound to the vendor of its host.',
  check: ({ state, before, after }) =>
    unlessOff(state, () =>
      whenKnown({ before, after }, ({ before, after }) =>
        before === after
          ? holds()
          : violated('differs', { here: VENDORS[before], there: VENDORS[after] }),
      ),
    ),
});

const VENDORS = { intel: 'Intel', amd: 'AMD', other: 'other' } as const;
