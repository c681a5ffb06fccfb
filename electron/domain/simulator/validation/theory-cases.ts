import { batchAndPollingCases } from './cases/batches-and-polling';
import { finiteBufferCases } from './cases/finite-buffers';
import { linkCases } from './cases/links';
import { networkCases } from './cases/networks';
import { severalServerCases } from './cases/several-servers';
import { sharingCases } from './cases/sharing';
import { singleServerCases } from './cases/single-server';
import type { TheoryCase } from './theory-case';

/** Every closed form that a network can be laid out for. */
export const theoryCases: readonly TheoryCase[] = [
  ...singleServerCases,
  ...severalServerCases,
  ...finiteBufferCases,
  ...batchAndPollingCases,
  ...networkCases,
  ...sharingCases,
  ...linkCases,
];
