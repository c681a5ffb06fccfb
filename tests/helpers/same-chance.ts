/**
 * Property tests draw the same cases in every run, so that a failure is the change's and can be
 * seen again. `PORTOLAN_SEED=<number>` draws others, which is worth doing now and then.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PORTOLAN_SEED ?? 20_26_11) });
