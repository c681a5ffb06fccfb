import { useEffect, useRef, useState } from 'react';
import type { Fault } from '../../../shared/fault';
import type { ImportProblem } from '../../../shared/model/import';
import { call, faultOf } from '../../api/call';

const PAGE = 200;

export interface Pages {
  readonly read: (at: number) => ImportProblem | null;
  readonly want: (first: number, end: number) => void;
  readonly fault: Fault | null;
  readonly retry: () => void;
}

/** The list of problems, fetched page by page as it comes into view. */
export function useProblemPages(planKey: string): Pages {
  const pages = useRef(new Map<number, readonly ImportProblem[] | 'asked'>());
  const shownKey = useRef(planKey);
  const [, setArrivals] = useState(0);
  const [fault, setFault] = useState<Fault | null>(null);
  if (shownKey.current !== planKey) {
    shownKey.current = planKey;
    pages.current = new Map();
  }

  const fetchPage = async (page: number) => {
    const into = pages.current;
    into.set(page, 'asked');
    try {
      const { problems } = await call('imports.problems', { from: page * PAGE, count: PAGE });
      into.set(page, problems);
      setArrivals((count) => count + 1);
    } catch (thrown) {
      into.delete(page);
      if (into === pages.current) setFault(faultOf(thrown));
    }
  };
  const want = (first: number, end: number) => {
    for (let page = Math.floor(first / PAGE); page * PAGE < end; page += 1) {
      if (!pages.current.has(page)) void fetchPage(page);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision starts with the first page
  useEffect(() => {
    setFault(null);
    want(0, 1);
  }, [planKey]);

  return {
    read(at) {
      const page = pages.current.get(Math.floor(at / PAGE));
      return page === undefined || page === 'asked' ? null : (page[at % PAGE] ?? null);
    },
    want,
    fault,
    retry() {
      setFault(null);
      want(0, 1);
    },
  };
}

/** All problems, for the clipboard. */
export async function allProblems(total: number): Promise<ImportProblem[]> {
  const all: ImportProblem[] = [];
  while (all.length < total) {
    const { problems } = await call('imports.problems', { from: all.length, count: 1000 });
    if (problems.length === 0) break;
    all.push(...problems);
  }
  return all;
}
