/** All state of the window, made once. Components reach it through `useApp`. */
import type { Settings } from '../../../shared/contract/app';
import type { Fault } from '../../../shared/fault';
import type { AssumptionName } from '../../../shared/model/assumptions';
import type { MoveKind, RuleDescription } from '../../../shared/model/verdict';
import { listen } from '../../api/bridge';
import { call, faultOf } from '../../api/call';
import { type Comparer, makeComparer } from './comparison-run';
import { type EstateChoices, FIRST_ESTATE_CHOICES } from './estate-choices';
import { type FindingsRunner, makeFindingsRunner } from './findings-run';
import { type Importer, makeImporter } from './import-run';
import { ALL_OF_IT, type MatrixChoices } from './matrix-choices';
import { makeNotify, type Notice, type Notify, noticeOf } from './notices';
import { makePlanStore, type PlanStore } from './plan-store';
import {
  currentStop,
  FIRST_TRAIL,
  goTo,
  type Selection,
  type Trail,
  trailFrom,
  type View,
} from './selection';
import { createStore, type Store } from './store';
import { makeSummariser, type Summariser } from './summary';

export type DialogName =
  | 'collector'
  | 'report'
  | 'about'
  | 'palette'
  | 'rename'
  | 'snapshot'
  | 'rule'
  | 'shortcuts';

export interface AppState {
  readonly plan: PlanStore;
  readonly settings: Store<Settings>;
  readonly trail: Store<Trail>;
  readonly choices: Store<MatrixChoices>;
  readonly estate: Store<EstateChoices>;
  readonly dialog: Store<DialogName | null>;
  /** The rule that the dialog `rule` is about. */
  readonly rule: Store<RuleDescription | null>;
  /** An assumption that somebody looks for; the view of them clears it. */
  readonly soughtAssumption: Store<AssumptionName | null>;
  readonly isInspectorOpen: Store<boolean>;
  /** Counts how often the focus was asked into the inspector. */
  readonly inspectorCalls: Store<number>;
  readonly notices: Store<readonly Notice[]>;
  readonly summary: Summariser;
  readonly findings: FindingsRunner;
  readonly importer: Importer;
  readonly comparison: Comparer;
  notify: Notify;
  select(selection: Selection, how?: { readonly isWalk: boolean }): void;
  show(view: View): void;
  /** Shows the inspector and moves the focus into it. */
  openInspector(): void;
  /** Tells a refusal at the edge of the window. */
  refused(thrown: unknown): void;
  changeSettings(change: Partial<Settings>): void;
  setKind(kind: MoveKind): void;
  /** Starts listening and asks what is open. Returns what stops it. */
  begin(): () => void;
}

export const FIRST_SETTINGS: Settings = {
  theme: 'system',
  moveKind: 'live',
  inspectorWidthPixels: 380,
};

export function makeAppState(): AppState {
  const settings = createStore(FIRST_SETTINGS);
  const trail = createStore(FIRST_TRAIL);
  const choices = createStore(ALL_OF_IT);
  const estate = createStore(FIRST_ESTATE_CHOICES);
  const notices = createStore<readonly Notice[]>([]);
  const notify = makeNotify(notices);
  const summary = makeSummariser();
  const findings = makeFindingsRunner();
  const importer = makeImporter();
  const comparison = makeComparer();
  const plan = makePlanStore({
    onOther() {
      trail.update((now) => (now === FIRST_TRAIL ? now : trailFrom(currentStop(now).view)));
      choices.set(ALL_OF_IT);
      estate.update(({ kind }) => ({ ...FIRST_ESTATE_CHOICES, kind }));
      summary.clear();
      findings.clear();
      importer.dismiss();
      comparison.clear();
    },
    onEstate: () => summary.start(settings.get().moveKind),
  });

  /** What was shown last is shown again, unless somebody went on meanwhile. */
  const takeSettings = (read: Settings) => {
    settings.set(read);
    const { view, estateKind: kind, isInspectorOpen } = read;
    if (view !== undefined && trail.get() === FIRST_TRAIL) trail.set(trailFrom(view));
    if (kind !== undefined) estate.update((now) => ({ ...now, kind }));
    if (isInspectorOpen !== undefined) state.isInspectorOpen.set(isInspectorOpen);
  };
  const refused = (thrown: unknown) => notify(noticeOf(faultOf(thrown)));

  const state: AppState = {
    plan,
    settings,
    trail,
    choices,
    estate,
    dialog: createStore<DialogName | null>(null),
    rule: createStore<RuleDescription | null>(null),
    soughtAssumption: createStore<AssumptionName | null>(null),
    isInspectorOpen: createStore(true),
    inspectorCalls: createStore(0),
    notices,
    summary,
    findings,
    importer,
    comparison,
    notify,
    select(selection, how = { isWalk: false }) {
      trail.update((now) => goTo(now, { selection, isWalk: how.isWalk }));
    },
    show(view) {
      trail.update((now) => goTo(now, { view }));
    },
    openInspector() {
      state.isInspectorOpen.set(true);
      state.inspectorCalls.update((count) => count + 1);
    },
    refused,
    changeSettings(change) {
      settings.update((now) => ({ ...now, ...change }));
      call('app.change-settings', change).catch(refused);
    },
    setKind(kind) {
      if (settings.get().moveKind === kind) return;
      state.changeSettings({ moveKind: kind });
      if (plan.store.get().index !== null) summary.start(kind);
    },
    begin() {
      const tellFault = (fault: Fault) => notify(noticeOf(fault));
      const unlisten = [listen('plan-changed', plan.take), listen('refused', tellFault)];
      call('app.settings', {})
        .then(takeSettings)
        .then(() => unlisten.push(...followChoices(state)), refused);
      call('app.refusals', {}).then((faults) => faults.forEach(tellFault), refused);
      call('plans.state', {}).then(plan.take, (thrown) => {
        refused(thrown);
        plan.take(null);
      });
      return () => {
        for (const stop of unlisten) stop();
      };
    },
  };
  return state;
}

export function viewOf(trail: Trail): View {
  return currentStop(trail).view;
}

/** Keeps in the settings what is shown. @returns what stops it */
function followChoices({ settings, trail, estate, isInspectorOpen, changeSettings }: AppState) {
  const keep = () => {
    const shown = {
      view: viewOf(trail.get()),
      estateKind: estate.get().kind,
      isInspectorOpen: isInspectorOpen.get(),
    };
    const now = settings.get();
    const isKept =
      now.view === shown.view &&
      now.estateKind === shown.estateKind &&
      now.isInspectorOpen === shown.isInspectorOpen;
    if (!isKept) changeSettings(shown);
  };
  return [trail.subscribe(keep), estate.subscribe(keep), isInspectorOpen.subscribe(keep)];
}
