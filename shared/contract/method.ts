import { z } from 'zod';
import type { FaultCode } from '../fault';

/** One question that the screen may ask: what goes in, what comes out, what it may be refused with. */
export interface Method<Q extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  readonly request: Q;
  readonly response: A;
  readonly errors: readonly FaultCode[];
}

export function method<Q extends z.ZodType, A extends z.ZodType>(shape: {
  request: Q;
  response: A;
  errors?: readonly FaultCode[];
}): Method<Q, A> {
  return { errors: [], ...shape };
}

/** A record of the model whose type is declared in `shared/model`; checks that its keys are there. */
export function modelRecord<T>(...keys: (keyof T & string)[]): z.ZodType<T, T> {
  return z.custom<T>(
    (value) =>
      typeof value === 'object' && value !== null && keys.every((key) => key in (value as object)),
    { error: `expected a record with ${keys.join(', ')}` },
  );
}

/** Identifiers are bounded texts; longer ones are not ours. */
export const IdText = z.string().min(1).max(600);
export const Nothing = z.strictObject({});
export const Done = z.null();
