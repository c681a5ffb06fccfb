import { createContext, type ReactNode, useContext } from 'react';
import type { Actions } from './actions';
import type { AppState } from './app-state';
import { currentStop, type Selection } from './selection';
import { useStore } from './store';

export interface App {
  readonly state: AppState;
  readonly actions: Actions;
}

const AppContext = createContext<App | null>(null);

export function AppProvider({ app, children }: { app: App; children: ReactNode }) {
  return <AppContext value={app}>{children}</AppContext>;
}

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('useApp is used outside AppProvider');
  return app;
}

export function useOpenPlan() {
  return useStore(useApp().state.plan.store);
}

export function useSelection(): Selection {
  return currentStop(useStore(useApp().state.trail)).selection;
}

export function useMoveKind() {
  return useStore(useApp().state.settings).moveKind;
}

export function useSummary() {
  return useStore(useApp().state.summary.store);
}
