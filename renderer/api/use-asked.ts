import { useCallback, useEffect, useState } from 'react';
import type { MethodName, RequestOf, ResponseOf } from '../../shared/contract';
import type { Fault } from '../../shared/fault';
import { call, faultOf } from './call';

/** The answer to a question that a panel asks: its loading, failed and ready faces. */
export interface Asked<T> {
  /** The newest answer; while `isOld`, that of the previous question, so that nothing jumps. */
  readonly value: T | undefined;
  readonly fault: Fault | null;
  /** True while the value belongs to an older question or none is there yet. */
  readonly isOld: boolean;
  readonly retry: () => void;
}

interface Answer<T> {
  readonly key: string;
  readonly value: T | undefined;
  readonly fault: Fault | null;
}

/**
 * Asks when the question or `revision` changes; the last question wins.
 * @param request  `null`: nothing to ask
 */
export function useAsked<N extends MethodName>(
  name: N,
  request: RequestOf<N> | null,
  revision: number | string = 0,
): Asked<ResponseOf<N>> {
  const [attempt, setAttempt] = useState(0);
  const key = request === null ? '' : JSON.stringify([name, request, revision, attempt]);
  const [answer, setAnswer] = useState<Answer<ResponseOf<N>>>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the whole question
  useEffect(() => {
    if (request === null) return;
    let isCurrent = true;
    call(name, request).then(
      (value) => {
        if (isCurrent) setAnswer({ key, value, fault: null });
      },
      (thrown: unknown) => {
        if (isCurrent) setAnswer({ key, value: undefined, fault: faultOf(thrown) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [key]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const isOld = answer?.key !== key;
  return {
    value: request === null ? undefined : answer?.value,
    fault: isOld ? null : answer.fault,
    isOld,
    retry,
  };
}
