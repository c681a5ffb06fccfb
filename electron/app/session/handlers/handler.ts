/** The form of a handler: it loads, asks the domain, and answers. */
import type { MethodName, ParsedRequestOf, ResponseOf } from '../../../../shared/contract';
import type { PlanSession } from '../plan-session';

export type Handler<N extends MethodName> = (
  session: PlanSession,
  request: ParsedRequestOf<N>,
) => ResponseOf<N>;

/** Handlers of some methods, by name. */
export type HandlersOf<N extends MethodName> = { readonly [M in N]: Handler<M> };
