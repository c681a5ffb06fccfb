import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestOf } from '../../../shared/contract';
import type { Fault } from '../../../shared/fault';
import type { TableLine, TableWindow } from '../../../shared/model/estate-table';
import { call, faultOf } from '../../api/call';

export type TableQuery = Omit<RequestOf<'estate.table'>, 'from' | 'count' | 'find' | 'onlyIds'>;

/** Lines come in pages of this many. */
const PAGE = 100;

interface Loaded {
  readonly key: string;
  readonly query: TableQuery;
  readonly counts: TableWindow;
  readonly pages: ReadonlyMap<number, readonly TableLine[]>;
}

export interface LoadedTable {
  /** `null` until the first answer is there. */
  readonly counts: TableWindow | null;
  /** The question that the lines answer; older than the present one while that is under way. */
  readonly query: TableQuery | null;
  readonly isOld: boolean;
  readonly fault: Fault | null;
  readonly retry: () => void;
  /** `null`: on its way. */
  readonly line: (at: number) => TableLine | null;
  readonly look: (first: number, end: number) => void;
}

/**
 * The lines of a table in view, page by page. What was shown stays until the answer to a new
 * question is there, so that nothing flickers while somebody types.
 * @param version  what the answer depends on besides the question: the plan's state, counts
 * @param find     a record whose new place is wanted with a new question
 */
export function useTable(query: TableQuery, version: string, find: string | null): LoadedTable {
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify([query, version, attempt]);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState<{ key: string; fault: Fault } | null>(null);
  const view = useRef({ first: 0, end: 40 });
  const current = useRef({ key, query });
  current.current = { key, query };
  const asked = useRef(new Set<string>());
  const sought = useRef(find);
  sought.current = find;

  const ask = useCallback((firstPage: number, endPage: number) => {
    const { key: askedKey, query: askedQuery } = current.current;
    const isCurrent = () => current.current.key === askedKey;
    for (let page = firstPage; page < endPage; page += 1) asked.current.add(`${askedKey} ${page}`);
    call('estate.table', {
      ...askedQuery,
      from: firstPage * PAGE,
      count: (endPage - firstPage) * PAGE,
      find: sought.current,
    }).then(
      (counts) => {
        if (!isCurrent()) return;
        setFailed(null);
        setLoaded((now) => {
          const isSame = now !== null && now.key === askedKey;
          const pages = new Map(isSame ? now.pages : []);
          for (let page = firstPage; page < endPage; page += 1) {
            const from = (page - firstPage) * PAGE;
            pages.set(page, counts.lines.slice(from, from + PAGE));
          }
          return {
            key: askedKey,
            query: askedQuery,
            counts: isSame ? now.counts : counts,
            pages,
          };
        });
      },
      (thrown: unknown) => {
        if (isCurrent()) setFailed({ key: askedKey, fault: faultOf(thrown) });
      },
    );
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the whole question
  useEffect(() => {
    asked.current.clear();
    const { first, end } = view.current;
    ask(Math.floor(first / PAGE), Math.min(Math.ceil((end + 1) / PAGE), first / PAGE + 10));
  }, [key, ask]);

  const look = useCallback(
    (first: number, end: number) => {
      view.current = { first, end };
      for (let page = Math.floor(first / PAGE); page * PAGE < end; page += 1) {
        if (!asked.current.has(`${current.current.key} ${page}`)) ask(page, page + 1);
      }
    },
    [ask],
  );

  return {
    counts: loaded?.counts ?? null,
    query: loaded?.query ?? null,
    isOld: loaded?.key !== key,
    fault: failed?.key === key ? failed.fault : null,
    retry: useCallback(() => setAttempt((count) => count + 1), []),
    line: useCallback(
      (at) => loaded?.pages.get(Math.floor(at / PAGE))?.[at % PAGE] ?? null,
      [loaded],
    ),
    look,
  };
}
