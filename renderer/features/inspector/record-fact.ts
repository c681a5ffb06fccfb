import type { ResponseOf } from '../../../shared/contract';

export type RecordFact = ResponseOf<'estate.record'>['facts'][number];
