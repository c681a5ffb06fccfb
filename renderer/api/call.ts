import type { MethodName, RequestOf, ResponseOf } from '../../shared/contract';
import type { Fault } from '../../shared/fault';
import { bridge } from './bridge';
import { visible, visibleReply } from './visible-reply';

/** A refusal that reached the screen. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'FaultError';
    this.fault = fault;
  }
}

/**
 * Asks the main side and unwraps its reply.
 * @throws FaultError  when it refuses
 */
export async function call<N extends MethodName>(
  name: N,
  request: RequestOf<N>,
): Promise<ResponseOf<N>> {
  const reply = await bridge().call(name, request);
  if (!reply.ok) throw new FaultError(visible(reply.fault));
  return visibleReply(name, reply.value);
}

/** The fault inside whatever was thrown; a bug of the screen becomes one with its own words. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof FaultError) return thrown.fault;
  return {
    code: 'app.bug',
    message: `Something in Portolan itself went wrong: ${thrown instanceof Error ? thrown.message : String(thrown)}.`,
    next: 'Your plan is saved. Try again; if it comes back, restart Portolan.',
    retryable: false,
  };
}
