/**
 * On which side of a move each derived fact stands: with the VM (`vm`), with where it goes
 * (`target`), or with both (`pair`). A new derived fact does not compile until it is placed here.
 */
import type { guestFields, moveFields, placeFields, poolFields } from './derived-fields';

export type Side = 'vm' | 'target' | 'pair';

type Sides<F> = { readonly [K in keyof F]: Side };

export const derivedSides: {
  readonly guest: Sides<typeof guestFields>;
  readonly place: Sides<typeof placeFields>;
  readonly pool: Sides<typeof poolFields>;
  readonly move: Sides<typeof moveFields>;
} = {
  guest: { family: 'vm', vfSupport: 'vm' },
  place: {
    isPresent: 'pair',
    switchFound: 'pair',
    vfDriver: 'pair',
    canGiveVfs: 'target',
    memberDifferences: 'target',
    vmqProcessorSets: 'target',
  },
  pool: {
    freeVfs: 'target',
    freeVfsMost: 'target',
    // Of an arriving VM always 0; the present host is asked about on its own.
    heldVfs: 'vm',
    vfRank: 'vm',
    vfRankMost: 'vm',
    freeVmqs: 'target',
    vmqRank: 'vm',
    vmqRankMost: 'vm',
    vmqRankWithoutVfs: 'vm',
    freeQueuePairs: 'target',
    queuePairsWanted: 'vm',
  },
  move: {
    sameCluster: 'pair',
    targetName: 'target',
    vnicCount: 'vm',
    numaNodeProcessors: 'vm',
    numaNodeMemoryBytes: 'vm',
    entersSkylake: 'pair',
    processorGenerations: 'pair',
  },
};
