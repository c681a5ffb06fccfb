import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ClipboardList, FileInput, FileStack } from 'lucide-react';
import { useState } from 'react';
import type { ResponseOf } from '../../../shared/contract';
import { counted } from '../../../shared/format/plural';
import type { StoredConflict } from '../../../shared/model/conflict';
import { useAsked } from '../../api/use-asked';
import { useStore } from '../../app/state/store';
import { useApp, useOpenPlan } from '../../app/state/use-app';
import { EmptyFace, FailedFace, LoadingFace } from '../../components/faces';
import { ViewFrame, ViewHead } from '../../components/ViewFrame';
import { CmdletList } from './CmdletList';
import { ConflictList } from './ConflictList';
import { FileTable } from './FileTable';
import { ImportCard } from './ImportCard';
import { ProblemTable } from './ProblemTable';
import { type SourceTab, SourceTabs } from './SourceTabs';

export type SourceFile = ResponseOf<'imports.files'>[number];

/** Where the facts of the plan come from, and what of it could not be used. */
export function SourcesView() {
  const { state, actions } = useApp();
  const { key, plan } = useOpenPlan();
  const run = useStore(state.importer.store);
  const files = useAsked('imports.files', {}, key);
  const problems = useAsked('imports.problems', { from: 0, count: 1 }, key);
  const conflicts = useAsked('conflicts.list', {}, key);
  const [tab, setTab] = useState<SourceTab>('files');
  const canImport = plan !== null && !plan.readOnly;
  const card = (
    <ImportCard
      run={run}
      onCancel={state.importer.cancel}
      onDismiss={state.importer.dismiss}
      onProblems={() => setTab('problems')}
      onConflicts={() => setTab('conflicts')}
      onCompare={(before) => actions.compare(before, null)}
    />
  );

  if (files.fault !== null) return <FailedFace fault={files.fault} onRetry={files.retry} />;
  if (files.value === undefined) return <LoadingFace label="Reading the list of files" lines={8} />;
  if (files.value.length === 0) {
    return (
      <Box sx={{ height: '100%', overflow: 'auto', bgcolor: 'background.paper' }}>
        {card}
        <NoFiles
          canImport={canImport}
          onImport={() => actions.run('import')}
          onCollector={() => actions.run('collector')}
        />
      </Box>
    );
  }
  return (
    <ViewFrame>
      <ViewHead title="Sources">
        <Button startIcon={<ClipboardList size={15} />} onClick={() => actions.run('collector')}>
          Collector…
        </Button>
        <Button
          variant="contained"
          color="primary"
          startIcon={<FileInput size={15} />}
          disabled={!canImport || run.status === 'running'}
          onClick={() => actions.run('import')}
        >
          Import files…
        </Button>
      </ViewHead>
      {card}
      <SourceTabs
        tab={tab}
        onTab={setTab}
        files={counted(files.value.length, 'file')}
        problems={
          problems.value === undefined ? 'Problems' : counted(problems.value.total, 'problem')
        }
        conflicts={conflictWords(conflicts.value)}
      />
      <Box
        role="tabpanel"
        id={`sources-panel-${tab}`}
        aria-labelledby={`sources-tab-${tab}`}
        sx={{ flex: 1, minHeight: 0 }}
      >
        {tab === 'files' ? (
          <FileTable files={files.value} />
        ) : tab === 'conflicts' ? (
          <ConflictList conflicts={conflicts} isFixed={!canImport} />
        ) : (
          <ProblemTable planKey={key} total={problems.value?.total ?? null} />
        )}
      </Box>
    </ViewFrame>
  );
}

/** "2 open disagreements"; once all are settled, how many there were. */
function conflictWords(conflicts: readonly StoredConflict[] | undefined): string {
  if (conflicts === undefined) return 'Disagreements';
  const open = conflicts.filter(({ choice }) => choice === null).length;
  if (open > 0) return counted(open, 'open disagreement');
  return conflicts.length === 0 ? 'No disagreement' : `${conflicts.length} settled`;
}

function NoFiles({
  canImport,
  onImport,
  onCollector,
}: {
  canImport: boolean;
  onImport: () => void;
  onCollector: () => void;
}) {
  return (
    <EmptyFace
      icon={<FileStack size={32} />}
      title="Nothing was imported yet"
      actions={
        <>
          <Button
            variant="contained"
            color="primary"
            startIcon={<FileInput size={16} />}
            disabled={!canImport}
            onClick={onImport}
          >
            Import files…
          </Button>
          <Button startIcon={<ClipboardList size={16} />} onClick={onCollector}>
            Get the collector…
          </Button>
        </>
      }
    >
      <p>
        Run the collector on every host and import the files that it writes, or drop them onto this
        window. Where no script may run, the output of these cmdlets does as well, as JSON, CLIXML,
        CSV or a list:
      </p>
      <CmdletList />
    </EmptyFace>
  );
}
