/** The open plan and the names in its estate, kept in step with what the main side announces. */
import type { Fault } from '../../../shared/fault';
import type { EstateIndex, PlanState } from '../../../shared/model/plan';
import { call, faultOf } from '../../api/call';
import { createStore, type Store } from './store';

export interface OpenPlan {
  readonly status: 'loading' | 'none' | 'open';
  readonly plan: PlanState | null;
  readonly index: EstateIndex | null;
  readonly indexFault: Fault | null;
  /** Names plan and revision: what was asked under another key is old. */
  readonly key: string;
}

export interface PlanStore {
  readonly store: Store<OpenPlan>;
  /** Takes a state from a reply or an event; the same state twice does no harm. */
  take(plan: PlanState | null): void;
  /** Asks again for the names, after it failed. */
  reloadIndex(): void;
}

export interface PlanWatcher {
  /** Another plan is open now, or none: selections and counts of the old one mean nothing. */
  onOther(): void;
  /** The estate of a new revision is there. */
  onEstate(): void;
}

const LOADING: OpenPlan = { status: 'loading', plan: null, index: null, indexFault: null, key: '' };

export function makePlanStore(watcher: PlanWatcher): PlanStore {
  const store = createStore(LOADING);
  let opened = 0;

  const loadIndex = async (key: string) => {
    const isCurrent = () => store.get().key === key;
    try {
      const index = await call('estate.index', {});
      if (!isCurrent()) return;
      store.update((now) => ({ ...now, index, indexFault: null }));
      watcher.onEstate();
    } catch (thrown) {
      if (isCurrent()) store.update((now) => ({ ...now, indexFault: faultOf(thrown) }));
    }
  };

  return {
    store,
    take(plan) {
      const now = store.get();
      const isOther = now.status === 'loading' || !isSamePlan(now.plan, plan);
      if (isOther) opened += 1;
      const key = plan === null ? '' : `${opened}:${plan.revision}`;
      if (plan !== null && key === now.key) {
        store.set({ ...now, plan });
        return;
      }
      store.set({
        status: plan === null ? 'none' : 'open',
        plan,
        index: isOther ? null : now.index,
        indexFault: null,
        key,
      });
      if (isOther) watcher.onOther();
      if (plan !== null) void loadIndex(key);
    },
    reloadIndex() {
      const { key } = store.get();
      store.update((now) => ({ ...now, indexFault: null }));
      void loadIndex(key);
    },
  };
}

function isSamePlan(a: PlanState | null, b: PlanState | null): boolean {
  if (a === null || b === null) return a === b;
  // Saving elsewhere goes on with the same plan and counts its revisions on; one that was opened
  // anew begins at the first.
  return a.id === b.id && a.revision <= b.revision;
}
