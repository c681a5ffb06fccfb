/** Everything that can be done, by name: for buttons, the native menu, shortcuts and the palette. */

import type { AppCommand, RequestOf } from '../../../shared/contract';
import type { AssumptionName } from '../../../shared/model/assumptions';
import { PLAN_EXTENSION, type PlanState } from '../../../shared/model/plan';
import { tokensForDroppedFiles } from '../../api/bridge';
import { call, faultOf } from '../../api/call';
import { focusPart, focusSearch } from '../window-parts';
import type { AppState } from './app-state';
import { noticeOf } from './notices';
import { stepAlong } from './selection';

export interface Actions {
  run(command: AppCommand): void;
  openRecent(token: string): void;
  /** Opens a plan that was dropped, or imports what was. */
  takeDropped(files: File[]): void;
  rename(name: string): Promise<void>;
  setAssumption(name: AssumptionName, choice: string): Promise<void>;
  /** Sets rules aside with a note, or takes them back among those that count. */
  setAside(what: RequestOf<'waivers.set'>): Promise<void>;
  takeBack(what: RequestOf<'waivers.remove'>): Promise<void>;
  /** Keeps the present state under a name. */
  makeSnapshot(name: string): Promise<void>;
  /** An edit that main makes and journals; a refusal is told. */
  edit(ask: () => Promise<PlanState>): Promise<void>;
  /** Compares two states and shows it; snapshots by id, `null` is the present state. */
  compare(before: string | null, after: string | null): void;
  copy(text: string, said: string, html?: string): void;
  reveal(token: string): void;
}

export function makeActions(state: AppState): Actions {
  /** Does it; a refusal is told, and trying again offered where it may help. */
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (thrown) {
      state.notify(noticeOf(faultOf(thrown), () => void attempt(work)));
    }
  };
  const open = (ask: () => Promise<PlanState | null>) =>
    attempt(async () => {
      const plan = await ask();
      if (plan !== null) state.plan.take(plan);
    });
  const hasPlan = () => state.plan.store.get().status === 'open';

  /** Files need a plan to go into; without one, a new one is made first. */
  const importTokens = async (tokens: readonly { readonly token: string }[]) => {
    if (tokens.length === 0) return;
    if (!hasPlan()) {
      const plan = await call('plans.create', {});
      if (plan === null) return;
      state.plan.take(plan);
    }
    state.show('sources');
    void state.importer.start(tokens.map(({ token }) => token));
  };

  const stepBack = (way: 'undo' | 'redo') => {
    const plan = state.plan.store.get().plan;
    // Nothing to take back is no refusal: the key was only pressed once too often.
    if (plan === null || plan[way] === null) return;
    void open(() => call(way === 'undo' ? 'plans.undo' : 'plans.redo', {}));
  };

  const commands: Readonly<Record<AppCommand, () => void>> = {
    'new-plan': () => void open(() => call('plans.create', {})),
    'open-plan': () => void open(() => call('plans.open', {})),
    'open-demonstration': () => void open(() => call('plans.open-demonstration', {})),
    'save-as': () => {
      if (hasPlan()) void open(() => call('plans.save-as', {}));
    },
    'close-plan': () =>
      void attempt(async () => {
        await call('plans.close', {});
        state.plan.take(null);
      }),
    import: () => void attempt(async () => importTokens(await call('imports.pick', {}))),
    report: () => {
      if (hasPlan()) state.dialog.set('report');
    },
    collector: () => state.dialog.set('collector'),
    undo: () => stepBack('undo'),
    redo: () => stepBack('redo'),
    palette: () => state.dialog.update((now) => (now === 'palette' ? null : 'palette')),
    'view-estate': () => state.show('estate'),
    'view-matrix': () => state.show('matrix'),
    'view-findings': () => state.show('findings'),
    'view-sources': () => state.show('sources'),
    'view-assumptions': () => state.show('assumptions'),
    'view-catalogue': () => state.show('catalogue'),
    'view-changes': () => state.show('changes'),
    snapshot: () => {
      if (hasPlan()) state.dialog.set('snapshot');
    },
    'theme-light': () => state.changeSettings({ theme: 'light' }),
    'theme-dark': () => state.changeSettings({ theme: 'dark' }),
    'theme-system': () => state.changeSettings({ theme: 'system' }),
    'kind-live': () => state.setKind('live'),
    'kind-quick': () => state.setKind('quick'),
    'kind-offline': () => state.setKind('offline'),
    'search-view': focusSearch,
    inspector: () => state.isInspectorOpen.update((isOpen) => !isOpen),
    back: () => state.trail.update((trail) => stepAlong(trail, -1)),
    forward: () => state.trail.update((trail) => stepAlong(trail, 1)),
    'next-part': () => focusPart(1),
    'previous-part': () => focusPart(-1),
    'rename-plan': () => {
      const { plan } = state.plan.store.get();
      if (plan !== null && !plan.readOnly) state.dialog.set('rename');
    },
    shortcuts: () => state.dialog.set('shortcuts'),
    about: () => state.dialog.set('about'),
  };

  return {
    run: (command) => commands[command](),
    openRecent: (token) => void open(() => call('plans.open', { token })),
    takeDropped: (files) =>
      void attempt(async () => {
        const tokens = await tokensForDroppedFiles(files);
        const plan = tokens.find(({ name }) => isPlanName(name));
        if (plan === undefined) return importTokens(tokens);
        state.plan.take(await call('plans.open', { token: plan.token }));
      }),
    rename: (name) => open(() => call('plans.rename', { name })),
    setAssumption: (name, choice) => open(() => call('plans.set-assumption', { name, choice })),
    setAside: (what) => open(() => call('waivers.set', what)),
    takeBack: (what) => open(() => call('waivers.remove', what)),
    makeSnapshot: (name) =>
      attempt(async () => {
        state.plan.take(await call('snapshots.make', { name }));
        state.notify({ tone: 'done', message: `Snapshot “${name}” kept.`, next: '' });
      }),
    edit: (ask) => open(ask),
    compare: (before, after) => {
      const { key } = state.plan.store.get();
      state.show('changes');
      state.comparison.start({ before, after, kind: state.settings.get().moveKind, key });
    },
    copy: (text, said, html) =>
      void attempt(async () => {
        await call('app.copy', html === undefined ? { text } : { text, html });
        state.notify({ tone: 'done', message: said, next: '' });
      }),
    reveal: (token) => void attempt(async () => void (await call('app.reveal', { token }))),
  };
}

function isPlanName(name: string): boolean {
  return name.toLowerCase().endsWith(`.${PLAN_EXTENSION}`);
}
