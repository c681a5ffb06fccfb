import Box from '@mui/material/Box';
import type { PlanState } from '../../shared/model/plan';
import type { Portability } from '../../shared/model/verdict';
import { useAsked } from '../api/use-asked';
import { AssumptionsView } from '../features/assumptions/AssumptionsView';
import { CatalogueView } from '../features/catalogue/CatalogueView';
import { ChangesView } from '../features/changes/ChangesView';
import { EstateView } from '../features/estate/EstateView';
import { FindingsView } from '../features/findings/FindingsView';
import { InspectorPane } from '../features/frame/InspectorPane';
import { Rail } from '../features/frame/Rail';
import { StatusBar } from '../features/frame/StatusBar';
import { type InspectorSwitch, TitleBar } from '../features/frame/TitleBar';
import { Inspector } from '../features/inspector/Inspector';
import { MatrixView } from '../features/matrix/MatrixView';
import { SourcesView } from '../features/sources/SourcesView';
import { viewOf } from './state/app-state';
import { ALL_OF_IT } from './state/matrix-choices';
import { recordOf, type View } from './state/selection';
import { useStore } from './state/store';
import { useApp, useMoveKind, useOpenPlan, useSelection, useSummary } from './state/use-app';

const VIEWS: Readonly<Record<View, () => React.ReactNode>> = {
  estate: EstateView,
  matrix: MatrixView,
  findings: FindingsView,
  sources: SourcesView,
  changes: ChangesView,
  assumptions: AssumptionsView,
  catalogue: CatalogueView,
};

/** The frame around an open plan: title bar, rail, view, inspector, status bar. */
export function Workspace({ plan }: { plan: PlanState }) {
  const { state } = useApp();
  const view = viewOf(useStore(state.trail));
  const isInspectorOpen = useStore(state.isInspectorOpen);
  const selection = useSelection();
  const inspector: InspectorSwitch =
    view !== 'matrix' &&
    view !== 'estate' &&
    selection.vmId === null &&
    recordOf(selection) === null
      ? 'nothing-to-show'
      : isInspectorOpen
        ? 'shown'
        : 'hidden';
  const { index } = useOpenPlan();
  const kind = useMoveKind();
  const summary = useSummary();
  const info = useAsked('app.info', {});
  const ViewNow = VIEWS[view];
  const showOnly = (portability: Portability) => {
    state.show('matrix');
    state.choices.set({ ...ALL_OF_IT, portabilities: [portability] });
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <TitleBar plan={plan} inspector={inspector} />
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
        <Rail view={view} onView={state.show} />
        <Box component="main" sx={{ flex: 1, minWidth: 0, minHeight: 0 }}>
          <ViewNow />
        </Box>
        {inspector === 'shown' ? (
          <InspectorPane>
            <Inspector />
          </InspectorPane>
        ) : null}
      </Box>
      <StatusBar
        index={index}
        kind={kind}
        summary={summary}
        rulesVersion={info.value?.rulesVersion ?? null}
        onCancel={state.summary.cancel}
        onRecount={() => state.summary.start(kind)}
        onShow={showOnly}
      />
    </Box>
  );
}
